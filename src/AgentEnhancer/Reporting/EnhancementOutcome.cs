using System.Collections.Immutable;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Reporting;

internal enum AgentStatus
{
    /// <summary>A complete document was written.</summary>
    Enhanced,

    /// <summary>
    /// The model's answer for it was missing or refused, and the built-in document goes out instead; a diagnostic says why. It is not counted as
    /// enhanced, for that was asked of the model.
    /// </summary>
    FellBack,

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

    /// <summary>Agents that were not enhanced by whom they should have been, whatever goes out for them.</summary>
    public int FailedCount => Agents.Count(a => a.Status is AgentStatus.Failed or AgentStatus.FellBack);

    public int FellBackCount => Agents.Count(a => a.Status == AgentStatus.FellBack);

    public int TotalCount => Agents.Count(a => a.Status != AgentStatus.Skipped);

    /// <summary>What the model was expected to cost, by the estimate that the request was made with; <see cref="Usage"/> is what it says itself, where it does.</summary>
    public TokenUsage EstimatedUsage { get; init; }

    /// <summary>A model has answered: to ask it again costs again.</summary>
    public bool WasAnswered { get; init; }

    /// <summary>What failed may be mended by then. Not where a model was paid for its answer: the same again would be paid again.</summary>
    public bool IsToRunAgain => FailedCount > 0 && !WasAnswered;

    /// <summary>Percent of all agents that are enhanced; 0 where there are none.</summary>
    public int SuccessRate => TotalCount == 0 ? 0 : 100 * EnhancedCount / TotalCount;
}
