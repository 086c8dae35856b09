using System.Collections.Immutable;
using System.Text;

namespace AgentEnhancer.Rendering;

/// <summary>The sections of a document, and how a heading is told to be one of them.</summary>
internal static class SectionNames
{
    public const string References = "Template References";
    public const string Practices = "Best Practices";
    public const string Examples = "Code Examples";
    public const string Constraints = "Constraints";

    public const string Always = "Always";
    public const string Never = "Never";
    public const string Ask = "Ask first";

    public static readonly ImmutableArray<string> All = [References, Practices, Examples, Constraints];

    /// <summary>The first heading of a name, whatever its level, numbering, emphasis or emoji; null where there is none.</summary>
    public static MarkdownHeading? Find(MarkdownOutline outline, string name) =>
        outline.Headings.FirstOrDefault(h => Is(h.Title, name));

    /// <summary>A heading for Always, Never or Ask within a section; the words after the first may differ.</summary>
    public static MarkdownHeading? FindConstraint(MarkdownOutline outline, (int First, int End) section, string name)
    {
        var word = name.Split(' ')[0];
        return outline.Headings.FirstOrDefault(h =>
            h.Line >= section.First && h.Line < section.End
            && Words(h.Title).Split(' ')[0].Equals(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// "3. Best practices 🚀" and "Constraints (strict)" are sections; "Constraints Specialist" is another thing's name.
    /// </summary>
    public static bool Is(string title, string name)
    {
        var words = Words(title);
        if (!words.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = words[name.Length..].Trim();
        return rest.Length == 0
            || (!char.IsLetterOrDigit(words[name.Length]) && !char.IsLetterOrDigit(rest[0]))
            || rest.StartsWith("and ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A title from its first letter on, without emphasis, with single spaces.</summary>
    private static string Words(string title)
    {
        var words = new StringBuilder(title.Length);
        foreach (var c in title)
        {
            if (c is '*' or '`' || (words.Length == 0 && !char.IsLetter(c)))
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                words.Append(c);
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }
}
