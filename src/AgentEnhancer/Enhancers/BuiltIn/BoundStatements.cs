using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A bound that has a name in one file and is written as a number in another: <c>MAX_PAGE_SIZE = 200</c> and <c>@Max(200) int size</c>.</summary>
internal static partial class BoundStatements
{
    private const int MostPlaces = 3;
    private const int ShortestWord = 3;
    private const double Worth = 7.1;

    /// <summary>What a name says of its being a bound, and not of what it bounds.</summary>
    private static readonly string[] Bounding = [.. Terms.Of("max maximum min minimum limit default allowed per most least number count length")];

    private sealed record Bound(Template Template, int Line, string Name, string Number, ImmutableArray<string> Words);

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var bound in facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Code).SelectMany(Named))
        {
            var places = facts.Catalogue.Templates
                .Where(t => !ReferenceEquals(t, bound.Template) && t.Role is TemplateRole.Code or TemplateRole.Configuration && t.Scope == bound.Template.Scope)
                .SelectMany(t => Written(t, bound).Take(1).Select(line => (Template: t, Line: line))).ToArray();
            if (places.Length is 0 or > MostPlaces)
            {
                continue;
            }

            var named = new Evidence(bound.Template.Id, LineSpan.Of(bound.Line));
            ImmutableArray<Evidence> others = [.. places.Select(p => new Evidence(p.Template.Id, LineSpan.Of(p.Line)))];
            var kept = others.Where((_, i) => !Migrations.IsOfMigration(places[i].Template, places[i].Line)).Select(Prose.Cite).ToArray();
            var migrated = others.Where((_, i) => Migrations.IsOfMigration(places[i].Template, places[i].Line)).Select(Prose.Cite).ToArray();
            var where = kept.Length == 0 ? $"together with a new migration for the {bound.Number} in {Prose.List(migrated)}"
                : $"and the {bound.Number} in {Prose.List(kept)} together{(migrated.Length == 0 ? "" : $", and write a new migration for {Prose.List(migrated)}")}";
            var topic = $"bound:{bound.Name}";
            foreach (var own in others.Insert(0, named))
            {
                // To the owner of each place.
                ImmutableArray<Evidence> evidence = [own, .. others.Insert(0, named).Remove(own)];
                yield return new Statement(
                    StatementKind.Always, $"Change {Prose.Code(bound.Name)} {Prose.Cite(named)} {where}", "It is one bound, written as a number there.", null, evidence, topic, Worth);
            }
        }
    }

    private static IEnumerable<Bound> Named(Template template)
    {
        for (var line = 1; line <= template.LineCount; line++)
        {
            if (Constant().Match(template.Source.Code[line - 1]) is { Success: true } constant
                && constant.Groups["name"].Value is var name && template.Source.Lines[line - 1].Contains(name, StringComparison.Ordinal)
                && Kinship.Words(name).Any(w => w is "max" or "maximum" or "min" or "minimum" or "limit")
                && WordsOf(name) is { IsEmpty: false } words)
            {
                yield return new Bound(template, line, name, Plain(constant.Groups["n"].Value), words);
            }
        }
    }

    /// <summary>Lines that state the number as a bound, and speak of what is bounded.</summary>
    private static IEnumerable<int> Written(Template template, Bound bound)
    {
        for (var line = 1; line <= template.LineCount; line++)
        {
            // In markup the number stands in quotes.
            var text = template.Source.Lines[line - 1];
            if (Stated().Matches(text).Any(m => Plain(m.Groups["n"].Value) == bound.Number) && !template.Source.Comments.Any(c => c.Span.Contains(line) && !c.IsTrailing)
                && Constant().Match(template.Source.Code[line - 1]) is not { Success: true } && Speaks(text, bound))
            {
                yield return line;
            }
        }
    }

    /// <summary>A name on the line is what is bounded, or the last word of it where the number can't be chance: <c>size</c> for the size of a page, and never <c>fileSize</c>.</summary>
    private static bool Speaks(string text, Bound bound) => Name().Matches(text).Select(m => WordsOf(m.Value))
        .Any(words => words.Contains(bound.Words[^1], StringComparer.Ordinal) && words.All(w => bound.Words.Contains(w, StringComparer.Ordinal))
            && (words.Length == bound.Words.Length || bound.Number.Length > 1));

    private static ImmutableArray<string> WordsOf(string text) =>
        [.. Terms.Of(text).Where(w => w.Length >= ShortestWord && !Bounding.Contains(w, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];

    private static string Plain(string number) => number.Replace("_", "", StringComparison.Ordinal);

    // MAX_PAGE_SIZE = 200 | const maxPageSize = 200 | int MaxPageSize = 200; | val maxPageSize: Int = 200
    [GeneratedRegex(@"^\s*(?:[A-Za-z_][\w<>]*\s+)*(?<name>[A-Za-z_]\w*)\s*(?::\s*[\w.]+\s*)?(?::=|=(?!=))\s*(?<n>\d[\d_]*)\s*[;,]?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Constant();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Name();

    // @Max(200) | max={200} | max="200" | .max(200) | le=200 | maximum: 200 | <= 200 | > 200 | between 1 and 200 | Range(1, 200) | LessThanOrEqualTo(200)
    [GeneratedRegex(@"(?:\b(?:max|min|Max|Min|maxLength|minLength|le|ge|lt|gt|lte|gte|maximum|minimum|LessThan(?:OrEqualTo)?|GreaterThan(?:OrEqualTo)?|MaximumLength|MinimumLength)\s*(?:[:=(]\s*[{""']?|=\{)\s*|[<>]=?\s*|\b(?i:between)\s+\d+\s+(?i:and)\s+|\b(?:Range|InclusiveBetween|Length|Size|clamp|between)\(\s*(?:min\s*=\s*)?\d+\s*,\s*(?:max\s*=\s*)?)(?<n>[1-9][\d_]*)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Stated();
}
