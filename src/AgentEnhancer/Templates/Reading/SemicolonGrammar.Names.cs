namespace AgentEnhancer.Templates.Reading;

/// <summary>Where in a statement the name of what it defines stands.</summary>
internal static partial class SemicolonGrammar
{
    /// <summary>The name before the parameters, or -1; what it is called.</summary>
    private static (int Name, string Text) Signature(TokenList tokens, int start, int limit)
    {
        for (var k = start; k < limit; k++)
        {
            if (tokens.Is(k, "operator"))
            {
                var open = k + 1;
                while (open < limit && (tokens.Char(open) != '(' || open == k + 1))
                {
                    open++;
                }

                return (k, tokens.Text(k, Math.Max(k, open - 1)));
            }

            if (tokens.Is(k, "this") && tokens.Char(k + 1) == '[')
            {
                return (k, "this");
            }

            if (tokens.Char(k) == '(')
            {
                var name = WordBefore(tokens, k, start);
                if (name >= 0 && (!Modifiers.Contains(tokens.Word(name).ToString()) || tokens.Char(tokens.Close(k) + 1) is '{' or ';'))
                {
                    return tokens.Char(name - 1) == '~' ? (name, "~" + tokens.SourceText(name)) : (name, tokens.SourceText(name));
                }
            }

            if (tokens.IsOpen(k))
            {
                k = tokens.Close(k);
            }
        }

        return (-1, string.Empty);
    }

    /// <summary>The word before a bracket, type parameters passed over.</summary>
    private static int WordBefore(TokenList tokens, int open, int start)
    {
        var k = open - 1;
        if (k >= start && tokens.Char(k) == '>')
        {
            var depth = 0;
            for (; k >= start; k--)
            {
                depth += tokens.Char(k) == '>' ? 1 : tokens.Char(k) == '<' ? -1 : 0;
                if (depth == 0)
                {
                    k--;
                    break;
                }
            }
        }

        return k >= start && tokens.IsWordAt(k) && !char.IsAsciiDigit(tokens.Char(k)) ? k : -1;
    }

    // void IFoo.Bar(), void Foo::bar()
    private static bool IsQualified(TokenList tokens, int head, int name)
    {
        var k = name - 1;
        while (k > head && tokens.Char(k) is '.' or ':')
        {
            var colons = tokens.Char(k) == ':' ? 2 : 1;
            k -= colons;
            if (tokens.Char(k) == '>')
            {
                k = WordBefore(tokens, k + 1, head);
            }

            k--;
        }

        return k >= head && (tokens.IsWordAt(k) || tokens.Char(k) is '>' or ']' or '?' or '*' or '&') && !tokens.Is(k, "await") && !tokens.Is(k, "return")
            || (k < head && name - 2 > head && tokens.Char(name - 1) == ':');
    }

    private static int LastWord(TokenList tokens, int start, int limit)
    {
        for (var k = limit - 1; k >= start; k--)
        {
            if (tokens.Char(k) == ']' && tokens.OpenOf(k) >= start)
            {
                k = tokens.OpenOf(k);
            }
            else if (tokens.IsWordAt(k) && !char.IsAsciiDigit(tokens.Char(k)))
            {
                return k;
            }
        }

        return -1;
    }

    private static int WordBeforeParameters(TokenList tokens, int start, int limit)
    {
        for (var k = start; k <= limit; k++)
        {
            if (tokens.Char(k) == '(' && WordBefore(tokens, k, start) is var name and >= 0)
            {
                return name;
            }
        }

        return -1;
    }

    private static int Angle(TokenList tokens, int open, int limit)
    {
        var depth = 0;
        for (var k = open; k <= limit; k++)
        {
            depth += tokens.Char(k) == '<' ? 1 : tokens.Char(k) == '>' ? -1 : 0;
            if (depth == 0)
            {
                return k + 1;
            }
        }

        return open;
    }
}
