using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Stored;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Reporting;

/// <summary>Every diagnostic of the package: 1xxx input, 2xxx enhancer, 3xxx response, 4xxx gate, 5xxx output, 9xxx host.</summary>
/// <remarks>A family is one static class of descriptors with an <c>All</c>; docs/diagnostics.md has a section for each code.</remarks>
internal static class DiagnosticCatalogue
{
    private const string Page = "https://github.com/agentenhancer/AgentEnhancer.Build/blob/main/docs/diagnostics.md";

    /// <summary>In order of code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. AgentDiagnostics.All,
        .. TemplateDiagnostics.All,
        .. RuleDiagnostics.All,
        .. OptionDiagnostics.All,
        .. EnhancerDiagnostics.All,
        .. CommandDiagnostics.All,
        .. BridgeDiagnostics.All,
        .. ChatDiagnostics.All,
        .. ResponseDiagnostics.All,
        .. GateDiagnostics.All,
        .. OutputDiagnostics.All,
        .. StoredDiagnostics.All,
        .. HostDiagnostics.All,
    ];

    /// <summary>Where a code is explained.</summary>
    public static string HelpLink(string code) => $"{Page}#{code.ToLowerInvariant()}";
}
