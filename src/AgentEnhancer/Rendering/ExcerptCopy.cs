using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Rendering;

/// <summary>Copies lines of a template: imports first, then the excerpt, with a comment <c>…</c> wherever lines were left out.</summary>
internal static class ExcerptCopy
{
    /// <param name="view">Of the agent in whose document the copy stands; null where it is of no matter.</param>
    /// <returns>Empty where nothing of it may be shown.</returns>
    public static ImmutableArray<string> Copy(PlanExample example, Template template, InstanceView? view = null)
    {
        var source = template.Source.Lines;
        if (view?.Of(template) is { } instance)
        {
            (example, source) = InInstance(example, template, instance, view);
        }

        var runs = Runs(example, source);
        var copied = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < runs.Length; i++)
        {
            if (i > 0)
            {
                var next = source[runs[i].First - 1];
                // Below imports we are at the top of the file still, whatever follows; below the head of a type we are in it.
                var afterImports = runs[i - 1].Last < example.Span.Span.First
                    && (runs[i].First < example.Span.Span.First || template.Imports.Any(m => m.Span.Overlaps(runs[i - 1])));
                // What was left out above a closing brace stood deeper than it.
                var first = next.AsSpan().TrimStart() is ['}', ..] ? source[runs[i - 1].Last..(runs[i].First - 1)].FirstOrDefault(l => l.Trim().Length > 0) ?? next : next;
                var indent = afterImports ? "" : first[..^first.TrimStart().Length];
                copied.Add(indent + CommentSyntax.Ellipsis(template.Language, afterImports ? "" : next));
            }

            for (var line = runs[i].First; line <= runs[i].Last; line++)
            {
                copied.Add(source[line - 1]);
            }
        }

        return copied.ToImmutable();
    }

    /// <summary>
    /// The same with the lines that no instance has taken out of the numbering, and what may not be shown cut: lines on both sides of a
    /// directive that is never there are neighbours.
    /// </summary>
    private static (PlanExample Example, ImmutableArray<string> Source) InInstance(PlanExample example, Template template, Instance instance, InstanceView view)
    {
        var span = example.Span.Span;
        var hidden = view.Hidden(template, span, example.Cuts);
        var kept = new List<string>(template.LineCount);
        var numbers = new int[template.LineCount + 2];
        for (var line = 1; line <= template.LineCount; line++)
        {
            numbers[line] = kept.Count + 1;
            if (!instance.Line(line).IsRemoved)
            {
                // What is cut for a reason is no blank line that two runs could be joined over.
                kept.Add(hidden.Any(h => h.Contains(line)) ? "\0" : template.Source.Lines[line - 1]);
            }
        }

        numbers[^1] = kept.Count + 1;
        var common = Enumerable.Range(span.First, span.Length).FirstOrDefault(l => !hidden.Concat(example.Cuts).Any(h => h.Contains(l)) && !string.IsNullOrWhiteSpace(template.Source.Lines[l - 1]));
        if (common == 0 || Moved(span) is not { } place)
        {
            return (example with { Span = example.Span with { Span = new LineSpan(1, 0) }, Cuts = [], Imports = [] }, [.. kept]);
        }

        var imports = example.Imports.Where(i => !i.Overlaps(span) && view.Hidden(template, i, []).IsEmpty
            && (instance.Line(i.First).Condition.IsAlways || instance.Line(i.First).Condition.Equals(instance.Line(common).Condition)));
        return (example with
        {
            Span = example.Span with { Span = place },
            Cuts = [.. example.Cuts.Concat(hidden).Select(Moved).OfType<LineSpan>()],
            Imports = [.. imports.Select(Moved).OfType<LineSpan>()],
        }, [.. kept]);

        LineSpan? Moved(LineSpan lines) => numbers[lines.First] is var first && numbers[lines.Last + 1] - 1 is var last && first <= last ? new LineSpan(first, last) : null;
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
