using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Reading;

/// <summary>Languages whose definitions begin with a keyword: Go, Rust, Kotlin, Scala, Swift, Groovy.</summary>
internal static partial class KeywordGrammar
{
    private static readonly FrozenSet<string> Modifiers = Set(
        "pub async unsafe extern public private protected internal open abstract final override suspend inline data sealed value inner companion operator infix tailrec "
        + "lateinit expect actual annotation static case implicit lazy fileprivate mutating nonmutating convenience required weak unowned indirect "
        + "synchronized transient native isolated nonisolated default");

    private static readonly FrozenSet<string> Unfinished = Set(
        "extends with where by in is as return throws implements else new and or of yield match");

    private static readonly FrozenSet<string> Continuing = Set("else catch finally with extends where by throws implements is as match yield get set");

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
        Unit? run = null;
        var i = scope.First;
        while (reader.Open(ref i, scope.End, out var first, out var attributes))
        {
            var head = i;
            i = Math.Min(SkipModifiers(reader, i, scope.End), scope.End - 1);
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
        var indented = -1;
        var margin = reader.Language is "scala" ? Margin(reader, i) : int.MaxValue;
        for (var k = i; k < end; k++)
        {
            var c = tokens.Char(k);
            if (c == ';')
            {
                return (indented, k);
            }

            if (!isRust && k > i && tokens.StartsLine(k) && (indented >= 0 || (!IsUnfinished(reader, k - 1) && !Continues(reader, k))) && tokens[k].Column <= margin && c != ')')
            {
                return (indented, k - 1);
            }

            // Scala 3: a colon at a line's end, or an extension's parameters, open a body by indentation.
            if (margin != int.MaxValue && takesBody && !assigned && indented < 0 && tokens.StartsLine(k + 1)
                && (c == ':' || (c == ')' && keyword.SequenceEqual("extension"))) && tokens[k + 1].Column > margin)
            {
                indented = k;
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
            if (c == '{' && !isTypeBody && !assigned && indented < 0 && (takesBody || (isRust && !keyword.SequenceEqual("let") && kind is not UnitKind.Value && !keyword.SequenceEqual("use"))))
            {
                // if … {} else {}, do {} catch {}: one statement.
                return tokens.Word(close + 1) is "else" or "catch" ? Onward(reader, close + 1, end, k) : (k, close);
            }

            k = c == '(' && margin != int.MaxValue ? Math.Max(k, close - 1) : close;
        }

        return (indented, end - 1);
    }

    /// <summary>The column at which the line of a token begins.</summary>
    private static int Margin(BraceUnits reader, int i) =>
        Math.Max(0, reader.Source.Code[reader.Tokens.Line(i)].AsSpan().IndexOfAnyExcept(' ', '\t'));

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
            UnitKind.Function when reader.Language is "groovy" && keyword is "def" && tokens.IsWordAt(name) && tokens.Char(name + 1) != '(' => scope.Parent is null || HasValue(tokens, name, s) ? UnitKind.Value : UnitKind.Property,
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
            if (tokens.Char(s.Body) is '{')
            {
                reader.EnterBody(s.Body, unit, scope.Level + 1);
            }
            else
            {
                reader.Enter(new UnitScope(s.Body + 1, s.Last + 1, unit, scope.Level + 1));
            }
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

            if (tokens.Word(k) is "get" or "set" && tokens.StartsLine(k) && tokens.Char(k + 1) == '(')
            {
                return false; // an accessor of Kotlin
            }

            if (tokens.IsOpen(k))
            {
                k = tokens.Close(k);
            }
        }

        return false;
    }
}
