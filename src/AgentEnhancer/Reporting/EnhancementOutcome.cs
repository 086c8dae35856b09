using System.Collections.Immutable;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Reporting;

internal enum AgentStatus
{
    /// <summary>A complete document was written.</summary>
    Enhanced,

    /// <summary>It was complete already and goes out as it is.</summary>
    Complete,

    /// <summary>It could not be enhanced and goes out as it is; a diagnostic says why.</summary>
    Failed,

    /// <summary>Not an agent (no front matter): left out, with a message.</summary>
    Skipped,
}

/// <summary>What became of one agent.</summary>
/// <param name="OutputPath">Absolute; null where nothing was written.</param>
/// <param name="LineCount">Of the file that goes out.</param>
/// <param name="TemplatesReferenced">Distinct templates that its document cites.</param>
internal sealed record AgentOutcome(
    string AgentId,
    string SourcePath,
    string? OutputPath,
    AgentStatus Status,
    int LineCount,
    int TemplatesReferenced);

/// <summary>How a run ended. Partial success is success.</summary>
internal enum RunStatus
{
    Success,
    Skipped,
    Failed,
}

internal sealed record EnhancementOutcome(
    RunStatus Status,
    ImmutableArray<AgentOutcome> Agents,
    int TemplateCount,
    int InvocationCount,
    TokenUsage Usage,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public int EnhancedCount => Agents.Count(a => a.Status is AgentStatus.Enhanced or AgentStatus.Complete);

    public int FailedCount => Agents.Count(a => a.Status == AgentStatus.Failed);

    public int TotalCount => Agents.Count(a => a.Status != AgentStatus.Skipped);

    /// <summary>Percent of all agents that go out complete; 0 where there are none.</summary>
    public int SuccessRate => TotalCount == 0 ? 0 : 100 * EnhancedCount / TotalCount;
}
