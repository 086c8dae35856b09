using System.Collections.Immutable;

namespace AgentEnhancer.Plans;

/// <summary>Keeps a plan with the templates that fit its agent, as the gate will ask of its document.</summary>
internal static class PlanHome
{
    /// <summary>A little more than the gate asks, which counts a place once for each line that cites it.</summary>
    private const double LeastShare = 0.62;

    private const int MostForeignExamples = 1;

    public static bool IsAtHome(Plan plan, ImmutableHashSet<string> home) => Share(plan, home) >= LeastShare;

    /// <summary>The excerpts from elsewhere, beyond the first.</summary>
    public static int ForeignExamples(Plan plan, ImmutableHashSet<string> home) =>
        Math.Max(0, plan.Examples.Count(e => !home.Contains(e.Span.TemplateId)) - MostForeignExamples);

    /// <summary>The plan without the excerpts from elsewhere beyond the first; and, where most of it leads elsewhere, without those places that a statement can do without.</summary>
    public static Plan Hold(Plan plan, ImmutableHashSet<string> home)
    {
        var foreign = 0;
        plan = plan with { Examples = [.. plan.Examples.Where(e => home.Contains(e.Span.TemplateId) || foreign++ < MostForeignExamples)] };
        return IsAtHome(plan, home) ? plan : plan with
        {
            Practices = [.. plan.Practices.Select(p => p with { Evidence = Own(p.Evidence, home) })],
            Recipe = plan.Recipe is null ? null : plan.Recipe with { Steps = [.. plan.Recipe.Steps.Select(s => s with { Evidence = Own(s.Evidence, home) })] },
            Always = [.. plan.Always.Select(c => c with { Evidence = Own(c.Evidence, home) })],
            Never = [.. plan.Never.Select(c => c with { Evidence = Own(c.Evidence, home) })],
            Ask = [.. plan.Ask.Select(c => c with { Evidence = Own(c.Evidence, home) })],
        };
    }

    /// <summary>0 to 1: how much of what is cited outside the table of references lies at home.</summary>
    public static double Share(Plan plan, ImmutableHashSet<string> home)
    {
        var cited = PlanCitations.All(plan with { Flow = null, References = [] }).ToList();
        return cited.Count == 0 ? 0 : (double)cited.Count(c => home.Contains(c.TemplateId)) / cited.Count;
    }

    private static ImmutableArray<Evidence> Own(ImmutableArray<Evidence> evidence, ImmutableHashSet<string> home)
    {
        var own = evidence.Where(e => home.Contains(e.TemplateId)).ToImmutableArray();
        return own.IsEmpty ? evidence : own;
    }
}
