using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Plans.Rules;

/// <summary>Rules as read, and what was wrong with the others.</summary>
internal sealed record RuleReading(ImmutableArray<PracticeRule> Rules, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Rules from YAML: the built-in ones of the languages that a run needs, and a project's own.</summary>
internal static class RuleReader
{
    private const int MaximumSpan = 40;
    private const int MaximumSupport = 100;

    private static readonly ImmutableArray<string> SlotFields = ["practice", "why", "instead", "given", "unless"];

    private static ReadOnlySpan<(string Name, RuleView Value)> Views => new[]
    {
        ("code", RuleView.Code), ("source", RuleView.Source), ("comment", RuleView.Comment), ("raw", RuleView.Raw),
    };

    private static ReadOnlySpan<(string Name, RuleKind Value)> Kinds => new[]
    {
        ("practice", RuleKind.Practice), ("always", RuleKind.Always), ("never", RuleKind.Never), ("ask", RuleKind.Ask), ("notice", RuleKind.Notice),
    };

    /// <summary>The built-in rules for templates of these languages, in a fixed order.</summary>
    public static ImmutableArray<PracticeRule> ReadBuiltIn(IEnumerable<string> languages) =>
    [
        .. BuiltInRules.FilesFor(languages).SelectMany(file => PlainYaml.ReadList(BuiltInRules.Open(file), "examples").Select(
            node => Read((RuleMap)node, validate: false).Rule!)),
    ];

    /// <summary>A project's own rules, file after file. A bad rule, or file, is reported and left out; all others are used.</summary>
    /// <param name="files">Absolute paths.</param>
    public static RuleReading ReadFiles(IEnumerable<string> files)
    {
        var rules = ImmutableArray.CreateBuilder<PracticeRule>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            string text;
            try
            {
                text = File.ReadAllText(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                diagnostics.Add(new Diagnostic(RuleDiagnostics.FileUnreadable, file, 0, [e.Message]));
                continue;
            }

            ReadText(text, file, rules, diagnostics, origins);
        }

        return new RuleReading(rules.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>All rules of a run. A project's rule takes the place of the built-in one of the same id.</summary>
    public static ImmutableArray<PracticeRule> Combine(ImmutableArray<PracticeRule> builtIn, ImmutableArray<PracticeRule> own)
    {
        var replaced = own.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. builtIn.Where(r => !replaced.Contains(r.Id))];
    }

    private static void ReadText(
        string text,
        string file,
        ImmutableArray<PracticeRule>.Builder rules,
        ImmutableArray<Diagnostic>.Builder diagnostics,
        Dictionary<string, string> origins)
    {
        var tree = YamlTree.ReadList(text);
        foreach (var node in tree.Items)
        {
            var (rule, problem, line) = node is RuleMap map
                ? Read(map, validate: true)
                : (null, "a map with 'id', 'detect' and so on is expected", node.Line);
            if (rule is null)
            {
                var id = ((node as RuleMap)?.Find("id") as RuleScalar)?.Value ?? "?";
                diagnostics.Add(new Diagnostic(RuleDiagnostics.RuleInvalid, file, line, [id, problem!]));
            }
            else if (!origins.TryAdd(rule.Id, file))
            {
                diagnostics.Add(new Diagnostic(RuleDiagnostics.RuleDuplicate, file, line, [rule.Id, origins[rule.Id]]));
            }
            else
            {
                rules.Add(rule);
            }
        }

        if (tree.Error is not null)
        {
            var before = tree.Items.Length.ToString(CultureInfo.InvariantCulture);
            diagnostics.Add(new Diagnostic(RuleDiagnostics.NotYaml, file, tree.ErrorLine, [tree.Error, before]));
        }
    }

    /// <param name="validate">Built-in rules are validated by the tests: expressions are then built only where they are needed.</param>
    internal static (PracticeRule? Rule, string? Problem, int Line) Read(RuleMap map, bool validate)
    {
        var fields = new RuleFields(map);
        var id = fields.Required("id");
        var rule = new PracticeRule(
            id,
            fields.Texts("languages"),
            fields.Choice("on", Views),
            fields.Texts("words"),
            fields.Required("detect"),
            fields.Number("span", 1, 1, MaximumSpan),
            fields.Text("except"),
            fields.Text("given"),
            fields.Text("unless"),
            fields.Required("practice"),
            fields.Text("why"),
            fields.Choice("kind", Kinds),
            fields.Text("instead"),
            fields.Number("support", 1, 1, MaximumSupport),
            fields.Number("weight", 5, 1, 10),
            fields.Text("topic") ?? id);
        if (validate)
        {
            Validate(rule, fields);
        }

        return fields.Problem is null ? (rule, null, map.Line) : (null, fields.Problem, fields.ProblemLine);
    }

    private static void Validate(PracticeRule rule, RuleFields fields)
    {
        fields.RefuseUnknown();
        if (rule.Languages.IsEmpty)
        {
            fields.Refuse(fields.LineOf("languages"), "'languages' must name at least one language, or 'any'");
        }

        if (!rule.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            fields.Refuse(fields.LineOf("id"), "an id is of lower-case letters, digits and hyphens");
        }

        if (rule.Kind == RuleKind.Never != rule.Instead is not null)
        {
            fields.Refuse(fields.LineOf("instead"), "'instead' belongs to every rule of kind 'never', and to no other");
        }

        var groups = GroupNames(rule.Detect, fields);
        foreach (var field in SlotFields)
        {
            var unknown = groups is null ? null : RuleSlots.NamesIn(fields.Text(field) ?? "").FirstOrDefault(n => !groups.Contains(n));
            if (unknown is not null)
            {
                fields.Refuse(fields.LineOf(field), $"'{field}' has a slot '{{{unknown}}}', but 'detect' has no group of that name");
            }
        }

        foreach (var field in new[] { "except", "given", "unless" })
        {
            if (fields.Text(field) is { } pattern)
            {
                TryBuild(RuleSlots.Fill(pattern, _ => "x")!, field, fields);
            }
        }
    }

    private static HashSet<string>? GroupNames(string pattern, RuleFields fields) =>
        TryBuild(pattern, "detect", fields)?.GetGroupNames().ToHashSet(StringComparer.Ordinal);

    private static Regex? TryBuild(string pattern, string field, RuleFields fields)
    {
        try
        {
            return RuleExpressions.Build(pattern);
        }
        catch (ArgumentException e)
        {
            fields.Refuse(fields.LineOf(field), $"'{field}' is not a regular expression: {e.Message}");
        }

        return null;
    }
}
