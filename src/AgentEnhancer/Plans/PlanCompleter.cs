using System.Collections.Immutable;
using AgentEnhancer.Rendering;

namespace AgentEnhancer.Plans;

/// <summary>
/// Completes a plan that is too thin for a document from another plan for the same agent: the next best items of the other that say nothing
/// said already, one at a time, behind the plan's own, until the document is whole. What has enough stays as it is.
/// </summary>
internal static class PlanCompleter
{
    /// <summary>More code than this is a copy of the templates; less leaves the statements without a picture.</summary>
    private const double MostCode = 0.48;

    private const double LeastCode = 0.32;

    /// <summary>What more templates are cited for makes the table longer than what is said of them.</summary>
    private const int MostTemplates = 8;

    /// <param name="material">The other plan; only asked for where something lacks. Null where there is none.</param>
    public static Plan Complete(Plan plan, Func<Plan?> material, PlanNeeds needs)
    {
        var size = needs.Measure(plan);
        if (needs.AreMetBy(plan, size) || material() is not { } other)
        {
            return plan;
        }

        // What is surely new first; then, where that doesn't carry the document, what is at least said in other words.
        foreach (var strictly in (ReadOnlySpan<bool>)[true, false])
        {
            while (!needs.AreMetBy(plan, size) && Longer(plan, other, needs, size, strictly) is { } longer)
            {
                (plan, size) = longer;
            }
        }

        return plan;
    }

    /// <summary>The plan with the first item more that its document has room for; null where there is none.</summary>
    private static (Plan Plan, PlanSize Size)? Longer(Plan plan, Plan other, PlanNeeds needs, PlanSize size, bool strictly)
    {
        var novelty = PlanNovelty.Of(plan);
        var parts = Enum.GetValues<PlanPart>()
            .OrderByDescending(p => PlanNeeds.Lacks(plan, p))
            .ThenBy(p => Fullness(plan, p, size));
        foreach (var longer in parts.SelectMany(p => With(p, plan, other, novelty, strictly)))
        {
            var whole = WithReferences(longer, other);
            if (strictly && Templates(whole) > Math.Max(MostTemplates, Templates(plan)) || IsFarther(whole, plan, needs))
            {
                continue;
            }

            var grown = needs.Measure(whole);
            if (!needs.IsTooLong(grown))
            {
                return (whole, grown);
            }
        }

        return null;
    }

    /// <summary>Lists grow together, as they would in a document of one author; excerpts wait or hurry by the share of code.</summary>
    private static double Fullness(Plan plan, PlanPart part, PlanSize size)
    {
        var fullness = (double)PlanNeeds.Count(plan, part) / PlanNeeds.Usual(part);
        return part != PlanPart.Examples ? fullness : size.CodeShare switch
        {
            > MostCode => double.MaxValue,
            < LeastCode => -1,
            _ => fullness,
        };
    }

    /// <summary>An order is a practice or a bare phrase, whichever is wanted: what the other has too many of serves the shorter list.</summary>
    private static IEnumerable<Plan> With(PlanPart part, Plan plan, Plan other, PlanNovelty novelty, bool strictly) => part switch
    {
        PlanPart.Examples => other.Examples.Where(novelty.IsNews)
            .Select(e => plan with { Examples = plan.Examples.Add(e with { Notice = [.. e.Notice.Where(novelty.IsNews)] }) })
            .Concat(Notices(plan, other, novelty)),
        PlanPart.Practices => other.Practices.Where(p => novelty.IsNews(p.Do, p.Evidence, strictly))
            .Concat(New(other.Always, novelty, strictly).Where(c => !c.Evidence.IsEmpty).Select(c => new PlanPractice(InlineText.Sentence(c.Text), null, c.Evidence)))
            .Select(p => plan with { Practices = plan.Practices.Add(p) }),
        PlanPart.Recipe => plan.Recipe is null && other.Recipe is { } recipe && recipe.Steps.All(s => novelty.IsNews(s.Do))
            ? [plan with { Recipe = recipe }]
            : [],
        PlanPart.Never => New(other.Never, novelty, strictly).Select(c => plan with { Never = plan.Never.Add(c) }),
        PlanPart.Always => New(other.Always, novelty, strictly)
            .Concat(New([.. other.Practices.Select(p => new PlanConstraint(p.Do.TrimEnd('.'), null, p.Evidence))], novelty, strictly))
            .Select(c => plan with { Always = plan.Always.Add(c) }),
        PlanPart.Ask => New(other.Ask, novelty, strictly).Select(c => plan with { Ask = plan.Ask.Add(c) }),
        _ => other.References.Where(r => plan.References.All(p => !Same(p, r)))
            .Select(r => plan with { References = plan.References.Add(r) })
            .Concat(plan.Flow is null && other.Flow is not null ? [plan with { Flow = other.Flow }] : []),
    };

    private static IEnumerable<PlanConstraint> New(ImmutableArray<PlanConstraint> constraints, PlanNovelty novelty, bool strictly) =>
        constraints.Where(c => novelty.IsNews(c.Text, c.Evidence, strictly));

    /// <summary>What there is to notice in an excerpt that both show, where the plan itself notices nothing.</summary>
    private static IEnumerable<Plan> Notices(Plan plan, Plan other, PlanNovelty novelty)
    {
        for (var i = 0; i < plan.Examples.Length; i++)
        {
            var example = plan.Examples[i];
            if (example.Notice.IsEmpty
                && other.Examples.FirstOrDefault(e => PlanNovelty.Overlap(e.Span, example.Span) == e.Span.Span.Length) is { } same
                && same.Notice.Where(novelty.IsNews).ToImmutableArray() is { IsEmpty: false } notices)
            {
                yield return plan with { Examples = plan.Examples.SetItem(i, example with { Notice = notices }) };
            }
        }
    }

    /// <summary>What is cited now is a row of the table: with the words that the other plan has for it.</summary>
    private static Plan WithReferences(Plan plan, Plan other)
    {
        var cited = PlanCitations.All(plan).Select(c => c.TemplateId).ToHashSet(StringComparer.Ordinal);
        return plan with { References = [.. plan.References, .. other.References.Where(r => cited.Contains(r.TemplateId) && plan.References.All(p => !Same(p, r)))] };
    }

    /// <summary>It leads away from the agent's own templates, and the plan does so too much already.</summary>
    private static bool IsFarther(Plan longer, Plan plan, PlanNeeds needs) =>
        !PlanHome.IsAtHome(longer, needs.Home) && PlanHome.Share(longer, needs.Home) <= PlanHome.Share(plan, needs.Home)
        && PlanCitations.All(plan).Any();

    private static int Templates(Plan plan) => PlanCitations.TemplateIds(plan).Distinct(StringComparer.Ordinal).Count();

    private static bool Same(PlanReference one, PlanReference other) => string.Equals(one.TemplateId, other.TemplateId, StringComparison.Ordinal);
}
