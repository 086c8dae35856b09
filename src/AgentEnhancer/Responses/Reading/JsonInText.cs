namespace AgentEnhancer.Responses.Reading;

/// <summary>Answers that are a JSON string, or stand as one in another object: <c>{"response": "{\"enhancements\": …"}</c>.</summary>
internal static class JsonInText
{
    private const int LongestEscape = 6;

    /// <summary>A quote within a string.</summary>
    private static readonly string[] Quotes = ["\\\"", "\\u0022"];

    /// <summary>Texts of a tree that look like JSON, or like JSON in a fence.</summary>
    public static IEnumerable<string> In(AnswerNode root)
    {
        if (root.Kind == NodeKind.Text)
        {
            if (root.Text is { } text && text.AsSpan().TrimStart() is ['{' or '[' or '`', ..])
            {
                yield return text;
            }
        }

        foreach (var inner in root.Items.Concat(root.Members.Select(m => m.Value)).SelectMany(In))
        {
            yield return inner;
        }
    }

    /// <summary>The text of the first string that holds an escaped field of an answer, as far as it goes; null where there is none.</summary>
    public static string? Find(string text)
    {
        var field = FirstField(text);
        var open = field < 0 ? -1 : LastQuote(text, field);
        if (field < 0)
        {
            return null;
        }

        var close = TolerantReader.EndOfString(text, open + 1);
        var raw = text.AsSpan(open + 1, (close < 0 ? text.Length : close) - open - 1);

        // A text that is cut off may end within an escape.
        for (var less = 0; less <= LongestEscape && less < raw.Length; less++)
        {
            if (StringDecoder.Decode(raw[..^less]) is { } decoded)
            {
                return decoded;
            }
        }

        return null;
    }

    private static int FirstField(string text)
    {
        var first = -1;
        foreach (var quote in Quotes)
        {
            for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0 && (first < 0 || at < first); at = text.IndexOf(quote, at + quote.Length, StringComparison.Ordinal))
            {
                var name = text.AsSpan(at + quote.Length, Math.Min(AnswerKeys.LongestKey, text.Length - at - quote.Length));
                var end = name.IndexOfAny('\\', '"');
                if (end > 0 && name[end..].StartsWith(quote) && AnswerKeys.Normalise(name[..end]) is var key
                    && (AnswerKeys.Telling.Contains(key) || AnswerKeys.Identity.Contains(key)))
                {
                    first = at;
                }
            }
        }

        return first;
    }

    /// <summary>The quote before, or -1: the text may itself be what stood between the quotes.</summary>
    private static int LastQuote(string text, int before)
    {
        for (var at = text.LastIndexOf('"', before - 1 < 0 ? 0 : before - 1); at > 0; at = text.LastIndexOf('"', at - 1))
        {
            if (text[at - 1] != '\\')
            {
                return at;
            }
        }

        return text[0] == '"' ? 0 : -1;
    }
}
