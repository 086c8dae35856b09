using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>
/// What agents of one place work from. An agent inside a <c>dotnet new</c> template speaks of that template's files alone, under the paths of the
/// project that is made of it; an agent outside any speaks of all there is.
/// </summary>
/// <param name="Scope">As in <see cref="Agent.Scope"/>.</param>
internal sealed record TemplateSet(string Scope, ImmutableArray<Agent> Agents, TemplateCatalogue Catalogue, RelevanceMap Relevance);

/// <summary>All sets of a run, and what they say together.</summary>
/// <param name="Relevance">Of all agents: a template is owned in its own set first.</param>
internal sealed record TemplateSets(ImmutableArray<TemplateSet> All, RelevanceMap Relevance)
{
    public static TemplateSets Of(ImmutableArray<Agent> agents, TemplateCatalogue catalogue)
    {
        // What lies in a template comes first: who works on that template owns its files before who works on the pack.
        var sets = agents.GroupBy(a => a.Scope, StringComparer.Ordinal).OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select(g => Of(g.Key, [.. g], catalogue)).ToImmutableArray();
        return new TemplateSets(sets, sets.Length == 1 ? sets[0].Relevance : Join(sets));
    }

    private static TemplateSet Of(string scope, ImmutableArray<Agent> agents, TemplateCatalogue catalogue)
    {
        var own = scope.Length == 0 ? catalogue : catalogue.In(scope);
        return new TemplateSet(scope, agents, own, RelevanceAnalyzer.Analyze(agents, own));
    }

    private static RelevanceMap Join(ImmutableArray<TemplateSet> sets)
    {
        var owners = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var owner in sets.SelectMany(s => s.Relevance.Owners))
        {
            owners.TryAdd(owner.Key, owner.Value);
        }

        var all = sets.Select(s => s.Relevance).ToArray();
        return new RelevanceMap(
            all.SelectMany(r => r.Ranking).ToImmutableDictionary(StringComparer.Ordinal),
            owners.ToImmutable(),
            [.. all.SelectMany(r => r.Links)],
            all.SelectMany(r => r.Queries).ToImmutableDictionary(StringComparer.Ordinal),
            all[^1].Index)
        {
            Files = [.. all.SelectMany(r => r.Files)],
        };
    }
}
