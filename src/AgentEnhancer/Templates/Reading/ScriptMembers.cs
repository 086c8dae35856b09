namespace AgentEnhancer.Templates.Reading;

/// <summary>Members of classes, elements of lists of handlers, entries of long objects.</summary>
internal static class ScriptMembers
{
    public static void Read(BraceUnits reader, UnitScope scope)
    {
        var tokens = reader.Tokens;
        Unit? overload = null;
        for (var i = scope.First; i < scope.End;)
        {
            if (tokens.Char(i) is ';' or ',' or '}' or ')' || reader.IsLonePlaceholder(i))
            {
                i++;
                continue;
            }

            var first = i;
            var attributes = reader.Attributes(ref i, scope.End);
            while (i < scope.End && IsModifier(tokens, i))
            {
                i++;
            }

            if (i >= scope.End)
            {
                return;
            }

            var name = tokens.Char(i) is '*' or '#' ? i + 1 : i;
            name = Math.Min(name, tokens.Count - 1);
            var (text, after) = Name(reader, i, name);
            after = tokens.Char(after) is '?' or '!' ? after + 1 : after;
            var isStaticBlock = tokens.Char(i) == '{';
            var isMethod = tokens.Char(after) is '(' or '<';
            var body = isStaticBlock ? i : isMethod ? ScriptGrammar.FunctionBody(tokens, after, scope.End) : -1;
            var last = body >= 0 ? Math.Min(tokens.Close(body), scope.End - 1) : ScriptGrammar.End(tokens, i, scope.End, inMembers: true);
            var unit = isStaticBlock ? null : Member(reader, scope, (first, name, last), text, attributes, isMethod);
            if (unit is not null && overload is not null && string.Equals(overload.Name, unit.Name, StringComparison.Ordinal))
            {
                unit = reader.Join(overload, unit);
            }

            overload = unit is not null && isMethod && body < 0 ? unit : null;
            i = Math.Max(last + 1, i + 1);
        }
    }

    private static Unit? Member(
        BraceUnits reader, UnitScope scope, (int First, int Name, int Last) at, string text, List<(int First, int Last)> attributes, bool isMethod)
    {
        var tokens = reader.Tokens;
        if (isMethod)
        {
            return reader.Add(scope, text is "constructor" ? UnitKind.Constructor : UnitKind.Method, text, at.First, at.Name, at.Last, attributes);
        }

        var value = ScriptDeclarations.Value(tokens, at.Name, at.Last);
        return value < 0 ? null
            : reader.Add(scope, ScriptDeclarations.IsFunction(tokens, value, at.Last) ? UnitKind.Method : UnitKind.Value, text, at.First, at.Name, at.Last, attributes);
    }

    /// <summary>What a member is called, and the token behind its name: <c>a</c>, <c>#a</c>, <c>[a]</c>, <c>'a'</c>.</summary>
    private static (string Text, int After) Name(BraceUnits reader, int first, int name)
    {
        var tokens = reader.Tokens;
        return tokens.Char(name) switch
        {
            '[' => (tokens.Text(name, tokens.Close(name)), tokens.Close(name) + 1),
            '"' or '\'' => (reader.StringAt(name) ?? string.Empty, name + 2),
            _ => ((tokens.Char(first) == '#' ? "#" : string.Empty) + tokens.SourceText(name), name + 1),
        };
    }

    private static bool IsModifier(TokenList tokens, int i) =>
        tokens.Word(i) is "public" or "private" or "protected" or "static" or "readonly" or "override" or "abstract" or "async" or "declare" or "accessor" or "get" or "set"
        && (tokens.IsWordAt(i + 1) || tokens.Char(i + 1) is '[' or '#' or '*' or '{' or '"' or '\'');

    /// <summary>Lists of handlers hold routes; long objects hold functions.</summary>
    public static void ReadElements(BraceUnits reader, UnitScope scope)
    {
        var tokens = reader.Tokens;
        for (var i = scope.First; i < scope.End;)
        {
            if (tokens.Char(i) == ',')
            {
                i++;
                continue;
            }

            var end = ElementEnd(tokens, i, scope.End);
            var s = new ScriptStatement(i, i, i, end, -1);
            if (tokens.OpenOf(scope.End) is var open and >= 0 && tokens.Char(open) == '{')
            {
                Entry(reader, scope, s);
            }
            else if (ScriptDeclarations.Callee(tokens, i, end) is { Open: >= 0 } call)
            {
                ScriptDeclarations.AddCall(reader, scope, s, call.Callee, call.Open);
            }

            i = end + 1;
        }
    }

    private static void Entry(BraceUnits reader, UnitScope scope, ScriptStatement s)
    {
        var tokens = reader.Tokens;
        var name = tokens.Is(s.Head, "async") && tokens.IsWordAt(s.Head + 1) ? s.Head + 1 : s.Head;
        if (tokens.Line(s.Last) == tokens.Line(s.Head) || !tokens.IsWordAt(name))
        {
            return;
        }

        var isFunction = tokens.Char(name + 1) == '(' || (tokens.Char(name + 1) == ':' && ScriptDeclarations.IsFunction(tokens, name + 2, s.Last));
        reader.Add(scope, isFunction ? UnitKind.Method : UnitKind.Value, tokens.SourceText(name), s.First, name, s.Last);
    }

    private static int ElementEnd(TokenList tokens, int i, int end)
    {
        for (var k = i; k < end; k++)
        {
            if (tokens.Char(k) == ',')
            {
                return Math.Max(i, k - 1);
            }

            if (tokens.IsOpen(k))
            {
                k = Math.Min(tokens.Close(k), end - 1);
            }
        }

        return end - 1;
    }
}
