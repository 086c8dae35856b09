using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Rendering;

/// <summary>The comment that stands for lines left out.</summary>
internal static class CommentSyntax
{
    /// <summary>A comment <c>…</c>; a bare <c>…</c> where readers of Markdown would not take the language's comment for one.</summary>
    /// <param name="nextLine">The first line after the cut: in files that mix markup and code it tells which of them we are in.</param>
    public static string Ellipsis(string language, string nextLine)
    {
        switch (language)
        {
            case "tsx" or "jsx":
                return StartsMarkup(nextLine) ? "{/* … */}" : "// …";
            case "vue" or "svelte" or "astro" or "razor" or "php":
                return StartsMarkup(nextLine) ? "<!-- … -->" : "// …";
            case Languages.Text:
                return "…";
            default:
                var comment = Languages.Ellipsis(language);
                return comment[0] is '\'' or ';' ? "…" : comment;
        }
    }

    private static bool StartsMarkup(string line)
    {
        var code = line.AsSpan().TrimStart();
        return code.StartsWith("</") || (code.Length > 1 && code[0] == '<' && (char.IsLetter(code[1]) || code[1] is '>' or '{'));
    }
}
