using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What a run as a whole has to say.</summary>
internal static class RunDiagnostics
{
    public static readonly DiagnosticDescriptor NoTemplates = new(
        "AEB1110", DiagnosticSeverity.Message,
        "Skipped: there are no templates, so all agents ({0}) stay as they are. Add AgentTemplate items, or name the target that makes them in AgentEnhancerTemplateTarget.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [NoTemplates];
}
