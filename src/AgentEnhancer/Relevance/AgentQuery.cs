using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>What an agent is about, as a weighted query.</summary>
/// <param name="AboutTests">It speaks of tests where it says what it is for.</param>
/// <param name="AboutProse">It speaks of documentation there.</param>
/// <param name="Core">The terms of its name, description and technologies: what it says it is for.</param>
internal sealed record AgentQuery(Agent Agent, IReadOnlyDictionary<string, double> Terms, IReadOnlySet<string> Core, bool AboutTests, bool AboutProse)
{
    private const double OfItsArea = 1.25;
    private const double OfItsKind = 1.2;

    /// <summary>Less, for its being about tests has raised them already.</summary>
    private const double TestsOfItsArea = 1.12;

    private const int ShortestHead = 5;

    private const double NameWeight = 1.5;
    private const double DescriptionWeight = 1.0;
    private const double TechnologyWeight = 0.7;
    private const double BodyWeight = 0.15;

    private const double OfADeniedLanguage = 0.4;

    /// <summary>As authors spell them: <c>Go</c> is a language, "go" is none.</summary>
    private static readonly ImmutableArray<(string Name, string Language)> LanguageNames =
    [
        ("C#", "csharp"), ("TypeScript", "typescript"), ("TypeScript", "tsx"), ("JavaScript", "javascript"), ("React", "tsx"), ("React", "jsx"), ("Vue", "vue"), ("Svelte", "svelte"),
        ("Go", "go"), ("Golang", "go"), ("Rust", "rust"), ("Java", "java"), ("Kotlin", "kotlin"), ("Swift", "swift"), ("Dart", "dart"), ("Python", "python"), ("Ruby", "ruby"), ("PHP", "php"),
        ("SQL", "sql"), ("Dockerfile", "dockerfile"), ("Dockerfiles", "dockerfile"), ("Terraform", "hcl"), ("Razor", "razor"), ("XAML", "xaml"), ("CSS", "css"),
    ];

    private static readonly string[] TestWords = ["test", "tester", "qa", "spec", "e2e", "xunit", "pytest", "vitest", "jest", "junit", "playwright", "cypress"];
    private static readonly string[] ProseWords = ["document", "docs", "readm", "writer", "changelog"];

    /// <summary>Queries for all agents together: a term that every agent has tells none of them apart.</summary>
    public static AgentQuery[] ForAll(IReadOnlyList<Agent> agents)
    {
        var raw = agents.Select(Raw).ToArray();
        var having = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in raw.SelectMany(r => r.Keys))
        {
            having[term] = having.GetValueOrDefault(term) + 1;
        }

        return [.. agents.Select((agent, i) => Weigh(agent, raw[i], having, agents.Count))];
    }

    /// <summary>How well a template of this role suits the agent, before any word is compared.</summary>
    public double Prior(TemplateRole role) => role switch
    {
        TemplateRole.Test => AboutTests ? 1.1 : 0.65,
        TemplateRole.Prose => AboutProse ? 1 : 0.6,
        TemplateRole.Configuration => 0.85,
        _ => 1,
    };

    /// <summary>What is written in a language that the agent says it is not for, and of which it does not speak otherwise, is others' work.</summary>
    public double LanguagePrior(string language) => DeniedLanguages.Contains(language) ? OfADeniedLanguage : 1;

    private HashSet<string> DeniedLanguages { get; } = LanguagesIn(Scope.Denied(Agent.Body))
        .Except(LanguagesIn($"{Agent.Name} {string.Join(' ', Agent.Technologies)} {Scope.Positive(Agent.Description)} {Scope.Positive(Agent.Body)}"), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> LanguagesIn(string text) => LanguageNames.Where(n => Identifiers.Names(text, n.Name)).Select(n => n.Language);

    /// <summary>A folder that is called as the agent is holds what it works on; so does one that is called as what it says to make.</summary>
    /// <param name="folders">The terms of each folder that the template lies in, the innermost last.</param>
    public double AreaPrior(Template template, ImmutableArray<List<string>> folders) =>
        folders.Any(IsCalledAsItIs) ? template.Role == TemplateRole.Test ? TestsOfItsArea : OfItsArea
        : (template.Role == TemplateRole.Code || !IsTester) && IsOfItsKind(folders) ? OfItsKind : 1;

    /// <summary>The folder that it lies in itself is called so.</summary>
    public bool IsOfItsArea(ImmutableArray<List<string>> folders) => folders is [.., var own] && IsCalledAsItIs(own);

    /// <summary><c>composables/</c>, for an agent that owns "stores, API clients and composables".</summary>
    public bool IsOfItsKind(ImmutableArray<List<string>> folders) => folders is [.., { Count: > 0 } own] && own.TrueForAll(KindTerms.Contains);

    /// <summary>Something that the template imports is called as the agent says it works with.</summary>
    public bool NamesLibraryOf(Template template) => template.Imports.Any(i => !i.IsLocal && Relevance.Terms.Of(i.Module.AsSpan(i.Module.LastIndexOf('/') + 1)) is { Count: > 0 } library && library.TrueForAll(Core.Contains));

    private HashSet<string> KindTerms { get; } = Relevance.Terms.Of($"{Agent.Name} {FirstSentence(Scope.Positive(Agent.Description))}").ToHashSet(StringComparer.Ordinal);

    private List<string> NameTerms { get; } = Relevance.Terms.Of(Agent.Name);

    // The head of a compound stands last: "graph" is what "langgraph" is about.
    private bool IsCalledAsItIs(List<string> folder) => folder.Count > 0
        && folder.TrueForAll(term => NameTerms.Exists(n => n == term || (term.Length >= ShortestHead && n.EndsWith(term, StringComparison.Ordinal))));

    /// <summary>How much of what the agent says it is for occurs in a text of these terms: 0 to 1, rare terms counting most.</summary>
    public double Coverage(IReadOnlyDictionary<string, double> document, TermIndex index)
    {
        var (found, all) = (0.0, 0.0);
        foreach (var term in Core.Order(StringComparer.Ordinal))
        {
            var weight = Terms.GetValueOrDefault(term) * index.WeightAmongOthers(term);
            all += weight;
            found += document.ContainsKey(term) ? weight : 0;
        }

        return all == 0 ? 0 : found / all;
    }

    /// <summary>A generalist, such as a reviewer of Rust code, may share nothing with the templates but their language.</summary>
    public bool NamesLanguage(string language) => Relevance.Terms.Of(language switch
    {
        "csharp" => "csharp dotnet",
        "tsx" or "jsx" => "react typescript",
        "hcl" => "terraform",
        "dockerfile" => "docker",
        "text" or "json" or "yaml" or "xml" or "markdown" or "html" => "",
        _ => language,
    }).Any(Core.Contains);

    /// <summary>Its name says that it is about tests; another may only list them among other work.</summary>
    public bool IsTester => AboutTests && Relevance.Terms.Of(Agent.Name).Intersect(TestWords, StringComparer.Ordinal).Any();

    private static AgentQuery Weigh(Agent agent, Dictionary<string, double> raw, Dictionary<string, int> having, int count)
    {
        var terms = new Dictionary<string, double>(raw.Count, StringComparer.Ordinal);
        foreach (var (term, weight) in raw)
        {
            var rarity = count < 2 ? 1 : 0.25 + (0.75 * Math.Log(1 + ((double)count / having[term])) / Math.Log(1 + count));
            terms[term] = (1 + Math.Log(1 + weight)) * rarity * (weight < 2 * BodyWeight ? 0.3 : 1);
        }

        var core = Relevance.Terms.Of(agent.Name);
        core.AddRange(Relevance.Terms.Of(FirstSentence(agent.Description)));
        var said = Relevance.Terms.Of($"{agent.Name} {Scope.Positive(WithoutExamples(agent.Description))} {string.Join(' ', agent.Technologies)}").ToHashSet(StringComparer.Ordinal);
        return new AgentQuery(agent, terms, said, core.Intersect(TestWords, StringComparer.Ordinal).Any(), core.Intersect(ProseWords, StringComparer.Ordinal).Any());
    }

    private static Dictionary<string, double> Raw(Agent agent)
    {
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(string text, double weight) => Relevance.Terms.Each(text, t => terms[t] = terms.GetValueOrDefault(t) + weight);

        Add(agent.Name, NameWeight);
        Add(Scope.Positive(agent.Description), DescriptionWeight);
        foreach (var technology in agent.Technologies)
        {
            Add(technology, TechnologyWeight);
        }

        Add(Scope.Positive(agent.Body), BodyWeight);
        return terms;
    }

    /// <summary>Dialogues that show when to call an agent are of anything.</summary>
    private static string WithoutExamples(string text)
    {
        var start = text.IndexOf("<example", StringComparison.OrdinalIgnoreCase);
        return start <= 0 ? text : text[..start];
    }

    private static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}
