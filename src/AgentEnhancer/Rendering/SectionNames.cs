using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Rendering;

/// <summary>The headings of a document's sections and lists, found in an outline.</summary>
internal static class SectionNames
{
    public static ImmutableArray<StandardSection> All => AgentSections.All;

    /// <summary>The heading of a section; null where there is none. The title of the whole text is no section of it.</summary>
    public static OutlineHeading? Find(MarkdownOutline outline, StandardSection section) =>
        AgentSections.Find(outline.Body, section) is { } found && !IsTitle(outline, found, section)
            ? outline.Headings.First(h => h.Line == found.Heading.Line - 1)
            : null;

    /// <summary>The heading of a list within a section.</summary>
    public static OutlineHeading? Find(MarkdownOutline outline, (int First, int End) section, ConstraintList list) =>
        outline.Headings.FirstOrDefault(h =>
            h.Line >= section.First && h.Line < section.End && AgentSections.ListOf(MarkdownText.Title(h.Title)) == list);

    /// <summary>"# Constraints Specialist" at the top names the agent.</summary>
    private static bool IsTitle(MarkdownOutline outline, MarkdownSection found, StandardSection section) =>
        found.Heading.Level == 1
        && found.Heading.Line == outline.Body.Headings[0].Line
        && !string.Equals(MarkdownText.Title(found.Heading.Text), AgentSections.Title(section), StringComparison.OrdinalIgnoreCase);
}
