using System.Buffers;
using System.Text;

namespace AgentEnhancer.Agents;

/// <summary>Markdown's inline text, brought to a form that can be compared.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Decoration = SearchValues.Create("-=_:~ ");

    /// <summary>
    /// A heading's words without numbers, symbols, emphasis, parentheses and case: <c>4. **Best practices** ✅:</c> is
    /// <c>best practices</c>. Apostrophes vanish (<c>dont</c>), an ampersand is <c>and</c>.
    /// </summary>
    public static string Title(string heading)
    {
        var words = new StringBuilder(heading.Length);
        var depth = 0;
        var lettered = false;
        foreach (var character in heading)
        {
            depth += character is '(' or '[' ? 1 : character is ')' or ']' && depth > 0 ? -1 : 0;
            if (depth > 0 || character is '\'' or '’' or '*' or '`' or ')' or ']')
            {
                continue;
            }

            if (char.IsLetter(character) || (lettered && char.IsAsciiDigit(character)))
            {
                lettered = true;
                words.Append(char.ToLowerInvariant(character));
            }
            else if (character == '&')
            {
                words.Append(" and ");
            }
            else
            {
                words.Append(' ');
            }
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// A line as what it says: without list, heading and quotation marks, emphasis, closing punctuation, case and width of spaces.
    /// Empty where it says nothing (blank lines, rules, table borders, fence marks).
    /// </summary>
    public static string Normalise(string line)
    {
        var content = WithoutBlockMarks(line);
        var result = new StringBuilder(content.Length);
        foreach (var character in content)
        {
            if (char.IsWhiteSpace(character) || character == '|')
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (character is not ('*' or '`'))
            {
                result.Append(char.ToLowerInvariant(character));
            }
        }

        var text = result.ToString().AsSpan().Trim().TrimEnd(".:;,! ");
        return text.ContainsAnyExcept(Decoration) ? text.ToString() : "";
    }

    /// <summary>All that a text says, line by line, as <see cref="Normalise"/> gives it: code as well as prose.</summary>
    public static IReadOnlySet<string> NormalisedLines(MarkdownBody body)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < body.Lines.Length; i++)
        {
            if (body.Kinds[i] is not (MarkdownLineKind.FenceMarker or MarkdownLineKind.Rule or MarkdownLineKind.HeadingUnderline)
                && Normalise(body.Lines[i]) is { Length: > 0 } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static ReadOnlySpan<char> WithoutBlockMarks(string line)
    {
        var text = line.AsSpan().Trim();
        while (text.Length > 0 && text[0] == '>')
        {
            text = text[1..].TrimStart();
        }

        if (text.Length > 1 && text[0] is '-' or '+' or '*' && text[1] == ' ')
        {
            text = text[2..].TrimStart();
        }
        else
        {
            var digits = 0;
            while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                digits++;
            }

            if (digits > 0 && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ')
            {
                text = text[(digits + 2)..].TrimStart();
            }
        }

        if (text.StartsWith("[ ] ", StringComparison.Ordinal) || text.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase))
        {
            text = text[4..].TrimStart();
        }

        return text.StartsWith('#') ? text.Trim('#').Trim() : text;
    }
}
