namespace AgentEnhancer.Tests.Templates.Reading;

/// <summary>Every language id that the product knows.</summary>
internal static class LanguageNames
{
    public static readonly string[] All =
    [
        "csharp", "typescript", "tsx", "javascript", "jsx", "python", "go", "rust", "java", "kotlin", "scala", "swift", "dart", "php", "c", "cpp", "objc",
        "ruby", "elixir", "lua", "shell", "powershell", "sql", "yaml", "toml", "ini", "dotenv", "json", "xml", "html", "razor", "xaml", "vue", "svelte",
        "astro", "css", "scss", "less", "dockerfile", "makefile", "hcl", "prisma", "proto", "graphql", "markdown", "groovy", "fsharp", "vb", "r", "perl",
        "haskell", "clojure", "blade", "erb", "gotmpl", "text",
    ];
}
