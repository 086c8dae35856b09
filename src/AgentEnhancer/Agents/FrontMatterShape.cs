using System.Collections.Immutable;

namespace AgentEnhancer.Agents;

/// <summary>
/// Tells cheaply that a head is valid YAML, so that the YAML library, which takes longer to load than everything else takes to run,
/// is loaded for the others only. It knows the common forms; a no means "look closer", a yes is never wrong.
/// </summary>
internal static class FrontMatterShape
{
    public static bool IsSurelyValid(ImmutableArray<string> lines)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        while (index < lines.Length)
        {
            var line = lines[index];
            if (!IsPrintable(line))
            {
                return false;
            }

            if (IsBlank(line) || line[0] == '#')
            {
                index++;
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon is < 1 or > 100 || !IsSimpleKey(line.AsSpan(0, colon)) || (colon + 1 < line.Length && line[colon + 1] != ' ')
                || !keys.Add(line[..colon]))
            {
                return false;
            }

            var end = index + 1;
            while (end < lines.Length && (IsBlank(lines[end]) || lines[end][0] == ' ' || lines[end].StartsWith("- ", StringComparison.Ordinal)))
            {
                end++;
            }

            if (!IsSurelyValue(line.AsSpan(colon + 1).Trim(' '), lines.AsSpan()[(index + 1)..end]))
            {
                return false;
            }

            index = end;
        }

        return true;
    }

    private static bool IsSurelyValue(ReadOnlySpan<char> first, ReadOnlySpan<string> rest)
    {
        foreach (var line in rest)
        {
            if (!IsPrintable(line))
            {
                return false;
            }
        }

        if (first.IsEmpty)
        {
            return IsSimpleList(rest);
        }

        return first[0] switch
        {
            '|' or '>' => first.Length <= 2 && (first.Length == 1 || first[1] is '-' or '+') && IsBlock(rest),
            '"' or '\'' => IsQuotation(first[0], first[1..], rest),
            '[' => AreBlank(rest) && IsFlowList(first),
            _ => IsSimplePlain(first) && AreContinuations(rest),
        };
    }

    /// <summary>Items of one line each, all at one indent; or nothing at all.</summary>
    private static bool IsSimpleList(ReadOnlySpan<string> lines)
    {
        var indent = -1;
        foreach (var line in lines)
        {
            if (IsBlank(line))
            {
                continue;
            }

            var here = IndentOf(line);
            indent = indent < 0 ? here : indent;
            var item = line.AsSpan(here);
            if (here != indent || !item.StartsWith("- ", StringComparison.Ordinal))
            {
                return false;
            }

            var content = item[2..].Trim(' ');
            if (content.IsEmpty || !(content[0] is '"' or '\'' ? IsQuotation(content[0], content[1..], []) : IsSimplePlain(content)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBlock(ReadOnlySpan<string> lines)
    {
        var indent = 0;
        var leading = 0;
        foreach (var line in lines)
        {
            var here = IndentOf(line);
            if (IsBlank(line))
            {
                leading = indent == 0 ? Math.Max(leading, line.Length) : leading;
            }
            else if (here == 0 || here < indent || (indent == 0 && leading > here))
            {
                return false;
            }
            else if (indent == 0)
            {
                indent = here;
            }
        }

        return indent > 0;
    }

    private static bool IsQuotation(char quote, ReadOnlySpan<char> first, ReadOnlySpan<string> rest)
    {
        if (quote == '"' && !HasSimpleEscapes(first))
        {
            return false;
        }

        var close = FrontMatterValues.ClosingQuote(first, quote);
        if (close >= 0)
        {
            return IsBlank(first[(close + 1)..]) && AreBlank(rest);
        }

        for (var i = 0; i < rest.Length; i++)
        {
            if (!IsBlank(rest[i]) && rest[i][0] != ' ')
            {
                return false;
            }

            if (quote == '"' && !HasSimpleEscapes(rest[i]))
            {
                return false;
            }

            close = FrontMatterValues.ClosingQuote(rest[i], quote);
            if (close >= 0)
            {
                return IsBlank(rest[i].AsSpan(close + 1)) && AreBlank(rest[(i + 1)..]);
            }
        }

        return false;
    }

    private static bool HasSimpleEscapes(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOf('\\'); i >= 0;)
        {
            if (i + 1 >= text.Length || text[i + 1] is not ('n' or 't' or '"' or '\\' or '/' or 'r'))
            {
                return false;
            }

            var next = text[(i + 2)..].IndexOf('\\');
            i = next < 0 ? -1 : i + 2 + next;
        }

        return true;
    }

    private static bool IsFlowList(ReadOnlySpan<char> text)
    {
        if (text[^1] != ']')
        {
            return false;
        }

        var inner = text[1..^1].Trim(' ');
        if (inner.IsEmpty)
        {
            return true;
        }

        foreach (var range in inner.Split(','))
        {
            var item = inner[range].Trim(' ');
            var isQuoted = item.Length > 2 && item[0] is '"' or '\'' && item[^1] == item[0];
            var content = isQuoted ? item[1..^1] : item;
            if (content.IsEmpty || !MayBegin(content) || content.Contains(" #", StringComparison.Ordinal))
            {
                return false;
            }

            foreach (var character in content)
            {
                if (!char.IsLetterOrDigit(character) && character is not (' ' or '_' or '-' or '.' or '+' or '#' or '/' or '(' or ')'))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool AreContinuations(ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            if (!IsBlank(line) && (line[0] != ' ' || !IsSimplePlain(line.AsSpan().Trim(' '))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Begins with a letter or the like, and holds nothing that YAML could take for a key or a comment.</summary>
    private static bool IsSimplePlain(ReadOnlySpan<char> text) =>
        MayBegin(text)
        && text[^1] != ':' && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal);

    private static bool MayBegin(ReadOnlySpan<char> text) =>
        char.IsLetterOrDigit(text[0]) || text[0] is '(' or '<' or '/' or '_' or '$' || (text[0] == '.' && text.Length > 1 && char.IsLetterOrDigit(text[1]));

    private static bool IsSimpleKey(ReadOnlySpan<char> key)
    {
        foreach (var character in key)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(key[0]) || key[0] == '_';
    }

    /// <summary>No tabs, no control characters, nothing that YAML could take for a line end or refuse to read.</summary>
    private static bool IsPrintable(string line)
    {
        foreach (var character in line)
        {
            if (character is < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreBlank(ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            if (!IsBlank(line))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBlank(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(' ');

    private static int IndentOf(string line) => line.AsSpan().IndexOfAnyExcept(' ') is var indent && indent >= 0 ? indent : line.Length;
}
