using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What can go wrong while a model is asked over HTTP. 0 is the endpoint's host in most of them. None ever holds a key.</summary>
internal static class ChatDiagnostics
{
    public static readonly DiagnosticDescriptor EndpointInvalid = new(
        "AEB2030", DiagnosticSeverity.Warning,
        "AgentEnhancerEndpoint is not the base address of an API, so no model was asked and the agents fall back. Set it to an absolute http or https address without user, query and fragment, or leave it empty for the provider's own.");

    public static readonly DiagnosticDescriptor KeyVariableInvalid = new(
        "AEB2031", DiagnosticSeverity.Warning,
        "AgentEnhancerApiKeyVariable does not hold the name of an environment variable, so no model was asked and the agents fall back. Set it to a name such as OPENAI_API_KEY; if it holds a key, take that out of the project and revoke it.");

    /// <summary>1: the variable.</summary>
    public static readonly DiagnosticDescriptor KeyMissing = new(
        "AEB2032", DiagnosticSeverity.Warning,
        "There is no key for {0}: the environment variable {1} is not set, so no model was asked and the agents fall back. Set {1}, or name another variable in AgentEnhancerApiKeyVariable.");

    /// <summary>0: the variable.</summary>
    public static readonly DiagnosticDescriptor KeyUnusable = new(
        "AEB2033", DiagnosticSeverity.Warning,
        "The environment variable {0} holds spaces or letters outside ASCII, which no key has, so no model was asked and the agents fall back. Set it to the key alone.");

    public static readonly DiagnosticDescriptor ModelMissing = new(
        "AEB2034", DiagnosticSeverity.Warning,
        "No model is named for {0}, so none was asked and the agents fall back. Set AgentEnhancerModel to a model that this endpoint has; at Azure, to the deployment's name.");

    /// <summary>1: why.</summary>
    public static readonly DiagnosticDescriptor Unreachable = new(
        "AEB2035", DiagnosticSeverity.Warning,
        "{0} cannot be reached ({1}); the agents fall back. Check AgentEnhancerEndpoint, that the server runs, the network and its proxy.");

    /// <summary>1: how many tries; 2: why.</summary>
    public static readonly DiagnosticDescriptor ConnectionLost = new(
        "AEB2036", DiagnosticSeverity.Warning,
        "The connection to {0} was lost before an answer began, after {1} tries ({2}); the agents fall back. Check the server's log, or build again.");

    /// <summary>1: what to do.</summary>
    public static readonly DiagnosticDescriptor KeyRefused = new(
        "AEB2037", DiagnosticSeverity.Warning,
        "{0} did not accept the key (HTTP 401); the agents fall back. {1}.");

    /// <summary>1: the model; 2: the server's words.</summary>
    public static readonly DiagnosticDescriptor Forbidden = new(
        "AEB2038", DiagnosticSeverity.Warning,
        "{0} does not allow this key to use the model '{1}' (HTTP 403: {2}); the agents fall back. Give the key's account access to it, or name another model in AgentEnhancerModel.");

    /// <summary>1: the model; 2: the server's words.</summary>
    public static readonly DiagnosticDescriptor ModelUnknown = new(
        "AEB2039", DiagnosticSeverity.Warning,
        "{0} has no model '{1}', or does not answer at this path (HTTP 404: {2}); the agents fall back. Check AgentEnhancerModel and AgentEnhancerEndpoint.");

    /// <summary>1: how many tries; 2: the server's words.</summary>
    public static readonly DiagnosticDescriptor RateLimited = new(
        "AEB2040", DiagnosticSeverity.Warning,
        "{0} is at its rate limit (HTTP 429 after {1} tries: {2}); the agents fall back. Build again later, or check the account's quota.");

    /// <summary>1: the status; 2: the seconds.</summary>
    public static readonly DiagnosticDescriptor WaitTooLong = new(
        "AEB2041", DiagnosticSeverity.Warning,
        "{0} answered HTTP {1} and asks to wait {2} s, which is longer than AgentEnhancerTimeout leaves, so it was not waited for and the agents fall back. Build again after that time, or set a longer AgentEnhancerTimeout.");

    /// <summary>1: the status; 2: how many tries; 3: the server's words.</summary>
    public static readonly DiagnosticDescriptor ServerFailed = new(
        "AEB2042", DiagnosticSeverity.Warning,
        "{0} failed (HTTP {1} after {2} tries: {3}); the agents fall back. Build again later, or ask another endpoint.");

    /// <summary>1: the status; 2: the server's words; 3: the model.</summary>
    public static readonly DiagnosticDescriptor RequestRefused = new(
        "AEB2043", DiagnosticSeverity.Warning,
        "{0} refused the request (HTTP {1}: {2}); the agents fall back. Check AgentEnhancerEndpoint and what the model '{3}' can take; a smaller AgentEnhancerBatchSize makes requests and answers shorter.");

    /// <summary>1: the seconds; 2: what came before, or nothing.</summary>
    public static readonly DiagnosticDescriptor TimedOut = new(
        "AEB2044", DiagnosticSeverity.Warning,
        "{0} did not finish within {1} s{2}; what is whole in its answer is used and the other agents fall back. Set a longer AgentEnhancerTimeout, or a faster model.");

    /// <summary>1: why.</summary>
    public static readonly DiagnosticDescriptor BrokenOff = new(
        "AEB2045", DiagnosticSeverity.Warning,
        "The answer of {0} broke off ({1}); what is whole in it is used and the other agents fall back. Build again.");

    /// <summary>1: why.</summary>
    public static readonly DiagnosticDescriptor NoText = new(
        "AEB2046", DiagnosticSeverity.Warning,
        "{0} answered without any text ({1}); the agents fall back. Check AgentEnhancerEndpoint and AgentEnhancerModel.");

    /// <summary>0: the model; 1: the endpoint's host.</summary>
    public static readonly DiagnosticDescriptor Refused = new(
        "AEB2047", DiagnosticSeverity.Warning,
        "The model '{0}' at {1} would not answer; what is whole in its answer is used and the other agents fall back. Read the agents and templates for what its provider's policy may stop at, or name another model in AgentEnhancerModel.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        EndpointInvalid, KeyVariableInvalid, KeyMissing, KeyUnusable, ModelMissing, Unreachable, ConnectionLost, KeyRefused, Forbidden,
        ModelUnknown, RateLimited, WaitTooLong, ServerFailed, RequestRefused, TimedOut, BrokenOff, NoText, Refused,
    ];
}
