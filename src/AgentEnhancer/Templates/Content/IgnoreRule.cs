using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Content;

/// <summary>One line of a <c>.gitignore</c>.</summary>
/// <param name="IsNegated">It takes back what an earlier line ignores.</param>
/// <param name="IsForFolders">It ended in a slash.</param>
/// <param name="Segments">What stands between slashes; <c>**</c> is any number of folders. A pattern without a slash begins with one.</param>
internal sealed record IgnoreRule(bool IsNegated, bool IsForFolders, ImmutableArray<string> Segments)
{
    private const string AnyFolders = "**";

    /// <returns>Null for an empty line, a comment, and a pattern that can't match.</returns>
    public static IgnoreRule? Parse(string line)
    {
        var text = WithoutTrailingSpaces(line);
        if (text.Length == 0 || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        text = isNegated ? text[1..] : text;
        var isForFolders = text.EndsWith('/');
        text = text.TrimEnd('/');
        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            return null;
        }

        return new IgnoreRule(isNegated, isForFolders, text.Contains('/', StringComparison.Ordinal) ? [.. segments] : [AnyFolders, segments[0]]);
    }

    /// <param name="path">Segments of a path, of which the first <paramref name="start"/> lead to the folder of the file with this line.</param>
    public bool Matches(ReadOnlySpan<string> path, int start, bool isFolder)
    {
        if (IsForFolders && !isFolder)
        {
            return false;
        }

        // As * in a name: where it goes wrong, the last ** takes in one folder more.
        var names = path[start..];
        var (rule, name, retryRule, retryName) = (0, 0, -1, -1);
        while (name < names.Length)
        {
            if (rule < Segments.Length && string.Equals(Segments[rule], AnyFolders, StringComparison.Ordinal))
            {
                // At the end it stands for all that lies in a folder, and not for the folder.
                if (rule == Segments.Length - 1)
                {
                    return true;
                }

                (retryRule, retryName) = (rule++, name);
            }
            else if (rule < Segments.Length && IsName(Segments[rule], names[name]))
            {
                rule++;
                name++;
            }
            else if (retryRule >= 0)
            {
                (rule, name) = (retryRule + 1, ++retryName);
            }
            else
            {
                return false;
            }
        }

        return rule == Segments.Length;
    }

    /// <summary><c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a]</c> and <c>\*</c> against a name without slashes.</summary>
    private static bool IsName(string pattern, string name)
    {
        var (p, n, retryPattern, retryName) = (0, 0, -1, -1);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (retryPattern, retryName) = (p++, n);
            }
            else if (p < pattern.Length && IsCharacter(pattern, p, name[n]) is var next and > 0)
            {
                p = next;
                n++;
            }
            else if (retryPattern >= 0)
            {
                (p, n) = (retryPattern + 1, ++retryName);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    /// <returns>Where the pattern goes on behind what stands for this character; 0 where it stands for another.</returns>
    private static int IsCharacter(string pattern, int at, char character)
    {
        switch (pattern[at])
        {
            case '?':
                return at + 1;
            case '[':
                return IsOneOf(pattern, at + 1, character);
            case '\\':
                return at + 1 < pattern.Length && pattern[at + 1] == character ? at + 2 : 0;
            default:
                return pattern[at] == character ? at + 1 : 0;
        }
    }

    private static int IsOneOf(string pattern, int at, char character)
    {
        var isNegated = at < pattern.Length && pattern[at] is '!' or '^';
        var first = isNegated ? at + 1 : at;
        var isFound = false;

        // A bracket that comes first is a character like any other.
        for (var i = first; i < pattern.Length; i++)
        {
            if (pattern[i] == ']' && i > first)
            {
                return isFound != isNegated ? i + 1 : 0;
            }

            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                i++;
            }

            if (i + 2 < pattern.Length && pattern[i + 1] == '-' && pattern[i + 2] != ']')
            {
                isFound |= character >= pattern[i] && character <= pattern[i + 2];
                i += 2;
            }
            else
            {
                isFound |= pattern[i] == character;
            }
        }

        // Never closed: git takes it for a pattern that matches nothing.
        return 0;
    }

    /// <summary>A space at the end counts where a backslash stands before it.</summary>
    private static string WithoutTrailingSpaces(string line)
    {
        var end = line.TrimEnd('\r').Length;
        while (end > 0 && line[end - 1] == ' ' && !(end > 1 && line[end - 2] == '\\'))
        {
            end--;
        }

        return line[..end];
    }
}
