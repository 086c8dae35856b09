using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Relevance;

/// <summary>Ranks templates for each agent, and finds whose each template is.</summary>
internal static class RelevanceAnalyzer
{
    /// <summary>How much of a template's score comes from the templates that it is linked with.</summary>
    private const double Smoothing = 0.25;

    /// <summary>A template that fits no agent better than this, measured against that agent's best, has no owner.</summary>
    private const double OwnershipThreshold = 0.2;

    private const int LongestRanking = 60;

    /// <summary>An agent of whose words the best template has less than this is about something else.</summary>
    private const double LeastCoverage = 0.075;

    public static RelevanceMap Analyze(ImmutableArray<Agent> agents, TemplateCatalogue catalogue)
    {
        var templates = catalogue.Templates;
        var links = SymbolLinker.Link(templates, Languages.Family);
        var neighbours = Neighbours(templates, links);
        Dictionary<string, double>[] terms = [.. templates.AsParallel().AsOrdered().Select(TemplateTerms.Of)];
        var index = new TermIndex(terms);
        var queries = AgentQuery.ForAll(agents);
        var scores = queries.AsParallel().AsOrdered()
            .Select(q => IfConcerned(Normalise(WithPriors(Smooth(index.Score(q.Terms), neighbours), q, templates)), q, templates, terms, index)).ToArray();
        return new RelevanceMap(
            agents.Select((agent, i) => KeyValuePair.Create(agent.Id, Rank(scores[i], templates))).ToImmutableDictionary(StringComparer.Ordinal),
            Owners(agents, scores, templates),
            links,
            queries.ToImmutableDictionary(q => q.Agent.Id, StringComparer.Ordinal),
            index);
    }

    private static Dictionary<int, List<(int Other, double Weight)>> Neighbours(ImmutableArray<Template> templates, ImmutableArray<SymbolLink> links)
    {
        var position = templates.Select((t, i) => (t.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var neighbours = new Dictionary<int, List<(int Other, double Weight)>>();
        void Add(int a, int b, double weight)
        {
            if (!neighbours.TryGetValue(a, out var list))
            {
                neighbours[a] = list = [];
            }

            list.Add((b, weight));
        }

        foreach (var link in links)
        {
            // A name that everybody uses ties nobody together.
            var weight = Math.Log(1 + ((double)templates.Length / (1 + link.Uses.Length)));
            foreach (var use in link.Uses)
            {
                Add(position[link.Definer.Id], position[use.User.Id], weight);
                Add(position[use.User.Id], position[link.Definer.Id], weight);
            }
        }

        return neighbours;
    }

    private static Dictionary<int, double> Smooth(Dictionary<int, double> scores, Dictionary<int, List<(int Other, double Weight)>> neighbours)
    {
        var smooth = new Dictionary<int, double>(scores.Count);
        foreach (var i in scores.Keys.Concat(scores.Keys.Where(neighbours.ContainsKey).SelectMany(k => neighbours[k].Select(n => n.Other))).Distinct().Order())
        {
            var own = scores.GetValueOrDefault(i);
            if (!neighbours.TryGetValue(i, out var around))
            {
                smooth[i] = own;
                continue;
            }

            var total = around.Sum(n => n.Weight);
            var linked = around.Sum(n => n.Weight * scores.GetValueOrDefault(n.Other)) / total;

            // Links lift a template towards its company; they never push one down that fits by its own words.
            smooth[i] = Math.Max(own, ((1 - Smoothing) * own) + (Smoothing * linked));
        }

        return smooth;
    }

    private static Dictionary<int, double> WithPriors(Dictionary<int, double> scores, AgentQuery query, ImmutableArray<Template> templates) =>
        scores.ToDictionary(s => s.Key, s => s.Value * query.Prior(templates[s.Key].Role));

    private static Dictionary<int, double> Normalise(Dictionary<int, double> scores)
    {
        var best = scores.Count == 0 ? 0 : scores.Values.Max();
        return best <= 0 ? [] : scores.ToDictionary(s => s.Key, s => s.Value / best);
    }

    private static Dictionary<int, double> IfConcerned(Dictionary<int, double> scores, AgentQuery query, ImmutableArray<Template> templates, Dictionary<string, double>[] terms, TermIndex index) =>
        scores.Where(s => s.Value >= 1).Any(s => query.Coverage(terms[s.Key], index) >= LeastCoverage || query.NamesLanguage(templates[s.Key].Language)) ? scores : [];

    private static ImmutableArray<RankedTemplate> Rank(Dictionary<int, double> scores, ImmutableArray<Template> templates) =>
    [
        .. scores.OrderByDescending(s => s.Value).ThenBy(s => templates[s.Key].Path, StringComparer.Ordinal)
            .Take(LongestRanking).Select(s => new RankedTemplate(templates[s.Key], s.Value)),
    ];

    private static ImmutableDictionary<string, string> Owners(
        ImmutableArray<Agent> agents, Dictionary<int, double>[] scores, ImmutableArray<Template> templates)
    {
        var owners = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var best = new Dictionary<int, double>();

        // By id, so that the order of the items does not decide between equals.
        foreach (var a in Enumerable.Range(0, agents.Length).OrderBy(i => agents[i].Id, StringComparer.Ordinal))
        {
            foreach (var (template, score) in scores[a])
            {
                if (score >= OwnershipThreshold && score > best.GetValueOrDefault(template))
                {
                    best[template] = score;
                    owners[templates[template].Id] = agents[a].Id;
                }
            }
        }

        return owners.ToImmutable();
    }
}
