using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Reading;

/// <summary>Languages whose statements end with a semicolon or a body: C#, Java, Dart, PHP, C, C++, Objective-C.</summary>
internal static partial class SemicolonGrammar
{
    private static readonly FrozenSet<string> Modifiers = Set(
        "public private protected internal static sealed abstract override virtual async readonly partial file extern unsafe new required volatile ref const "
        + "fixed implicit explicit final synchronized transient native strictfp default non external covariant late var inline constexpr consteval friend mutable "
        + "typename signed unsigned register export factory base global scoped in out params this function");

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
        while (k < limit && Modifiers.Contains(tokens.Word(k).ToString()))
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

        if (reader.Language is "php" && PhpStatement(reader, scope, s) is { } php)
        {
            return php;
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

        // extension on Type { … } has no name of its own.
        return IsNameless(tokens, keyword) ? keyword + 2 : k <= limit && tokens.IsWordAt(k) ? k : -1;
    }

    private static bool IsNameless(TokenList tokens, int keyword) => tokens.Is(keyword, "extension") && tokens.Is(keyword + 1, "on") && tokens.IsWordAt(keyword + 2);

    private static Unit AddType(BraceUnits reader, UnitScope scope, Stretch s, int keyword, int name, List<(int First, int Last)> attributes)
    {
        var kind = reader.Tokens.Word(keyword) switch
        {
            "extension" when IsNameless(reader.Tokens, keyword) => UnitKind.Implementation,
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
}
