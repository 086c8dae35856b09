using System.Text;

namespace AgentEnhancer.Agents;

/// <summary>How the marks of markdown's blocks look, one line at a time, tabs expanded.</summary>
internal static class MarkdownMarks
{
    private const int TabStop = 4;

    public static string ExpandTabs(string line)
    {
        if (!line.Contains('\t', StringComparison.Ordinal))
        {
            return line;
        }

        var text = new StringBuilder(line.Length + 16);
        foreach (var character in line)
        {
            if (character == '\t')
            {
                text.Append(' ', TabStop - (text.Length % TabStop));
            }
            else
            {
                text.Append(character);
            }
        }

        return text.ToString();
    }

    public static bool IsBlank(string text, int position) => text.AsSpan(position).IsWhiteSpace();

    public static int Indent(string text, int position)
    {
        var end = position;
        while (end < text.Length && text[end] == ' ')
        {
            end++;
        }

        return end - position;
    }

    /// <summary>Behind the <c>&gt;</c> at <paramref name="position"/> and one space.</summary>
    public static int AfterQuote(string text, int position) =>
        position + 1 < text.Length && text[position + 1] == ' ' ? position + 2 : position + 1;

    public static (int Level, string Text)? Heading(string text, int start)
    {
        var level = Run(text, start, '#');
        if (level is 0 or > 6 || (start + level < text.Length && text[start + level] != ' '))
        {
            return null;
        }

        var content = text.AsSpan(start + level).Trim();
        var bare = content.TrimEnd('#');
        var closed = bare.Length == 0 || (bare.Length < content.Length && bare[^1] == ' ');
        return (level, (closed ? bare : content).Trim().ToString());
    }

    public static FenceMark? Fence(string text, int start)
    {
        var mark = text[start];
        if (mark is not ('`' or '~'))
        {
            return null;
        }

        var length = Run(text, start, mark);
        var info = text.AsSpan(start + length).Trim();
        return length < 3 || (mark == '`' && info.Contains('`')) ? null : new FenceMark(mark, length, info.ToString());
    }

    public static bool ClosesFence(string text, int position, FenceMark fence)
    {
        var indent = Indent(text, position);
        var length = Run(text, position + indent, fence.Mark);
        return indent < 4 && length >= fence.Length && IsBlank(text, position + indent + length);
    }

    /// <summary>1 for <c>===</c>, 2 for <c>---</c>.</summary>
    public static int? UnderlineLevel(string text, int start)
    {
        var mark = text[start];
        return mark is '=' or '-' && IsBlank(text, start + Run(text, start, mark)) ? (mark == '=' ? 1 : 2) : null;
    }

    public static bool IsRule(string text, int start)
    {
        var mark = text[start];
        if (mark is not ('-' or '*' or '_'))
        {
            return false;
        }

        var count = 0;
        foreach (var character in text.AsSpan(start))
        {
            if (character == mark)
            {
                count++;
            }
            else if (character != ' ')
            {
                return false;
            }
        }

        return count >= 3;
    }

    /// <summary>A list marker: the columns to its content, and whether there is any.</summary>
    /// <param name="interrupts">It would end a paragraph: then it must hold something, and a number must be 1.</param>
    public static (int Width, bool IsEmpty)? ListItem(string text, int start, bool interrupts)
    {
        var end = start;
        if (text[start] is '-' or '+' or '*')
        {
            end++;
        }
        else
        {
            while (end < text.Length && end - start < 9 && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end == start || end == text.Length || text[end] is not ('.' or ')') || (interrupts && text.AsSpan(start, end - start) is not "1"))
            {
                return null;
            }

            end++;
        }

        var marker = end - start;
        if (IsBlank(text, end))
        {
            return interrupts ? null : (marker + 1, true);
        }

        var spaces = Indent(text, end);
        return spaces switch
        {
            0 => null,
            > 4 => (marker + 1, false),
            _ => (marker + spaces, false),
        };
    }

    /// <summary><c>|---|:--:|</c>: the second row of a table.</summary>
    public static bool IsTableDelimiter(ReadOnlySpan<char> content) =>
        content.Contains('|') && content.Contains('-') && !content.ContainsAnyExcept("|-: ");

    public static string WithoutTaskBox(string text) =>
        text.StartsWith("[ ] ", StringComparison.Ordinal) || text.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase) ? text[4..].TrimStart() : text;

    private static int Run(string text, int start, char mark)
    {
        var end = start;
        while (end < text.Length && text[end] == mark)
        {
            end++;
        }

        return end - start;
    }
}
