using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>
/// What can be wrong with an option. These are errors, the only ones of the package: whoever mistypes the name of an enhancer must not find
/// out from the documents that another one wrote them.
/// </summary>
internal static class OptionDiagnostics
{
    /// <summary>0: the value; 1: the option; 2: what it may be.</summary>
    public static readonly DiagnosticDescriptor UnknownValue = new(
        "AEB1301", DiagnosticSeverity.Error,
        "'{0}' is no value of AgentEnhancer{1}; no agent was enhanced. Use one of {2}.");

    /// <summary>0: the value; 1: the option; 2: the least that it may be.</summary>
    public static readonly DiagnosticDescriptor TooSmall = new(
        "AEB1302", DiagnosticSeverity.Error,
        "AgentEnhancer{1} is {0}; no agent was enhanced. Set it to {2} or more.");

    /// <summary>Without the value, which may be a key.</summary>
    public static readonly DiagnosticDescriptor NoVariableName = new(
        "AEB1303", DiagnosticSeverity.Error,
        "AgentEnhancerApiKeyVariable is no name of an environment variable; no agent was enhanced. Name the variable that holds the key, and never the key itself: logs keep the values of properties. If that was a key, replace it.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownValue, TooSmall, NoVariableName,
    ];
}
