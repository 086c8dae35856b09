using System.Collections.Immutable;
using AgentEnhancer.Plans;

namespace AgentEnhancer.Rendering;

/// <summary>The three lists of constraints.</summary>
internal static class ConstraintsSection
{
    public static IEnumerable<(string Name, ImmutableArray<RenderedLine> Items)> Lists(Plan plan, CitationTable citations)
    {
        (string, ImmutableArray<PlanConstraint>)[] lists =
            [(SectionNames.Always, plan.Always), (SectionNames.Never, plan.Never), (SectionNames.Ask, plan.Ask)];
        foreach (var (name, constraints) in lists)
        {
            if (constraints.Length > 0)
            {
                yield return (name, [.. constraints.Select(c => Item(c, citations))]);
            }
        }
    }

    private static RenderedLine Item(PlanConstraint constraint, CitationTable citations)
    {
        var text = InlineText.Opening(InlineText.Prose(constraint.Text, citations)).TrimEnd('.');
        if (constraint.Instead is { Length: > 0 } instead)
        {
            text += $" (instead: {InlineText.Prose(instead, citations).TrimEnd('.')})";
        }

        return new($"- {citations.Append(text, constraint.Evidence)}", constraint.Evidence, null);
    }
}
