using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Relevance;

/// <summary>Ranks templates for each agent, and finds whose each template is.</summary>
internal static class RelevanceAnalyzer
{
    /// <summary>How much of a template's score comes from the templates that it is linked with.</summary>
    private const double Smoothing = 0.35;

    /// <summary>A template that fits no agent better than this, measured against that agent's best, has no owner.</summary>
    private const double OwnershipThreshold = 0.2;

    /// <summary>What a claim to a template is worth that somebody else has better grounds for.</summary>
    private const double LesserClaim = 0.6;

    /// <summary>What a claim is worth to a template in a folder that is called as somebody else is.</summary>
    private const double ClaimToAnothersArea = 0.7;

    /// <summary>What fits so well, against an agent's best, is what it works on.</summary>
    private const double OfItsOwn = 0.5;

    /// <summary>An agent whom a single template fits in a large set has no better claim to it than this gives.</summary>
    private const double LeastUsual = 0.05;

    private const int LongestRanking = 60;

    /// <summary>An agent of whose words the best template has less than this is about something else.</summary>
    private const double LeastCoverage = 0.12;

    public static RelevanceMap Analyze(ImmutableArray<Agent> agents, TemplateCatalogue catalogue)
    {
        var templates = catalogue.Templates;
        var scopes = templates.GroupBy(t => t.Scope, StringComparer.Ordinal).Select(g => g.ToImmutableArray()).ToArray();
        ImmutableArray<SymbolLink> links = [.. scopes.SelectMany(s => SymbolLinker.Link(s, Languages.Family).Concat(TableLinks.In(s)))];
        ImmutableArray<FileLink> files = [.. scopes.SelectMany(s => FileLinks.In(s))];
        var neighbours = Neighbours(templates, [.. links.Select(l => (l.Definer, l.Uses)), .. files.Select(f => (f.Target, f.Uses))]);
        Dictionary<string, double>[] terms = [.. templates.AsParallel().AsOrdered().Select(TemplateTerms.Of)];
        var index = new TermIndex(terms);
        var queries = AgentQuery.ForAll(agents);
        ImmutableArray<List<string>>[] folders = [.. templates.Select(FolderTerms)];
        var scores = queries.AsParallel().AsOrdered()
            .Select(q => IfConcerned(Normalise(Smooth(index.Score(q.Terms), neighbours), q, templates, folders, InstanceView.Of(q.Agent, catalogue)), q, templates, terms, index)).ToArray();
        return new RelevanceMap(
            agents.Select((agent, i) => KeyValuePair.Create(agent.Id, Rank(scores[i], templates))).ToImmutableDictionary(StringComparer.Ordinal),
            Owners(agents, Claims(queries, scores, templates, folders, neighbours), templates),
            links,
            queries.ToImmutableDictionary(q => q.Agent.Id, StringComparer.Ordinal),
            index) { Files = files };
    }

    private static ImmutableArray<List<string>> FolderTerms(Template template) =>
        template.Path.Split('/') is { Length: > 2 } parts ? [.. parts[1..^1].Select(f => Terms.Of(f))] : [];

    private static List<(int Other, double Weight)>?[] Neighbours(ImmutableArray<Template> templates, ImmutableArray<(Template Definer, ImmutableArray<SymbolUse> Uses)> links)
    {
        var position = templates.Select((t, i) => (t.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var neighbours = new List<(int Other, double Weight)>?[templates.Length];
        void Add(int a, int b, double weight) => (neighbours[a] ??= []).Add((b, weight));

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

    private static double[] Smooth(double[] scores, List<(int Other, double Weight)>?[] neighbours)
    {
        var smooth = (double[])scores.Clone();
        for (var i = 0; i < scores.Length; i++)
        {
            if (neighbours[i] is not { } around)
            {
                continue;
            }

            var (total, linked) = (0.0, 0.0);
            foreach (var (other, weight) in around)
            {
                total += weight;
                linked += weight * scores[other];
            }

            // Links lift a template towards its company; they never push one down that fits by its own words.
            smooth[i] = Math.Max(scores[i], ((1 - Smoothing) * scores[i]) + (Smoothing * linked / total));
        }

        return smooth;
    }

    /// <summary>With what a template's role, and its being there at all, is worth to the agent, against the agent's best.</summary>
    private static double[] Normalise(double[] scores, AgentQuery query, ImmutableArray<Template> templates, ImmutableArray<List<string>>[] folders, InstanceView view)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] *= query.Prior(templates[i].Role) * query.AreaPrior(templates[i], folders[i]) * query.LanguagePrior(templates[i].Language) * (view.IsCitable(templates[i]) ? view.Standing(templates[i], null) : 0);
        }

        var best = scores.Length == 0 ? 0 : scores.Max();
        for (var i = 0; i < scores.Length && best > 0; i++)
        {
            scores[i] /= best;
        }

        return scores;
    }

    private static double[] IfConcerned(
        double[] scores, AgentQuery query, ImmutableArray<Template> templates, Dictionary<string, double>[] terms, TermIndex index)
    {
        var best = Array.FindIndex(scores, s => s >= 1);
        var isConcerned = best >= 0 && (query.Coverage(terms[best], index) >= LeastCoverage || query.NamesLanguage(templates[best].Language));
        return isConcerned ? scores : new double[scores.Length];
    }

    private static ImmutableArray<RankedTemplate> Rank(double[] scores, ImmutableArray<Template> templates) =>
    [
        .. Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0)
            .OrderByDescending(i => scores[i]).ThenBy(i => templates[i].Path, StringComparer.Ordinal)
            .Take(LongestRanking).Select(i => new RankedTemplate(templates[i], scores[i])),
    ];

    /// <summary>
    /// A template is whose who may change it, and a test whose who is about tests. Measured against what fits an agent on the average: whom
    /// everything fits has the lesser claim to one of them.
    /// </summary>
    private static double[] Claims(double[] scores, AgentQuery query, ImmutableArray<Template> templates, List<(int Other, double Weight)>?[] neighbours, Func<int, bool> isOfAnothersArea)
    {
        // Who only reads gains nothing by being choosy.
        var usual = !query.Agent.MayWrite ? 1 : Math.Max(LeastUsual, scores.DefaultIfEmpty(1).Average());
        return
        [
            .. scores.Select((s, t) => s * (query.Agent.MayWrite ? 1 : LesserClaim) * (isOfAnothersArea(t) ? ClaimToAnothersArea : 1)
                    * (templates[t].Role != TemplateRole.Test || query.IsTester || (query.AboutTests && TestsItsOwn(t, scores, neighbours)) ? 1 : LesserClaim))
                .Select(c => c < OwnershipThreshold ? 0 : c / usual),
        ];
    }

    private static double[][] Claims(AgentQuery[] queries, double[][] scores, ImmutableArray<Template> templates, ImmutableArray<List<string>>[] folders, List<(int Other, double Weight)>?[] neighbours)
    {
        bool[][] kinds = [.. queries.AsParallel().AsOrdered().Select(q => folders.Select((f, t) => templates[t].Role == TemplateRole.Code && !q.IsTester && q.IsOfItsKind(f)).ToArray())];

        bool[][] libraries = [.. queries.AsParallel().AsOrdered().Select(q => templates.Select(t => t.Role == TemplateRole.Code && !q.IsTester && q.NamesLibraryOf(t)).ToArray())];

        // What several say to make tells none of them apart.
        bool IsAlone(bool[][] ways, int a, int t) => ways[a][t] && ways.Count(w => w[t]) == 1;
        bool[][] places = [.. queries.Select((q, a) => folders.Select((f, t) => q.IsOfItsArea(f) || IsAlone(kinds, a, t)).ToArray())];

        // Where it lies says more than what it takes.
        bool[][] areas = [.. queries.Select((_, a) => folders.Select((_, t) => places[a][t] || (IsAlone(libraries, a, t) && !places.Any(p => p[t]))).ToArray())];

        // In a folder that is called as somebody is whom the template fits.
        bool[] taken = [.. templates.Select((_, t) => queries.Where((q, a) => areas[a][t] && scores[a][t] >= OwnershipThreshold && q.Agent.MayWrite).Any())];
        return [.. queries.Select((q, a) => Claims(scores[a], q, templates, neighbours, t => taken[t] && !areas[a][t]))];
    }

    /// <summary>Who only lists tests among other work means those of what it works on.</summary>
    private static bool TestsItsOwn(int test, double[] scores, List<(int Other, double Weight)>?[] neighbours) =>
        neighbours[test] is not { } around || around.Exists(n => scores[n.Other] >= OfItsOwn);

    private static ImmutableDictionary<string, string> Owners(ImmutableArray<Agent> agents, double[][] claims, ImmutableArray<Template> templates)
    {
        var owners = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

        // By id, so that the order of the items does not decide between equals.
        int[] order = [.. Enumerable.Range(0, agents.Length).OrderBy(i => agents[i].Id, StringComparer.Ordinal)];
        for (var t = 0; t < templates.Length; t++)
        {
            var best = -1;
            foreach (var a in order)
            {
                if (claims[a][t] > 0 && (best < 0 || claims[a][t] > claims[best][t]))
                {
                    best = a;
                }
            }

            if (best >= 0)
            {
                owners[templates[t].Id] = agents[best].Id;
            }
        }

        return owners.ToImmutable();
    }
}
