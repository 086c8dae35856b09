using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Reading;

/// <summary>Functions, properties and values: what a statement without a type keyword defines.</summary>
internal static partial class SemicolonGrammar
{
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
            var unit = reader.Add(scope, kind, text, s.First, name, s.Last, attributes);
            if (reader.Language is "dart" && !inType && text is "main" && s.Body >= 0)
            {
                DartTests(reader, s.Body, unit, 1);
            }

            return unit;
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
