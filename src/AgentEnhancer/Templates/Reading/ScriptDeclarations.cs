using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Reading;

/// <param name="First">Decorators included.</param>
/// <param name="Head">The first modifier.</param>
/// <param name="Keyword">Behind the modifiers.</param>
/// <param name="Body">The brace of a declaration's body, or -1.</param>
internal readonly record struct ScriptStatement(int First, int Head, int Keyword, int Last, int Body);

/// <summary>What a statement of TypeScript defines.</summary>
internal static partial class ScriptDeclarations
{
    // Below this, what a unit holds is read with it.
    private const int LongUnit = 40;

    public static Unit? Add(BraceUnits reader, UnitScope scope, ScriptStatement s, List<(int First, int Last)> attributes)
    {
        var tokens = reader.Tokens;
        switch (tokens.Word(s.Keyword))
        {
            case "function" when s.Body >= 0 || tokens.IsWordAt(s.Keyword + 1):
            {
                var name = tokens.Char(s.Keyword + 1) == '*' ? s.Keyword + 2 : s.Keyword + 1;
                var text = tokens.IsWordAt(name) ? tokens.SourceText(name) : "default";
                return AddFunction(reader, scope, s, text, tokens.IsWordAt(name) ? name : s.Keyword, attributes);
            }

            case "class" when s.Body >= 0:
            {
                var name = tokens.IsWordAt(s.Keyword + 1) && !tokens.Is(s.Keyword + 1, "extends") ? s.Keyword + 1 : s.Keyword;
                var unit = reader.Add(scope, UnitKind.Class, name == s.Keyword ? "default" : tokens.SourceText(name), s.First, name, s.Last, attributes);
                reader.EnterBody(s.Body, unit, scope.Level + 1);
                return unit;
            }

            case "interface" when s.Body >= 0:
                return Named(reader, scope, UnitKind.Interface, s, s.Keyword + 1, attributes);
            case "enum" when s.Body >= 0:
                return Named(reader, scope, UnitKind.Enum, s, s.Keyword + 1, attributes);
            case "const" when s.Body >= 0:
                return Named(reader, scope, UnitKind.Enum, s, s.Keyword + 2, attributes);
            case "type" when tokens.IsWordAt(s.Keyword + 1):
                return Named(reader, scope, UnitKind.Type, s, s.Keyword + 1, attributes);
            case "namespace" or "module" or "global" when s.Body >= 0:
                reader.EnterBody(s.Body, scope.Parent, scope.Level);
                return null;
            case "const" or "let" or "var" when tokens.IsWordAt(s.Keyword + 1) || tokens.Char(s.Keyword + 1) is '{' or '[':
                return AddVariable(reader, scope, s, attributes);
            default:
                return AddExpression(reader, scope, s);
        }
    }

    /// <summary>What defines nothing and does nothing: a namespace, <c>export default name</c>.</summary>
    public static bool IsSilent(TokenList tokens, int head, int keyword) =>
        tokens.Word(keyword) is "namespace" or "module" or "global" || tokens.Is(head, "export") || tokens.Is(head, "declare");

    private static Unit Named(BraceUnits reader, UnitScope scope, UnitKind kind, ScriptStatement s, int name, List<(int First, int Last)> attributes) =>
        reader.Add(scope, kind, reader.Tokens.SourceText(name), s.First, name, s.Last, attributes);

    private static Unit AddFunction(BraceUnits reader, UnitScope scope, ScriptStatement s, string text, int name, List<(int First, int Last)>? attributes)
    {
        var unit = reader.Add(scope, FunctionKind(reader, text, s), text, s.First, name, s.Last, attributes);
        JsxElements.Add(reader, unit, s);
        return unit;
    }

    private static UnitKind FunctionKind(BraceUnits reader, string name, ScriptStatement s)
    {
        var letter = name.TrimStart('{', ' ', '_');
        return HookName().IsMatch(name) ? UnitKind.Hook
            : letter.Length > 0 && char.IsAsciiLetterUpper(letter[0]) && JsxElements.HasElement(reader, s.Keyword, s.Last) ? UnitKind.Component
            : name is "default" && JsxElements.HasElement(reader, s.Keyword, s.Last) ? UnitKind.Component
            : UnitKind.Function;
    }

    private static Unit? AddVariable(BraceUnits reader, UnitScope scope, ScriptStatement s, List<(int First, int Last)> attributes)
    {
        var tokens = reader.Tokens;
        var name = s.Keyword + 1;
        var text = tokens.IsWordAt(name) ? tokens.SourceText(name) : tokens.Text(name, Math.Min(tokens.Close(name), s.Last));
        var value = Value(tokens, name, s.Last);
        if (value < 0)
        {
            return tokens.Is(s.Head, "declare") || tokens.Is(s.Head + 1, "declare") ? Named(reader, scope, UnitKind.Value, s, name, attributes) : null;
        }

        if (IsFunction(tokens, value, s.Last) || (IsWrapped(tokens, value) && FunctionKind(reader, text, s) is UnitKind.Component))
        {
            return AddFunction(reader, scope, s, text, name, attributes);
        }

        if (tokens.Is(value, "class"))
        {
            var type = reader.Add(scope, UnitKind.Class, text, s.First, name, s.Last, attributes);
            for (var k = value; k <= s.Last; k++)
            {
                if (tokens.Char(k) == '{')
                {
                    reader.EnterBody(k, type, scope.Level + 1);
                    break;
                }
            }

            return type;
        }

        var unit = reader.Add(scope, HookName().IsMatch(text) ? UnitKind.Hook : UnitKind.Value, text, s.First, name, s.Last, attributes);
        if (unit.Kind == UnitKind.Value && (tokens.Char(value) == '[' || (tokens.Char(value) == '{' && unit.Span.Length >= LongUnit)))
        {
            reader.EnterBody(value, unit, scope.Level + 1);
        }

        return unit;
    }

    /// <summary>Behind the equals sign of a variable or field; -1 where there is none.</summary>
    public static int Value(TokenList tokens, int i, int last)
    {
        var equals = ScriptGrammar.FirstOutside(tokens, i, last, static (t, k, angles) => t.Char(k) == '=' && angles <= 0 && !t.IsPair(k, '=', '>'));
        return equals < 0 ? -1 : equals + 1;
    }

    /// <summary><c>async (a) =&gt;</c>, <c>a =&gt;</c>, <c>&lt;T,&gt;(a: T): R =&gt;</c>, <c>function</c>.</summary>
    public static bool IsFunction(TokenList tokens, int value, int last)
    {
        var k = tokens.Is(value, "async") ? value + 1 : value;
        if (tokens.Is(k, "function"))
        {
            return true;
        }

        if (tokens.IsWordAt(k) && tokens.IsPair(k + 1, '=', '>'))
        {
            return true;
        }

        if (tokens.Char(k) == '<')
        {
            var angles = 0;
            for (; k <= last; k++)
            {
                angles += tokens.Char(k) == '<' ? 1 : tokens.Char(k) == '>' && !tokens.IsPair(k - 1, '=', '>') ? -1 : 0;
                if (angles == 0)
                {
                    k++;
                    break;
                }
            }
        }

        if (tokens.Char(k) != '(')
        {
            return false;
        }

        var after = tokens.Close(k) + 1;
        if (tokens.IsPair(after, '=', '>'))
        {
            return true;
        }

        // A return type: an arrow comes before the statement's end, outside of brackets.
        for (var j = after; tokens.Char(after) == ':' && j < last; j++)
        {
            if (tokens.IsPair(j, '=', '>'))
            {
                return true;
            }

            if (tokens.IsOpen(j))
            {
                j = tokens.Close(j);
            }
        }

        return false;
    }

    // forwardRef(…), memo(…), React.memo(…), observer(…), styled…
    private static bool IsWrapped(TokenList tokens, int value)
    {
        var k = value;
        while (tokens.IsWordAt(k) && tokens.Char(k + 1) == '.')
        {
            k += 2;
        }

        return tokens.IsWordAt(k) && tokens.Char(k + 1) is '(' or '<';
    }

    [GeneratedRegex(@"^use(?:[A-Z]|\{\{|_)", RegexOptions.CultureInvariant)]
    private static partial Regex HookName();
}
