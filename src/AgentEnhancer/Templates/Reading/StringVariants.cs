namespace AgentEnhancer.Templates.Reading;

/// <summary>What a quote opens, by the characters before it.</summary>
internal static class StringVariants
{
    /// <summary>No fence of a raw string is longer; a line of nothing but quotes would make one of each of its tails.</summary>
    private const int LongestFence = 32;

    private static readonly Hole Braces = new("{", '}', "{{");

    public static StringForm? CSharp(string text, int at, StringForm form)
    {
        var (dollars, verbatim, k) = (0, false, at - 1);
        for (; k >= 0 && text[k] is '$' or '@'; k--)
        {
            dollars += text[k] == '$' ? 1 : 0;
            verbatim |= text[k] == '@';
            if (at - k > 16)
            {
                break;
            }
        }

        var quotes = Quotes(text, at);
        if (!verbatim && quotes >= 3)
        {
            var fence = new string('"', quotes);
            return dollars == 0
                ? new StringForm(fence, fence, Escape.None, true)
                : new StringForm(fence, fence, Escape.None, true, new Hole(new string('{', dollars), '}', new string('{', dollars + 1)));
        }

        var escape = verbatim ? Escape.Doubled : Escape.Backslash;
        return dollars == 0 ? form with { Escape = escape, MultiLine = verbatim } : new StringForm("\"", "\"", escape, verbatim, Braces);
    }

    public static StringForm? Python(string text, int at, StringForm form)
    {
        var prefix = Prefix(text, at, 2);
        return prefix.ContainsAny('f', 'F', 't') || prefix.Contains('T') ? form with { Holes = [Braces] } : form;
    }

    public static StringForm? Rust(string text, int at, StringForm form)
    {
        var k = at - 1;
        while (k >= 0 && text[k] == '#' && at - k < 32)
        {
            k--;
        }

        return k >= 0 && text[k] == 'r' && (k == 0 || !IsWord(text[k - 1]) || text[k - 1] is 'b' or 'c')
            ? new StringForm("\"", "\"" + new string('#', at - k - 1), Escape.None, true)
            : form;
    }

    public static StringForm? Swift(string text, int at, StringForm form)
    {
        var pounds = 0;
        while (at - pounds > 0 && text[at - pounds - 1] == '#' && pounds < 16)
        {
            pounds++;
        }

        var fence = new string('#', pounds);
        return pounds == 0 ? form : new StringForm(form.Open, form.Close + fence, Escape.None, form.MultiLine, new Hole($"\\{fence}(", ')'));
    }

    public static StringForm? Cpp(string text, int at, StringForm form)
    {
        if (at == 0 || text[at - 1] != 'R')
        {
            return form;
        }

        var open = text.IndexOf('(', at, Math.Min(18, text.Length - at));
        return open < 0 ? form : new StringForm(text[at..(open + 1)], $"){text[(at + 1)..open]}\"", Escape.None, true);
    }

    public static StringForm? Dart(string text, int at, StringForm form) =>
        Prefix(text, at, 1) is "r" ? form with { Escape = Escape.None, Holes = [] } : form;

    public static StringForm? Scala(string text, int at, StringForm form) =>
        at > 0 && IsWord(text[at - 1]) ? form : form with { Holes = [] };

    /// <summary>The letters right before a quote, where they are no part of a longer word.</summary>
    private static ReadOnlySpan<char> Prefix(string text, int at, int longest)
    {
        var k = at;
        while (k > 0 && at - k <= longest && IsWord(text[k - 1]))
        {
            k--;
        }

        return at - k > longest ? default : text.AsSpan(k, at - k);
    }

    private static int Quotes(string text, int at)
    {
        var k = at;
        while (k < text.Length && text[k] == '"' && k - at < LongestFence)
        {
            k++;
        }

        return k - at;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
