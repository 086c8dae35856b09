using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What can be wrong with an answer. What is right in it is used.</summary>
internal static class ResponseDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownAgent = new(
        "AEB3001", DiagnosticSeverity.Warning,
        "The answer names an agent '{0}' that was not asked about; that part is ignored. Answer with the ids of the request.");

    public static readonly DiagnosticDescriptor DuplicateAnswer = new(
        "AEB3002", DiagnosticSeverity.Warning,
        "The answer holds this agent ('{0}') more than once; the first whole answer is used. Answer once for each agent.");

    public static readonly DiagnosticDescriptor UnknownTemplate = new(
        "AEB3003", DiagnosticSeverity.Warning,
        "The answer cites a template '{0}' that does not exist; what rests on it alone is left out. Cite the ids of the request.");

    public static readonly DiagnosticDescriptor EvidenceOutside = new(
        "AEB3004", DiagnosticSeverity.Warning,
        "The answer cites '{0}', but the template has {1} lines; what rests on it alone is left out. Cite lines that exist.");

    public static readonly DiagnosticDescriptor CutOff = new(
        "AEB3005", DiagnosticSeverity.Warning,
        "The answer for this agent breaks off at character {0}, behind '{1}'; nothing half-written is used, the agent keeps its original text. Raise the model's limit of output, or set AgentEnhancerBatchSize to ask for fewer agents at once.");

    public static readonly DiagnosticDescriptor Unreadable = new(
        "AEB3006", DiagnosticSeverity.Warning,
        "The answer for this agent makes no sense as JSON at character {0}, near '{1}'; it is not used, the agent keeps its original text. Build again, or use a model with structured output.");

    public static readonly DiagnosticDescriptor Unusable = new(
        "AEB3007", DiagnosticSeverity.Warning,
        "The answer for this agent can't be used because {0}; the agent keeps its original text. Build again, or use a better model.");

    public static readonly DiagnosticDescriptor PartsLeftOut = new(
        "AEB3008", DiagnosticSeverity.Warning,
        "Parts of the answer for this agent are left out ({0}); the rest is used. Build again if the document lacks them.");

    public static readonly DiagnosticDescriptor AmbiguousAgent = new(
        "AEB3009", DiagnosticSeverity.Warning,
        "The answer names an agent '{0}', which may be several; that part is ignored. Answer with the ids of the request.");

    public static readonly DiagnosticDescriptor NothingInIt = new(
        "AEB3010", DiagnosticSeverity.Warning,
        "The answer of {0} characters holds no agent's answer (it begins with '{1}'); it is not used, the agents fall back. Look at what the model was told and what it says.");

    public static readonly DiagnosticDescriptor StoppedAtLimit = new(
        "AEB3011", DiagnosticSeverity.Warning,
        "The model stopped at its limit of output; {0} of {1} agents are answered, and those are used. Raise that limit, or set AgentEnhancerBatchSize to ask for fewer agents at once.");

    public static readonly DiagnosticDescriptor Refused = new(
        "AEB3012", DiagnosticSeverity.Warning,
        "The model would not answer ('{0}'); what it did answer is used. Look at what the agents and templates ask of it, or use another model.");

    public static readonly DiagnosticDescriptor Mended = new(
        "AEB3013", DiagnosticSeverity.Message,
        "The answer for this agent was no JSON ({0}); it was mended and is used whole. Use structured output where the model has it.");

    public static readonly DiagnosticDescriptor ForeignExamples = new(
        "AEB3020", DiagnosticSeverity.Message,
        "The answer shows more than one excerpt from templates that do not fit this agent; the first is kept, {0} left out. Show what the agent works on.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownAgent, DuplicateAnswer, UnknownTemplate, EvidenceOutside,
        CutOff, Unreadable, Unusable, PartsLeftOut, AmbiguousAgent, NothingInIt, StoppedAtLimit, Refused, Mended,
        ForeignExamples,
    ];
}
