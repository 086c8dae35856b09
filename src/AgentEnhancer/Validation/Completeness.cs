using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Validation;

/// <summary>Tells agents that are complete already, and go out as they are, from those that need a document.</summary>
internal static class Completeness
{
    public static (ImmutableArray<Agent> Thin, ImmutableArray<Agent> Complete) Split(ImmutableArray<Agent> agents, DocumentLimits limits)
    {
        var complete = agents.Where(a => AgentSections.IsComplete(MarkdownBody.Parse(a.Body), limits)).ToImmutableArray();
        return (agents.RemoveRange(complete), complete);
    }
}
