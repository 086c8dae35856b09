using System.Buffers;
using System.Globalization;
using System.Text;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Rendering;

/// <summary>
/// Text that goes into a line of Markdown. It stays what it says: nothing in it starts a heading, a fence, a link, an
/// emphasis or a tag, because what looks active is put in backticks.
/// </summary>
internal static class InlineText
{
    private const int MostWordsInTypeArguments = 12;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\t\v\f\u0085\u2028\u2029");

    /// <summary>A code span that holds the text whatever backticks are in it.</summary>
    public static string Code(string text)
    {
        return Span(Flatten(text));
    }

    /// <summary>A path in a code span: each of its spaces counts, as a file's name may hold two in a row.</summary>
    public static string CodePath(string path) => Span(path.AsSpan().ContainsAny(LineEnds) ? Flatten(path) : path);

    private static string Span(string flat)
    {
        var fence = new string('`', LongestRun(flat, '`') + 1);
        var pad = flat.Length == 0 || flat[0] == '`' || flat[^1] == '`' ? " " : "";
        return fence + pad + flat + pad + fence;
    }

    /// <summary>A table cell: a pipe would end it, in code spans too.</summary>
    public static string Cell(string inline) =>
        inline.Replace("\\|", "\\\\|", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>One line, without control characters.</summary>
    public static string Flatten(string text)
    {
        var flat = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                flat.Append(c);
            }
            else if (flat.Length > 0 && flat[^1] != ' ')
            {
                flat.Append(' ');
            }
        }

        return flat.ToString().TrimEnd();
    }

    /// <summary>Prose: code spans stay, citations become those of the document, what is active becomes a code span.</summary>
    public static string Prose(string text, CitationTable citations)
    {
        var flat = Flatten(text);
        var prose = new StringBuilder(flat.Length + 16);
        for (var i = 0; i < flat.Length;)
        {
            if (flat[i] == ' ')
            {
                prose.Append(flat[i++]);
            }
            else if (flat[i] == '`')
            {
                i = CopyCodeSpan(flat, i, prose);
            }
            else if (CitationText.TryRead(flat, i, out var end, out var cited) && citations.Format(cited) is { } formatted)
            {
                prose.Append(formatted);
                i = end;
            }
            else
            {
                var stop = EndOfWord(flat, i);
                prose.Append(Inactive(flat[i..stop]));
                i = stop;
            }
        }

        return prose.ToString();
    }

    /// <summary>Prose that opens a list item or a paragraph: it must not start a block of its own.</summary>
    public static string Opening(string prose)
    {
        var digits = prose.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0 && digits < prose.Length && prose[digits] is '.' or ')' && (digits + 1 == prose.Length || prose[digits + 1] == ' '))
        {
            return string.Concat(prose.AsSpan(0, digits), "\\", prose.AsSpan(digits));
        }

        var active = prose.Length > 0
            && (prose[0] is '#' or '>' or '|' or '~'
                || (prose[0] is '-' or '+' or '=' && (prose.Length == 1 || prose[1] is ' ' or '-' or '='))
                || prose.StartsWith("```", StringComparison.Ordinal));
        return active ? "\\" + prose : prose;
    }

    /// <summary>Begins a clause as a sentence, where it begins with a plain word: <c>npm-run</c>, <c>useState</c> and <c>a.b</c> stay as they are.</summary>
    public static string Capital(string prose)
    {
        var word = prose.TakeWhile(char.IsAsciiLetterLower).Count();
        return word > 0 && (word == prose.Length || prose[word] is ' ' or ',' or '\'')
            ? string.Concat(char.ToUpperInvariant(prose[0]).ToString(), prose.AsSpan(1)) : prose;
    }

    /// <summary>Ends a clause as a sentence.</summary>
    public static string Sentence(string prose) =>
        prose.Length == 0 || prose[^1] is '.' or '!' or '?' or ':' or '…' ? prose : prose + ".";

    private static int CopyCodeSpan(string text, int start, StringBuilder prose)
    {
        var run = RunLength(text, start, '`');
        for (var i = start + run; i < text.Length; i++)
        {
            if (text[i] != '`')
            {
                continue;
            }

            var other = RunLength(text, i, '`');
            if (other == run)
            {
                prose.Append(text, start, i + run - start);
                return i + run;
            }

            i += other - 1;
        }

        prose.Append(string.Concat(Enumerable.Repeat("\\`", run)));
        return start + run;
    }

    /// <summary>A word ends at a space or a backtick; type arguments with spaces in them belong to their word.</summary>
    private static int EndOfWord(string text, int start)
    {
        var first = NextBreak(text, start);
        var depth = AngleDepth(text.AsSpan(start, first - start));
        var end = first;
        for (var words = 0; depth > 0 && words < MostWordsInTypeArguments && end < text.Length && text[end] == ' '; words++)
        {
            var next = NextBreak(text, end + 1);
            depth += AngleDepth(text.AsSpan(end + 1, next - end - 1));
            end = next;
        }

        return depth == 0 ? end : first;
    }

    private static int NextBreak(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is not (' ' or '`')
            && (end == start || !CitationText.TryRead(text, end, out _, out _)))
        {
            end++;
        }

        return end;
    }

    private static int AngleDepth(ReadOnlySpan<char> word)
    {
        var depth = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '<' && i + 1 < word.Length && (char.IsLetter(word[i + 1]) || word[i + 1] is '{' or '('))
            {
                depth++;
            }
            else if (word[i] == '>' && i > 0 && word[i - 1] is not ('=' or '-'))
            {
                depth--;
            }
        }

        return depth;
    }

    private static string Inactive(string word)
    {
        if (!IsActive(word))
        {
            return word;
        }

        // A quote begins before the code in it.
        var start = word[0] == '“' && word.Length > 1 ? 1 : 0;
        var end = word.Length;
        while (end > start + 1 && (word[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '”'
            || (word[end - 1] == ')' && word.AsSpan(start, end - start).Count(')') > word.AsSpan(start, end - start).Count('('))))
        {
            end--;
        }

        while (start < end - 1 && word[start] == '('
            && word.AsSpan(start, end - start).Count('(') > word.AsSpan(start, end - start).Count(')'))
        {
            start++;
        }

        if (IsWrapped(word.AsSpan(start, end - start)))
        {
            start++;
            end--;
        }

        return string.Concat(word.AsSpan(0, start), Code(word[start..end]), word.AsSpan(end));
    }

    /// <summary>The bracket that opens it is closed by its last character, and not by an earlier one.</summary>
    private static bool IsWrapped(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '(')
        {
            return false;
        }

        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i == text.Length - 1;
            }
        }

        return false;
    }

    private static bool IsActive(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var active = word[i] switch
            {
                '*' => true,
                '_' => next == '_' || (i == 0 && word.Length > 2 && word.TrimEnd('.', ',', ';', ':', ')')[^1] == '_'),
                '<' => char.IsLetter(next) || next is '/' or '!' or '?',
                ']' => next is '(' or '[',
                '!' => next == '[',
                '~' => next == '~',
                '\\' => char.IsPunctuation(next) || char.IsSymbol(next),
                _ => false,
            };
            if (active)
            {
                return true;
            }
        }

        return false;
    }

    private static int RunLength(string text, int start, char c)
    {
        var end = start;
        while (end < text.Length && text[end] == c)
        {
            end++;
        }

        return end - start;
    }

    public static int LongestRun(string text, char c)
    {
        var longest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == c)
            {
                var run = RunLength(text, i, c);
                longest = Math.Max(longest, run);
                i += run;
            }
        }

        return longest;
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
