namespace AgentEnhancer.Rendering;

/// <summary>How a language writes the comment that stands for lines left out.</summary>
internal static class CommentSyntax
{
    /// <summary>A comment <c>…</c>; a bare <c>…</c> where the language has no comment that a reader would know.</summary>
    /// <param name="nextLine">The first line after the cut: in files that mix markup and code it tells which of them we are in.</param>
    public static string Ellipsis(string language, string nextLine) => language switch
    {
        "tsx" or "jsx" or "typescriptreact" or "javascriptreact" => StartsMarkup(nextLine) ? "{/* … */}" : "// …",
        "vue" or "svelte" or "razor" or "cshtml" or "astro" or "php" or "blade" => StartsMarkup(nextLine) ? "<!-- … -->" : "// …",
        "html" or "xml" or "xaml" or "svg" or "markdown" or "md" or "msbuild" or "axaml" => "<!-- … -->",
        "css" => "/* … */",
        "sql" or "lua" or "haskell" or "elm" or "ada" or "vhdl" => "-- …",
        "python" or "ruby" or "shell" or "bash" or "sh" or "powershell" or "perl" or "r" or "elixir" or "julia" or "nim"
            or "yaml" or "yml" or "toml" or "ini" or "properties" or "dotenv" or "env" or "dockerfile" or "docker" or "makefile" or "make"
            or "terraform" or "hcl" or "graphql" or "gitignore" or "dockerignore" or "editorconfig" or "nix" or "crystal"
            or "cmake" or "conf" or "nginx" or "jinja" or "requirements" => "# …",
        "text" or "" or "plaintext" or "vb" or "clojure" or "lisp" or "erlang" or "latex" or "bicepparam" or "batch" => "…",
        _ => "// …",
    };

    private static bool StartsMarkup(string line)
    {
        var code = line.AsSpan().TrimStart();
        return code.StartsWith("</") || (code.Length > 1 && code[0] == '<' && (char.IsLetter(code[1]) || code[1] is '>' or '{'));
    }
}
