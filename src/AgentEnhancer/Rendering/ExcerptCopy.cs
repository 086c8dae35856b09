using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Rendering;

/// <summary>Copies lines of a template: imports first, then the excerpt, with a comment <c>…</c> wherever lines were left out.</summary>
internal static class ExcerptCopy
{
    public static ImmutableArray<string> Copy(PlanExample example, Template template)
    {
        var source = template.Source.Lines;
        var runs = Runs(example, source);
        var copied = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < runs.Length; i++)
        {
            if (i > 0)
            {
                var next = source[runs[i].First - 1];
                // Below imports we are at the top of the file still, whatever follows.
                var afterImports = runs[i - 1].Last < example.Span.Span.First;
                var indent = afterImports ? "" : next[..^next.TrimStart().Length];
                copied.Add(indent + CommentSyntax.Ellipsis(template.Language, afterImports ? "" : next));
            }

            for (var line = runs[i].First; line <= runs[i].Last; line++)
            {
                copied.Add(source[line - 1]);
            }
        }

        return copied.ToImmutable();
    }

    /// <summary>The lines to copy, in order of place; runs that touch, or have only blank lines between them, are one.</summary>
    public static ImmutableArray<LineSpan> Runs(PlanExample example, ImmutableArray<string> source)
    {
        var span = example.Span.Span;
        var wanted = example.Imports.Where(i => !i.Overlaps(span)).Concat(WithoutCuts(span, example.Cuts)).Order();
        var runs = ImmutableArray.CreateBuilder<LineSpan>();
        foreach (var run in wanted.Select(r => WithoutBlankEdges(r, source)).OfType<LineSpan>())
        {
            if (runs.Count > 0 && OnlyBlankBetween(runs[^1].Last, run.First, source))
            {
                runs[^1] = new LineSpan(runs[^1].First, Math.Max(runs[^1].Last, run.Last));
            }
            else
            {
                runs.Add(run);
            }
        }

        return runs.ToImmutable();
    }

    private static IEnumerable<LineSpan> WithoutCuts(LineSpan span, ImmutableArray<LineSpan> cuts)
    {
        var first = span.First;
        foreach (var cut in cuts.Where(c => c.Overlaps(span)).Order())
        {
            if (cut.First > first)
            {
                yield return new LineSpan(first, cut.First - 1);
            }

            first = Math.Max(first, cut.Last + 1);
        }

        if (first <= span.Last)
        {
            yield return new LineSpan(first, span.Last);
        }
    }

    private static LineSpan? WithoutBlankEdges(LineSpan run, ImmutableArray<string> source)
    {
        var (first, last) = (run.First, run.Last);
        while (first <= last && string.IsNullOrWhiteSpace(source[first - 1]))
        {
            first++;
        }

        while (last >= first && string.IsNullOrWhiteSpace(source[last - 1]))
        {
            last--;
        }

        return first <= last ? new LineSpan(first, last) : null;
    }

    private static bool OnlyBlankBetween(int last, int first, ImmutableArray<string> source)
    {
        for (var line = last + 1; line < first; line++)
        {
            if (!string.IsNullOrWhiteSpace(source[line - 1]))
            {
                return false;
            }
        }

        return true;
    }
}
