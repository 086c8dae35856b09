using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Every template that a document cites is a row of its table; what is cited once, in passing, is not worth one.</summary>
internal static class TableRows
{
    public const int Most = 8;
    private const int FewestAsks = 1;
    private const int FewestReferences = 2;

    /// <summary>Of the affinity of the template that ranks first: below it nothing uncited earns a row.</summary>
    private const double WorthARow = 0.3;

    /// <summary>References that ranking put first stay, cited or not.</summary>
    private const int FirstReferences = 5;

    public static Plan Hold(Plan plan)
    {
        foreach (var step in (ReadOnlySpan<Func<Plan, Plan>>)[NarrowEvidence, DropUncited, DropAsks])
        {
            if (Count(plan) <= Most)
            {
                return plan;
            }

            plan = step(plan);
        }

        return plan;
    }

    /// <summary>What is neither the agent's own nor cited, nor on its subject, only makes the table longer.</summary>
    public static Plan OnSubject(Plan plan, AgentFocus focus)
    {
        var said = PlanCitations.All(plan with { References = [] }).Select(c => c.TemplateId)
            .Concat(Rendering.CitationText.ReadAll(plan.Flow ?? "").Select(c => c.TemplateId)).ToHashSet(StringComparer.Ordinal);
        var told = plan.References.Where(r => r.Why.Length > 0 || said.Contains(r.TemplateId) || focus.Home.FirstOrDefault(t => t.Id == r.TemplateId) is not { } template || TellingParts.SaysAnything(template)).ToArray();
        plan = told.Length < FewestReferences ? plan : plan with { References = [.. told] };
        var kept = plan.References.Where((r, i) => i < FewestReferences || said.Contains(r.TemplateId) || focus.Relevance.Owners.GetValueOrDefault(r.TemplateId) == focus.Agent.Id || focus.Affinity(r.TemplateId) >= WorthARow).ToList();

        // So is what several of them rest on.
        kept.AddRange(plan.References.Except(kept).Where(r => Rendering.CitationText.ReadAll(r.Why).Count(c => kept.Exists(k => k.TemplateId == c.TemplateId)) > 1));

        // A row that a kept row leads to is company for it.
        var led = kept.SelectMany(r => Rendering.CitationText.ReadAll(r.Why)).Select(c => c.TemplateId).ToHashSet(StringComparer.Ordinal);
        return plan.References.All(r => kept.Contains(r) || led.Contains(r.TemplateId)) ? plan
            : plan with { References = [.. plan.References.Where(r => kept.Contains(r) || led.Contains(r.TemplateId))] };
    }

    private static int Count(Plan plan) => PlanCitations.TemplateIds(plan).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Templates that no reference names and that only one place cites.</summary>
    private static HashSet<string> InPassing(Plan plan)
    {
        var referred = plan.References.Select(r => r.TemplateId).ToHashSet(StringComparer.Ordinal);
        return [.. PlanCitations.All(plan).CountBy(c => c.TemplateId).Where(p => p.Value == 1 && !referred.Contains(p.Key)).Select(p => p.Key)];
    }

    /// <summary>Of several places that show the same, the one in passing goes.</summary>
    private static Plan NarrowEvidence(Plan plan)
    {
        var passing = InPassing(plan);
        ImmutableArray<Evidence> Kept(ImmutableArray<Evidence> evidence) =>
            [.. evidence.Where((e, i) => i == 0 || !passing.Contains(e.TemplateId))];
        return plan with
        {
            Practices = [.. plan.Practices.Select(p => p with { Evidence = Kept(p.Evidence) })],
            Always = [.. plan.Always.Select(c => c with { Evidence = Kept(c.Evidence) })],
            Never = [.. plan.Never.Select(c => c with { Evidence = Kept(c.Evidence) })],
            Ask = [.. plan.Ask.Select(c => c with { Evidence = Kept(c.Evidence) })],
        };
    }

    private static Plan DropUncited(Plan plan)
    {
        for (var i = plan.References.Length - 1; i >= FirstReferences && Count(plan) > Most; i--)
        {
            var cited = PlanCitations.All(plan).Select(c => c.TemplateId).ToHashSet(StringComparer.Ordinal);
            if (!cited.Contains(plan.References[i].TemplateId))
            {
                plan = plan with { References = plan.References.RemoveAt(i) };
            }
        }

        return plan;
    }

    /// <summary>Only where that makes room enough: an ask is worth more than a shorter table.</summary>
    private static Plan DropAsks(Plan plan)
    {
        var before = plan;
        for (var i = plan.Ask.Length - 1; i >= 0 && plan.Ask.Length > FewestAsks && Count(plan) > Most; i--)
        {
            var shorter = plan with { Ask = plan.Ask.RemoveAt(i) };
            if (Count(shorter) < Count(plan))
            {
                plan = shorter;
            }
        }

        return Count(plan) <= Most ? plan : before;
    }
}
