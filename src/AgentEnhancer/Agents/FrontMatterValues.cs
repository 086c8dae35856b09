using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Agents;

/// <summary>The values of front matter: plain, quoted, folded and literal text; lists in flow, in blocks and between commas.</summary>
internal static class FrontMatterValues
{
    /// <param name="first">What follows the colon.</param>
    /// <param name="rest">The lines that belong to the value after it.</param>
    public static FrontMatterField Read(string key, LineSpan span, string first, ImmutableArray<string> rest)
    {
        var start = IsCommentOrBlank(first) ? "" : first.Trim();
        FrontMatterField Text(string value) => new(key, span, value, default, IsNested: false);
        FrontMatterField List(ImmutableArray<string> items) => new(key, span, string.Join(", ", items), items, IsNested: false);

        if (BlockStyle(start) is { } style)
        {
            return Text(ReadBlock(rest, isFolded: style == '>'));
        }

        if (start.StartsWith('"') || start.StartsWith('\''))
        {
            if (ReadQuoted([start, .. rest]) is { } quoted)
            {
                return Text(quoted);
            }
        }
        else if (start.StartsWith('[') && ReadFlowList(Fold([start, .. rest])) is { IsDefault: false } flow)
        {
            return List(flow);
        }
        else if (start.Length == 0)
        {
            var content = rest.Where(l => !l.AsSpan().TrimStart().StartsWith("#", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(l)).ToList();
            if (content.Count > 0 && IsItem(content[0]))
            {
                return List(ReadBlockList(content));
            }

            if (content.Count > 0 && content.TrueForAll(l => char.IsWhiteSpace(l[0])) && LooksNested(content[0]))
            {
                return new FrontMatterField(key, span, string.Join('\n', rest), default, IsNested: true);
            }
        }

        return Text(Fold([start, .. rest]));
    }

    public static bool IsCommentOrBlank(ReadOnlySpan<char> text)
    {
        var content = text.TrimStart();
        return content.IsEmpty || (content[0] == '#' && content.Length < text.Length);
    }

    /// <summary>Where a quotation ends whose opening mark stands before <paramref name="text"/>; -1 if it does not.</summary>
    public static int ClosingQuote(ReadOnlySpan<char> text, char quote)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (quote == '"' && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                if (quote == '"' || i + 1 == text.Length || text[i + 1] != quote)
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }

    /// <summary>Splits at commas outside quotations and parentheses; quotation marks around a part are taken off.</summary>
    public static ImmutableArray<string> SplitAtCommas(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && depth == 0))
            {
                if (Unquote(text[start..i].Trim()) is { Length: > 0 } part)
                {
                    parts.Add(part);
                }

                start = i + 1;
            }
            else if (text[i] is '"' or '\'' && text.AsSpan(start, i - start).IsWhiteSpace())
            {
                var close = ClosingQuote(text.AsSpan(i + 1), text[i]);
                i += close < 0 ? 0 : close + 1;
            }
            else
            {
                depth += text[i] is '(' or '[' or '{' ? 1 : text[i] is ')' or ']' or '}' && depth > 0 ? -1 : 0;
            }
        }

        return parts.DrainToImmutable();
    }

    /// <summary><c>|</c> or <c>&gt;</c> where the text announces a block of text.</summary>
    private static char? BlockStyle(string start)
    {
        if (start.Length == 0 || start[0] is not ('|' or '>'))
        {
            return null;
        }

        var end = 1;
        while (end < start.Length && end < 3 && (start[end] is '+' or '-' || char.IsAsciiDigit(start[end])))
        {
            end++;
        }

        return IsCommentOrBlank(start.AsSpan(end)) ? start[0] : null;
    }

    private static string ReadBlock(ImmutableArray<string> lines, bool isFolded)
    {
        // YAML takes the first line's indent for all; a shallower line, which it refuses, is read as if it had it.
        var indent = lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(IndentOf).FirstOrDefault();
        var content = lines.Select(l => l[Math.Min(indent, IndentOf(l))..].TrimEnd()).ToList();
        if (!isFolded)
        {
            return string.Join('\n', content).Trim('\n');
        }

        var text = new StringBuilder();
        for (var i = 0; i < content.Count; i++)
        {
            // Deeper lines keep their line ends; so do blank ones.
            var keeps = i > 0 && (content[i].StartsWith(' ') || content[i - 1].StartsWith(' '));
            text.Append(i == 0 || (content[i - 1].Length == 0 && content[i].Length > 0 && !keeps) ? "" : content[i].Length == 0 || keeps ? "\n" : " ");
            text.Append(content[i]);
        }

        return text.ToString().Trim('\n');
    }

    /// <summary>A whole quotation over its lines; null where the quotation ends before the value does.</summary>
    private static string? ReadQuoted(ImmutableArray<string> lines)
    {
        var quote = lines[0][0];
        var text = Fold([lines[0][1..], .. lines.Skip(1)], withComments: true);
        var close = ClosingQuote(text, quote);
        if (close < 0 || !IsCommentOrBlank(text.AsSpan(close + 1)))
        {
            return null;
        }

        return quote == '\'' ? text[..close].Replace("''", "'", StringComparison.Ordinal) : Unescape(text[..close]);
    }

    private static ImmutableArray<string> ReadFlowList(string text)
    {
        var close = text.LastIndexOf(']');
        return close > 0 && IsCommentOrBlank(text.AsSpan(close + 1)) ? SplitAtCommas(text[1..close]) : default;
    }

    private static ImmutableArray<string> ReadBlockList(List<string> lines)
    {
        var items = new List<string>();
        foreach (var line in lines)
        {
            if (IsItem(line))
            {
                items.Add(WithoutComment(line.TrimStart()[1..]).Trim());
            }
            else
            {
                items[^1] = $"{items[^1]} {line.Trim()}".Trim();
            }
        }

        return [.. items.Select(Unquote).Where(i => i.Length > 0)];
    }

    /// <summary>Lines as YAML folds plain text: joined by spaces, a blank line as a line end, without comments.</summary>
    private static string Fold(ImmutableArray<string> lines, bool withComments = false)
    {
        var text = new StringBuilder();
        var blanks = 0;
        foreach (var line in lines)
        {
            var content = (withComments ? line : WithoutComment(line)).Trim();
            if (content.Length == 0)
            {
                blanks++;
                continue;
            }

            if (text.Length > 0)
            {
                text.Append(blanks == 0 ? " " : new string('\n', blanks));
            }

            blanks = 0;
            text.Append(content);
        }

        return text.ToString();
    }

    private static string WithoutComment(string line)
    {
        if (line.StartsWith('#'))
        {
            return "";
        }

        var start = line.AsSpan().TrimStart();
        if (start.Length > 0 && start[0] is '"' or '\'')
        {
            return line;
        }

        for (var hash = line.IndexOf('#', StringComparison.Ordinal); hash >= 0; hash = line.IndexOf('#', hash + 1))
        {
            if (line[hash - 1] is ' ' or '\t')
            {
                return line[..hash];
            }
        }

        return line;
    }

    private static string Unquote(string text)
    {
        if (text.Length < 2 || text[0] is not ('"' or '\'') || ClosingQuote(text.AsSpan(1), text[0]) is var close && close < 0)
        {
            return text;
        }

        var inner = text.Substring(1, close);
        return text[0] == '"' ? Unescape(inner) : inner.Replace("''", "'", StringComparison.Ordinal);
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            var digits = text[i] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0 && i + digits < text.Length
                && int.TryParse(text.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                && Rune.IsValid(value))
            {
                result.Append(new Rune(value).ToString());
                i += digits;
            }
            else
            {
                result.Append(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '_' => '\u00A0', '0' => '\0', var other => other });
            }
        }

        return result.ToString();
    }

    private static bool IsItem(string line) => line.AsSpan().Trim() is "-" || line.AsSpan().TrimStart().StartsWith("- ", StringComparison.Ordinal);

    private static bool LooksNested(string line)
    {
        var content = line.AsSpan().Trim();
        var colon = content.IndexOf(':');
        return colon > 0 && (colon + 1 == content.Length || content[colon + 1] == ' ') && !content[..colon].Contains(' ');
    }

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart().Length;
}
