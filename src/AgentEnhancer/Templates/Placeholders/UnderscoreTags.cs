using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary><c>__name__</c>, where it is none of the names that languages, tools and people write that way.</summary>
internal static partial class UnderscoreTags
{
    private static readonly FrozenSet<string> Folders =
        "tests test mocks snapshots fixtures generated stories helpers utils e2e pycache typetests image_snapshots"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfPython =
        "init main name file doc all about version author path dict class module annotations future builtins call enter exit getattr setattr repr str eq hash iter next len new del slots debug"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfScript =
        "proto typename esModule DEV PURE PROD VERSION INTERNAL FILE LINE filename dirname schema type".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static Tag? At(string text, int i, ReadOnlySpan<char> rest, TagFile file)
    {
        if (file.Kit is not TemplateKit.Unknown || (i > 0 && text[i - 1] == '_'))
        {
            return null;
        }

        var end = rest[2..].IndexOf("__");
        if (end < 1 || rest.Length > end + 4 && rest[end + 4] == '_')
        {
            return null;
        }

        var name = rest.Slice(2, end);
        if (!Name().IsMatch(name) || IsOfTheLanguage(name, file.Language) || IsGlobal(text, i, name, file.Language)
            || (file.Language is "markdown" && IsStrong(text, i, end + 4)))
        {
            return null;
        }

        return new Tag(end + 4, TagKind.FillIn, name.ToString());
    }

    /// <summary><c>__init__</c> of Python, <c>__FILE__</c> of C and PHP, <c>__MODULE__</c> of Elixir, <c>__tests__</c> of Jest.</summary>
    private static bool IsOfTheLanguage(ReadOnlySpan<char> name, string language)
    {
        var lower = name.IndexOfAnyInRange('A', 'Z') < 0;
        var upper = name.IndexOfAnyInRange('a', 'z') < 0;
        var word = name.ToString();
        return language switch
        {
            "python" => lower || word is "NAMESPACE",
            "c" or "cpp" or "objc" or "php" or "ruby" or "perl" or "elixir" => lower || upper,
            "typescript" or "tsx" or "javascript" or "jsx" or "vue" or "svelte" or "astro" or "csharp" or "razor" or "xaml" or "go" or "rust" or "html" or "css" or "scss" =>
                Folders.Contains(word) || OfScript.Contains(word) || word.StartsWith("webpack", StringComparison.Ordinal),
            _ => Folders.Contains(word) || OfScript.Contains(word) || OfPython.Contains(word),
        };
    }

    /// <summary><c>__tests__</c> and <c>__init__.py</c> are names of folders and files, whatever the language.</summary>
    public static bool IsName(string word, ReadOnlySpan<char> follows) =>
        Folders.Contains(word) || (word is "init" or "main" or "about" or "version" or "all" && follows.StartsWith(".py", StringComparison.OrdinalIgnoreCase));

    /// <summary><c>window.__INITIAL_STATE__</c>, <c>__VUE_PROD_DEVTOOLS__</c>, <c>declare const __BUILD__</c>.</summary>
    private static bool IsGlobal(string text, int i, ReadOnlySpan<char> name, string language) =>
        Reading.Languages.Family(language) is "typescript" or "html"
        && (Global().IsMatch(name) || (i > 0 && text[i - 1] == '.') || Declared().IsMatch(text.AsSpan(Math.Max(0, i - 24), i - Math.Max(0, i - 24))));

    /// <summary>Two underscores make words bold, where they stand as a word and not in a name or a path.</summary>
    private static bool IsStrong(string text, int i, int length)
    {
        var before = i == 0 ? ' ' : text[i - 1];
        var after = i + length >= text.Length ? ' ' : text[i + length];
        return !(before is '/' or '.' or '`' or '-' || char.IsLetterOrDigit(before) || after is '/' or '`' or '-' || char.IsLetterOrDigit(after)
            || (after == '.' && i + length + 1 < text.Length && char.IsAsciiLetter(text[i + length + 1])));
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:REDUX|VUE|NEXT|NUXT|REACT|WEBPACK|STORYBOOK|TAURI|APOLLO|SVELTEKIT|VITE|INITIAL_STATE|PRELOADED_STATE|VITEST|JEST)(?:_|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Global();

    [GeneratedRegex(@"\bdeclare\s+(?:const|let|var)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
