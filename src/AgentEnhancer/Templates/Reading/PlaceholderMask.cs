using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Reading;

/// <summary>
/// Finds placeholders and puts an identifier of the same length in their place, so that neither their braces nor their
/// hyphens reach a scanner. Tags that only steer the template engine (<c>{{#if x}}</c>, <c>{% endif %}</c>) become spaces.
/// </summary>
internal static partial class PlaceholderMask
{
    // Far longer than any placeholder; bounds the search for an end that isn't there.
    private const int LongestPlaceholder = 240;

    // How far back a string that a placeholder stands in is looked for.
    private const int LongestPrefix = 1_000;

    private readonly record struct Own(TemplateEngine Engine, FrozenSet<string> LoopNames);

    /// <param name="Name">Null where it only steers the engine.</param>
    /// <param name="IsOwn">It belongs to the file that is made, and nobody fills it in.</param>
    /// <param name="Kept">What stays readable of it.</param>
    private readonly record struct Found(int Start, int Length, string? Name, bool IsOwn = false, string? Kept = null);

    /// <param name="text">Line ends are <c>\n</c>.</param>
    public static (string Masked, ImmutableArray<Placeholder> Placeholders) Apply(string text, string language)
    {
        var masked = text.ToCharArray();
        var own = new Own(OwnExpressions.EngineOf(text, language), OwnExpressions.LoopNames(text, language));
        var placeholders = ImmutableArray.CreateBuilder<Placeholder>();
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
                continue;
            }

            if (text[i] is not ('{' or '<' or '$' or '_') || Find(text, i, lineStart, language, own) is not { } found)
            {
                continue;
            }

            if (found.Name is { } name)
            {
                if (!found.IsOwn)
                {
                    placeholders.Add(new Placeholder(text.Substring(found.Start, found.Length), name, line, found.Start - lineStart));
                }

                Identify(masked.AsSpan(found.Start, found.Length), name);
            }
            else
            {
                Blank(masked.AsSpan(found.Start, found.Length), found.Kept);
            }

            i = found.Start + found.Length - 1;
            for (var k = found.Start; k <= i; k++)
            {
                if (text[k] == '\n')
                {
                    line++;
                    lineStart = k + 1;
                }
            }
        }

        return (new string(masked), placeholders.ToImmutable());
    }

    /// <summary>Spaces, but for line ends and for one word that stays.</summary>
    private static void Blank(Span<char> place, string? kept)
    {
        var at = kept is null ? -1 : place.IndexOf(kept);
        for (var k = 0; k < place.Length; k++)
        {
            place[k] = place[k] == '\n' || (at >= 0 && k >= at && k < at + kept!.Length) ? place[k] : ' ';
        }
    }

    private static Found? Find(string text, int i, int lineStart, string language, Own own)
    {
        if (own.Engine is TemplateEngine.Dbt && OwnExpressions.DbtAt(text, i) is { } dbt)
        {
            return new Found(i, dbt.Length, null, true, dbt.Kept);
        }

        var rest = text.AsSpan(i, Math.Min(LongestPlaceholder, text.Length - i));
        var end = rest.IndexOf('\n');
        rest = end < 0 ? rest : rest[..end];
        if (rest.StartsWith("{{"))
        {
            return Braces(text, i, rest, lineStart, language, own);
        }

        if (rest.StartsWith("{%") || (rest.StartsWith("{#") && language is not ("svelte" or "sql" or "html")))
        {
            var close = rest.IndexOf(rest[1] == '%' ? "%}" : "#}");
            return close >= 2 && StartOfTag().IsMatch(rest[2..close]) ? new Found(i, close + 2, null) : null;
        }

        if (rest.StartsWith("<%"))
        {
            var close = rest.IndexOf("%>");
            return close < 2 || (language is "erb" && rest[2] == '#') ? null
                : own.Engine is TemplateEngine.Erb ? new Found(i, close + 2, null)
                : rest[2] is '=' or '-' or '~' && rest[3..close].Trim() is { Length: > 0 } inner ? new Found(i, close + 2, inner.ToString())
                : new Found(i, close + 2, null);
        }

        return rest[0] switch
        {
            '$' => Dollar(text, i, rest, lineStart, language),
            '_' when rest.StartsWith("__") => Underscores(text, i, rest, language),
            _ => null,
        };
    }

    private static Found? Braces(string text, int i, ReadOnlySpan<char> rest, int lineStart, string language, Own own)
    {
        if (own.Engine is TemplateEngine.Blade && (rest.StartsWith("{{--") || rest[2..].TrimStart().StartsWith("$")))
        {
            return null;
        }

        if (rest.Length > 4 && rest[2] == '{')
        {
            // {{{x}}} is one placeholder; {{{x}}Id} is a brace, a placeholder and text. Where a lone brace is everyday code,
            // three at each end are read as a placeholder in braces too.
            var inner = rest[3..];
            var close = inner.IndexOf("}}");
            return close > 0 && inner[close..].StartsWith("}}}") && Languages.Family(language) is not ("typescript" or "python" or "csharp")
                && Expression(inner[..close], language) is { Name: { } name }
                ? new Found(i, close + 6, name)
                : null;
        }

        var end = rest[2..].IndexOf("}}");
        if (end < 1)
        {
            return null;
        }

        var content = rest.Slice(2, end);
        var before = i > lineStart ? text[i - 1] : '\n';
        var spaced = content[0] == ' ';
        if ((before == '$' && language is "yaml") // an expression of GitHub Actions
            || (spaced && language is "vue") // an interpolation
            || (spaced && before == '=' && Languages.Family(language) is "typescript")) // value={{ user }} is an object in JSX
        {
            return null;
        }

        return Expression(content, language) is { } tag ? new Found(i, end + 4, tag.Name, OwnExpressions.IsOwn(content, tag.Name, own.Engine, own.LoopNames)) : null;
    }

    /// <summary>Null where it is no tag; a tag without a name steers the engine.</summary>
    private static (string? Name, bool IsTag)? Expression(ReadOnlySpan<char> content, string language)
    {
        if (content.IndexOfAny('{', '}') >= 0)
        {
            return null;
        }

        var inner = content.Trim(" -~\t");
        if (inner.IsEmpty)
        {
            return null;
        }

        if (ControlTag().IsMatch(inner))
        {
            return (null, true);
        }

        if (Note().Match(inner.ToString()) is { Success: true } note && content[0] != ' ')
        {
            return (note.Groups["note"].Value.Trim(), true);
        }

        var match = Output().Match(inner.ToString());
        if (!match.Success)
        {
            return null;
        }

        var name = match.Groups["name"].Value.TrimStart('.', '@', '$');
        return (name.StartsWith("cookiecutter.", StringComparison.Ordinal) ? name["cookiecutter.".Length..] : name, true);
    }

    private static Found? Dollar(string text, int i, ReadOnlySpan<char> rest, int lineStart, string language)
    {
        if (rest.Length > 3 && rest[1] == '{')
        {
            var close = rest.IndexOf('}');
            return close > 2 && Identifier().IsMatch(rest[2..close]) && IsDollarPlaceholder(text, i, lineStart, language)
                ? new Found(i, close + 1, rest[2..close].ToString())
                : null;
        }

        if (language is not ("csharp" or "vb" or "fsharp" or "xml" or "xaml" or "razor" or "java" or "cpp" or Languages.Text))
        {
            return null;
        }

        var end = rest[1..].IndexOf('$');
        return end > 1 && Identifier().IsMatch(rest.Slice(1, end)) ? new Found(i, end + 2, rest.Slice(1, end).ToString()) : null;
    }

    /// <summary><c>${x}</c> is a placeholder where neither the language nor the string that it stands in gives it a meaning.</summary>
    private static bool IsDollarPlaceholder(string text, int i, int lineStart, string language)
    {
        var from = Math.Max(lineStart, i - LongestPrefix);
        var line = text.AsSpan(from, i - from);
        return language switch
        {
            "csharp" => !line.Contains("$\"", StringComparison.Ordinal) && !line.Contains("$@\"", StringComparison.Ordinal) && !line.EndsWith("$"),
            "python" => !line.Contains("f\"", StringComparison.Ordinal) && !line.Contains("f'", StringComparison.Ordinal),
            "java" => !line.Contains("@Value", StringComparison.Ordinal) && !line.EndsWith("\""),
            "xml" or "sql" or "html" or "markdown" or "c" or "cpp" or "go" or "css" or "proto" or "graphql" or "vb" or Languages.Text => true,
            _ => false,
        };
    }

    private static Found? Underscores(string text, int i, ReadOnlySpan<char> rest, string language)
    {
        if (i > 0 && text[i - 1] == '_')
        {
            return null;
        }

        var end = rest[2..].IndexOf("__");
        if (end < 1 || rest.Length > end + 4 && rest[end + 4] == '_')
        {
            return null;
        }

        var name = rest.Slice(2, end);
        if (!UnderscoredName().IsMatch(name) || IsOfTheLanguage(name, language))
        {
            return null;
        }

        return new Found(i, end + 4, name.ToString());
    }

    /// <summary><c>__init__</c> of Python, <c>__FILE__</c> of C and PHP, <c>__MODULE__</c> of Elixir, <c>__tests__</c> of Jest.</summary>
    private static bool IsOfTheLanguage(ReadOnlySpan<char> name, string language)
    {
        var lower = name.IndexOfAnyInRange('A', 'Z') < 0;
        var upper = name.IndexOfAnyInRange('a', 'z') < 0;
        return language switch
        {
            "python" => lower || name is "NAMESPACE",
            "c" or "cpp" or "objc" or "php" or "ruby" or "perl" or "elixir" => lower || upper,
            _ => name is "tests" or "test" or "mocks" or "snapshots" or "fixtures" or "proto" or "typename" or "esModule" or "generated"
                or "name" or "main" or "init" or "file" or "doc" or "all" or "DEV" or "PURE" or "PROD" or "VERSION" or "INTERNAL"
                or "FILE" or "LINE" or "filename" or "dirname" or "schema" or "type" or "init" or "pycache" or "webpack_require",
        };
    }

    private static void Identify(Span<char> place, string name)
    {
        for (var k = 0; k < place.Length; k++)
        {
            if (!(char.IsAsciiLetterOrDigit(place[k]) || place[k] == '_'))
            {
                place[k] = '_';
            }
        }

        // The case of the first letter tells a component from a function, a type from a variable.
        if (place[0] == '_')
        {
            place[0] = char.IsAsciiLetterUpper(name[0]) ? 'P' : 'p';
        }
    }

    [GeneratedRegex(@"^[-+~]?\s*[\w#/]", RegexOptions.CultureInvariant)]
    private static partial Regex StartOfTag();

    [GeneratedRegex(@"^(?:[#/^>!]\s*[A-Za-z]|(?:end|else)$|(?:if|unless|each|for|foreach|while|range|with|define|block|else|elseif|elif|case|when|func|capture|wrap|import|end)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex ControlTag();

    [GeneratedRegex(@"^[A-Z][A-Z_]+:\s*(?<note>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Note();

    // A path, perhaps after a helper (pascalCase name), perhaps piped through filters.
    [GeneratedRegex(@"^(?:[A-Za-z_]\w*(?:\.\w+)*[ ]+)?(?<name>[.@$]?[A-Za-z_][\w]*(?:[.-]\w+)*)(?:\(\))?\s*(?:\|.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Output();

    [GeneratedRegex(@"^[A-Za-z_]\w*$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex UnderscoredName();
}
