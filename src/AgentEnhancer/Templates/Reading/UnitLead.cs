using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Reading;

/// <summary>Which comment lines above a definition belong to it: those without a gap, up to a banner.</summary>
internal sealed partial class UnitLead
{
    private readonly LexedSource _source;
    // By line: the first line of the comment that covers it, -1 where none does.
    private readonly int[] _comments;

    public UnitLead(LexedSource source)
    {
        _source = source;
        _comments = new int[source.Lines.Length];
        Array.Fill(_comments, -1);
        foreach (var comment in source.Comments)
        {
            if (!comment.IsTrailing || comment.Span.Length > 1)
            {
                for (var line = comment.Span.First; line <= comment.Span.Last; line++)
                {
                    _comments[line - 1] = comment.Span.First - 1;
                }
            }
        }
    }

    /// <param name="line">The first line of the definition itself, from 0.</param>
    /// <param name="floor">The last line that belongs to what stands before.</param>
    public int Start(int line, int floor)
    {
        while (line - 1 > floor && IsComment(line - 1))
        {
            // A comment in a frame belongs as a whole; a run of lines as far as a banner.
            var first = _comments[line - 1];
            var isFramed = IsFramed(_source.Lines[first]) && first > floor;
            if ((!isFramed || first == line - 1) && IsBanner(_source.Lines[line - 1]))
            {
                break;
            }

            line = isFramed ? first : line - 1;
        }

        return line;
    }

    private static bool IsFramed(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.StartsWith("/*") || text.StartsWith("\"\"\"") || text.StartsWith("<!--") || text.StartsWith("{-") || text.StartsWith("(*");
    }

    private bool IsComment(int line) => _comments[line] >= 0 && string.IsNullOrWhiteSpace(_source.Code[line]);

    /// <summary><c>// ── Helpers ──</c>, <c># ------</c>.</summary>
    public static bool IsBanner(string line) => Banner().IsMatch(line);

    [GeneratedRegex(@"^\s*(?://+|#+|--|/\*+|\*|;+|')\s*(?:[-=*#~+_]{3,}|[─━═—]{2,})|(?:[-=*#~+_]{4,}|[─━═]{2,})\s*(?:\*/)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Banner();
}
