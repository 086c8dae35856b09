using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Validation;

/// <summary>What became of one agent's answer.</summary>
/// <param name="Document">A document that passed the gate; null where the agent keeps its text.</param>
/// <param name="TemplatesReferenced">Distinct templates that the document cites.</param>
internal sealed record AgentResult(Agent Agent, string? Document, int TemplatesReferenced, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The document is not of the enhancer that was asked, but the built-in one in its place.</summary>
    public bool IsStandIn { get; init; }

    public static AgentResult Keep(Agent agent, params ImmutableArray<Diagnostic> reasons) => new(agent, null, 0, reasons);
}
