using System.Collections.Immutable;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>A template and how well it fits one agent: 1 for the best of that agent.</summary>
internal readonly record struct RankedTemplate(Template Template, double Score);

/// <summary>A name that one template defines and others use.</summary>
/// <param name="Uses">By user, in order of template id: the lines of code that use the name.</param>
internal sealed record SymbolLink(Template Definer, Unit Symbol, ImmutableArray<SymbolUse> Uses);

internal sealed record SymbolUse(Template User, ImmutableArray<int> Lines);

/// <summary>Which templates matter to which agent, whose each template is, and how templates hang together.</summary>
/// <param name="Ranking">By agent id, best first.</param>
/// <param name="Owners">By template id: the id of the agent that it fits best; absent where it fits none.</param>
internal sealed record RelevanceMap(
    ImmutableDictionary<string, ImmutableArray<RankedTemplate>> Ranking,
    ImmutableDictionary<string, string> Owners,
    ImmutableArray<SymbolLink> Links)
{
    public ImmutableArray<RankedTemplate> For(string agentId) => Ranking.GetValueOrDefault(agentId, []);
}
