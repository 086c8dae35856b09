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

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownValue, TooSmall,
    ];
}
