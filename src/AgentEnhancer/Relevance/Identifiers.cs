using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>One identifier in a line of code.</summary>
/// <param name="Column">From 0.</param>
internal readonly record struct IdentifierToken(string Text, int Line, int Column);

/// <summary>Identifiers as they stand in a template's code: strings, comments and docstrings don't count.</summary>
internal static class Identifiers
{
    public static IEnumerable<IdentifierToken> In(LexedSource source)
    {
        for (var i = 0; i < source.Code.Length; i++)
        {
            var line = source.Code[i];
            for (var start = 0; start < line.Length;)
            {
                if (!IsStart(line[start]))
                {
                    start++;
                    continue;
                }

                var end = start + 1;
                while (end < line.Length && IsPart(line[end]))
                {
                    end++;
                }

                yield return new IdentifierToken(line[start..end], i + 1, start);
                start = end;
            }
        }
    }

    public static bool IsStart(char c) => char.IsLetter(c) || c is '_';

    public static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '_';

    public static bool IsIdentifier(string text) =>
        text.Length > 0 && IsStart(text[0]) && text.AsSpan(1).IndexOfAnyExcept(IdentifierChars) < 0;

    /// <summary>Where a name stands by itself, and not as a part of a longer one: <c>class MemoryStore : Store</c> names <c>Store</c> once. -1 where it doesn't.</summary>
    public static int IndexOf(string text, string name, int from = 0)
    {
        for (var at = text.IndexOf(name, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsPart(text[at - 1])) && (at + name.Length == text.Length || !IsPart(text[at + name.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    public static bool Names(string text, string name) => IndexOf(text, name) >= 0;

    /// <summary>A name that hardly stands for anything else: it has an inner capital, an underscore, or a digit.</summary>
    public static bool IsDistinctive(string name)
    {
        for (var i = 1; i < name.Length; i++)
        {
            if (name[i] == '_' || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first character before a column that is no space; <c>'\0'</c> at the start of the line.</summary>
    public static char Before(string line, int column)
    {
        for (var i = column - 1; i >= 0; i--)
        {
            if (line[i] != ' ')
            {
                return line[i];
            }
        }

        return '\0';
    }

    /// <summary>The first character at or after a column that is no space; <c>'\0'</c> at the end of the line.</summary>
    public static char After(string line, int column)
    {
        for (var i = column; i < line.Length; i++)
        {
            if (line[i] != ' ')
            {
                return line[i];
            }
        }

        return '\0';
    }

    private static readonly System.Buffers.SearchValues<char> IdentifierChars =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}
