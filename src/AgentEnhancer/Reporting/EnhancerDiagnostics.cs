using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What can go wrong while an enhancer answers.</summary>
internal static class EnhancerDiagnostics
{
    public static readonly DiagnosticDescriptor Declined = new(
        "AEB2001", DiagnosticSeverity.Warning,
        "The agent was not enhanced because {0}; it keeps its original text. Add templates for its subject, or say more about its subject in its description.");

    public static readonly DiagnosticDescriptor Failed = new(
        "AEB2002", DiagnosticSeverity.Warning,
        "The enhancer failed ({0}); all agents keep their original text. Build again; if it fails again, report it with this message.");

    public static readonly DiagnosticDescriptor NoAnswer = new(
        "AEB2003", DiagnosticSeverity.Warning,
        "The enhancer gave no answer for this agent; it keeps its original text. Build again; if an enhancer of your own is used, let it answer for every agent id.");

    /// <summary>A defect seen in a template. 0: the problem; 1: how to mend it, or nothing.</summary>
    public static readonly DiagnosticDescriptor Finding = new(
        "AEB2004", DiagnosticSeverity.Message,
        "{0} {1}");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Declined, Failed, NoAnswer, Finding,
    ];
}
