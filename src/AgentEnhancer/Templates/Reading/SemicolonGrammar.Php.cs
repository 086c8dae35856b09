namespace AgentEnhancer.Templates.Reading;

/// <summary>What a statement of PHP holds beyond declarations: Pest's tests, and the class that a migration returns.</summary>
internal static partial class SemicolonGrammar
{
    private static Unit? PhpStatement(BraceUnits reader, UnitScope scope, Stretch s)
    {
        var tokens = reader.Tokens;
        if (tokens.Is(s.Head, "return") && tokens.Is(s.Head + 1, "new") && AnonymousClass(tokens, s) is var type and >= 0)
        {
            var brace = type;
            while (brace < s.Last && tokens.Char(brace) != '{')
            {
                brace = tokens.Char(brace) == '(' ? tokens.Close(brace) + 1 : brace + 1;
            }

            // Named by what it extends: there is no other name.
            var name = tokens.Is(type + 1, "extends") ? type + 2 : type;
            var unit = reader.Add(scope, UnitKind.Class, tokens.SourceText(name), s.First, name, s.Last);
            reader.EnterBody(brace, unit, scope.Level + 1);
            return unit;
        }

        if (tokens.Char(s.Head + 1) != '(' || scope.Parent is { Kind: not UnitKind.TestSuite })
        {
            return null;
        }

        var title = reader.StringAt(s.Head + 2);
        switch (tokens.Word(s.Head))
        {
            case "it" or "test" or "arch" when title is not null:
                return reader.Add(scope, UnitKind.Test, title, s.First, s.Head, s.Last);
            case "beforeEach" or "afterEach" or "beforeAll" or "afterAll":
                return reader.Add(scope, UnitKind.Fixture, tokens.SourceText(s.Head), s.First, s.Head, s.Last);
            case "describe" when title is not null:
            {
                var suite = reader.Add(scope, UnitKind.TestSuite, title, s.First, s.Head, s.Last);
                for (var k = s.Head + 2; k < tokens.Close(s.Head + 1); k++)
                {
                    if (tokens.Char(k) == '{')
                    {
                        reader.EnterBody(k, suite, scope.Level + 1);
                        break;
                    }
                }

                return suite;
            }

            default:
                return null;
        }
    }

    /// <summary>The word <c>class</c> behind <c>new</c>, attributes and modifiers between them; -1 where none is.</summary>
    private static int AnonymousClass(TokenList tokens, Stretch s)
    {
        var k = s.Head + 2;
        while (k < s.Last && (tokens.Is(k, "readonly") || tokens.Char(k) is '#' or '['))
        {
            k = tokens.Char(k) == '[' ? tokens.Close(k) + 1 : k + 1;
        }

        return tokens.Is(k, "class") ? k : -1;
    }
}
