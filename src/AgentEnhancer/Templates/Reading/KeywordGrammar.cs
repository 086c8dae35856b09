using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Reading;

/// <summary>Languages whose definitions begin with a keyword: Go, Rust, Kotlin, Scala, Swift, Groovy.</summary>
internal static class KeywordGrammar
{
    private static readonly FrozenSet<string> Modifiers = Set(
        "pub async unsafe extern public private protected internal open abstract final override suspend inline data sealed value inner companion operator infix tailrec "
        + "lateinit expect actual annotation static class_ case implicit lazy fileprivate mutating nonmutating convenience required weak unowned indirect final def_ "
        + "synchronized transient native isolated nonisolated package default");

    private static readonly FrozenSet<string> Unfinished = Set(
        "extends with where by in is as return throws implements else new and or of yield match");

    private static readonly FrozenSet<string> Continuing = Set("else catch finally with extends where by throws implements is as match yield");

    private static readonly FrozenDictionary<string, UnitKind> Keywords = new Dictionary<string, UnitKind>(StringComparer.Ordinal)
    {
        ["func"] = UnitKind.Function, ["fun"] = UnitKind.Function, ["fn"] = UnitKind.Function, ["def"] = UnitKind.Function, ["init"] = UnitKind.Constructor,
        ["constructor"] = UnitKind.Constructor, ["deinit"] = UnitKind.Method, ["subscript"] = UnitKind.Method, ["macro_rules"] = UnitKind.Function,
        ["class"] = UnitKind.Class, ["object"] = UnitKind.Class, ["actor"] = UnitKind.Class, ["interface"] = UnitKind.Interface, ["protocol"] = UnitKind.Interface,
        ["struct"] = UnitKind.Struct, ["union"] = UnitKind.Struct, ["enum"] = UnitKind.Enum, ["trait"] = UnitKind.Trait, ["impl"] = UnitKind.Implementation,
        ["extension"] = UnitKind.Implementation, ["mod"] = UnitKind.Block, ["type"] = UnitKind.Type, ["typealias"] = UnitKind.Type, ["typedef"] = UnitKind.Type,
        ["const"] = UnitKind.Value, ["var"] = UnitKind.Value, ["val"] = UnitKind.Value, ["let"] = UnitKind.Value, ["static"] = UnitKind.Value, ["given"] = UnitKind.Value,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Read(BraceUnits reader, UnitScope scope)
    {
        var tokens = reader.Tokens;
        Unit? run = null;
        for (var i = scope.First; i < scope.End;)
        {
            if (tokens.Char(i) is ';' or '}' or ')' or ']' or ',' || reader.IsLonePlaceholder(i))
            {
                i++;
                continue;
            }

            var first = i;
            var attributes = reader.Attributes(ref i, scope.End);
            var head = i;
            i = Math.Min(SkipModifiers(reader, i, scope.End), scope.End - 1);
            if (head >= scope.End)
            {
                return;
            }

            var (body, last) = End(reader, i, scope.End);
            var statement = new ScriptStatement(first, head, i, last, body);
            if (Add(reader, scope, statement, attributes))
            {
                run = null;
            }
            else
            {
                run = scope.Level == 0 && !IsSilent(reader, i) ? reader.AddRun(scope, run, first, i, last) : null;
            }

            i = Math.Max(last + 1, i + 1);
        }
    }

    private static int SkipModifiers(BraceUnits reader, int i, int end)
    {
        var tokens = reader.Tokens;
        while (i < end)
        {
            if (tokens.Is(i, "static") && reader.Language is "rust")
            {
                return i;
            }

            if (tokens.Word(i) is "class" or "case" && tokens.Word(i + 1) is "func" or "class" or "object" or "var")
            {
                i++; // class func, case class
            }
            else if ((tokens.Is(i, "enum") || tokens.Is(i, "fun")) && tokens.Word(i + 1) is "class" or "interface")
            {
                return i;
            }
            else if (Modifiers.Contains(tokens.Word(i).ToString()) && (tokens.IsWordAt(i + 1) || tokens.Char(i + 1) is '(' or '[' or '"' or '@' && reader.Language is not "groovy"))
            {
                i++;
                if (tokens.Char(i) is '(' or '[')
                {
                    i = tokens.Close(i) + 1; // pub(crate), private[this]
                }
                else if (tokens.Char(i) == '"')
                {
                    i += 2; // extern "C"
                }
            }
            else if (tokens.Is(i, "const") && tokens.Word(i + 1) is "fn" or "unsafe" or "val" or "async")
            {
                i++;
            }
            else
            {
                return i;
            }
        }

        return i;
    }

    /// <summary>The body's brace (or -1) and the last token of a statement.</summary>
    private static (int Body, int Last) End(BraceUnits reader, int i, int end)
    {
        var tokens = reader.Tokens;
        var keyword = tokens.Word(i);
        var isRust = reader.Language is "rust";
        var takesBody = Keywords.TryGetValue(keyword.ToString(), out var kind) && kind is not (UnitKind.Value or UnitKind.Type);
        var assigned = false;
        for (var k = i; k < end; k++)
        {
            var c = tokens.Char(k);
            if (c == ';')
            {
                return (-1, k);
            }

            if (!isRust && k > i && tokens.StartsLine(k) && !IsUnfinished(reader, k - 1) && !Continues(reader, k))
            {
                return (-1, k - 1);
            }

            if (c == '=' && !tokens.IsPair(k, '=', '='))
            {
                assigned = true;
            }

            if (!tokens.IsOpen(k))
            {
                continue;
            }

            var close = Math.Min(tokens.Close(k), end - 1);
            var isTypeBody = reader.Language is "go" && tokens.Word(k - 1) is "interface" or "struct" && !keyword.SequenceEqual("type");
            if (c == '{' && !isTypeBody && !assigned && (takesBody || (isRust && !keyword.SequenceEqual("let") && kind is not UnitKind.Value && !keyword.SequenceEqual("use"))))
            {
                // if … {} else {}, do {} catch {}: one statement.
                return tokens.Word(close + 1) is "else" or "catch" ? Onward(reader, close + 1, end, k) : (k, close);
            }

            k = close;
        }

        return (-1, end - 1);
    }

    private static (int Body, int Last) Onward(BraceUnits reader, int i, int end, int body)
    {
        while (i < end)
        {
            if (reader.Tokens.Char(i) == '{')
            {
                var close = Math.Min(reader.Tokens.Close(i), end - 1);
                if (reader.Tokens.Word(close + 1) is not ("else" or "catch"))
                {
                    return (body, close);
                }

                i = close;
            }

            i++;
        }

        return (body, end - 1);
    }

    private static bool Add(BraceUnits reader, UnitScope scope, ScriptStatement s, List<(int First, int Last)> attributes)
    {
        var tokens = reader.Tokens;
        var keyword = tokens.Word(s.Keyword).ToString();
        if (!Keywords.TryGetValue(keyword, out var kind))
        {
            return reader.Language is "groovy" && AddTyped(reader, scope, s, attributes);
        }

        if (keyword is "enum" && tokens.Is(s.Keyword + 1, "class"))
        {
            s = s with { Keyword = s.Keyword + 1 };
        }

        var (name, text) = Name(reader, s, keyword, scope);
        if (name < 0)
        {
            return false;
        }

        kind = kind switch
        {
            UnitKind.Function when IsTest(reader, text, attributes) => UnitKind.Test,
            UnitKind.Function when reader.Language is "go" && tokens.Char(s.Keyword + 1) == '(' => UnitKind.Method,
            UnitKind.Function when scope.Parent is { Kind: not (UnitKind.Block or UnitKind.TestSuite) } => UnitKind.Method,
            UnitKind.Type when reader.Language is "go" => GoType(tokens, name),
            UnitKind.Block when attributes.Exists(a => tokens.Text(a.First, a.Last).Contains("cfg(test)", StringComparison.Ordinal)) => UnitKind.TestSuite,
            UnitKind.Value when scope.Parent is not null && !HasValue(tokens, name, s) => UnitKind.Property,
            _ => kind,
        };
        if (kind == UnitKind.Property && tokens.Line(s.Last) == tokens.Line(s.Head))
        {
            return true; // a plain member
        }

        var unit = reader.Add(scope, kind, text, s.First, name, s.Last, attributes);
        if (s.Body >= 0 && kind is UnitKind.Class or UnitKind.Interface or UnitKind.Struct or UnitKind.Enum or UnitKind.Trait or UnitKind.Implementation or UnitKind.Block
                or UnitKind.TestSuite && reader.Language is not "go")
        {
            reader.EnterBody(s.Body, unit, scope.Level + 1);
        }

        return true;
    }

    private static bool HasValue(TokenList tokens, int name, ScriptStatement s)
    {
        for (var k = name; k <= s.Last; k++)
        {
            if (tokens.Char(k) == '=' && tokens.Char(k + 1) != '=')
            {
                return true;
            }

            if (tokens.IsOpen(k))
            {
                k = tokens.Close(k);
            }
        }

        return false;
    }

    private static (int Name, string Text) Name(BraceUnits reader, ScriptStatement s, string keyword, UnitScope scope)
    {
        var tokens = reader.Tokens;
        var name = s.Keyword + 1;
        switch (keyword)
        {
            case "init" or "constructor" or "deinit" or "subscript":
                return scope.Parent is null ? (-1, string.Empty) : (s.Keyword, keyword);
            case "impl" or "extension":
            {
                var from = tokens.Char(name) == '<' ? AngleEnd(tokens, name, s.Last) : name;
                var to = from;
                while (to + 1 < s.Body && !tokens.Is(to + 1, "where"))
                {
                    to++;
                }

                return s.Body > from ? (from, tokens.Text(from, to)) : (-1, string.Empty);
            }

            case "func" when tokens.Char(name) == '(': // a receiver
                name = tokens.Close(name) + 1;
                break;
            case "macro_rules" when tokens.Char(name) == '!':
                name++;
                break;
            case "fun" or "def" or "val" or "var" when tokens.Char(name) == '<': // fun <T> name
                name = AngleEnd(tokens, name, s.Last);
                break;
            case "object" when tokens.Char(name) == '{':
                return (s.Keyword, "companion object");
            case "static" when tokens.Is(name, "mut"):
            case "let" when tokens.Is(name, "mut"):
                name++;
                break;
            case "const" or "var" or "type" when tokens.Char(name) == '(': // a block of Go
                return (s.Keyword, tokens.IsWordAt(name + 1) ? tokens.SourceText(name + 1) : keyword);
            case "val" or "var" or "let" when tokens.Char(name) is '(' or '{':
                return (s.Keyword, tokens.Text(name, Math.Min(tokens.Close(name), s.Last)));
            default:
                break;
        }

        if (reader.Language is "groovy" && keyword is "def" && name < s.Last && tokens.Char(name) is '"' or '\'')
        {
            return (name, reader.StringAt(name) ?? keyword);
        }

        // String.method in Kotlin: the receiver is no name, but tells more with it.
        var last = name;
        while (keyword is "fun" && tokens.Char(last + 1) == '.' && tokens.IsWordAt(last + 2))
        {
            last += 2;
        }

        if (keyword is "func" && !tokens.IsWordAt(name) && name < s.Last)
        {
            return (name, tokens.SourceText(name)); // operators of Swift
        }

        if (tokens.Char(name) == '`' && tokens.Char(name + 1) != '`')
        {
            // fun `does this`() in Kotlin
            var close = name + 1;
            while (close < s.Last && tokens.Char(close) != '`')
            {
                close++;
            }

            return (name, tokens.Text(name, close).Trim('`'));
        }

        return name <= s.Last && tokens.IsWordAt(name) ? (last, tokens.Text(name, last)) : (-1, string.Empty);
    }

    // Type name(…) { … } and Type name = … of Groovy.
    private static bool AddTyped(BraceUnits reader, UnitScope scope, ScriptStatement s, List<(int First, int Last)> attributes)
    {
        var tokens = reader.Tokens;
        if (!tokens.IsWordAt(s.Keyword))
        {
            return false;
        }

        var isBlock = tokens.Char(s.Keyword + 1) is '{' or '(' && tokens.Line(s.Last) > tokens.Line(s.Keyword);
        if (isBlock && scope.Level < 3)
        {
            var block = reader.Add(scope, UnitKind.Block, tokens.SourceText(s.Keyword), s.First, s.Keyword, s.Last, attributes);
            var brace = tokens.Char(s.Keyword + 1) == '{' ? s.Keyword + 1 : tokens.Close(s.Keyword + 1) + 1;
            if (tokens.Char(brace) == '{' && brace < s.Last)
            {
                reader.EnterBody(brace, block, scope.Level + 1);
            }

            return true;
        }

        if (!tokens.IsWordAt(s.Keyword + 1) || tokens.Char(s.Keyword + 2) != '(' || tokens.Char(tokens.Close(s.Keyword + 2) + 1) != '{')
        {
            return false;
        }

        var kind = IsTest(reader, string.Empty, attributes) ? UnitKind.Test : scope.Parent is null ? UnitKind.Function : UnitKind.Method;
        reader.Add(scope, kind, tokens.SourceText(s.Keyword + 1), s.First, s.Keyword + 1, s.Last, attributes);
        return true;
    }

    private static UnitKind GoType(TokenList tokens, int name)
    {
        var k = name + 1;
        if (tokens.Char(k) == '[' && !tokens.IsWordAt(tokens.Close(k) + 1) is false && tokens.Close(k) > k + 1)
        {
            k = tokens.Close(k) + 1; // type parameters
        }

        return tokens.Word(k) switch
        {
            "struct" => UnitKind.Struct,
            "interface" => UnitKind.Interface,
            _ => UnitKind.Type,
        };
    }

    private static bool IsTest(BraceUnits reader, string name, List<(int First, int Last)> attributes)
    {
        if (reader.Language is "go")
        {
            return name.StartsWith("Test", StringComparison.Ordinal) || name.StartsWith("Benchmark", StringComparison.Ordinal);
        }

        if (reader.Language is "swift" && name.StartsWith("test", StringComparison.Ordinal))
        {
            return true;
        }

        return attributes.Exists(a =>
        {
            for (var k = a.First; k <= a.Last; k++)
            {
                if (reader.Tokens.Word(k) is "test" or "Test" or "ParameterizedTest" or "rstest" or "tokio_test" or "test_case" or "RepeatedTest")
                {
                    return true;
                }
            }

            return false;
        });
    }

    private static bool IsSilent(BraceUnits reader, int i) =>
        reader.Tokens.Word(i) is "import" or "package" or "use" or "extern" or "mod" || (reader.Tokens.Char(i) == '#' && reader.Tokens.Char(i + 1) == '!');

    private static bool IsUnfinished(BraceUnits reader, int k)
    {
        var tokens = reader.Tokens;
        var c = tokens.Char(k);
        return tokens.IsWordAt(k) ? Unfinished.Contains(tokens.Word(k).ToString()) && reader.Language is not "go"
            : c is '=' or ',' or '.' or ':' or '&' or '|' or '^' or '<' or '~' or '%' or '/' or '(' or '[' or '{'
                || (c == '*' && reader.Language is not "swift")
                || (c is '+' or '-' && !tokens.IsPair(k - 1, c, c))
                || (c == '>' && (tokens.IsPair(k - 1, '=', '>') || tokens.IsPair(k - 1, '-', '>')));
    }

    private static bool Continues(BraceUnits reader, int k)
    {
        if (reader.Language is "go")
        {
            return false; // a line end ends it
        }

        var tokens = reader.Tokens;
        return tokens.IsWordAt(k)
            ? Continuing.Contains(tokens.Word(k).ToString())
            : tokens.Char(k) is '.' or '?' or ':' or '=' or '&' or '|' or '{' or ',' or '+' or '%' || (tokens.Char(k) == '-' && tokens.Char(k + 1) == '>');
    }

    private static int AngleEnd(TokenList tokens, int open, int limit)
    {
        var depth = 0;
        for (var k = open; k <= limit; k++)
        {
            depth += tokens.Char(k) == '<' ? 1 : tokens.Char(k) == '>' && !tokens.IsPair(k - 1, '-', '>') ? -1 : 0;
            if (depth == 0)
            {
                return k + 1;
            }
        }

        return open;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
