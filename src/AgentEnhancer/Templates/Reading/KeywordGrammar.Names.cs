using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Reading;

/// <summary>What a definition is called, and the marks of tests and of unfinished lines.</summary>
internal static partial class KeywordGrammar
{
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
                var body = tokens.Char(s.Body) == ')' ? s.Body + 1 : s.Body; // parameters that a body follows by indentation
                while (to + 1 < body && !tokens.Is(to + 1, "where"))
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

        // Route.orders() in Kotlin: callers and imports say the name without the receiver.
        while (keyword is "fun" or "val" or "var" && reader.Language is "kotlin" && AfterReceiver(tokens, name, s.Last) is var behind and > 0)
        {
            name = behind;
        }

        if (keyword is "func" && !tokens.IsWordAt(name) && name < s.Last)
        {
            var open = name;
            while (open < s.Last && tokens.Char(open) != '(')
            {
                open++;
            }

            return (name, tokens.Text(name, Math.Max(name, open - 1))); // operators of Swift
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

        return name <= s.Last && tokens.IsWordAt(name) ? (name, tokens.SourceText(name)) : (-1, string.Empty);
    }

    /// <summary>The word behind <c>Type.</c>, <c>Type&lt;T&gt;.</c> or <c>Type?.</c>; -1 where a name stands without one.</summary>
    private static int AfterReceiver(TokenList tokens, int name, int last)
    {
        if (!tokens.IsWordAt(name))
        {
            return -1;
        }

        var k = tokens.Char(name + 1) == '<' ? AngleEnd(tokens, name + 1, last) : name + 1;
        k = tokens.Char(k) == '?' ? k + 1 : k;
        return k < last && tokens.Char(k) == '.' && (tokens.IsWordAt(k + 1) || tokens.Char(k + 1) == '`') ? k + 1 : -1;
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
            var title = tokens.Char(s.Keyword + 1) == '(' ? reader.StringAt(s.Keyword + 2) : null;
            var text = title is null ? tokens.SourceText(s.Keyword) : $"{tokens.SourceText(s.Keyword)} {title}";
            var block = reader.Add(scope, UnitKind.Block, text, s.First, s.Keyword, s.Last, attributes);
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
                || (c == '*' && reader.Language is not "swift" && tokens.Char(k - 1) != '.') // import a.b.*
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
