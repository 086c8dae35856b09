using System.Collections.Frozen;

namespace AgentEnhancer.Relevance;

/// <summary>Text to terms: identifiers are split at case changes and separators, lower-cased, and cut to their stem.</summary>
internal static class Terms
{
    /// <summary>Words that tell nothing about a subject: function words, words of every agent, keywords of many languages.</summary>
    private static readonly FrozenSet<string> StopWords =
        """
        the and for with from that this into are not all any use used uses using via per its when where which will can has have been each
        also such than then there their them they these those what who why how must should only both more most other over under
        in of to on it is or at be as an by if no we up do so us my me he am
        write writes writing written keep keeps look looks make makes need needs want wants take takes place places thing things way ways
        add adds adding change changes changing build builds building know knows show shows say says tell tells give gives
        you your our out off own between within across after before during while through about against without new
        provide provides provided specialized guidance implement implements implementation implementations implementing project projects
        pattern patterns purpose agent agents specialist specialists expert assistant exist exists automatically invoked handle handles
        task tasks work works working technology technologies usage ensure ensures create creates creating code help helps including
        return import export const var let public private protected static class def self none true false null string int str bool void type get set
        async await function func fn namespace using package else elif end begin begins include define value values object name names
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Suffixes = ["ations", "ation", "ators", "ator", "ates", "ate", "ings", "ing", "ments", "ment", "ies", "es", "ed", "s"];

    /// <summary>Calls <paramref name="add"/> for each term of <paramref name="text"/>, in order, repeats included.</summary>
    public static void Each(ReadOnlySpan<char> text, Action<string> add)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var inWord = char.IsLetterOrDigit(c);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (start >= 0 && (!inWord || IsBoundary(text, start, i)))
            {
                Add(text[start..i], add);
                start = inWord ? i : -1;
            }
        }
    }

    public static List<string> Of(ReadOnlySpan<char> text)
    {
        var terms = new List<string>();
        Each(text, terms.Add);
        return terms;
    }

    /// <summary>The form in which a word is compared: <c>repositories</c> and <c>Repository</c> meet.</summary>
    public static string Stem(string word)
    {
        foreach (var suffix in Suffixes)
        {
            if (word.Length - suffix.Length >= 4 && word.EndsWith(suffix, StringComparison.Ordinal))
            {
                return word[..^suffix.Length];
            }
        }

        return word.Length >= 5 && word[^1] is 'y' or 'e' ? word[..^1] : word;
    }

    // fooBar | HTTPServer | http2Client: a capital after a small letter or digit, or the last capital of a run before a small one.
    private static bool IsBoundary(ReadOnlySpan<char> text, int start, int i)
    {
        if (!char.IsUpper(text[i]) || i == start)
        {
            return false;
        }

        var before = text[i - 1];
        return char.IsLower(before) || char.IsDigit(before)
            || (char.IsUpper(before) && i + 1 < text.Length && char.IsLower(text[i + 1]));
    }

    private static void Add(ReadOnlySpan<char> word, Action<string> add)
    {
        if (word.Length < 2 || !char.IsLetter(word[0]))
        {
            return;
        }

        var lower = word.ToString().ToLowerInvariant();
        if (!StopWords.Contains(lower))
        {
            add(Stem(lower));
        }
    }
}
