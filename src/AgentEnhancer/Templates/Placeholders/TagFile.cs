using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>What is known of a file before its tags are read.</summary>
/// <param name="Path">May be empty.</param>
/// <param name="LiteralStrings">Strings over lines in which double braces stand for single ones; in order.</param>
internal sealed record TagFile(string Text, string Path, string Language, TemplateKit Kit, TemplateEngine Engine, ImmutableArray<(int Start, int End)> LiteralStrings)
{
    /// <summary>Far longer than any placeholder; bounds the search for an end that isn't there.</summary>
    public const int LongestTag = 240;

    /// <summary>The same for comments and code blocks, which may span lines.</summary>
    public const int LongestBlock = 4_000;

    public static TagFile Of(string text, string language, string path)
    {
        var kit = TemplateKits.Of(path, text, language);
        return new TagFile(text, path, language, kit, OwnExpressions.EngineOf(text, language, path, kit), OwnBraces.LiteralStrings(text, language));
    }
}
