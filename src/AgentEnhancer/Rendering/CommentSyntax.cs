using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Rendering;

/// <summary>The comment that stands for lines left out.</summary>
internal static class CommentSyntax
{
    /// <summary>
    /// A comment <c>…</c> as the language writes it; a bare <c>…</c> where readers of documents would not take the language's own for a
    /// cut.
    /// </summary>
    /// <param name="nextLine">The first line after the cut: in files that mix markup and code it tells which of them we are in.</param>
    public static string Ellipsis(string language, string nextLine) => language switch
    {
        "tsx" or "jsx" => StartsMarkup(nextLine) ? "{/* … */}" : "// …",
        "vue" or "svelte" or "astro" or "razor" or "php" => StartsMarkup(nextLine) ? "<!-- … -->" : "// …",
        "html" or "blade" or "erb" or "xml" or "xaml" or "markdown" => "<!-- … -->",
        "css" => "/* … */",
        "sql" or "lua" or "haskell" => "-- …",
        "python" or "ruby" or "elixir" or "shell" or "powershell" or "yaml" or "toml" or "ini" or "dotenv" or "dockerfile" or "makefile"
            or "hcl" or "graphql" or "r" or "perl" => "# …",
        "vb" or "clojure" or Languages.Text => "…",
        _ => "// …",
    };

    private static bool StartsMarkup(string line)
    {
        var code = line.AsSpan().TrimStart();
        return code.StartsWith("</") || (code.Length > 1 && code[0] == '<' && (char.IsLetter(code[1]) || code[1] is '>' or '{'));
    }
}
