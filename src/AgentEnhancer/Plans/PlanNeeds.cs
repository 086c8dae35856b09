using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Plans;

/// <summary>The lists of a plan that can be too short.</summary>
internal enum PlanPart
{
    Examples,
    Practices,
    Recipe,
    Never,
    Always,
    Ask,
    References,
}

/// <summary>What a plan's document would measure.</summary>
/// <param name="Lines">Of the whole file.</param>
/// <param name="Characters">After the front matter.</param>
/// <param name="CodeShare">Of all lines, those in fences.</param>
internal readonly record struct PlanSize(int Lines, int Characters, double CodeShare);

/// <summary>What one agent's plan needs for a document that can go out.</summary>
/// <param name="Home">Ids of the templates that fit the agent.</param>
internal sealed record PlanNeeds(Agent Agent, TemplateCatalogue Catalogue, ImmutableHashSet<string> Home, DocumentLimits Limits)
{
    /// <summary>How many a document has at least.</summary>
    public static int Least(PlanPart part) => part switch
    {
        PlanPart.Examples or PlanPart.References => 2,
        PlanPart.Practices or PlanPart.Never or PlanPart.Always => 3,
        PlanPart.Ask => 1,
        _ => 0,
    };

    /// <summary>How many a good document has, so that none of its lists grows alone.</summary>
    public static int Usual(PlanPart part) => part switch
    {
        PlanPart.Practices => 5,
        PlanPart.Always or PlanPart.Never => 4,
        PlanPart.Examples or PlanPart.References => 3,
        PlanPart.Ask => 2,
        _ => 1,
    };

    public static int Count(Plan plan, PlanPart part) => part switch
    {
        PlanPart.Examples => plan.Examples.Length,
        PlanPart.Practices => plan.Practices.Length,
        PlanPart.Recipe => plan.Recipe is null ? 0 : 1,
        PlanPart.Never => plan.Never.Length,
        PlanPart.Always => plan.Always.Length,
        PlanPart.Ask => plan.Ask.Length,
        _ => plan.References.Length,
    };

    public static bool Lacks(Plan plan, PlanPart part) => Count(plan, part) < Least(part);

    public bool AreMetBy(Plan plan, PlanSize size) =>
        !Enum.GetValues<PlanPart>().Any(p => Lacks(plan, p)) && size.Lines >= Limits.MinimumLines && PlanHome.IsAtHome(plan, Home);

    public bool IsTooLong(PlanSize size) => size.Lines > Limits.MaximumLines || size.Characters > Limits.MaximumCharacters;

    public PlanSize Measure(Plan plan)
    {
        var text = DocumentRenderer.Render(Agent, plan, Catalogue).Text;
        var outline = MarkdownOutline.Read(text[Agent.FrontMatter.Length..]);
        var lines = text.AsSpan().Count('\n');
        var characters = text.Length - Agent.FrontMatter.Length - text.AsSpan(Agent.FrontMatter.Length).Count("\r\n");
        return new PlanSize(lines, characters, lines == 0 ? 0 : (double)outline.Fenced.Count(f => f) / lines);
    }
}
