using System.Collections.Immutable;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Responses.Reading;

/// <summary>What is copied in place of the lines that a model named.</summary>
internal sealed record SnappedExcerpt(LineSpan Span, ImmutableArray<LineSpan> Cuts, ImmutableArray<LineSpan> Imports);

/// <summary>
/// Moves an excerpt to what reads by itself: models count lines nearly right. A unit, a run of adjacent ones or a short file that
/// is mostly the same lines is meant; else the unit that the lines lie in, cut inside where it is long.
/// </summary>
internal static class ExampleSnapper
{
    /// <summary>So far a count may be off.</summary>
    public const int FewLines = 3;

    /// <summary>Of the lines of both, so many must be common.</summary>
    private const double MostlyTheSame = 0.5;

    private const double PartlyTheSame = 0.25;

    private const int FewestLines = 4;

    /// <param name="imports">Lines that the model named as imports.</param>
    public static SnappedExcerpt Snap(Template template, LineSpan named, IReadOnlyCollection<LineSpan> imports)
    {
        // Beyond the file: no such place, which whoever checks the plan reports.
        if (named.First < 1 || named.First > template.LineCount || WithoutBlankEdges(template, Within(template, named)) is not { } span)
        {
            return new SnappedExcerpt(named, [], []);
        }

        var (excerpt, cuts) = Excerpt(template, span);
        return new SnappedExcerpt(excerpt, cuts, Imports(template, excerpt, span, imports));
    }

    private static (LineSpan Span, ImmutableArray<LineSpan> Cuts) Excerpt(Template template, LineSpan span)
    {
        if (IsWhole(template, span))
        {
            return (span, []);
        }

        var best = Candidates(template, span)
            .Select(c => (Span: c, Share: Common(c, span)))
            .Where(c => c.Share >= MostlyTheSame)
            .OrderByDescending(c => c.Share).ThenBy(c => c.Span.Length).ThenBy(c => c.Span)
            .Select(c => (LineSpan?)c.Span).FirstOrDefault();
        if (best is { Length: <= ExcerptFinder.Longest } fitting)
        {
            return (fitting, []);
        }

        var around = template.Units.Where(u => best is { } b ? u.Span == b : u.Span.Contains(span)).OrderBy(u => u.Span.Length).ThenBy(u => u.Level).ToArray();
        if (around is [{ Span.Length: <= ExcerptFinder.Longest } small, ..])
        {
            return (small.Span, []);
        }

        // Statements of a long unit that are whole show better what is meant than the unit's signature with a few of them.
        if (span.Length is >= FewestLines and <= ExcerptFinder.Longest && IsBalanced(template, span))
        {
            return (span, []);
        }

        foreach (var unit in around)
        {
            if (UnitCutter.Cut(template.Source, unit, s => Common(s, span) > 0 ? 1 : 0) is { } cut)
            {
                return (cut.Span, cut.Cuts);
            }
        }

        // No unit is near: what else of the file reads by itself, paragraphs of prose too.
        var whole = ExcerptFinder.Find(template.Source, template.Units, template.FileName)
            .Where(e => Common(e.Span, span) >= PartlyTheSame)
            .OrderByDescending(e => Common(e.Span, span)).ThenBy(e => e.Span).FirstOrDefault();
        return whole is not null ? (whole.Span, whole.Cuts)
            : (span.Length <= ExcerptFinder.Longest ? span : span with { Last = span.First + ExcerptFinder.Longest - 1 }, []);
    }

    /// <summary>Whole units and the statements between and behind them, none of either cut: nothing to move.</summary>
    private static bool IsWhole(Template template, LineSpan span)
    {
        var near = template.Units.Where(u => u.Span.Overlaps(span)).ToArray();
        var around = near.Where(u => u.Span.Contains(span) && u.Span != span).MinBy(u => u.Span.Length);
        return span.Length <= ExcerptFinder.Longest
            && near.Any(u => span.Contains(u.Span))
            && near.All(u => span.Contains(u.Span) || u.Span.Contains(span))
            && (around is null || around.Span.Length > ExcerptFinder.Longest || HoldsMembers(around))
            && IsBalanced(template, span);
    }

    private static bool HoldsMembers(Unit unit) => unit.Kind is UnitKind.Class or UnitKind.Record or UnitKind.Struct or UnitKind.Interface
        or UnitKind.Trait or UnitKind.Implementation or UnitKind.TestSuite or UnitKind.Section;

    /// <summary>Units, runs of adjacent siblings that the lines touch, and the file.</summary>
    private static IEnumerable<LineSpan> Candidates(Template template, LineSpan span)
    {
        if (template.LineCount <= ExcerptFinder.Longest)
        {
            yield return new LineSpan(1, template.LineCount);
        }

        var near = new LineSpan(Math.Max(1, span.First - FewLines), span.Last + FewLines);
        foreach (var siblings in template.Units.Where(u => u.Span.Overlaps(near)).GroupBy(u => u.Parent?.Span))
        {
            var units = siblings.OrderBy(u => u.Span).ToArray();
            foreach (var unit in units)
            {
                yield return unit.Span;
            }

            // A run starts or ends with the lines; its other end is one of the units that they touch.
            for (var first = 0; first < Math.Min(2, units.Length); first++)
            {
                for (var last = units.Length - 1; last > Math.Max(first, units.Length - 3); last--)
                {
                    yield return new LineSpan(units[first].Span.First, units[last].Span.Last);
                }
            }

            for (var i = 1; i < units.Length; i++)
            {
                yield return new LineSpan(units[0].Span.First, units[i].Span.Last);
            }
        }
    }

    private static double Common(LineSpan a, LineSpan b)
    {
        var common = Math.Min(a.Last, b.Last) - Math.Max(a.First, b.First) + 1;
        return common <= 0 ? 0 : (double)common / (a.Length + b.Length - common);
    }

    /// <summary>Import statements among the lines that were named, and those that the excerpt lost when it was moved.</summary>
    private static ImmutableArray<LineSpan> Imports(Template template, LineSpan excerpt, LineSpan span, IReadOnlyCollection<LineSpan> named) =>
        [.. template.Imports.Select(i => i.Span)
            .Where(i => !i.Overlaps(excerpt) && (i.Overlaps(span) || named.Any(n => n.Overlaps(i))))
            .Distinct().Order()];

    /// <summary>No bracket is open at its end or closed before it, no line stands further out than the first, and no comment or text is parted.</summary>
    private static bool IsBalanced(Template template, LineSpan span)
    {
        var source = template.Source;
        var indent = Indent(source.Lines[span.First - 1]);
        var open = new Stack<char>();
        for (var line = span.First; line <= span.Last; line++)
        {
            if (!string.IsNullOrWhiteSpace(source.Lines[line - 1]) && Indent(source.Lines[line - 1]) < indent)
            {
                return false;
            }

            foreach (var c in source.Code[line - 1])
            {
                if (c is '(' or '[' or '{')
                {
                    open.Push(c);
                }
                else if (c is ')' or ']' or '}' && !(open.TryPop(out var opened) && (opened, c) is ('(', ')') or ('[', ']') or ('{', '}')))
                {
                    return false;
                }
            }
        }

        return open.Count == 0 && !source.Comments.Any(c => c.Span.Overlaps(span) && !span.Contains(c.Span))
            && source.Code[span.First - 1].AsSpan().TrimStart() is not (['.' or '?' or ':' or '&' or '|' or ')' or '+' or ',', ..] or ['e', 'l', 's', 'e', ..]);
    }

    private static LineSpan Within(Template template, LineSpan span) => span with { Last = Math.Min(span.Last, template.LineCount) };

    private static LineSpan? WithoutBlankEdges(Template template, LineSpan span)
    {
        var (first, last) = (span.First, span.Last);
        while (first <= last && string.IsNullOrWhiteSpace(template.Source.Lines[first - 1]))
        {
            first++;
        }

        while (last >= first && string.IsNullOrWhiteSpace(template.Source.Lines[last - 1]))
        {
            last--;
        }

        return first <= last ? new LineSpan(first, last) : null;
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;
}
