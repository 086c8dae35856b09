using System.Text.RegularExpressions;

namespace AgentEnhancer.Relevance;

/// <summary>What an agent's words say that it is for: without what they say that it leaves to others.</summary>
internal static partial class Scope
{
    /// <summary>The text without the sentences, and ends of sentences, that name what the agent does not do.</summary>
    public static string Positive(string text) => Part(text, isDenied: false);

    /// <summary>What stands below a heading such as "Not for".</summary>
    public static string Denied(string text) => Part(text, isDenied: true);

    private static string Part(string text, bool isDenied)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var isOutside = false;
        foreach (var block in Blocks().Split(text))
        {
            if (Heading().Match(block) is { Success: true } heading)
            {
                isOutside = OfOthers().IsMatch(heading.Value);
            }

            if (isDenied && isOutside)
            {
                kept.Append(block).Append('\n');
            }

            if (isOutside || isDenied)
            {
                continue;
            }

            foreach (var sentence in Sentences().Split(block).Where(s => !NotItsOwn().IsMatch(s)))
            {
                kept.Append(Turned().Replace(sentence, "")).Append('\n');
            }
        }

        return kept.ToString();
    }

    // Wrapped lines go on; a blank line, a list item and a heading begin something new, and a heading ends with its line.
    [GeneratedRegex(@"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)]|#{1,6})\s)|(?<=^[ \t]*#{1,6}[ \t][^\n]*)\n", RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^\s*#{1,6}\s[^\n]*")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:you|it) (?:don't|do not|does not|doesn't)\b|\bout of scope\b|\bnot (?:mine|yours|in scope|for)\b|\bleaves? to\b|\bwhat (?:not|others)\b|^\s*#+\s*(?:boundaries|limits|not|don'?t|never|hand[- ]?(?:over|offs?)|non-goals|exclusions)\s*:?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"(?<=[.;:!?])\s+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(?:not (?:mine|yours|(?:its|my|your) (?:job|work|task|business))|out of scope|(?:decided|done|handled) elsewhere|belongs? to (?:the|another|an?) [\w-]+ (?:agent|author|engineer|developer|specialist|designer|builder)|(?:to|of|by) (?:others|other agents|another agent|somebody else))\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotItsOwn();

    [GeneratedRegex(@"\b(?:does not|doesn't|do not|don't|is not|isn't|are not|aren't|never|but not|not for|leaves?\b(?=[^.;:]*\bto\b)|rather than|instead of)\b[^.;:!?]*", RegexOptions.IgnoreCase)]
    private static partial Regex Turned();
}
