using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Requests;

/// <summary>A template with its place in a batch.</summary>
/// <param name="Round">0 for what is some agent's best, 1 for a second best, and so on; <see cref="TemplateOrder.NobodysRound"/> for what concerns none of them.</param>
internal sealed record PlacedTemplate(Template Template, int Round, double Score);

/// <summary>Which templates matter most to a batch of agents: what an agent owns comes before what it merely uses, and the best of all agents before the second best of any.</summary>
internal static class TemplateOrder
{
    public const int NobodysRound = int.MaxValue;

    public static ImmutableArray<PlacedTemplate> Of(IEnumerable<Agent> agents, BatchRequest request, ILookup<string, string> owned)
    {
        var places = new Dictionary<string, PlacedTemplate>(StringComparer.Ordinal);
        foreach (var agent in agents)
        {
            var round = 0;
            foreach (var (template, score) in For(agent, request, owned))
            {
                var place = new PlacedTemplate(template, round++, score);
                if (!places.TryGetValue(template.Id, out var other) || (other.Round, -other.Score).CompareTo((place.Round, -place.Score)) > 0)
                {
                    places[template.Id] = place;
                }
            }
        }

        // Equally good for somebody: the shorter leaves more room for the others.
        return
        [
            .. request.Catalogue.Templates.Select(t => places.GetValueOrDefault(t.Id) ?? new PlacedTemplate(t, NobodysRound, 0))
                .OrderBy(p => p.Round).ThenByDescending(p => p.Score).ThenBy(p => p.Template.LineCount).ThenBy(p => p.Template.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The templates that an agent owns or ranks, its own first.</summary>
    public static IEnumerable<RankedTemplate> For(Agent agent, BatchRequest request, ILookup<string, string> owned)
    {
        var ranking = request.Relevance.For(agent.Id);
        var own = owned[agent.Id].ToHashSet(StringComparer.Ordinal);
        var unranked = own.Except(ranking.Select(r => r.Template.Id)).Select(request.Catalogue.Find).OfType<Template>()
            .OrderBy(t => t.Path, StringComparer.Ordinal).Select(t => new RankedTemplate(t, 0));
        return ranking.Where(r => own.Contains(r.Template.Id)).Concat(unranked).Concat(ranking.Where(r => !own.Contains(r.Template.Id)));
    }

    /// <summary>Ids of templates by the id of their owner.</summary>
    public static ILookup<string, string> Owned(RelevanceMap relevance) =>
        relevance.Owners.ToLookup(o => o.Value, o => o.Key, StringComparer.Ordinal);
}
