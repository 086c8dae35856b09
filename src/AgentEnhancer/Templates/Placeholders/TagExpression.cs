using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>
/// The one name that an expression puts into the file: <c>name</c> of <c>classify(name)</c>, of <c>pascalCase name</c>, of
/// <c>name | string.downcase</c> and of <c>name.toUpperCase()</c>. An expression that decides or computes has none.
/// </summary>
internal static partial class TagExpression
{
    private const int DeepestBrackets = 4;

    private static readonly FrozenSet<string> Helpers =
        "h s _ string strings utils util helpers helper changeCase inflection lodash case str inspect math date array object regex html".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where an answer is kept, in front of its name: <c>cookiecutter.name</c>, <c>values.name</c>, <c>locals.name</c>.</summary>
    private static readonly string[] Holders = ["cookiecutter.", "values.", "locals.", "props.", "options.", "answers.", "it."];

    private static readonly FrozenSet<string> Literals =
        "true false null nil none None True False undefined".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="helperComesFirst">Handlebars and Go write helper and arguments with spaces between: <c>pascalCase name</c>.</param>
    /// <returns>Null where there is no one name.</returns>
    public static string? Name(string expression, bool helperComesFirst)
    {
        var text = Unquoted().Replace(expression, "''");
        var pipe = text.IndexOf('|', StringComparison.Ordinal);
        if (pipe >= 0 && (pipe + 1 >= text.Length || text[pipe + 1] != '|'))
        {
            text = text[..pipe];
        }

        text = text.Trim();
        if (text.Length == 0 || Computes().IsMatch(text))
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        if (helperComesFirst)
        {
            OfWords(text, names, depth: 0);
        }
        else
        {
            OfCode(text, names);
        }

        return names.Count == 1 ? Bare(names.First()) : null;
    }

    /// <summary><c>pascalCase name</c>, <c>join (pluralize name) sep=", "</c>: of several words, the first is the helper.</summary>
    private static void OfWords(string text, HashSet<string> names, int depth)
    {
        var words = Words(text);
        foreach (var word in words.Count > 1 ? words.Skip(1) : words)
        {
            if (word.StartsWith('(') && word.EndsWith(')') && depth < DeepestBrackets)
            {
                OfWords(word[1..^1], names, depth + 1);
            }
            else if (!word.Contains('=', StringComparison.Ordinal))
            {
                OfCode(word, names);
            }
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (depth == 0 && char.IsWhiteSpace(text[i])))
            {
                if (i > start)
                {
                    words.Add(text[start..i]);
                }

                start = i + 1;
            }
            else
            {
                depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }

        return words;
    }

    /// <summary><c>name</c> of <c>h.changeCase.pascal(name)</c> and of <c>name.trim()</c>: what is called is no name.</summary>
    private static void OfCode(string text, HashSet<string> names)
    {
        foreach (Match path in Path().Matches(text))
        {
            var name = path.Groups["path"].Value;
            if (text.AsSpan(path.Index + path.Length).TrimStart().StartsWith("("))
            {
                name = name[..Math.Max(0, name.LastIndexOf('.'))];
            }

            var isMember = path.Index > 0 && text[path.Index - 1] == ')';
            if (name.Length > 0 && !isMember && !Helpers.Contains(name.Split('.')[0]) && !Literals.Contains(name))
            {
                names.Add(name);
            }
        }
    }

    public static bool IsLiteral(string name) => Literals.Contains(name);

    public static string Bare(string path)
    {
        var name = path.TrimStart('.', '@', '$', '/');
        var holder = Array.Find(Holders, h => name.StartsWith(h, StringComparison.Ordinal));
        return holder is null || name.Length == holder.Length ? name : name[holder.Length..];
    }

    [GeneratedRegex(@"""[^""\n]*""|'[^'\n]*'|`[^`\n]*`|/(?![/\s])[^/\n]+/[gimsuy]*(?=\s*[,)])", RegexOptions.CultureInvariant)]
    private static partial Regex Unquoted();

    /// <summary>An operator, a choice, an assignment, a function: nobody fills in its result.</summary>
    [GeneratedRegex(@"[?!<>&+*%;{}~\[\]]|=[=>]|\|\||\s(?:if|in|is|and|or|not)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Computes();

    [GeneratedRegex(@"(?<path>(?:\.\./)*[.@$]{0,2}(?<![\w'])[A-Za-z_]\w*(?:[.-][A-Za-z_]\w*)*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Path();
}
