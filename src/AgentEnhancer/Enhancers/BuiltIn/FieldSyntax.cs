using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>How languages write the fields of a record.</summary>
internal static partial class FieldSyntax
{
    /// <summary>The field that a line of a declaration declares, or null.</summary>
    public static string? Declared(Template template, Unit unit, int line)
    {
        var code = template.Source.Code[line - 1];
        if (Constant().IsMatch(code))
        {
            return null;
        }

        var match = template.Language switch
        {
            "csharp" or "java" or "kotlin" or "scala" => Member().Match(code),
            "python" => PythonField().Match(code),
            "go" => GoField().Match(code),
            "rust" => RustField().Match(code),
            "sql" => unit.Name.Contains("TABLE", StringComparison.OrdinalIgnoreCase) ? SqlColumn().Match(code) : Match.Empty,
            "prisma" or "graphql" or "proto" => SchemaField().Match(code),
            "typescript" or "tsx" or "javascript" or "jsx" => KeyedField().Match(code),
            _ => Match.Empty,
        };
        if (!match.Success || (line == unit.SignatureLine && unit.Kind is not UnitKind.Record))
        {
            return null;
        }

        var group = match.Groups["name"];
        var name = template.Source.Lines[line - 1].Substring(group.Index, group.Length);
        return name.Contains('{', StringComparison.Ordinal) ? null : name;
    }

    /// <summary>The components of a positional record, which are its fields: <c>record Order(Guid Id, string Name)</c>.</summary>
    public static IEnumerable<string> Components(Template template, Unit unit, int line)
    {
        if (unit.Kind is not UnitKind.Record || template.Language is not ("csharp" or "java" or "kotlin"))
        {
            yield break;
        }

        // From the bracket behind the name to the one that closes it.
        var depth = 0;
        for (var at = unit.SignatureLine; at <= Math.Min(line, unit.Span.Last); at++)
        {
            var code = template.Source.Code[at - 1];
            for (var i = 0; i < code.Length; i++)
            {
                depth += code[i] is '(' ? 1 : code[i] is ')' ? -1 : 0;
                if (depth == 0 && code[i] is ')' or '{')
                {
                    if (at == line && code[i] is ')' && NameBefore(template, at, i) is { } last)
                    {
                        yield return last;
                    }

                    yield break;
                }

                if (depth == 1 && code[i] == ',' && at == line && NameBefore(template, at, i) is { } name)
                {
                    yield return name;
                }
            }
        }
    }

    private static string? NameBefore(Template template, int line, int end)
    {
        var code = template.Source.Code[line - 1];
        var assigned = end > 0 ? code.LastIndexOf('=', end - 1) : -1;
        if (assigned > 0 && assigned > code.LastIndexOfAny([',', '('], end - 1))
        {
            // A default value stands behind the name.
            end = assigned;
        }

        while (end > 0 && code[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(code[start - 1]) || code[start - 1] == '_'))
        {
            start--;
        }

        return start == end || start == 0 || code[start - 1] != ' ' || !char.IsLetter(code[start]) ? null : template.Source.Lines[line - 1][start..end];
    }

    /// <summary>Every name on a line that can stand for a field: an identifier in code, or a string that is one word.</summary>
    /// <param name="strings">The template's string literals by line.</param>
    /// <param name="asides">Where names only find or report a record, as of <see cref="FieldAsides.In"/>.</param>
    public static IEnumerable<string> Mentioned(Template template, int line, ILookup<int, StringLiteral> strings, FieldAsides asides)
    {
        var code = template.Source.Code[line - 1];
        var isMarkup = template.Language is "tsx" or "jsx" or "vue" or "svelte" or "html" or "razor" or "xaml";
        foreach (Match match in Word().Matches(code))
        {
            // title="…" on an element is the element's own.
            if (asides.Contain(line, match.Index) || (isMarkup && match.Index + match.Length < code.Length && code[match.Index + match.Length] == '='))
            {
                continue;
            }

            yield return template.Source.Lines[line - 1].Substring(match.Index, match.Length);
        }

        // Strings carry fields too: register('title'), an INSERT's column list.
        foreach (var literal in strings[line])
        {
            if (asides.Contain(line, literal.Column))
            {
                continue;
            }

            foreach (Match match in Word().Matches(FieldAsides.WithoutCondition(literal.Value)))
            {
                if ((literal.Value.Length == match.Length && !IsLabel(template, match.Value)) || literal.Value.Contains(',', StringComparison.Ordinal) || literal.Value.Contains('=', StringComparison.Ordinal))
                {
                    yield return match.Value;
                }
            }
        }
    }

    /// <summary>In languages that write fields small, a word with a capital is text for people.</summary>
    private static bool IsLabel(Template template, string word) => template.Language is not ("csharp" or "go" or "razor" or "xaml") && char.IsUpper(word[0]);

    [GeneratedRegex(@"^\s*(?:(?:public|private|protected|internal)\s+)*(?:const|static)\s")]
    private static partial Regex Constant();

    [GeneratedRegex(@"\b[A-Za-z]\w*\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*(?:(?:public|private|protected|internal|required|readonly|final|override|virtual|static|val|var)\s+)+(?:[\w.<>\[\],? ]+\s+)?(?<name>\w+)\s*(?:\{\s*get|;|=[^>]|:)")]
    private static partial Regex Member();

    [GeneratedRegex(@"^\s+(?<name>[a-z]\w*)\s*(?::\s*[A-Za-z""]|=\s*\w[\w.]*\()")]
    private static partial Regex PythonField();

    [GeneratedRegex(@"^\s+(?<name>[A-Z]\w*)\s+[\w.*\[\]]+\s*(?:`.*)?$")]
    private static partial Regex GoField();

    [GeneratedRegex(@"^\s*(?:pub(?:\([^)]*\))?\s+)?(?<name>[a-z]\w*)\s*:\s*[A-Z&\w]")]
    private static partial Regex RustField();

    [GeneratedRegex(@"^\s+(?<name>[a-z]\w*)\s+(?:[A-Za-z]+)", RegexOptions.IgnoreCase)]
    private static partial Regex SqlColumn();

    [GeneratedRegex(@"^\s+(?:(?:optional|repeated|required)\s+)?(?:\w+\s+)?(?<name>[a-z]\w*)\s*(?::|=\s*\d|\s+[A-Z]\w*)")]
    private static partial Regex SchemaField();

    [GeneratedRegex(@"^\s+(?:readonly\s+)?(?<name>[a-z]\w*)\??\s*:\s*[A-Za-z\[{'""]")]
    private static partial Regex KeyedField();
}
