using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What can go wrong between a build and the host that answers by files. Each is told at the file in question.</summary>
internal static class BridgeDiagnostics
{
    /// <summary>At the request. 0: its id; 1: the path of the answer.</summary>
    public static readonly DiagnosticDescriptor Waiting = new(
        "AEB2020", DiagnosticSeverity.Warning,
        "The request '{0}' waits for an answer; until then its agents fall back. Let a host answer it in '{1}', then build again.");

    public static readonly DiagnosticDescriptor OtherRequest = new(
        "AEB2021", DiagnosticSeverity.Warning,
        "The answer is for the request '{0}', and the agents or templates have changed since: '{1}' is asked now; it is not used, the agents fall back. Let a host answer the new request, then build again.");

    public static readonly DiagnosticDescriptor Damaged = new(
        "AEB2022", DiagnosticSeverity.Warning,
        "The answer cannot be read ({0}); it is not used, the agents fall back. Let the host write it again, whole, then build again.");

    /// <summary>0: status; 1: what the host says of it; 2: the request's id.</summary>
    public static readonly DiagnosticDescriptor HostFailed = new(
        "AEB2023", DiagnosticSeverity.Warning,
        "The host reports {0} ({1}) for the request '{2}'; the agents fall back. Delete the answer and let the host answer again, then build again.");

    public static readonly DiagnosticDescriptor CannotWrite = new(
        "AEB2024", DiagnosticSeverity.Warning,
        "The request cannot be written ({0}), so no host can answer it; the agents fall back. Make the folder writable, or set AgentEnhancerBridgePath to another.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Waiting, OtherRequest, Damaged, HostFailed, CannotWrite,
    ];
}
