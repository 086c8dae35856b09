using System.Collections.Immutable;

namespace AgentEnhancer.Rendering;

/// <summary>A heading outside fences.</summary>
/// <param name="Line">Index of its line, from 0.</param>
/// <param name="Content">Index of the first line below it: two further for a heading that is underlined.</param>
internal sealed record MarkdownHeading(int Line, int Content, int Level, string Title);

/// <summary>A fenced block. <paramref name="Close"/> is the index of its closing line, or the number of lines where it is never closed.</summary>
internal sealed record MarkdownFence(int Open, int Close, string Marker, bool IsClosed);

/// <summary>
/// The block structure that matters here: lines, fences and headings. Anything between fences is neither heading nor prose.
/// One pass over the text.
/// </summary>
/// <param name="Lines">Without line ends; the empty rest after a final line end is no line.</param>
/// <param name="Fenced">By line: stands in a fence, or opens or closes one.</param>
internal sealed record MarkdownOutline(
    ImmutableArray<string> Lines,
    ImmutableArray<bool> Fenced,
    ImmutableArray<MarkdownFence> Fences,
    ImmutableArray<MarkdownHeading> Headings)
{
    public static MarkdownOutline Read(string text)
    {
        var lines = SplitLines(text);
        var fenced = new bool[lines.Length];
        var fences = ImmutableArray.CreateBuilder<MarkdownFence>();
        var headings = ImmutableArray.CreateBuilder<MarkdownHeading>();
        var open = -1;
        var marker = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var found = FenceMarker(lines[i], out var info);
            if (open >= 0)
            {
                fenced[i] = true;
                if (found.Length >= marker.Length && found[0] == marker[0] && info.Length == 0)
                {
                    fences.Add(new MarkdownFence(open, i, marker, IsClosed: true));
                    open = -1;
                }
            }
            else if (found.Length > 0 && (found[0] != '`' || !info.Contains('`', StringComparison.Ordinal)))
            {
                (open, marker, fenced[i]) = (i, found, true);
            }
            else if (Heading(lines, i) is { } heading)
            {
                headings.Add(heading);
            }
        }

        if (open >= 0)
        {
            fences.Add(new MarkdownFence(open, lines.Length, marker, IsClosed: false));
        }

        return new MarkdownOutline(lines, [.. fenced], fences.ToImmutable(), headings.ToImmutable());
    }

    /// <summary>The lines below a heading, up to the next heading of its level or above, as a half-open range.</summary>
    public (int First, int End) Below(MarkdownHeading heading)
    {
        var next = Headings.FirstOrDefault(h => h.Line > heading.Line && h.Level <= heading.Level);
        return (heading.Content, next?.Line ?? Lines.Length);
    }

    /// <summary>The index after the last line of a range that is not blank; its first line where all are.</summary>
    public int EndOfText((int First, int End) range)
    {
        var end = range.End;
        while (end > range.First && string.IsNullOrWhiteSpace(Lines[end - 1]))
        {
            end--;
        }

        return end;
    }

    public static ImmutableArray<string> SplitLines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            var stop = end < 0 ? text.Length : end;
            lines.Add(text[start..(stop > start && text[stop - 1] == '\r' ? stop - 1 : stop)]);
            start = stop + 1;
        }

        return lines.ToImmutable();
    }

    /// <summary>The run of backticks or tildes that opens or closes a fence, empty where the line has none.</summary>
    private static string FenceMarker(string line, out string info)
    {
        info = "";
        var indent = IndentOf(line);
        if (indent > 3 || indent == line.Length || line[indent] is not ('`' or '~'))
        {
            return "";
        }

        var end = indent;
        while (end < line.Length && line[end] == line[indent])
        {
            end++;
        }

        info = line[end..].Trim();
        return end - indent >= 3 ? line[indent..end] : "";
    }

    private static MarkdownHeading? Heading(ImmutableArray<string> lines, int index)
    {
        var line = lines[index];
        var indent = IndentOf(line);
        if (indent > 3 || indent == line.Length)
        {
            return null;
        }

        var level = 0;
        while (indent + level < line.Length && line[indent + level] == '#')
        {
            level++;
        }

        if (level is >= 1 and <= 6)
        {
            var rest = line[(indent + level)..];
            return rest.Length == 0 || char.IsWhiteSpace(rest[0])
                ? new MarkdownHeading(index, index + 1, level, rest.Trim().TrimEnd('#').Trim())
                : null;
        }

        return level == 0 ? UnderlinedHeading(lines, index, line) : null;
    }

    /// <summary>A line of text, after a blank line, with <c>===</c> or <c>---</c> below it.</summary>
    private static MarkdownHeading? UnderlinedHeading(ImmutableArray<string> lines, int index, string line)
    {
        if (index + 1 >= lines.Length
            || !(char.IsLetterOrDigit(line.TrimStart()[0]) || line.TrimStart()[0] == '*' || char.IsSurrogate(line.TrimStart()[0]))
            || (index > 0 && !string.IsNullOrWhiteSpace(lines[index - 1])))
        {
            return null;
        }

        var rule = lines[index + 1].Trim();
        if (rule.Length < 2 || IndentOf(lines[index + 1]) > 3 || rule[0] is not ('=' or '-') || rule.Trim(rule[0]).Length > 0)
        {
            return null;
        }

        return new MarkdownHeading(index, index + 2, rule[0] == '=' ? 1 : 2, line.Trim());
    }

    private static int IndentOf(string line)
    {
        var indent = 0;
        while (indent < line.Length && line[indent] == ' ')
        {
            indent++;
        }

        return indent;
    }
}
