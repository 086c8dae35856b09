using AgentEnhancer.Rendering;

namespace AgentEnhancer.Plans;

/// <summary>What a plan cites, in the order in which its document will show it.</summary>
internal static class PlanCitations
{
    public static IEnumerable<string> TemplateIds(Plan plan) =>
        plan.References.Select(r => r.TemplateId).Concat(All(plan).Select(c => c.TemplateId));

    /// <summary>Every citation: of statements, steps and excerpts, and those within texts.</summary>
    public static IEnumerable<Citation> All(Plan plan)
    {
        foreach (var citation in CitationText.ReadAll(plan.Flow ?? ""))
        {
            yield return citation;
        }

        foreach (var reference in plan.References)
        {
            foreach (var citation in CitationText.ReadAll(reference.Why))
            {
                yield return citation;
            }
        }

        foreach (var (texts, evidence) in Statements(plan))
        {
            foreach (var citation in texts.SelectMany(t => CitationText.ReadAll(t ?? "")))
            {
                yield return citation;
            }

            foreach (var place in evidence)
            {
                yield return new Citation(place.TemplateId, place.Span);
            }
        }
    }

    private static IEnumerable<(IEnumerable<string?> Texts, IEnumerable<Evidence> Evidence)> Statements(Plan plan)
    {
        foreach (var practice in plan.Practices)
        {
            yield return ([practice.Do, practice.Why], practice.Evidence);
        }

        foreach (var step in plan.Recipe?.Steps ?? [])
        {
            yield return ([step.Do], step.Evidence);
        }

        foreach (var example in plan.Examples)
        {
            yield return ([example.Title], [example.Span]);
            yield return (example.Notice, []);
        }

        foreach (var constraint in plan.Always.Concat(plan.Never).Concat(plan.Ask))
        {
            yield return ([constraint.Text, constraint.Instead], constraint.Evidence);
        }
    }
}
