using System.Globalization;

namespace AgentEnhancer.Templates.Reading;

/// <summary>For a text without units: runs of paragraphs, cut at blank lines outside of brackets and strings.</summary>
internal static class ParagraphExcerpts
{
    private const int Aim = 12;

    public static IEnumerable<Excerpt> Find(LexedSource source)
    {
        var edges = Edges(source);
        for (var i = 0; i + 1 < edges.Count;)
        {
            var j = i + 1;
            while (j + 1 < edges.Count && edges[j] - edges[i] < Aim && edges[j + 1] - edges[i] <= ExcerptFinder.Longest)
            {
                j++;
            }

            var last = edges[j];
            while (last > edges[i] && string.IsNullOrWhiteSpace(source.Lines[last - 1]))
            {
                last--;
            }

            var span = new LineSpan(edges[i] + 1, last);
            if (span.Length is >= ExcerptFinder.Shortest and <= ExcerptFinder.Longest)
            {
                yield return new Excerpt(span, [], [], Title(source, span));
            }

            i = j;
        }
    }

    /// <summary>Where paragraphs start, from 0, and the end of the file.</summary>
    private static List<int> Edges(LexedSource source)
    {
        var edges = new List<int>();
        var depth = 0;
        var covered = source.Comments.Where(c => c.Span.Length > 1).SelectMany(c => Enumerable.Range(c.Span.First, c.Span.Length - 1)).ToHashSet();
        for (var i = 0; i < source.Lines.Length; i++)
        {
            var startsParagraph = !string.IsNullOrWhiteSpace(source.Lines[i]) && (i == 0 || string.IsNullOrWhiteSpace(source.Lines[i - 1]));
            if (startsParagraph && depth <= 0 && !covered.Contains(i))
            {
                edges.Add(i);
            }

            foreach (var c in source.Code[i])
            {
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            }
        }

        edges.Add(source.Lines.Length);
        return edges;
    }

    private static string Title(LexedSource source, LineSpan span)
    {
        var comment = source.Comments.FirstOrDefault(c => c.Span.First == span.First);
        var heading = comment?.Text.Split('\n')[0].Trim('-', '=', '─', ' ', '#') ?? source.Lines[span.First - 1].TrimStart('#', ' ');
        return comment is not null && heading.Length > 0 ? heading : string.Create(CultureInfo.InvariantCulture, $"lines {span.First}-{span.Last}");
    }
}
