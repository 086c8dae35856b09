namespace AgentEnhancer.Templates.Reading;

/// <summary>What a statement without a keyword defines: tests, routes, what a module exports.</summary>
internal static partial class ScriptDeclarations
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete", "all", "options", "head", "route", "use", "on", "ws"];

    private static Unit? AddExpression(BraceUnits reader, UnitScope scope, ScriptStatement s)
    {
        var tokens = reader.Tokens;
        if (tokens.Is(s.Head, "export") && tokens.Is(s.Keyword - 1, "default") || (tokens.Is(s.Head, "export") && tokens.Is(s.Head + 1, "default")))
        {
            return AddDefault(reader, scope, s);
        }

        var (callee, open) = Callee(tokens, s.Keyword, s.Last);
        if (open < 0)
        {
            var value = tokens.Is(s.Keyword, "module") || tokens.Is(s.Keyword, "exports") ? Value(tokens, s.Keyword, s.Last) : -1;
            return value < 0 ? null
                : IsFunction(tokens, value, s.Last) ? AddFunction(reader, scope, s, tokens.Text(s.Keyword, value - 2), s.Keyword, null)
                : reader.Add(scope, UnitKind.Value, tokens.Text(s.Keyword, value - 2), s.First, s.Keyword, s.Last);
        }

        return AddCall(reader, scope, s, callee, open);
    }

    private static Unit? AddDefault(BraceUnits reader, UnitScope scope, ScriptStatement s)
    {
        var tokens = reader.Tokens;
        var value = s.Keyword;
        if (s.Last - value < 2 && tokens.IsWordAt(value) && (s.Last == value || tokens.Char(s.Last) == ';'))
        {
            return null; // export default Name;
        }

        if (IsFunction(tokens, tokens.Is(value - 1, "async") ? value - 1 : value, s.Last))
        {
            return AddFunction(reader, scope, s, "default", value, null);
        }

        var (_, open) = Callee(tokens, value, s.Last);
        return reader.Add(scope, UnitKind.Value, open > 0 ? tokens.Text(value, open - 1) : "default", s.First, value, s.Last);
    }

    /// <summary>A call of tests, hooks of tests, or routes.</summary>
    public static Unit? AddCall(BraceUnits reader, UnitScope scope, ScriptStatement s, string callee, int open)
    {
        var tokens = reader.Tokens;
        var root = callee.Split('.')[0];
        var title = reader.StringAt(open + 1);
        if (root is "describe" or "suite" or "context" || callee.EndsWith(".describe", StringComparison.Ordinal))
        {
            var suite = reader.Add(scope, UnitKind.TestSuite, title ?? callee, s.First, s.Keyword, s.Last);
            EnterCallback(reader, scope, open, suite);
            return suite;
        }

        if (root is "it" or "test" or "specify" && title is not null)
        {
            return reader.Add(scope, UnitKind.Test, title, s.First, s.Keyword, s.Last);
        }

        if (root is "beforeEach" or "afterEach" or "beforeAll" or "afterAll" || callee is "test.beforeEach" or "test.afterEach" or "test.beforeAll" or "test.afterAll")
        {
            return reader.Add(scope, UnitKind.Fixture, callee, s.First, s.Keyword, s.Last);
        }

        var verb = callee[(callee.LastIndexOf('.') + 1)..];
        return callee.Contains('.', StringComparison.Ordinal) && Array.IndexOf(Verbs, verb) >= 0 && title is not null
            && (title.StartsWith('/') || title.StartsWith('*') || title.Contains('/', StringComparison.Ordinal)) && tokens.Close(open) - open > 4
            ? reader.Add(scope, UnitKind.Route, $"{verb} {RoutePath(title)}", s.First, s.Keyword, s.Last)
            : null;
    }

    // ${env.API_URL}/users: the path is what tells it from others.
    private static string RoutePath(string title)
    {
        var end = title.StartsWith("${", StringComparison.Ordinal) ? title.IndexOf('}', StringComparison.Ordinal) + 1 : 0;
        return end < title.Length ? title[end..] : title;
    }

    private static void EnterCallback(BraceUnits reader, UnitScope scope, int open, Unit suite)
    {
        var tokens = reader.Tokens;
        var close = tokens.Close(open);
        for (var k = open + 1; k < close; k++)
        {
            if (tokens.Char(k) == '{' && (tokens.IsPair(k - 2, '=', '>') || tokens.Char(k - 1) == ')'))
            {
                reader.EnterBody(k, suite, scope.Level + 1);
                return;
            }

            if (tokens.IsOpen(k))
            {
                k = tokens.Close(k);
            }
        }
    }

    /// <summary><c>a.b.c(</c>: its words and the bracket that holds the arguments (the last of <c>it.each(…)(…)</c>).</summary>
    public static (string Callee, int Open) Callee(TokenList tokens, int i, int last)
    {
        if (!tokens.IsWordAt(i))
        {
            return (string.Empty, -1);
        }

        var callee = tokens.SourceText(i);
        var k = i + 1;
        while (k + 1 <= last && tokens.Char(k) == '.' && tokens.IsWordAt(k + 1))
        {
            callee += "." + tokens.SourceText(k + 1);
            k += 2;
        }

        if (tokens.Char(k) == '<')
        {
            while (k <= last && tokens.Char(k) != '(')
            {
                k++;
            }
        }

        if (k > last || tokens.Char(k) != '(')
        {
            return (callee, -1);
        }

        return callee.EndsWith(".each", StringComparison.Ordinal) && tokens.Char(tokens.Close(k) + 1) == '(' ? (callee, tokens.Close(k) + 1) : (callee, k);
    }
}
