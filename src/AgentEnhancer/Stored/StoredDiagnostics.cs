using System.Collections.Immutable;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Stored;

/// <summary>What can be wrong with stored answers.</summary>
internal static class StoredDiagnostics
{
    public static readonly DiagnosticDescriptor Damaged = new(
        "AEB5020", DiagnosticSeverity.Warning,
        "The stored answer cannot be read ({0}); it is treated as absent. Restore the file from version control, or delete it to have the agent asked about again.");

    public static readonly DiagnosticDescriptor CannotStore = new(
        "AEB5021", DiagnosticSeverity.Warning,
        "The answer cannot be stored ({0}); the agent is enhanced, and the next build asks again. Make the folder of AgentEnhancerResponsesPath writable.");

    public static readonly DiagnosticDescriptor LockedMissing = new(
        "AEB5022", DiagnosticSeverity.Error,
        "There is no stored answer for this agent, and a locked build calls no model. Run 'dotnet build -p:AgentEnhancerLockedMode=false' where the model can be called, and commit {0}.");

    public static readonly DiagnosticDescriptor LockedOutdated = new(
        "AEB5023", DiagnosticSeverity.Error,
        "The stored answer is for another state of this agent or of its templates, and a locked build calls no model. Run 'dotnet build -p:AgentEnhancerLockedMode=false' where the model can be called, and commit {0}.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Damaged, CannotStore, LockedMissing, LockedOutdated,
    ];
}
