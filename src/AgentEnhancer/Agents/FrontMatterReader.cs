using System.Collections.Immutable;

namespace AgentEnhancer.Agents;

internal enum FrontMatterState
{
    Present,
    Absent,
    NeverClosed,
    /// <summary>There is one, but after the first line, where consumers do not see it.</summary>
    NotFirst,
}

/// <summary>A file's text in two parts that make up the whole again.</summary>
/// <param name="FrontMatter">With both marks and the line end after the second; empty unless <paramref name="State"/> is Present.</param>
/// <param name="Body">All the rest.</param>
/// <param name="BodyLine">The line that the body starts on, from 1.</param>
/// <param name="Line">Where the front matter begins.</param>
internal readonly record struct FrontMatterSplit(FrontMatterState State, string FrontMatter, string Body, int BodyLine, int Line)
{
    /// <summary>The lines between the marks, without line ends; the first is line 2 of the file.</summary>
    public ImmutableArray<string> HeadLines => State == FrontMatterState.Present ? MarkdownBody.SplitLines(FrontMatter)[1..^1] : [];
}

/// <summary>Parts a file into front matter and body without changing a character.</summary>
internal static class FrontMatterReader
{
    /// <param name="text">The file without its byte order mark.</param>
    public static FrontMatterSplit Split(string text)
    {
        var first = LineAt(text, 0);
        if (!IsMark(first.Content, orDots: false))
        {
            return Without(text, BeginsLater(text) is { } later ? (FrontMatterState.NotFirst, later) : (FrontMatterState.Absent, 1));
        }

        var line = 1;
        var hasKey = false;
        var hasContent = false;
        for (var position = first.Next; position < text.Length;)
        {
            var (content, next) = LineAt(text, position);
            line++;
            if (IsMark(content, orDots: true))
            {
                // Two rules with a heading between them are no front matter.
                return hasKey || !hasContent
                    ? new FrontMatterSplit(FrontMatterState.Present, text[..next], text[next..], line + 1, 1)
                    : Without(text, (FrontMatterState.Absent, 1));
            }

            hasContent |= !content.IsWhiteSpace();
            hasKey |= LooksLikeKey(content);
            position = next;
        }

        return Without(text, (hasKey ? FrontMatterState.NeverClosed : FrontMatterState.Absent, 1));
    }

    private static FrontMatterSplit Without(string text, (FrontMatterState State, int Line) found) => new(found.State, "", text, 1, found.Line);

    /// <summary>The line of a first mark that follows blank lines only, if the line after it is a key.</summary>
    private static int? BeginsLater(string text)
    {
        var line = 1;
        for (var position = 0; position < text.Length; line++)
        {
            var (content, next) = LineAt(text, position);
            if (IsMark(content.TrimStart(), orDots: false))
            {
                return LooksLikeKey(LineAt(text, next).Content.TrimStart()) ? line : null;
            }

            if (!content.IsWhiteSpace())
            {
                return null;
            }

            position = next;
        }

        return null;
    }

    private static bool IsMark(ReadOnlySpan<char> line, bool orDots)
    {
        var content = line.TrimEnd();
        return content is "---" || (orDots && content is "...");
    }

    private static bool LooksLikeKey(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        return colon > 0 && (char.IsAsciiLetter(line[0]) || line[0] is '_' or '"' or '\'')
            && (colon + 1 == line.Length || line[colon + 1] is ' ' or '\t') && line[..colon].TrimEnd().IndexOfAny(' ', '\t') < 0;
    }

    private static Line LineAt(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\n', '\r');
        if (length < 0)
        {
            return new Line(text.AsSpan(start), text.Length);
        }

        var next = start + length + 1;
        var isPair = text[next - 1] == '\r' && next < text.Length && text[next] == '\n';
        return new Line(text.AsSpan(start, length), isPair ? next + 1 : next);
    }

    private readonly ref struct Line(ReadOnlySpan<char> content, int next)
    {
        public ReadOnlySpan<char> Content { get; } = content;

        public int Next { get; } = next;

        public void Deconstruct(out ReadOnlySpan<char> content, out int next)
        {
            content = Content;
            next = Next;
        }
    }
}
