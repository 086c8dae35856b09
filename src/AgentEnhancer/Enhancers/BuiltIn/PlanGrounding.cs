using System.Collections.Immutable;
using AgentEnhancer.Plans;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Keeps most of a plan's evidence in the agent's own templates: what leads elsewhere goes first, the least needed of it before the rest.</summary>
internal static class PlanGrounding
{
    private const double AtHome = 0.62;

    public static Plan Hold(Plan plan, AgentFocus focus) => TableRows.OnSubject(MostlyAtHome(plan, focus), focus);

    private static Plan MostlyAtHome(Plan plan, AgentFocus focus)
    {
        foreach (var step in (ReadOnlySpan<Func<Plan, AgentFocus, Plan>>)[NarrowEvidence, DropForeignNotices, DropForeignAsks, DropRecipe])
        {
            if (Share(plan, focus) >= AtHome)
            {
                return plan;
            }

            plan = step(plan, focus);
        }

        return plan;
    }

    private static double Share(Plan plan, AgentFocus focus)
    {
        var listed = plan.References.Select(r => r.Why).Append(plan.Flow ?? "").SelectMany(t => Rendering.CitationText.ReadAll(t)).ToArray().Length;
        var cited = PlanCitations.All(plan).Skip(listed).ToArray();
        return cited.Length == 0 ? 1 : (double)cited.Count(c => focus.Core.Contains(c.TemplateId)) / cited.Length;
    }

    private static Plan NarrowEvidence(Plan plan, AgentFocus focus) => plan with
    {
        Practices = [.. plan.Practices.Select(p => p with { Evidence = Own(p.Evidence, focus) })],
        Always = [.. plan.Always.Select(c => c with { Evidence = Own(c.Evidence, focus) })],
        Never = [.. plan.Never.Select(c => c with { Evidence = Own(c.Evidence, focus) })],
    };

    private static Plan DropForeignNotices(Plan plan, AgentFocus focus) => plan with
    {
        Examples = [.. plan.Examples.Select(e => e with { Notice = [.. e.Notice.Where(n => Rendering.CitationText.ReadAll(n).All(c => focus.Core.Contains(c.TemplateId)))] })],
    };

    private static Plan DropForeignAsks(Plan plan, AgentFocus focus) => plan with
    {
        Ask = [.. plan.Ask.OrderByDescending(a => Rendering.CitationText.ReadAll(a.Text).Count(c => focus.Core.Contains(c.TemplateId)) - Rendering.CitationText.ReadAll(a.Text).Count(c => !focus.Core.Contains(c.TemplateId))).Take(2)],
    };

    private static Plan DropRecipe(Plan plan, AgentFocus focus) => plan with { Recipe = null };

    private static ImmutableArray<Evidence> Own(ImmutableArray<Evidence> evidence, AgentFocus focus)
    {
        var own = evidence.Where(e => focus.Core.Contains(e.TemplateId)).ToImmutableArray();
        return own.IsEmpty ? evidence : own;
    }
}
