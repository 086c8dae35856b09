using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Reading;

/// <summary>Shortens a long unit: its signature and end stay, its least telling statements go.</summary>
internal static class UnitCutter
{
    private const double WeightOfSpeech = 2;

    private readonly record struct Chunk(int First, int Last, double Worth)
    {
        public int Length => Last - First + 1;
    }

    /// <summary>Null where nothing of use is left, or where no edge of a statement is sure.</summary>
    /// <param name="speaks">How much a run of lines speaks of what the reader is after, 0 to 1; by default all are as good.</param>
    public static Excerpt? Cut(LexedSource source, Unit unit, Func<LineSpan, double>? speaks = null)
    {
        if (Header(source, unit) is not { } header || header - unit.Span.First + 1 > ExcerptFinder.Longest / 2)
        {
            return null;
        }

        var (chunks, tail) = Chunks(source, unit, header, speaks);
        if (chunks.Count < 2)
        {
            return null;
        }

        var kept = Choose(chunks, header - unit.Span.First + 1 + tail, EndsInResult(unit));
        var cuts = Cuts(chunks, kept);
        var excerpt = new Excerpt(unit.Span, cuts, [unit], unit.Name);
        return cuts.Length > 0 && kept.Count > 0 && excerpt.ShownLines is >= ExcerptFinder.Shortest and <= ExcerptFinder.Longest && IsBalanced(source, excerpt)
            ? excerpt
            : null;
    }

    /// <summary>The last line of the signature: of the lines at the unit's own indent, the last before its body.</summary>
    private static int? Header(LexedSource source, Unit unit)
    {
        var indent = StatementEdges.Indent(source.Lines[unit.SignatureLine - 1]);
        for (var line = unit.SignatureLine; line < unit.Span.Last; line++)
        {
            var code = source.Code[line - 1].TrimEnd();
            if (code.Trim().Length == 0)
            {
                continue;
            }

            var opensBody = code.EndsWith('{') || code.EndsWith(':') || code.EndsWith('[') || code.EndsWith("=>", StringComparison.Ordinal);
            var next = NextCode(source, line + 1, unit.Span.Last);
            if (next > 0 && StatementEdges.Indent(source.Lines[next - 1]) > indent && StatementEdges.Indent(source.Lines[line - 1]) == indent && opensBody)
            {
                return line;
            }

            if (StatementEdges.Indent(source.Lines[line - 1]) == indent && line > unit.SignatureLine && !code.TrimStart().StartsWith('{') && !code.TrimStart().StartsWith(')'))
            {
                return null;
            }
        }

        return null;
    }

    private static (List<Chunk> Chunks, int Tail) Chunks(LexedSource source, Unit unit, int header, Func<LineSpan, double>? speaks)
    {
        var first = NextCode(source, header + 1, unit.Span.Last);
        var indent = StatementEdges.Indent(source.Lines[first - 1]);
        var starts = new List<int>();
        var depth = 0;
        var end = unit.Span.Last;
        for (var line = header + 1; line <= unit.Span.Last; line++)
        {
            var code = source.Code[line - 1];
            if (depth == 0 && code.AsSpan().TrimStart() is [')' or ']' or '}', ..])
            {
                end = line - 1;
                break;
            }

            // What follows an attribute or a decorator belongs to it: neither is shown or cut without the other.
            if (depth == 0 && StatementEdges.Starts(source, line, indent) && !(starts.Count > 0 && StatementEdges.IsMark(source, starts[^1], line - 1)))
            {
                starts.Add(StatementEdges.LeadOf(source, line, Math.Max(header, starts.Count > 0 ? starts[^1] : header)));
            }

            foreach (var c in code)
            {
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            }

            if (depth < 0)
            {
                end = line - 1;
                break;
            }
        }

        var chunks = new List<Chunk>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < starts.Count; i++)
        {
            var last = i + 1 < starts.Count ? starts[i + 1] - 1 : end;
            while (last > starts[i] && string.IsNullOrWhiteSpace(source.Lines[last - 1]))
            {
                last--;
            }

            var worth = Worth(source, starts[i], last, seen);
            chunks.Add(new Chunk(starts[i], last, speaks is null ? worth : worth + (WeightOfSpeech * speaks(new LineSpan(starts[i], last)))));
        }

        return (chunks, unit.Span.Last - end);
    }

    /// <summary>The last statement of a function is what it gives; the last member of a type is one of many.</summary>
    private static bool EndsInResult(Unit unit) => unit.Kind is not (UnitKind.Class or UnitKind.Record or UnitKind.Struct or UnitKind.Interface
        or UnitKind.Enum or UnitKind.Type or UnitKind.Trait or UnitKind.Implementation or UnitKind.TestSuite);

    /// <summary>New names a line: what repeats tells least.</summary>
    private static double Worth(LexedSource source, int first, int last, HashSet<string> seen)
    {
        var fresh = 0;
        for (var line = first; line <= last; line++)
        {
            var masked = source.Code[line - 1];
            for (var i = 0; i < masked.Length; i++)
            {
                var start = i;
                while (i < masked.Length && (char.IsLetterOrDigit(masked[i]) || masked[i] == '_'))
                {
                    i++;
                }

                if (i - start > 2 && seen.Add(masked[start..i]))
                {
                    fresh++;
                }
            }
        }

        return (double)fresh / (last - first + 3);
    }

    /// <summary>The first statement, and the last where it is the result, first; then by worth, as far as they fit with a line for each cut.</summary>
    private static HashSet<int> Choose(List<Chunk> chunks, int fixedLines, bool keepsLast)
    {
        var order = Enumerable.Range(0, chunks.Count)
            .OrderByDescending(i => i == 0 || (keepsLast && i == chunks.Count - 1))
            .ThenByDescending(i => chunks[i].Worth)
            .ThenBy(i => i);
        var kept = new HashSet<int>();
        var lines = fixedLines;
        foreach (var i in order)
        {
            // A blank line above and the mark of a cut.
            var cost = chunks[i].Length + 2;
            if (lines + cost < ExcerptFinder.Longest)
            {
                kept.Add(i);
                lines += cost;
            }
        }

        return kept;
    }

    private static ImmutableArray<LineSpan> Cuts(List<Chunk> chunks, HashSet<int> kept)
    {
        var cuts = ImmutableArray.CreateBuilder<LineSpan>();
        for (var i = 0; i < chunks.Count; i++)
        {
            if (kept.Contains(i))
            {
                continue;
            }

            var first = chunks[i].First;
            while (i + 1 < chunks.Count && !kept.Contains(i + 1))
            {
                i++;
            }

            cuts.Add(new LineSpan(first, chunks[i].Last));
        }

        return cuts.ToImmutable();
    }

    private static bool IsBalanced(LexedSource source, Excerpt excerpt)
    {
        var open = new Stack<char>();
        for (var line = excerpt.Span.First; line <= excerpt.Span.Last; line++)
        {
            if (excerpt.Cuts.Any(c => c.Contains(line)))
            {
                continue;
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

        return open.Count == 0;
    }

    private static int NextCode(LexedSource source, int line, int last)
    {
        while (line <= last && string.IsNullOrWhiteSpace(source.Code[line - 1]))
        {
            line++;
        }

        return line <= last ? line : -1;
    }
}
