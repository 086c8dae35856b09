using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Reading;

/// <summary>TypeScript and JavaScript, with or without JSX: statements end by semicolon, by body, or by a line end that ends an expression.</summary>
internal static class ScriptGrammar
{
    private static readonly FrozenSet<string> Modifiers =
        "export default declare abstract async public private protected static readonly override accessor get set".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Continuing =
        ("extends implements as satisfies instanceof in of else catch finally from").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unfinished =
        ("extends implements satisfies instanceof in else new typeof await const let var export default import class function interface enum case delete keyof infer")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static void Read(BraceUnits reader, UnitScope scope)
    {
        if (scope.Parent is { Kind: UnitKind.Class })
        {
            ScriptMembers.Read(reader, scope);
            return;
        }

        if (scope.Parent is { Kind: UnitKind.Value })
        {
            ScriptMembers.ReadElements(reader, scope);
            return;
        }

        var tokens = reader.Tokens;
        Unit? run = null;
        Unit? overload = null;
        var i = scope.First;
        while (reader.Open(ref i, scope.End, out var first, out var attributes))
        {
            var head = i;
            while (i < scope.End && Modifiers.Contains(tokens.Word(i).ToString()) && (tokens.IsWordAt(i + 1) || tokens.Char(i + 1) is '{' or '*' or '[' or '(' or '@' && IsExport(tokens, head, i)))
            {
                i++;
                if (i < scope.End && tokens.Char(i) == '@')
                {
                    attributes.AddRange(reader.Attributes(ref i, scope.End));
                }
            }

            if (i >= scope.End)
            {
                return;
            }

            var isImport = tokens.Is(i, "import") && tokens.Char(i + 1) is not ('(' or '.') || (tokens.Is(head, "export") && tokens.Char(i) is '{' or '*' && !tokens.Is(i - 1, "default"));
            var body = Body(tokens, i, scope.End);
            var last = body >= 0 ? Math.Min(tokens.Close(body), scope.End - 1) : End(tokens, i, scope.End);
            if (body >= 0 && last + 1 < scope.End && tokens.Char(last + 1) == ';')
            {
                last++;
            }

            if (isImport)
            {
                run = null;
            }
            else if (ScriptDeclarations.Add(reader, scope, new ScriptStatement(first, head, i, last, body), attributes) is { } unit)
            {
                if (overload is not null && string.Equals(overload.Name, unit.Name, StringComparison.Ordinal) && unit.Kind is UnitKind.Function or UnitKind.Hook or UnitKind.Component)
                {
                    // Overloads and what implements them are one thing.
                    unit = reader.Join(overload, unit);
                }

                overload = body < 0 && tokens.Is(i, "function") ? unit : null;
                run = null;
            }
            else if (!ScriptDeclarations.IsSilent(tokens, head, i) && !(scope.Level > 0 && tokens.Word(i) is "let" or "var"))
            {
                run = reader.AddRun(scope, run, first, i, last);
            }
            else
            {
                run = null;
            }

            i = Math.Max(last + 1, i + 1);
        }
    }

    private static bool IsExport(TokenList tokens, int head, int i) => tokens.Is(head, "export") || i > head;

    /// <summary>The brace that opens the body of a function, class or block statement; -1 for all others.</summary>
    private static int Body(TokenList tokens, int i, int end)
    {
        switch (tokens.Word(i))
        {
            case "function":
                return FunctionBody(tokens, i + 1, end);
            case "class" or "interface" or "enum" or "namespace" or "module" or "global":
                return tokens.IsWordAt(i + 1) || tokens.Char(i + 1) is '{' or '"' or '\'' ? HeadBody(tokens, i + 1, end) : -1;
            case "const" when tokens.Is(i + 1, "enum"):
                return HeadBody(tokens, i + 2, end);
            default:
                return -1;
        }
    }

    /// <summary>The first brace outside of brackets and type parameters.</summary>
    private static int HeadBody(TokenList tokens, int i, int end)
    {
        var k = FirstOutside(tokens, i, end, static (t, k, angles) => t.Char(k) == ';' || (t.Char(k) == '{' && angles <= 0));
        return k >= 0 && tokens.Char(k) == '{' ? k : -1;
    }

    /// <summary>The first token outside of brackets that is what is looked for, given how many type parameters are open; else -1.</summary>
    public static int FirstOutside(TokenList tokens, int i, int end, Func<TokenList, int, int, bool> isIt)
    {
        var angles = 0;
        for (var k = i; k < end; k++)
        {
            if (isIt(tokens, k, angles))
            {
                return k;
            }

            if (tokens.IsOpen(k))
            {
                k = tokens.Close(k);
            }
            else if (tokens.Char(k) == '<')
            {
                angles++;
            }
            else if (tokens.Char(k) == '>' && !tokens.IsPair(k - 1, '=', '>'))
            {
                angles--;
            }
        }

        return -1;
    }

    /// <summary>Behind the name of a function or method: type parameters, parameters, return type, body. -1 for an overload.</summary>
    public static int FunctionBody(TokenList tokens, int i, int end)
    {
        var k = i;
        while (k < end && tokens.Char(k) != '(')
        {
            if (tokens.Char(k) is ';' or '{')
            {
                return -1;
            }

            k = tokens.Char(k) == '<' ? AngleEnd(tokens, k, end) : k + 1;
        }

        if (k >= end)
        {
            return -1;
        }

        var angles = 0;
        for (k = tokens.Close(k) + 1; k < end; k++)
        {
            switch (tokens.Char(k))
            {
                case '<':
                    angles++;
                    break;
                case '>' when !tokens.IsPair(k - 1, '=', '>'):
                    angles--;
                    break;
                case ';':
                    return -1;
                case '{' when angles <= 0 && !(tokens.Char(k - 1) is ':' or '|' or '&' or '?' || tokens.IsPair(k - 2, '=', '>') || tokens.Word(k - 1) is "is" or "extends" or "keyof"):
                    return k;
                case '(' or '[' or '{':
                    k = tokens.Close(k);
                    break;
                default:
                    if (angles <= 0 && tokens.StartsLine(k) && !Continues(tokens, k) && !IsUnfinished(tokens, k - 1))
                    {
                        return -1;
                    }

                    break;
            }
        }

        return -1;
    }

    private static int AngleEnd(TokenList tokens, int open, int end)
    {
        var depth = 0;
        for (var k = open; k < end; k++)
        {
            if (tokens.Char(k) == '<')
            {
                depth++;
            }
            else if (tokens.Char(k) == '>' && !tokens.IsPair(k - 1, '=', '>') && --depth == 0)
            {
                return k + 1;
            }
            else if (tokens.IsOpen(k))
            {
                k = tokens.Close(k);
            }
        }

        return end;
    }

    /// <summary>The last token of a statement that starts at <paramref name="i"/>.</summary>
    public static int End(TokenList tokens, int i, int end, bool inMembers = false)
    {
        var isBlock = tokens.Word(i) is "if" or "for" or "while" or "switch" or "try" or "do" or "with" || tokens.Char(i) == '{';
        for (var k = i; k < end; k++)
        {
            if (tokens.Char(k) == ';')
            {
                return k;
            }

            if (k > i && tokens.StartsLine(k) && !IsUnfinished(tokens, k - 1) && !Continues(tokens, k, inMembers))
            {
                return k - 1;
            }

            if (tokens.IsOpen(k))
            {
                var close = Math.Min(tokens.Close(k), end - 1);
                if (isBlock && tokens.Char(k) == '{' && tokens.Word(close + 1) is not ("else" or "catch" or "finally" or "while"))
                {
                    return close;
                }

                k = close;
            }
            else if (tokens.Char(k) == ',' && inMembers)
            {
                return k - 1;
            }
        }

        return end - 1;
    }

    private static bool IsUnfinished(TokenList tokens, int k)
    {
        var c = tokens.Char(k);
        if (tokens.IsWordAt(k))
        {
            return tokens.Char(k - 1) != '.' && Unfinished.Contains(tokens.Word(k).ToString());
        }

        return c is '=' or ',' or '(' or '[' or '{' or '.' or '?' or ':' or '*' or '%' or '&' or '|' or '^' or '<' or '~' or '@' or '/' && !IsTagOrPatternEnd(tokens, k)
            || (c is '+' or '-' && !tokens.IsPair(k - 1, c, c)) || (c == '>' && tokens.IsPair(k - 1, '=', '>'));
    }

    // /pattern/ and <br/> end; a / b goes on.
    private static bool IsTagOrPatternEnd(TokenList tokens, int k) => tokens.Char(k) == '/' && tokens.Char(k - 1) == '/';

    private static bool Continues(TokenList tokens, int k, bool inMembers = false)
    {
        var c = tokens.Char(k);
        if (tokens.IsWordAt(k))
        {
            return Continuing.Contains(tokens.Word(k).ToString()) && !(inMembers && tokens.Char(k + 1) is '(' or ':' or '?' or '=');
        }

        return c switch
        {
            '[' or '*' or '"' or '\'' or '#' or '@' => !inMembers && c is '[' or '*',
            '(' => !inMembers,
            '{' or ';' => true,
            '+' or '-' => !tokens.IsPair(k, c, c),
            '}' or ')' or ']' => false,
            '/' => true,
            '!' => tokens.IsPair(k, '!', '='),
            _ => c is '.' or '?' or ':' or '%' or '&' or '|' or '^' or '<' or '>' or '=' or ',' or '`',
        };
    }
}
