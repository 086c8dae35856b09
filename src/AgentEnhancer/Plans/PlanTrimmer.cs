using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Plans;

/// <summary>Makes a plan's document fit, from the least relevant end of each list, never below what a document needs.</summary>
internal static class PlanTrimmer
{
    /// <summary>How far a list is cut while others can give, and how far at all.</summary>
    private readonly record struct Floors(int Practices, int Notices, int Examples, int Constraints, int Asks, bool KeepsRecipe);

    private static readonly Floors Comfortable = new(Practices: 5, Notices: 1, Examples: 3, Constraints: 4, Asks: 2, KeepsRecipe: true);
    private static readonly Floors Least = new(Practices: 3, Notices: 0, Examples: 2, Constraints: 3, Asks: 1, KeepsRecipe: false);

    /// <summary>The plan and its document; still too long where the plan is at its least, which the gate then says.</summary>
    public static (Plan Plan, Document Document) Fit(Agent agent, Plan plan, TemplateCatalogue catalogue, DocumentLimits limits)
    {
        var fit = (Plan: plan, Document: DocumentRenderer.Render(agent, plan, catalogue));
        foreach (var floors in (ReadOnlySpan<Floors>)[Comfortable, Least])
        {
            var trimmed = true;
            while (trimmed && Excess(agent, fit.Document, limits).IsTooLong)
            {
                trimmed = false;
                foreach (var shorter in Shorter(fit.Plan, floors, Excess(agent, fit.Document, limits)))
                {
                    var document = DocumentRenderer.Render(agent, shorter, catalogue);
                    if (Excess(agent, document, limits).IsTooShort)
                    {
                        continue;
                    }

                    (fit, trimmed) = ((shorter, document), true);
                    break;
                }
            }
        }

        return fit;
    }

    private readonly record struct Overrun(int Lines, int Characters, bool IsTooShort)
    {
        public bool IsTooLong => Lines > 0 || Characters > 0;

        /// <summary>Far more than a few statements could make up for.</summary>
        public bool IsLarge => Lines > 12 || Characters > 900;
    }

    private static Overrun Excess(Agent agent, Document document, DocumentLimits limits)
    {
        var text = document.Text.AsSpan();
        var lines = text.Count('\n');
        var characters = text.Length - agent.FrontMatter.Length - text[agent.FrontMatter.Length..].Count("\r\n");
        return new Overrun(lines - limits.MaximumLines, characters - limits.MaximumCharacters, lines < limits.MinimumLines);
    }

    /// <summary>Plans that are shorter by one item, the one to try first at the front.</summary>
    private static IEnumerable<Plan> Shorter(Plan plan, Floors floors, Overrun overrun)
    {
        if (overrun.IsLarge && plan.Examples.Length > floors.Examples)
        {
            yield return plan with { Examples = plan.Examples[..^1] };
        }

        if (LastNotice(plan.Examples, floors.Notices) is { } fewerNotices)
        {
            yield return plan with { Examples = fewerNotices };
        }

        if (plan.Practices.Length > floors.Practices)
        {
            yield return plan with { Practices = plan.Practices[..^1] };
        }

        // The longest list gives first, so that none is cut to its least while another is long.
        var always = plan.Always.Length - floors.Constraints;
        var never = plan.Never.Length - floors.Constraints;
        if (never > 0 && never >= always)
        {
            yield return plan with { Never = plan.Never[..^1] };
        }

        if (always > 0)
        {
            yield return plan with { Always = plan.Always[..^1] };
        }

        if (plan.Ask.Length > floors.Asks)
        {
            yield return plan with { Ask = plan.Ask[..^1] };
        }

        if (LastUncited(plan) is { } reference)
        {
            yield return plan with { References = plan.References.Remove(reference) };
        }

        if (plan.Examples.Length > floors.Examples)
        {
            yield return plan with { Examples = plan.Examples[..^1] };
        }

        // A recipe without its last steps would mislead: it goes as a whole.
        if (plan.Recipe is not null && !floors.KeepsRecipe)
        {
            yield return plan with { Recipe = null };
        }
    }

    /// <summary>The examples without the last notice of the least relevant one that has more than the floor.</summary>
    private static ImmutableArray<PlanExample>? LastNotice(ImmutableArray<PlanExample> examples, int floor)
    {
        for (var i = examples.Length - 1; i >= 0; i--)
        {
            if (examples[i].Notice.Length > floor)
            {
                return examples.SetItem(i, examples[i] with { Notice = examples[i].Notice[..^1] });
            }
        }

        return null;
    }

    /// <summary>The last reference that nothing else cites, beyond the two that a document needs.</summary>
    private static PlanReference? LastUncited(Plan plan)
    {
        var cited = PlanCitations.All(plan).Select(c => c.TemplateId).ToHashSet(StringComparer.Ordinal);
        return plan.References.Skip(2).LastOrDefault(r => !cited.Contains(r.TemplateId));
    }
}
