using System.Collections.Immutable;
using AgentEnhancer.Plans;

namespace AgentEnhancer.Rendering;

/// <summary>Practices as a numbered list, and the recipe under them.</summary>
internal static class PracticesSection
{
    /// <param name="number">What the list starts with: an agent's own list is continued.</param>
    public static ImmutableArray<RenderedLine> Lines(Plan plan, CitationTable citations, int level, int number)
    {
        var lines = ImmutableArray.CreateBuilder<RenderedLine>();
        foreach (var practice in plan.Practices)
        {
            var text = $"**{InlineText.Sentence(InlineText.Prose(practice.Do, citations))}**";
            if (practice.Why is { Length: > 0 } why)
            {
                text += " " + InlineText.Sentence(InlineText.Capital(InlineText.Prose(why, citations)));
            }

            lines.Add(Item(number++, text, practice.Evidence, citations));
        }

        if (plan.Recipe is { Steps.Length: > 0 } recipe)
        {
            lines.Add(RenderedLine.Blank);
            lines.Add(RenderedLine.Heading(level + 1, $"Recipe: {InlineText.Prose(recipe.Title, citations)}"));
            lines.Add(RenderedLine.Blank);
            for (var i = 0; i < recipe.Steps.Length; i++)
            {
                var step = recipe.Steps[i];
                var text = InlineText.Sentence(InlineText.Opening(InlineText.Prose(step.Do, citations)));
                lines.Add(Item(i + 1, text, step.Evidence, citations));
            }
        }

        return lines.ToImmutable();
    }

    private static RenderedLine Item(int number, string text, ImmutableArray<Evidence> evidence, CitationTable citations) =>
        new($"{InlineText.Number(number)}. {citations.Append(text, evidence)}", evidence, null);
}
