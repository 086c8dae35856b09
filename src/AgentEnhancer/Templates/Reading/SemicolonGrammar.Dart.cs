namespace AgentEnhancer.Templates.Reading;

/// <summary>Tests of Dart, which are calls inside of <c>main</c>.</summary>
internal static partial class SemicolonGrammar
{
    private const int DeepestGroup = 8;

    private static void DartTests(BraceUnits reader, int brace, Unit parent, int level)
    {
        var tokens = reader.Tokens;
        for (var k = brace + 1; k < tokens.Close(brace); k++)
        {
            var open = tokens.Char(k + 1) == '<' ? Angle(tokens, k + 1, tokens.Close(brace)) : k + 1;
            if (tokens.IsWordAt(k) && tokens.Char(open) == '(' && DartKind(tokens.Word(k)) is { } kind)
            {
                var last = tokens.Char(tokens.Close(open) + 1) == ';' ? tokens.Close(open) + 1 : tokens.Close(open);
                var scope = new UnitScope(brace + 1, tokens.Close(brace), parent, level);
                var unit = reader.Add(scope, kind, reader.StringAt(open + 1) ?? tokens.SourceText(k), k, k, last);
                if (kind == UnitKind.TestSuite && level < DeepestGroup && FirstBrace(tokens, open) is var body and >= 0)
                {
                    DartTests(reader, body, unit, level + 1);
                }

                k = last;
            }
            else if (tokens.IsOpen(k))
            {
                k = tokens.Close(k);
            }
        }
    }

    private static UnitKind? DartKind(ReadOnlySpan<char> word) => word switch
    {
        "group" => UnitKind.TestSuite,
        "test" or "testWidgets" or "blocTest" or "testGoldens" => UnitKind.Test,
        "setUp" or "tearDown" or "setUpAll" or "tearDownAll" => UnitKind.Fixture,
        _ => null,
    };

    private static int FirstBrace(TokenList tokens, int open)
    {
        for (var k = open + 1; k < tokens.Close(open); k++)
        {
            if (tokens.Char(k) == '{')
            {
                return k;
            }
        }

        return -1;
    }
}
