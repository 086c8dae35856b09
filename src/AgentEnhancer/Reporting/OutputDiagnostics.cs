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

    /// <summary>0: what stands in the line that should; 1: what stands there.</summary>
    public static readonly DiagnosticDescriptor Differs = new(
        "AEB5010", DiagnosticSeverity.Error,
        "The enhanced agent is out of date: here should stand {0}, and there stands {1}; nothing was written. Build without AgentEnhancerCheck and commit the file.");

    public static readonly DiagnosticDescriptor Missing = new(
        "AEB5011", DiagnosticSeverity.Error,
        "The enhanced agent of '{0}' is missing; nothing was written. Build without AgentEnhancerCheck and commit the file.");

    public static readonly DiagnosticDescriptor LeftOver = new(
        "AEB5012", DiagnosticSeverity.Error,
        "The enhanced agent has no source any more; nothing was deleted. Delete the file, or bring its agent back.");

    public static readonly DiagnosticDescriptor CannotCheck = new(
        "AEB5013", DiagnosticSeverity.Error,
        "The enhanced agent cannot be compared ({0}); nothing was written. Make the file readable.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        CannotWrite, NotOurs, CannotPrune, OutputIsSource, OutsideOutput, CannotCreateFolder, Differs, Missing, LeftOver, CannotCheck,
    ];
}
