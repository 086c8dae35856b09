using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Reading;

/// <summary>
/// What of a template can stand in a document: whole units, runs of small ones, short files, and long units cut inside.
/// None starts or ends inside a comment, a string or a statement.
/// </summary>
internal static class ExcerptFinder
{
    public const int Shortest = 8;
    public const int Longest = 40;
    private const int LongestRun = 30;
    private const int LongestPair = 32;
    private const int WidestGap = 4;
    private const int ShortestNeighbour = 3;

    // A file of which one unit is three quarters is shown by that unit.
    private const double MostOfFile = 0.75;

    /// <param name="title">What a whole file is called.</param>
    public static ImmutableArray<Excerpt> Find(LexedSource source, ImmutableArray<Unit> units, string title)
    {
        var found = new List<Excerpt>();
        foreach (var unit in units)
        {
            if (unit.Span.Length is >= Shortest and <= Longest)
            {
                found.Add(new Excerpt(unit.Span, [], [unit], unit.Name));
            }
        }

        foreach (var siblings in units.GroupBy(u => u.Parent, ParentIdentity.Comparer))
        {
            AddRuns(source, [.. siblings], found);
            AddPairs(source, [.. siblings], found);
        }

        var file = new LineSpan(1, source.Lines.Length);
        if (file.Length is >= Shortest and <= Longest && !found.Exists(e => e.Span.Length >= MostOfFile * file.Length))
        {
            found.Add(new Excerpt(file, [], [.. units.Where(u => u.Level == 0)], title));
        }

        foreach (var unit in units.Where(u => u.Span.Length > Longest))
        {
            if (UnitCutter.Cut(source, unit) is { } cut)
            {
                found.Add(cut);
            }
        }

        if (found.Count == 0)
        {
            found.AddRange(ParagraphExcerpts.Find(source));
        }

        return [.. found
            .Where(e => StartsAndEndsWhole(source, e.Span))
            .GroupBy(e => (e.Span, Cuts: string.Join(',', e.Cuts)))
            .Select(same => same.First())
            .OrderBy(e => e.Span)];
    }

    /// <summary>Adjacent siblings that are each too small to stand alone.</summary>
    private static void AddRuns(LexedSource source, Unit[] siblings, List<Excerpt> found)
    {
        var run = new List<Unit>();
        foreach (var unit in siblings)
        {
            var joins = run.Count > 0 && IsAdjacent(source, run[^1], unit) && unit.Span.Last - run[0].Span.First + 1 <= LongestRun;
            if (unit.Span.Length >= Shortest || !joins)
            {
                Flush();
            }

            if (unit.Span.Length < Shortest)
            {
                run.Add(unit);
            }
        }

        Flush();

        void Flush()
        {
            if (run.Count >= 2 && run[^1].Span.Last - run[0].Span.First + 1 >= Shortest)
            {
                found.Add(Together(run));
            }

            run.Clear();
        }
    }

    /// <summary>A short unit with the longer one beside it.</summary>
    private static void AddPairs(LexedSource source, Unit[] siblings, List<Excerpt> found)
    {
        for (var i = 0; i + 1 < siblings.Length; i++)
        {
            var (first, second) = (siblings[i], siblings[i + 1]);
            var isPair = (IsShort(first) && second.Span.Length >= Shortest) || (IsShort(second) && first.Span.Length >= Shortest);
            if (isPair && IsAdjacent(source, first, second) && second.Span.Last - first.Span.First + 1 <= LongestPair)
            {
                found.Add(Together([first, second]));
            }
        }
    }

    private static bool IsShort(Unit unit) => unit.Span.Length is >= ShortestNeighbour and < Shortest;

    private static Excerpt Together(List<Unit> units)
    {
        var names = string.Join(", ", units.Take(4).Select(u => u.Name));
        return new Excerpt(new LineSpan(units[0].Span.First, units[^1].Span.Last), [], [.. units], units.Count > 4 ? names + ", …" : names);
    }

    private static bool IsAdjacent(LexedSource source, Unit above, Unit below)
    {
        if (below.Span.First <= above.Span.Last || below.Span.First - above.Span.Last > WidestGap)
        {
            return false;
        }

        for (var line = above.Span.Last + 1; line < below.Span.First; line++)
        {
            if (!string.IsNullOrWhiteSpace(source.Lines[line - 1]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>No comment reaches over an edge.</summary>
    private static bool StartsAndEndsWhole(LexedSource source, LineSpan span)
    {
        var (low, high) = (0, source.Comments.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = source.Comments[middle].Span.Last < span.First ? (middle + 1, high) : (low, middle);
        }

        for (var i = low; i < source.Comments.Length && source.Comments[i].Span.First <= span.Last; i++)
        {
            var comment = source.Comments[i].Span;
            var isRunOfLines = IsRunOfLines(source, source.Comments[i]);
            if (!isRunOfLines && ((comment.First < span.First && comment.Last >= span.First) || (comment.First <= span.Last && comment.Last > span.Last)))
            {
                return false;
            }
        }

        return true;
    }

    // A run of line comments may be parted where a banner stands.
    private static bool IsRunOfLines(LexedSource source, Comment comment)
    {
        var last = source.Lines[comment.Span.Last - 1].AsSpan().TrimStart();
        return last.StartsWith("//") || last.StartsWith("#") || last.StartsWith("--") || last.StartsWith(";") || last.StartsWith("'");
    }

    /// <summary>Units are records and compare by value; a parent is meant by identity.</summary>
    private sealed class ParentIdentity : IEqualityComparer<Unit?>
    {
        public static readonly ParentIdentity Comparer = new();

        public bool Equals(Unit? x, Unit? y) => ReferenceEquals(x, y);

        public int GetHashCode(Unit obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
