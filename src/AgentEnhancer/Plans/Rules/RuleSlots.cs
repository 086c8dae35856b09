using System.Text;

namespace AgentEnhancer.Plans.Rules;

/// <summary>Slots in a rule's texts: <c>{name}</c>, a lower-case letter first. Anything else in braces is text.</summary>
internal static class RuleSlots
{
    /// <summary>The names of the slots of a text, in order of place.</summary>
    public static IEnumerable<string> NamesIn(string text)
    {
        for (var at = 0; TryFind(text, at, out var open, out var close); at = close + 1)
        {
            yield return text[(open + 1)..close];
        }
    }

    /// <summary>The text with its slots filled; null where one of them has no value.</summary>
    public static string? Fill(string text, Func<string, string?> valueOf)
    {
        var filled = new StringBuilder(text.Length + 32);
        var at = 0;
        while (TryFind(text, at, out var open, out var close))
        {
            if (valueOf(text[(open + 1)..close]) is not { } value)
            {
                return null;
            }

            filled.Append(text, at, open - at).Append(value);
            at = close + 1;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static bool TryFind(string text, int from, out int open, out int close)
    {
        for (open = text.IndexOf('{', from); open >= 0; open = text.IndexOf('{', open + 1))
        {
            close = open + 1;
            while (close < text.Length && char.IsAsciiLetterOrDigit(text[close]))
            {
                close++;
            }

            if (close < text.Length && text[close] == '}' && close > open + 1 && char.IsAsciiLetterLower(text[open + 1]))
            {
                return true;
            }
        }

        close = -1;
        return false;
    }
}
