namespace AgentEnhancer.Templates.Reading;

/// <summary>Elements inside long components, each a unit that an excerpt can show by itself.</summary>
internal static class JsxElements
{
    private const int LongComponent = 40;
    private const int ShortestElement = 8;

    /// <summary>Whether JSX stands between two tokens.</summary>
    public static bool HasElement(BraceUnits reader, int first, int last)
    {
        if (reader.Language is "typescript")
        {
            return false;
        }

        for (var k = first + 1; k < last; k++)
        {
            if (OpensElement(reader.Tokens, k))
            {
                return true;
            }
        }

        return false;
    }

    public static void Add(BraceUnits reader, Unit component, ScriptStatement s)
    {
        if (component.Span.Length <= LongComponent || reader.Language is "typescript")
        {
            return;
        }

        var tokens = reader.Tokens;
        var open = new Stack<int>();
        var found = new List<(int Open, int Close)>();
        for (var k = s.Keyword; k <= s.Last; k++)
        {
            if (tokens.IsPair(k, '<', '/'))
            {
                var start = open.TryPop(out var opened) ? opened : -1;
                while (k < s.Last && tokens.Char(k) != '>')
                {
                    k++;
                }

                if (start >= 0)
                {
                    found.Add((start, k));
                }
            }
            else if (OpensElement(tokens, k) || (tokens.Char(k) == '<' && open.Count > 0 && tokens.StartsLine(k) && tokens.IsWordAt(k + 1)))
            {
                open.Push(k);
            }
            else if (tokens.IsPair(k, '/', '>') && open.TryPop(out var alone))
            {
                found.Add((alone, k + 1));
            }
        }

        found.Sort((a, b) => a.Open.CompareTo(b.Open));
        foreach (var (from, to) in found)
        {
            var lines = tokens.Line(to) - tokens.Line(from) + 1;
            var endsLine = to + 1 >= tokens.Count || tokens.StartsLine(to + 1);
            if (lines is >= ShortestElement and <= LongComponent && tokens.StartsLine(from) && endsLine && tokens.IsWordAt(from + 1))
            {
                reader.Add(new UnitScope(0, 0, component, component.Level + 1), UnitKind.Element, $"<{ElementName(tokens, from + 1)}>", from, from, to);
            }
        }
    }

    private static string ElementName(TokenList tokens, int k)
    {
        var last = k;
        while (tokens.Char(last + 1) == '.' && tokens.IsWordAt(last + 2))
        {
            last += 2;
        }

        return tokens.Text(k, last);
    }

    private static bool OpensElement(TokenList tokens, int k) =>
        tokens.Char(k) == '<' && (tokens.IsWordAt(k + 1) || tokens.Char(k + 1) == '>')
        && (tokens.Char(k - 1) is '(' or '?' or ':' or '=' or '{' or '}' or ',' or '[' or '&' or '|' or '>' || tokens.Word(k - 1) is "return" or "default")
        && !(tokens.Char(k - 1) is ':' or '=' or ',' or '|' or '&' && IsGeneric(tokens, k))
        && !(tokens.Char(k - 1) == '>' && !tokens.StartsLine(k) && !tokens.IsPair(k - 2, '=', '>') && !tokens.IsPair(k - 2, '/', '>'));

    // const f = <T,>(…), = <T extends X>(…), <TData>(
    private static bool IsGeneric(TokenList tokens, int k) =>
        tokens.Char(k + 2) == ',' || tokens.Is(k + 2, "extends") || (tokens.Char(k + 2) == '>' && tokens.Char(k + 3) == '(' && char.IsAsciiLetterUpper(tokens.Char(k + 1)));
}
