using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Requests;

/// <summary>Everything one invocation of an enhancer is told: all agents, all templates, and who belongs to whom.</summary>
internal sealed record BatchRequest(
    ImmutableArray<Agent> Agents,
    TemplateCatalogue Catalogue,
    RelevanceMap Relevance,
    EnhancementOptions Options)
{
    /// <summary>Where documents go, for an enhancer to know: never absolute, forward slashes.</summary>
    public string OutputPath { get; init; } = "agents";
}
