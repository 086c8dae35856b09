using System.Collections.Immutable;
using System.Text;

namespace AgentEnhancer.Templates.Reading;

/// <summary>Makes comments of the stretches that a scanner found: runs joined, markers gone.</summary>
internal static class CommentReader
{
    public static ImmutableArray<Comment> Read(string source, string code, List<RawSpan> spans, int[] starts, int lineCount)
    {
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        var firstCode = code.AsSpan().IndexOfAnyExcept(" \t\n\f\v");
        var comments = ImmutableArray.CreateBuilder<Comment>();
        var before = new LinePrefix(code);
        for (var i = 0; i < spans.Count; i++)
        {
            var first = spans[i];
            var line = Lexer.LineOf(starts, first.Start);
            // {/* … */} in JSX stands by itself.
            var trailing = before.HasCode(starts[line], first.Start) && first.Kind != RawKind.Docstring;
            var text = new StringBuilder(Content(source, first));
            var documents = first.Kind == RawKind.Docstring || IsDocumentation(source, first);
            var lastLine = Lexer.LineOf(starts, Math.Max(first.Start, first.End - 1));
            while (first.Kind == RawKind.LineComment && i + 1 < spans.Count && Continues(source, code, starts, spans[i], spans[i + 1], trailing))
            {
                i++;
                lastLine++;
                text.Append('\n').Append(Content(source, spans[i]));
            }

            if (line < lineCount)
            {
                var span = new LineSpan(line + 1, Math.Min(lastLine, lineCount - 1) + 1);
                var isFirst = i < spans.Count && comments.Count == 0 && (firstCode < 0 || first.Start < firstCode);
                comments.Add(new Comment(span, text.ToString().Trim('\n'), documents || isFirst, trailing));
            }
        }

        return comments.ToImmutable();
    }

    /// <summary>What stands before a comment on its line. It goes on where it was, so that a line of many comments is read once.</summary>
    private struct LinePrefix(string code)
    {
        private int _lineStart = -1;
        private int _position;
        private int _characters;
        private char _first;

        /// <summary>Anything but the brace that holds a comment in JSX.</summary>
        public bool HasCode(int lineStart, int end)
        {
            if (lineStart != _lineStart)
            {
                (_lineStart, _position, _characters) = (lineStart, lineStart, 0);
            }

            for (; _position < end; _position++)
            {
                if (!char.IsWhiteSpace(code[_position]) && ++_characters == 1)
                {
                    _first = code[_position];
                }
            }

            return _characters > 1 || (_characters == 1 && _first != '{');
        }
    }

    private static bool Continues(string source, string code, int[] starts, RawSpan above, RawSpan below, bool trailing)
    {
        if (below.Kind != RawKind.LineComment || IsDocumentation(source, above) != IsDocumentation(source, below))
        {
            return false;
        }

        var (a, b) = (Lexer.LineOf(starts, above.Start), Lexer.LineOf(starts, below.Start));
        return b == a + 1
            && code.AsSpan(starts[b], below.Start - starts[b]).IsWhiteSpace()
            && (!trailing || below.Start - starts[b] == above.Start - starts[a]);
    }

    private static bool IsDocumentation(string source, RawSpan span)
    {
        var text = source.AsSpan(span.Start, span.End - span.Start);
        return text.StartsWith("///") && !text.StartsWith("////")
            || text.StartsWith("//!")
            || text.StartsWith("/**") && text.Length > 4
            || text.StartsWith("{-|") || text.StartsWith("{- |") || text.StartsWith("-- |") || text.StartsWith("---@");
    }

    private static string Content(string source, RawSpan span)
    {
        var start = Math.Min(span.Start + span.MarkerLength, span.End);
        var inner = source.AsSpan(start, Math.Max(0, span.End - span.CloseLength - start));
        if (span.Kind == RawKind.LineComment)
        {
            var marker = source[span.Start];
            return inner.TrimStart(marker).TrimStart('!').Trim().ToString();
        }

        if (span.Kind == RawKind.BlockComment && source.AsSpan(span.Start).StartsWith("{{"))
        {
            inner = inner.TrimEnd(" -").TrimEnd('/'); // {{- /* … */ -}}
        }

        var text = new StringBuilder();
        foreach (var range in inner.Split('\n'))
        {
            var line = inner[range].Trim();
            if (span.Kind == RawKind.BlockComment)
            {
                line = line.TrimStart('*').TrimEnd('*').Trim();
            }

            text.Append(line).Append('\n');
        }

        return text.ToString().Trim('\n');
    }
}
