namespace AgentEnhancer.Requests;

/// <summary>
/// Tokens of a text as a model would count them, without its table: a sum over runs of characters, fitted to a common tokenizer and
/// within a few percent of it over a request. One pass, in whole thousandths, so that every machine counts the same.
/// </summary>
internal static class TokenEstimator
{
    private const int Word = 1033;
    private const int LongWordLetter = 118;
    private const int ShortWord = 8;
    private const int CapitalLetter = 211;
    private const int FreeCapitals = 2;
    private const int DigitGroup = 1717;
    private const int DigitsInGroup = 3;
    private const int Punctuation = 1075;
    private const int LongPunctuation = 28;
    private const int ShortPunctuation = 2;
    private const int LineBreaks = 579;
    private const int Spaces = 453;
    private const int NonAscii = 364;

    public static int Estimate(string text) => Estimate(text.AsSpan());

    public static int Estimate(ReadOnlySpan<char> text)
    {
        long sum = 0;
        for (var i = 0; i < text.Length;)
        {
            var kind = KindOf(text[i]);
            var end = i + 1;
            while (end < text.Length && KindOf(text[end]) == kind)
            {
                end++;
            }

            var run = text[i..end];
            sum += kind switch
            {
                Kind.Letter => Letters(run),
                Kind.Digit => (long)DigitGroup * ((run.Length + DigitsInGroup - 1) / DigitsInGroup),
                Kind.LineBreak => LineBreaks,
                Kind.Space => Spaces,
                Kind.NonAscii => (long)NonAscii * Characters(run),
                _ => Punctuation + ((long)LongPunctuation * Math.Max(0, run.Length - ShortPunctuation)),
            };
            i = end;
        }

        return (int)Math.Min(int.MaxValue, (sum + 500) / 1000);
    }

    /// <summary><c>parseHTTPHeader</c> is three words: parse, HTTP, Header.</summary>
    private static long Letters(ReadOnlySpan<char> run)
    {
        long sum = 0;
        var start = 0;
        for (var i = 1; i <= run.Length; i++)
        {
            var isEdge = i == run.Length
                || (char.IsAsciiLetterUpper(run[i]) && (char.IsAsciiLetterLower(run[i - 1]) || (i + 1 < run.Length && char.IsAsciiLetterLower(run[i + 1]))));
            if (isEdge)
            {
                sum += WordCost(run[start..i]);
                start = i;
            }
        }

        return sum;
    }

    private static long WordCost(ReadOnlySpan<char> word)
    {
        var cost = Word + ((long)LongWordLetter * Math.Max(0, word.Length - ShortWord));
        return word.ContainsAnyInRange('a', 'z') ? cost : cost + ((long)CapitalLetter * Math.Max(0, word.Length - FreeCapitals));
    }

    /// <summary>The two halves of a character outside the basic plane count once.</summary>
    private static int Characters(ReadOnlySpan<char> run)
    {
        var count = 0;
        for (var i = 0; i < run.Length; i++)
        {
            count += i > 0 && char.IsSurrogatePair(run[i - 1], run[i]) ? 0 : 1;
        }

        return count;
    }

    private static Kind KindOf(char c) => c switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' => Kind.Letter,
        >= '0' and <= '9' => Kind.Digit,
        '\n' or '\r' => Kind.LineBreak,
        ' ' or '\t' or '\v' or '\f' => Kind.Space,
        > '\x7f' => Kind.NonAscii,
        _ => Kind.Punctuation,
    };

    private enum Kind
    {
        Letter,
        Digit,
        LineBreak,
        Space,
        NonAscii,
        Punctuation,
    }
}
