using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Support;

/// <summary>Builds agents, templates and plans for tests of the later stages, which don't care how the earlier ones read them.</summary>
internal static partial class Make
{
    public static Agent Agent(string text, string id = "agents/orders.md")
    {
        var close = text.StartsWith("---", StringComparison.Ordinal) ? text.IndexOf("\n---", 3, StringComparison.Ordinal) : -1;
        var lineEnd = close < 0 ? -1 : text.IndexOf('\n', close + 1);
        var split = close < 0 ? 0 : lineEnd < 0 ? text.Length : lineEnd + 1;
        var name = id[(id.LastIndexOf('/') + 1)..].Replace(".md", "", StringComparison.Ordinal);
        return new Agent(
            id, "/project/" + id, text, text[..split], text[split..], text[..split].Count(c => c == '\n') + 1,
            name, "", [], text.Contains("\r\n", StringComparison.Ordinal));
    }

    public static Template Template(
        string id, string path, string text, string language = "csharp", string? purpose = null, params Unit[] units)
    {
        var lines = MarkdownBody.SplitLines(text);
        var placeholders = lines.SelectMany((line, i) => PlaceholderPattern().Matches(line)
            .Select(m => new Placeholder(m.Value, m.Value.Trim('{', '}'), i + 1, m.Index)));
        return new Template(
            id, "/project/" + path, path, language,
            new LexedSource(lines, lines, lines, [], [], [.. placeholders]),
            [.. units], [], TemplateRole.Code, "", purpose, []);
    }

    public static Unit Unit(string name, int first, int last, UnitKind kind = UnitKind.Method) =>
        new(name, kind, new LineSpan(first, last), first, 0, null, []);

    public static TemplateCatalogue Catalogue(params Template[] templates) =>
        new([.. templates], ImmutableDictionary<string, PlaceholderMeaning>.Empty);

    public static RelevanceMap Relevance(Agent agent, params Template[] ranked) => new(
        ImmutableDictionary<string, ImmutableArray<RankedTemplate>>.Empty.Add(
            agent.Id, [.. ranked.Select((t, i) => new RankedTemplate(t, 1.0 / (i + 1)))]),
        ImmutableDictionary<string, string>.Empty,
        [],
        ImmutableDictionary<string, AgentQuery>.Empty,
        new TermIndex([]));

    public static Evidence Evidence(string id, int first, int last) => new(id, new LineSpan(first, last));

    public static PlanPractice Practice(string text, string? why, params Evidence[] evidence) => new(text, why, [.. evidence]);

    public static PlanExample Example(string title, Evidence span, params string[] notice) => new(title, span, [], [], [.. notice]);

    public static PlanConstraint Constraint(string text, string? instead = null, params Evidence[] evidence) =>
        new(text, instead, [.. evidence]);

    public static Plan EmptyPlan { get; } = new(null, [], [], null, [], [], [], []);

    /// <summary>Numbered lines: <c>line 1</c>, <c>line 2</c> … so that a copy can be told from any other.</summary>
    public static string Lines(int count, string text = "var value{0} = Read({0});") =>
        string.Concat(Enumerable.Range(1, count).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, i) + "\n"));

    [GeneratedRegex(@"\{\{\w+\}\}", RegexOptions.None, 1000)]
    private static partial Regex PlaceholderPattern();
}
