namespace AgentEnhancer.Requests;

/// <summary>Text that must not cost more than so much, whatever a file holds.</summary>
internal static class ClippedText
{
    public const string Mark = "…";

    /// <summary>As it is where it fits; else its first words and a mark.</summary>
    public static string To(int tokens, string text)
    {
        if (TokenEstimator.Estimate(text) <= tokens)
        {
            return text;
        }

        // A token is at most some nine characters, so that only the beginning of a long text is looked at; a prefix never costs more.
        var (low, high) = (0, (int)Math.Min(text.Length, 12L * tokens));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (TokenEstimator.Estimate(text.AsSpan(0, middle)) < tokens)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        var end = low > 0 ? text.LastIndexOfAny([' ', '\t', '\n'], low - 1) : -1;
        end = end <= low / 2 ? low : end;
        return string.Concat(text.AsSpan(0, end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end).TrimEnd(), Mark);
    }

    /// <summary>On one line.</summary>
    public static string Line(int tokens, string text) => To(tokens, string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
}
