using System.Collections.Immutable;

namespace AgentEnhancer.Plans.Rules;

/// <summary>The rule files inside this assembly, one for a family of languages.</summary>
internal static class BuiltInRules
{
    private const string Angular = "angular";
    private const string Assistants = "assistants";
    private const string Build = "build";
    private const string Components = "components";
    private const string Data = "data";
    private const string EndToEnd = "e2e";
    private const string Neutral = "neutral";
    private const string Node = "node";
    private const string Views = "views";

    /// <summary>All files, in the order their rules are tried.</summary>
    public static ImmutableArray<string> Files { get; } = ["csharp", "typescript", Angular, Components, EndToEnd, Node, "python", "go", "rust", "java", "kotlin", "php", "ruby", Views, Data, Assistants, Build, Neutral];

    /// <summary>The files that speak of one of these languages; the language-neutral one is always among them.</summary>
    public static ImmutableArray<string> FilesFor(IEnumerable<string> languages)
    {
        var wanted = languages.SelectMany(l => FilesOf(l)).Append(Neutral).ToHashSet(StringComparer.Ordinal);
        return [.. Files.Where(wanted.Contains)];
    }

    /// <summary>The text of one of <see cref="Files"/>.</summary>
    public static string Open(string file)
    {
        var name = $"AgentEnhancer.Rules.{file}.yml";
        using var stream = typeof(BuiltInRules).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ImmutableArray<string> FilesOf(string language) => language switch
    {
        "csharp" => ["csharp"],
        "razor" => ["csharp", Components],
        "xaml" => [Components],
        "typescript" => ["typescript", Angular, Components, EndToEnd, Node, Data, Assistants],
        "javascript" => ["typescript", Components, EndToEnd, Assistants],
        "tsx" or "jsx" or "vue" or "svelte" => ["typescript", Components],
        "python" => ["python", Data, Assistants],
        "sql" or "prisma" => [Data],
        "go" or "rust" or "java" or "php" or "ruby" => [language],
        "kotlin" => ["java", "kotlin", Build],
        "html" => [Angular, Views, Components],
        "blade" or "erb" or "astro" => [Views, Components],
        "json" => [Build, Assistants],
        "groovy" or "toml" or "xml" => [Build],
        _ => [Neutral],
    };
}
