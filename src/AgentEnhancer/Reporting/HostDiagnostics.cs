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

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TooOld, Unexpected,
    ];
}
