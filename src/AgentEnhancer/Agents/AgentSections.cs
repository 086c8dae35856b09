using System.Collections.Immutable;

namespace AgentEnhancer.Agents;

/// <summary>The four sections of a complete agent, in their order.</summary>
internal enum StandardSection
{
    TemplateReferences,
    BestPractices,
    CodeExamples,
    Constraints,
}

/// <summary>The three lists under Constraints, in their order.</summary>
internal enum ConstraintList
{
    Always,
    Never,
    Ask,
}

/// <summary>Which of the sections of a complete agent a text has, however its author numbers, decorates or capitalises them.</summary>
internal static class AgentSections
{
    public static ImmutableArray<StandardSection> All { get; } = [.. Enum.GetValues<StandardSection>()];

    /// <summary>As it is written in a document.</summary>
    public static string Title(StandardSection section) => section switch
    {
        StandardSection.TemplateReferences => "Template References",
        StandardSection.BestPractices => "Best Practices",
        StandardSection.CodeExamples => "Code Examples",
        _ => "Constraints",
    };

    /// <summary>As it is written in a document.</summary>
    public static string Title(ConstraintList list) => list switch
    {
        ConstraintList.Always => "Always",
        ConstraintList.Never => "Never",
        _ => "Ask first",
    };

    /// <summary>
    /// The section of that name; one that begins with the name (<c>Best Practices for queries</c>) counts at the top two levels, where
    /// it is a section and not one item of it; but <c># Constraints Specialist</c> at the top names the agent. One with content is
    /// preferred to an empty one.
    /// </summary>
    public static MarkdownSection? Find(MarkdownBody body, StandardSection section)
    {
        var name = Title(section).ToLowerInvariant();
        return Prefer(body, s => IsName(MarkdownText.Title(s.Heading.Text), name))
            ?? Prefer(body, s => s.Heading.Level <= 2 && !IsTitle(body, s.Heading) && MarkdownText.Title(s.Heading.Text).StartsWith(name + " ", StringComparison.Ordinal));
    }

    /// <summary>As long as a document has to be, with all four sections, none of them empty: nothing is left to do.</summary>
    public static bool IsComplete(MarkdownBody body, DocumentLimits limits) =>
        body.LineCount >= limits.MinimumLines && All.All(s => Find(body, s) is { } found && !body.IsEmpty(found));

    /// <summary><c>always</c>, <c>never do this</c>, <c>ask first</c>; a longer title is about something else.</summary>
    public static ConstraintList? ListOf(string heading)
    {
        var words = MarkdownText.Title(heading).Split(' ');
        return words.Length > 4 ? null : words[0] switch
        {
            "always" => ConstraintList.Always,
            "never" => ConstraintList.Never,
            "ask" => ConstraintList.Ask,
            _ => null,
        };
    }

    private static MarkdownSection? Prefer(MarkdownBody body, Func<MarkdownSection, bool> condition)
    {
        MarkdownSection? first = null;
        foreach (var section in body.Sections)
        {
            if (condition(section))
            {
                first ??= section;
                if (!body.IsEmpty(section))
                {
                    return section;
                }
            }
        }

        return first;
    }

    private static bool IsTitle(MarkdownBody body, MarkdownHeading heading) => heading.Level == 1 && ReferenceEquals(heading, body.Headings[0]);

    /// <summary>Singular or plural, word by word.</summary>
    private static bool IsName(string title, string name) =>
        title.Split(' ').Select(Singular).SequenceEqual(name.Split(' ').Select(Singular), StringComparer.Ordinal);

    private static string Singular(string word) => word.TrimEnd('s');
}
