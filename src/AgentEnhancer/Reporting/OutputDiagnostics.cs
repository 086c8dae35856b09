using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What can go wrong while files are written. The file on disk stays what it was.</summary>
internal static class OutputDiagnostics
{
    public static readonly DiagnosticDescriptor CannotWrite = new(
        "AEB5001", DiagnosticSeverity.Warning,
        "The enhanced agent cannot be written ({0}); what was there is kept. Make the folder writable or set AgentEnhancerOutputPath to another.");

    public static readonly DiagnosticDescriptor NotOurs = new(
        "AEB5002", DiagnosticSeverity.Warning,
        "The file exists and was not written by AgentEnhancer (it lacks its mark); it is kept, the enhanced agent is not written. Move it, or set AgentEnhancerOutputPath to another folder.");

    public static readonly DiagnosticDescriptor CannotPrune = new(
        "AEB5003", DiagnosticSeverity.Warning,
        "The output of an agent that no longer exists cannot be deleted ({0}); it is kept. Delete it by hand.");

    public static readonly DiagnosticDescriptor OutputIsSource = new(
        "AEB5004", DiagnosticSeverity.Warning,
        "The enhanced agent would replace its own source; the source is kept, nothing is written. Set AgentEnhancerOutputPath to a folder that holds no agents.");

    public static readonly DiagnosticDescriptor OutsideOutput = new(
        "AEB5005", DiagnosticSeverity.Warning,
        "The path '{0}' leads out of the output folder; nothing is written. Set a Link without '..' on the agent.");

    public static readonly DiagnosticDescriptor CannotCreateFolder = new(
        "AEB5006", DiagnosticSeverity.Warning,
        "The output folder cannot be made ({0}); all agents keep their original text. Make its parent writable or set AgentEnhancerOutputPath to another.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        CannotWrite, NotOurs, CannotPrune, OutputIsSource, OutsideOutput, CannotCreateFolder,
    ];
}
