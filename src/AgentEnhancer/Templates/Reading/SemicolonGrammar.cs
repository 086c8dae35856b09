using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Reading;

/// <summary>Languages whose statements end with a semicolon or a body: C#, Java, Dart, PHP, C, C++, Objective-C.</summary>
internal static class SemicolonGrammar
{
    private static readonly FrozenSet<string> Modifiers = Set(
        "public private protected internal static sealed abstract override virtual async readonly partial file extern unsafe new required volatile ref const "
        + "fixed implicit explicit final synchronized transient native strictfp default non external covariant late var inline constexpr consteval friend mutable "
        + "typename signed unsigned register export factory base interface mixin abstract global scoped in out params this function");

    private static readonly FrozenSet<string> Statements = Set(
        "if for foreach while do switch try catch finally else return throw yield await lock using fixed checked unchecked goto break continue case assert "
        + "echo print require require_once include include_once unset exit die new delete var");

    private static readonly FrozenSet<string> TestAttributes = Set(
        "Fact Theory Test TestMethod TestCase TestCaseSource DataTestMethod Property ParameterizedTest RepeatedTest TestFactory SkippableFact SkippableTheory "
        + "InlineData DataRow");

    public static void Read(BraceUnits reader, UnitScope scope)
    {
        var tokens = reader.Tokens;
        Unit? run = null;
        var inEnum = scope.Parent?.Kind == UnitKind.Enum;
        for (var i = inEnum ? EnumMembers(reader, scope) : scope.First; i < scope.End;)
        {
            if (tokens.Char(i) is ';' or '}' or ')' or ']' || reader.IsLonePlaceholder(i) || (scope.Parent is not null && tokens.Char(i) == ','))
            {
                i++;
                continue;
            }

            if (SkipNoise(reader, ref i, scope))
            {
                continue;
            }

            var first = i;
            var attributes = reader.Attributes(ref i, scope.End);
            if (i >= scope.End)
            {
                return;
            }

            var statement = Statement(reader, first, i, scope);
            var unit = Classify(reader, scope, statement, attributes);
            run = unit is null && scope.Level == 0 && IsRun(reader, statement) ? reader.AddRun(scope, run, statement.First, statement.Head, statement.Last) : null;
            i = Math.Max(statement.Last + 1, i + 1);
        }
    }

    private readonly record struct Stretch(int First, int Head, int Last, int Body, int Assign);

    /// <summary>Where a statement ends, where its body opens, and whether a value is given first.</summary>
    private static Stretch Statement(BraceUnits reader, int first, int head, UnitScope scope)
    {
        var tokens = reader.Tokens;
        var isExpression = (scope.Parent is null && tokens.Word(head) is "return" or "throw" or "yield" or "new" or "echo" or "typedef")
            || (tokens.Is(head, "await") && tokens.Word(head + 1) is not ("foreach" or "using"));
        var assign = isExpression ? head : -1;
        var initialisers = false;
        for (var k = head; k < scope.End; k++)
        {
            switch (tokens.Char(k))
            {
                case ';':
                    return new Stretch(first, head, k, -1, assign);
                case '{' when assign < 0 && !(initialisers && tokens.IsWordAt(k - 1) && tokens.Char(tokens.Close(k) + 1) is ',' or '{'):
                {
                    var close = Math.Min(tokens.Close(k), scope.End - 1);
                    if (tokens.Char(close + 1) == '=' && !tokens.IsPair(close + 1, '=', '='))
                    {
                        // A property with an initialiser.
                        var end = Statement(reader, first, close + 1, scope);
                        return end with { Head = head, Body = k };
                    }

                    var last = close + 1 < scope.End && tokens.Char(close + 1) == ';' ? close + 1 : close;
                    return new Stretch(first, head, last, k, -1);
                }

                case '(' or '[' or '{':
                    k = Math.Min(tokens.Close(k), scope.End - 1);
                    break;
                case '=' when assign < 0 && !tokens.IsPair(k, '=', '=') && !tokens.IsPair(k - 1, '=', '=') && !tokens.IsPair(k - 1, '!', '=')
                    && !tokens.IsPair(k - 1, '<', '=') && !tokens.IsPair(k - 1, '>', '=') && !IsOperator(tokens, k):
                    assign = k;
                    break;
                case ':' when tokens.Char(k - 1) == ')' && reader.Language is "cpp" or "c":
                    initialisers = true;
                    break;
                default:
                    break;
            }
        }

        return new Stretch(first, head, scope.End - 1, -1, assign);
    }

    private static bool IsOperator(TokenList tokens, int k) => tokens.Is(k - 1, "operator") || tokens.Is(k - 2, "operator");

    private static Unit? Classify(BraceUnits reader, UnitScope scope, Stretch s, List<(int First, int Last)> attributes)
    {
        var tokens = reader.Tokens;
        var k = s.Head;
        if (tokens.Is(k, "template") && tokens.Char(k + 1) == '<')
        {
            k = Angle(tokens, k + 1, s.Last);
        }

        var limit = s.Assign >= 0 ? Math.Min(s.Assign, s.Last) : s.Body >= 0 ? s.Body : s.Last;
        var start = k;
        while (k < limit && Modifiers.Contains(tokens.Word(k).ToString()) && !(tokens.Is(k, "interface") || (tokens.Is(k, "mixin") && tokens.IsWordAt(k + 1) is false)))
        {
            k++;
        }

        switch (tokens.Word(k).ToString())
        {
            case "using" or "import" or "package" or "library" or "part" or "use" or "typedef" when s.Body < 0 && tokens.Char(k + 1) != '(':
                return tokens.Is(k, "typedef") ? Add(reader, scope, UnitKind.Type, LastWord(tokens, k + 1, s.Last), s, attributes) : null;
            case "namespace":
                if (s.Body >= 0)
                {
                    reader.EnterBody(s.Body, scope.Parent, scope.Level);
                }

                return null;
            case "extern" when s.Body >= 0:
                reader.EnterBody(s.Body, scope.Parent, scope.Level);
                return null;
            case "class" or "interface" or "struct" or "enum" or "record" or "trait" or "union" or "extension" or "mixin" or "protocol"
                when TypeName(tokens, k, limit) is var name and >= 0 && (s.Assign < 0 || s.Body >= 0) && IsType(reader, k, name, s):
                return AddType(reader, scope, s, k, name, attributes);
            case "delegate" when WordBeforeParameters(tokens, k, limit) is var name and >= 0:
                return Add(reader, scope, UnitKind.Type, name, s, attributes);
            case "@" when tokens.Is(k + 1, "interface"):
                return AddType(reader, scope, s, k + 1, k + 2, attributes);
            default:
                break;
        }

        return Statements.Contains(tokens.Word(s.Head).ToString()) && !(reader.Language is "csharp" or "dart" && scope.Level > 0 && !tokens.Is(s.Head, "using"))
            ? null
            : Member(reader, scope, s, start, limit, attributes);
    }

    private static bool IsType(BraceUnits reader, int keyword, int name, Stretch s) =>
        // struct point make(void) { … } in C returns one.
        s.Body < 0 ? reader.Language is "csharp" or "dart" : reader.Language is not ("c" or "cpp" or "objc") || !HasParameters(reader.Tokens, name, s.Body)
            || reader.Tokens.Is(keyword, "class");

    private static bool HasParameters(TokenList tokens, int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (tokens.Char(k) == '(')
            {
                return true;
            }
        }

        return false;
    }

    private static int TypeName(TokenList tokens, int keyword, int limit)
    {
        var k = keyword + 1;
        while (k < limit && tokens.Word(k) is "class" or "struct" or "type")
        {
            k++;
        }

        return k <= limit && tokens.IsWordAt(k) ? k : -1;
    }

    private static Unit AddType(BraceUnits reader, UnitScope scope, Stretch s, int keyword, int name, List<(int First, int Last)> attributes)
    {
        var kind = reader.Tokens.Word(keyword) switch
        {
            "class" or "extension" => UnitKind.Class,
            "record" => UnitKind.Record,
            "struct" or "union" => UnitKind.Struct,
            "enum" => UnitKind.Enum,
            "trait" or "mixin" => UnitKind.Trait,
            _ => UnitKind.Interface,
        };
        var unit = Add(reader, scope, kind, name, s, attributes);
        if (s.Body >= 0)
        {
            reader.EnterBody(s.Body, unit, scope.Level + 1);
        }

        return unit;
    }

    private static Unit? Member(BraceUnits reader, UnitScope scope, Stretch s, int start, int limit, List<(int First, int Last)> attributes)
    {
        var tokens = reader.Tokens;
        var inType = scope.Parent is not null;
        var (name, text) = Signature(tokens, start, limit);
        if (name >= 0)
        {
            var isConstructor = inType && IsConstructor(reader, name, s.Head, text, scope.Parent!);
            var declares = isConstructor || IsPrecededByType(tokens, s.Head, name);
            var isArrow = s.Assign >= 0 && tokens.IsPair(s.Assign, '=', '>');
            var hasBody = s.Body >= 0 || isArrow;
            if (name == s.Head && hasBody && reader.Language is "cpp" && text.StartsWith("TEST", StringComparison.Ordinal))
            {
                return reader.Add(scope, UnitKind.Test, tokens.Text(name, tokens.Close(name + 1)), s.First, name, s.Last, attributes);
            }

            if (!declares || (!inType && !hasBody) || (inType && s.Assign >= 0 && !isArrow && s.Body < 0) || (reader.Language is "c" or "cpp" && !hasBody))
            {
                return null;
            }

            var kind = attributes.Exists(a => IsTest(tokens, a)) ? UnitKind.Test
                : isConstructor ? UnitKind.Constructor
                : inType ? UnitKind.Method
                : UnitKind.Function;
            return reader.Add(scope, kind, text, s.First, name, s.Last, attributes);
        }

        if (s.Body >= 0 || (s.Assign >= 0 && tokens.IsPair(s.Assign, '=', '>')))
        {
            return inType ? Property(reader, scope, s, limit, attributes) : null;
        }

        if (s.Assign < 0 || (!inType && reader.Language is "csharp" or "php" && !tokens.Is(s.Head, "const")))
        {
            return null;
        }

        name = LastWord(tokens, start, limit);
        return name >= 0 ? Add(reader, scope, UnitKind.Value, name, s, attributes) : null;
    }

    /// <summary>Plain properties are lines of their type; one with code, or with a long value, is a unit.</summary>
    private static Unit? Property(BraceUnits reader, UnitScope scope, Stretch s, int limit, List<(int First, int Last)> attributes)
    {
        var tokens = reader.Tokens;
        if (tokens.Line(s.Last) == tokens.Line(s.Head))
        {
            return null;
        }

        var end = s.Body >= 0 ? Math.Min(limit, s.Body) : limit;
        var name = LastWord(tokens, s.Head, end);
        if (name < 0 || (s.Body >= 0 && s.Assign < 0 && !HasCode(tokens, s.Body)))
        {
            return null;
        }

        return Add(reader, scope, UnitKind.Property, name, s, attributes);
    }

    private static bool HasCode(TokenList tokens, int body)
    {
        for (var k = body + 1; k < tokens.Close(body); k++)
        {
            if (tokens.Char(k) is '{' or '=')
            {
                return true;
            }
        }

        return false;
    }

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

    private static bool IsConstructor(BraceUnits reader, int name, int head, string text, Unit parent)
    {
        if (reader.Tokens.Is(name, "__construct") || text.StartsWith('~'))
        {
            return !text.StartsWith('~');
        }

        var k = name - 1;
        if (reader.Tokens.Is(name, "operator"))
        {
            return false;
        }

        if (reader.Language is "dart" && text.Length > 0 && reader.Tokens.Char(k) == '.' && string.Equals(reader.Tokens.SourceText(k - 1), parent.Name, StringComparison.Ordinal))
        {
            return true;
        }

        while (k >= head && Modifiers.Contains(reader.Tokens.Word(k).ToString()))
        {
            k--;
        }

        return reader.Language is "csharp" or "java" ? k < head : reader.Language is not "php" && string.Equals(text, parent.Name, StringComparison.Ordinal);
    }

    /// <summary>A definition gives a type or <c>function</c> before its name; a call does not.</summary>
    private static bool IsPrecededByType(TokenList tokens, int head, int name)
    {
        if (name <= head)
        {
            return tokens.Is(name, "operator") || tokens.Char(name - 1) == '~';
        }

        return tokens.IsWordAt(name - 1) ? !Statements.Contains(tokens.Word(name - 1).ToString())
            : (tokens.Char(name - 1) is '>' && !tokens.IsPair(name - 2, '-', '>')) || tokens.Char(name - 1) is ']' or '?' or ')' or '*' or '&' or '~' || IsQualified(tokens, head, name);
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

    private static bool IsTest(TokenList tokens, (int First, int Last) attribute)
    {
        for (var k = attribute.First; k <= attribute.Last; k++)
        {
            if (tokens.Char(k) == '(')
            {
                k = tokens.Close(k);
            }
            else if (TestAttributes.Contains(tokens.Word(k).ToString()))
            {
                return true;
            }
        }

        return false;
    }

    private static Unit Add(BraceUnits reader, UnitScope scope, UnitKind kind, int name, Stretch s, List<(int First, int Last)> attributes) =>
        reader.Add(scope, kind, reader.Tokens.SourceText(name), s.First, name, s.Last, attributes);

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

    /// <summary>Behind the constants of a Java enum; C# has none but constants.</summary>
    private static int EnumMembers(BraceUnits reader, UnitScope scope)
    {
        if (reader.Language is not ("java" or "dart" or "php"))
        {
            return scope.End;
        }

        if (reader.Language is "php")
        {
            return scope.First;
        }

        for (var k = scope.First; k < scope.End; k++)
        {
            if (reader.Tokens.Char(k) == ';')
            {
                return k + 1;
            }

            if (reader.Tokens.IsOpen(k))
            {
                k = reader.Tokens.Close(k);
            }
        }

        return scope.End;
    }

    /// <summary>Directives, access labels and the opening tag of PHP are no statements.</summary>
    private static bool SkipNoise(BraceUnits reader, ref int i, UnitScope scope)
    {
        var tokens = reader.Tokens;
        if (tokens.Char(i) == '#' && tokens.Char(i + 1) != '[' && tokens.StartsLine(i))
        {
            var line = tokens.Line(i);
            do
            {
                while (reader.Source.Code[line].EndsWith('\\') && line + 1 < reader.Source.Code.Length)
                {
                    line++;
                }

                i++;
            }
            while (i < scope.End && tokens.Line(i) <= line);
            return true;
        }

        if (reader.Language is "php" && tokens.Char(i) == '<' && tokens.Char(i + 1) == '?')
        {
            i += 3;
            return true;
        }

        if (scope.Parent is not null && tokens.Char(i + 1) == ':' && !tokens.IsPair(i + 1, ':', ':') && tokens.Word(i) is "public" or "private" or "protected")
        {
            i += 2;
            return true;
        }

        return false;
    }

    private static bool IsRun(BraceUnits reader, Stretch s) =>
        !(reader.Tokens.Word(s.Head) is "using" or "import" or "package" or "namespace" or "global" or "library" or "part" or "extern" or "use" or "export" or "declare"
            or "class" or "struct" or "enum" or "typedef")
        && !(reader.Language is "c" or "cpp" or "objc");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
