using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Responses;

/// <summary>What an enhancer answered for one agent.</summary>
internal abstract record AgentAnswer(string AgentId);

/// <summary>A plan; the document is assembled here.</summary>
internal sealed record PlannedAnswer(string AgentId, Plan Plan) : AgentAnswer(AgentId);

/// <summary>A whole document, front matter aside.</summary>
internal sealed record WrittenAnswer(string AgentId, string Content) : AgentAnswer(AgentId);

/// <summary>No document for this agent, and why: a clause that reads after "because".</summary>
internal sealed record DeclinedAnswer(string AgentId, string Reason) : AgentAnswer(AgentId)
{
    /// <summary>What there is to say nevertheless: too little for a document of its own, but it may complete another's.</summary>
    public Plan? Material { get; init; }
}

internal readonly record struct TokenUsage(int Input, int Output);

/// <summary>One invocation's answer: matched by agent id, never by position. An agent without an answer is absent.</summary>
internal sealed record BatchResponse(
    ImmutableArray<AgentAnswer> Answers,
    ImmutableArray<PlanFinding> Findings,
    ImmutableArray<Diagnostic> Diagnostics,
    TokenUsage Usage)
{
    /// <summary>How often a model was called for it: one, and more only where the request had to be split; none where an answer lay there.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>Which model answered; null where nobody says.</summary>
    public string? Model { get; init; }

    /// <summary>What the calls were expected to cost.</summary>
    public TokenUsage EstimatedUsage { get; init; }

    /// <summary>A model sent a text, however much of it could be used: to ask again costs again.</summary>
    public bool WasAnswered { get; init; }
}
