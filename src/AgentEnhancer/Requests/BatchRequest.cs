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
    private readonly ImmutableArray<TemplateSet> _sets;

    /// <summary>What each agent may speak of; one set for all where nothing else is said.</summary>
    public ImmutableArray<TemplateSet> Sets
    {
        get => _sets.IsDefaultOrEmpty ? [new TemplateSet("", Agents, Catalogue, Relevance)] : _sets;
        init => _sets = value;
    }

    public TemplateCatalogue CatalogueOf(Agent agent) =>
        Sets.FirstOrDefault(s => string.Equals(s.Scope, agent.Scope, StringComparison.Ordinal))?.Catalogue ?? Catalogue;

    /// <summary>Where documents go, for an enhancer to know: never absolute, forward slashes.</summary>
    public string OutputPath { get; init; } = "agents";
}
