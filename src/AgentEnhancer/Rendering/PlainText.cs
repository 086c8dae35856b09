using System.Text;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Rendering;

/// <summary>What a line of Markdown says, without how it is set: for telling that two lines say the same.</summary>
internal static partial class PlainText
{
    /// <summary>Shorter lines ("C#", "Testing") are names, and a name may stand twice.</summary>
    private const int ShortestStatement = 12;

    /// <summary>A line's words in lower case, without marker, emphasis, citations and final punctuation; null where it says too little to compare.</summary>
    public static string? Key(string line)
    {
        var text = ListMarker().Replace(Citations().Replace(line, ""), "");
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '*' or '`' or '\\' or '|')
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        var words = key.ToString().Trim().TrimEnd('.', ':', ';', '!', ',').TrimEnd();
        return words.Length < ShortestStatement || !words.Any(char.IsLetter) ? null : words;
    }

    /// <summary>The keys of a line as a whole, of what it says in bold, and of what comes before "(instead: …)".</summary>
    public static IEnumerable<string> Keys(string line)
    {
        string?[] keys = [Key(line), Key(Bold(line)), Key(line.Split("(instead:", 2)[0])];
        return keys.OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>The same line with spaces in place of its code spans, column by column.</summary>
    public static string WithoutCodeSpans(string line)
    {
        if (!line.Contains('`', StringComparison.Ordinal))
        {
            return line;
        }

        var text = line.ToCharArray();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '`')
            {
                continue;
            }

            var run = RunLength(line, i);
            var close = CloseOf(line, i + run, run);
            if (close < 0)
            {
                i += run - 1;
                continue;
            }

            Array.Fill(text, ' ', i, close + run - i);
            i = close + run - 1;
        }

        return new string(text);
    }

    private static string Bold(string line)
    {
        var open = line.IndexOf("**", StringComparison.Ordinal);
        var close = open < 0 ? -1 : line.IndexOf("**", open + 2, StringComparison.Ordinal);
        return close < 0 ? "" : line[(open + 2)..close];
    }

    private static int CloseOf(string line, int start, int run)
    {
        for (var i = start; i < line.Length; i++)
        {
            if (line[i] == '`')
            {
                var other = RunLength(line, i);
                if (other == run)
                {
                    return i;
                }

                i += other - 1;
            }
        }

        return -1;
    }

    private static int RunLength(string line, int start)
    {
        var end = start;
        while (end < line.Length && line[end] == '`')
        {
            end++;
        }

        return end - start;
    }

    [GeneratedRegex(@"^\s*(?:[-*+>]\s+|\d{1,3}[.)]\s+|#{1,6}\s+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ListMarker();

    [GeneratedRegex(@"\[t?\d+(?::\d+(?:-\d+)?)?\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Citations();
}
