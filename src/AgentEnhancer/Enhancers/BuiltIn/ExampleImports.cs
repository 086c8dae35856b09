using System.Collections.Immutable;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Placeholders;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The import lines of a template that an excerpt needs, in as few runs as can be: between runs stands a comment <c>…</c>.</summary>
internal static class ExampleImports
{
    private const int MostLines = 8;
    private const int MostRuns = 2;
    private const int WidestGap = 2;

    /// <summary>Where each type has an import of its own.</summary>
    private const int MostLinesOfTypes = 4;

    /// <summary>A file with no more imports than this shows namespaces that nobody knows: which one an extension method comes from can't be told.</summary>
    private const int FewNamespaces = 3;

    public static ImmutableArray<LineSpan> Of(Template template, LineSpan excerpt, CatalogueFacts facts, ImmutableArray<LineSpan> cuts = default)
    {
        var used = Identifiers.In(template.Source).Where(t => excerpt.Contains(t.Line) && (cuts.IsDefault || !cuts.Any(c => c.Contains(t.Line))))
            .Select(t => template.Source.Lines[t.Line - 1].Substring(t.Column, t.Text.Length)).ToHashSet(StringComparer.Ordinal);
        var outside = template.Imports.Where(i => i.Span.Last < excerpt.First && i.Span.Length <= MostLines && IsOfFile(template, i) && IsOfSamePart(template, i, excerpt)).ToArray();
        var few = template.Imports.Length <= FewNamespaces;
        var needed = outside.Where(i => !i.Names.IsEmpty ? i.Names.Any(n => Uses(used, n))
            : FrameworkNamespaces.IsUsed(i.Module, used) ?? (Defines(i, template, excerpt, facts) || (!IsOfSet(i, facts) && (few || IsNamedIn(used, i)))));
        var isOfTypes = template.Language is "java" or "kotlin" or "scala" or "groovy";
        var spans = Foremost(needed, isOfTypes, facts).Select(i => i.Span).ToList();
        if (isOfTypes)
        {
            // The gaps between them are full of what the excerpt doesn't need.
            return [.. spans.Aggregate(ImmutableArray<LineSpan>.Empty, (all, next) => all is [.., var last] && Gap(template, last, next) == 0 ? all.SetItem(all.Length - 1, new LineSpan(last.First, next.Last)) : all.Add(next))
                .OrderByDescending(r => r.Length).ThenBy(r => r).Take(MostRuns).Order()];
        }

        var runs = spans.Count == 0 ? [] : Frame(template, outside, spans, excerpt) is { } frame ? Fitting(template, [frame.Open, .. spans, frame.Close], MostRuns + 1)
            : Fitting(template, spans, MostRuns);
        return [.. runs.Select(r => SteeringLines.Closed(r, template.Source))];
    }

    /// <summary>Where not all have room, those of the project: anybody can tell where the framework's names come from.</summary>
    private static Import[] Foremost(IEnumerable<Import> needed, bool isOfTypes, CatalogueFacts facts)
    {
        var lines = 0;
        bool IsOwn(Import import) => import.IsLocal || import.Module.Contains("{{", StringComparison.Ordinal) || IsOfSet(import, facts);
        Import[] ordered = [.. needed.Where(i => !IsOfLanguage(i)).OrderByDescending(IsOwn)];
        return [.. ordered.Where(i => !isOfTypes || IsOwn(i) || !IsOwn(ordered[0]))
            .TakeWhile(i => (lines += i.Span.Length) <= (isOfTypes ? MostLinesOfTypes : MostLines)).OrderBy(i => i.Span)];
    }

    /// <summary><c>java.util.List</c>: what belongs to the language nobody has to look up.</summary>
    private static bool IsOfLanguage(Import import) => LanguageModules.Any(m => import.Module.StartsWith(m, StringComparison.Ordinal));

    private static readonly string[] LanguageModules = ["java.", "kotlin.", "scala."];

    /// <summary>An import inside of a unit serves that unit only.</summary>
    private static bool IsOfFile(Template template, Import import) =>
        !template.Units.Any(u => u.Span.Contains(import.Span) && u.SignatureLine < import.Span.First && u.Kind is not (UnitKind.Section or UnitKind.Statements or UnitKind.Block));

    /// <summary>Above markup, the import of a script is no valid file.</summary>
    private static bool IsOfSamePart(Template template, Import import, LineSpan excerpt) => template.Language is not ("vue" or "svelte" or "astro")
        || template.Units.FirstOrDefault(u => u is { Level: 0, Kind: UnitKind.Section } && u.Span.Contains(import.Span)) is not { } part || part.Span.Overlaps(excerpt);

    private static bool Uses(HashSet<string> used, string name) =>
        used.Contains(name) || used.Contains(name[(name.LastIndexOfAny(['.', '/', ':']) + 1)..]);

    /// <summary><c>PostgreSqlContainer</c> may well come from <c>Testcontainers.PostgreSql</c>.</summary>
    private static bool IsNamedIn(HashSet<string> used, Import import)
    {
        var last = import.Module[(import.Module.LastIndexOf('.') + 1)..];
        return last.Length > 2 && used.Any(u => u.Contains(last, StringComparison.Ordinal));
    }

    /// <summary>A namespace whose last part is the folder of a template that defines something the excerpt uses.</summary>
    private static bool Defines(Import import, Template template, LineSpan excerpt, CatalogueFacts facts) =>
        facts.LinksByUser[template.Id].Any(l => LiesIn(l.Definer, import)
            && l.Uses.Any(u => ReferenceEquals(u.User, template) && u.Lines.Any(excerpt.Contains)));

    private static bool IsOfSet(Import import, CatalogueFacts facts) => facts.Catalogue.Templates.Any(t => LiesIn(t, import));

    private static bool LiesIn(Template template, Import import) =>
        template.Path.Contains($"/{import.Module[(import.Module.LastIndexOf('.') + 1)..]}/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The lines that open and close a block of imports, as Go has it.</summary>
    private static (LineSpan Open, LineSpan Close)? Frame(Template template, Import[] imports, List<LineSpan> needed, LineSpan excerpt)
    {
        var code = template.Source.Code;
        var open = imports[0].Span.First - 1;
        while (open > 0 && string.IsNullOrWhiteSpace(code[open - 1]))
        {
            open--;
        }

        var close = imports[^1].Span.Last + 1;
        while (close < excerpt.First && string.IsNullOrWhiteSpace(code[close - 1]))
        {
            close++;
        }

        return open > 0 && close < excerpt.First && code[open - 1].Trim() == "import (" && code[close - 1].Trim() == ")" && needed.Count > 0
            ? (LineSpan.Of(open), LineSpan.Of(close)) : null;
    }

    /// <summary>Runs join over the narrowest gaps while there are too many of them; what is too much even so is left out, the shortest first.</summary>
    private static ImmutableArray<LineSpan> Fitting(Template template, List<LineSpan> spans, int mostRuns)
    {
        var framed = mostRuns > MostRuns;
        var runs = new List<LineSpan>();
        foreach (var span in spans.Distinct().Order())
        {
            var joined = runs.Count > 0 && Gap(template, runs[^1], span) == 0 ? new LineSpan(runs[^1].First, Math.Max(runs[^1].Last, span.Last)) : span;
            var isClose = framed && span == spans[^1];
            if (runs.Sum(r => r.Length) + joined.Length - (joined == span ? 0 : runs[^1].Length) > MostLines - (framed && !isClose ? 1 : 0))
            {
                continue;
            }

            if (joined != span)
            {
                runs.RemoveAt(runs.Count - 1);
            }

            runs.Add(joined);
        }

        // A line or two that the excerpt doesn't need read better than two marks of a cut.
        while (runs.Count > 1 && Narrowest(template, runs) is var i && (framed || runs.Count > mostRuns || Gap(template, runs[i], runs[i + 1]) <= WidestGap) && runs[i + 1].Last - runs[i].First + 1 + runs.Sum(r => r.Length) - runs[i].Length - runs[i + 1].Length <= MostLines)
        {
            runs[i] = new LineSpan(runs[i].First, runs[i + 1].Last);
            runs.RemoveAt(i + 1);
        }

        while (runs.Count > mostRuns || runs.Sum(r => r.Length) > MostLines)
        {
            // The frame stays as long as anything does.
            var inner = framed ? runs.Skip(1).SkipLast(1).ToList() : runs;
            if (inner.Count == 0)
            {
                return [];
            }

            runs.Remove(inner.MinBy(r => r.Length));
        }

        return framed && runs.Count == 2 && runs.TrueForAll(r => r.Length == 1) ? [] : [.. runs];
    }

    private static int Narrowest(Template template, List<LineSpan> runs) =>
        Enumerable.Range(0, runs.Count - 1).MinBy(i => Gap(template, runs[i], runs[i + 1]));

    private static int Gap(Template template, LineSpan above, LineSpan below) =>
        Enumerable.Range(above.Last + 1, Math.Max(0, below.First - above.Last - 1)).Count(l => !string.IsNullOrWhiteSpace(template.Source.Lines[l - 1]));
}
