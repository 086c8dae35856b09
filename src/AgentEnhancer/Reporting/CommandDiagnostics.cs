using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What can go wrong with a command that is to answer.</summary>
internal static class CommandDiagnostics
{
    public static readonly DiagnosticDescriptor Unreadable = new(
        "AEB2010", DiagnosticSeverity.Warning,
        "The command line in AgentEnhancerCommand cannot be used because {0}; its agents fall back. Mend it, or name a command such as 'claude'.");

    /// <summary>0: the program as it was written; 1: how to come by it.</summary>
    public static readonly DiagnosticDescriptor NotFound = new(
        "AEB2011", DiagnosticSeverity.Warning,
        "The command '{0}' is not there, or is no program; its agents fall back. {1}, put it on PATH, or give its full path in AgentEnhancerCommand.");

    public static readonly DiagnosticDescriptor CannotStart = new(
        "AEB2012", DiagnosticSeverity.Warning,
        "The command '{0}' cannot be started ({1}); its agents fall back. See that it runs by hand, and that the temporary folder can be written.");

    /// <summary>0: the program; 1: its exit code; 2: what it said last; 3: how to mend it.</summary>
    public static readonly DiagnosticDescriptor Failed = new(
        "AEB2013", DiagnosticSeverity.Warning,
        "The command '{0}' failed with exit code {1} ({2}); what it had not answered falls back. {3}, then build again.");

    public static readonly DiagnosticDescriptor TimedOut = new(
        "AEB2014", DiagnosticSeverity.Warning,
        "The command '{0}' had not answered after {1} seconds ({2}) and was ended; what it had not answered falls back. Raise AgentEnhancerTimeout, or choose a faster model.");

    /// <summary>0: the program; 1: what it said last; 2: how to mend it.</summary>
    public static readonly DiagnosticDescriptor NoAnswer = new(
        "AEB2015", DiagnosticSeverity.Warning,
        "The command '{0}' ended without a whole answer ({1}); what it had not answered falls back. {2}, then build again.");

    public static readonly DiagnosticDescriptor TooMuch = new(
        "AEB2016", DiagnosticSeverity.Warning,
        "The command '{0}' wrote more than {1} bytes and was ended; its agents fall back. Let it write its answer to standard output, and nothing else.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Unreadable, NotFound, CannotStart, Failed, TimedOut, NoAnswer, TooMuch,
    ];
}
