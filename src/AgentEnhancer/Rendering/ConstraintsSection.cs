using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Plans;

namespace AgentEnhancer.Rendering;

/// <summary>The three lists of constraints.</summary>
internal static class ConstraintsSection
{
    public static IEnumerable<(ConstraintList List, ImmutableArray<RenderedLine> Items)> Lists(Plan plan, CitationTable citations)
    {
        (ConstraintList, ImmutableArray<PlanConstraint>)[] lists =
            [(ConstraintList.Always, plan.Always), (ConstraintList.Never, plan.Never), (ConstraintList.Ask, plan.Ask)];
        foreach (var (list, constraints) in lists)
        {
            if (constraints.Length > 0)
            {
                yield return (list, [.. constraints.Select(c => Item(c, citations))]);
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
