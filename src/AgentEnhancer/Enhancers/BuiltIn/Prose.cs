using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Small pieces of the sentences that the built-in enhancer writes.</summary>
internal static partial class Prose
{
    /// <summary>As code; text that holds backticks itself gets longer ones.</summary>
    public static string Code(string text)
    {
        if (!text.Contains('`', StringComparison.Ordinal))
        {
            return $"`{text}`";
        }

        return text.Contains("``", StringComparison.Ordinal) ? $"``` {text} ```" : $"`` {text} ``";
    }

    public static string Quote(string text) => $"“{text}”";

    public static string Cite(Evidence evidence) => $"[{evidence}]";

    public static string Cite(Template template, LineSpan span) => Cite(new Evidence(template.Id, span));

    public static string Cite(Template template, int line) => Cite(template, LineSpan.Of(line));

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}",
    };

    public static string File(Template template) => Code(template.FileName);

    public static string KindWord(Unit unit) => unit.Kind switch
    {
        UnitKind.Class => "class",
        UnitKind.Record => "record",
        UnitKind.Struct => "struct",
        UnitKind.Interface => "interface",
        UnitKind.Enum => "enum",
        UnitKind.Type => "type",
        UnitKind.Trait => "trait",
        UnitKind.Function => "function",
        UnitKind.Method => "method",
        UnitKind.Constructor => "constructor",
        UnitKind.Component => "component",
        UnitKind.Hook => "hook",
        UnitKind.Route => "route",
        UnitKind.Fixture => "fixture",
        UnitKind.Test => "test",
        UnitKind.TestSuite => "suite",
        UnitKind.Query => "statement",
        UnitKind.Section => "section",
        UnitKind.Block => "block",
        UnitKind.Value => "value",
        _ => "part",
    };

    /// <summary>The first sentence of a comment, on one line, without markup; null where there is none worth quoting.</summary>
    public static string? FirstSentence(string text)
    {
        var plain = Plain(text);
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] is '.' or '!' && (i + 1 == plain.Length || plain[i + 1] == ' ') && !EndsInAbbreviation(plain.AsSpan(0, i)))
            {
                return plain[..i];
            }
        }

        return plain.Length == 0 ? null : plain;
    }

    /// <summary>On one line, spaces folded, documentation tags gone.</summary>
    public static string Plain(string text)
    {
        text = JavadocTag().Replace(text, "$1");
        var result = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            // List<Unit> is no markup.
            if (c == '<' && i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] == '/') && !(i > 0 && char.IsLetterOrDigit(text[i - 1]) && TypeArgument().IsMatch(text.AsSpan(i, Math.Min(60, text.Length - i)))))
            {
                var end = text.IndexOf('>', i);
                if (end > 0)
                {
                    AppendReference(text[i..end], result);
                    i = end;
                    continue;
                }
            }

            if (char.IsWhiteSpace(c) || c == '\uFEFF')
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString().Trim();
    }

    /// <summary>Places where a link is used, at most <paramref name="most"/>, one a template.</summary>
    public static IReadOnlyList<Evidence> Places(IEnumerable<SymbolUse> uses, int most) =>
        [.. uses.Take(most).Select(u => new Evidence(u.User.Id, LineSpan.Of(u.Lines[0])))];

    [System.Text.RegularExpressions.GeneratedRegex(@"^<(?!(?:see|paramref|typeparamref|c|code|b|i|br|em|strong|para|p|a)\b)[A-Za-z][\w.,? ]*>")]
    private static partial System.Text.RegularExpressions.Regex TypeArgument();

    // <see cref="X"/> and <paramref name="x"/> stand for a name.
    private static void AppendReference(string tag, System.Text.StringBuilder result)
    {
        foreach (var attribute in (string[])["cref=\"", "name=\"", "langword=\""])
        {
            var at = tag.IndexOf(attribute, StringComparison.Ordinal);
            if (at >= 0)
            {
                var start = at + attribute.Length;
                var end = tag.IndexOf('"', start);
                if (end > start)
                {
                    result.Append(tag, start, end - start);
                }

                return;
            }
        }
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\{@(?:link|code|linkplain)\s+([^}]*)\}")]
    private static partial System.Text.RegularExpressions.Regex JavadocTag();

    private static bool EndsInAbbreviation(ReadOnlySpan<char> text) =>
        text.EndsWith("e.g", StringComparison.Ordinal) || text.EndsWith("i.e", StringComparison.Ordinal)
        || text.EndsWith("etc", StringComparison.Ordinal) || text.EndsWith(" vs", StringComparison.Ordinal);
}
