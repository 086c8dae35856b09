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

    /// <summary>0: the option that needs it.</summary>
    public static readonly DiagnosticDescriptor NoResponsesPath = new(
        "AEB1303", DiagnosticSeverity.Error,
        "AgentEnhancer{0} takes a model's answers from AgentEnhancerResponsesPath, which is not set; no agent was enhanced. Set it to a folder under source control.");

    public static readonly DiagnosticDescriptor NothingToCheck = new(
        "AEB1304", DiagnosticSeverity.Error,
        "AgentEnhancerCheck compares files under source control, and AgentEnhancerOutputPath is not set; nothing was compared. Set it to the folder that they are committed in.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownValue, TooSmall, NoResponsesPath, NothingToCheck,
    ];
}
