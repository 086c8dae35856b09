using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What can be wrong around a run.</summary>
internal static class HostDiagnostics
{
    public static readonly DiagnosticDescriptor TooOld = new(
        "AEB9001", DiagnosticSeverity.Warning,
        "AgentEnhancer.Build needs the .NET SDK 10 or Visual Studio 2026, and this is {0}; all agents keep their original text. Update, or set AgentEnhancerEnabled=false.");

    public static readonly DiagnosticDescriptor Unexpected = new(
        "AEB9002", DiagnosticSeverity.Warning,
        "AgentEnhancer failed unexpectedly ({0}); all agents keep their original text. Please report it with this message, or set AgentEnhancerEnabled=false.");

    // The targets give these two: packing never loads the task.
    public static readonly DiagnosticDescriptor PackedUnbuilt = new(
        "AEB9021", DiagnosticSeverity.Warning,
        "The package is made without a build, and no build has enhanced its agents in {0}; they are packed in their original text. Build first, or pack without --no-build.");

    public static readonly DiagnosticDescriptor PackedByNuspec = new(
        "AEB9022", DiagnosticSeverity.Warning,
        "This file lists what is packed, so agents go out in their original text. List the enhanced ones, which lie in $enhancedAgents$, or set AgentEnhancerReplaceItems=false.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TooOld, Unexpected, PackedUnbuilt, PackedByNuspec,
    ];
}
