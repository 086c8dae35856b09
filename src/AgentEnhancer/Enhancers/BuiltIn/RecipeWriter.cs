using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The commonest task of an agent as steps over several templates, each where it is done now; none rather than a doubtful one.</summary>
internal static partial class RecipeWriter
{
    /// <summary>A template that fits this agent nearly as well is as good as its own.</summary>
    private const double MostOfAnother = 0.7;

    public static PlanRecipe? Write(AgentFocus focus, CatalogueFacts facts, RecipeFacts known, Told told) => Rated(focus, facts, known)
        .Where(r => !told.HasTold(r.Recipe.Title) && facts.AreOfOneScope(r.Recipe.Steps.SelectMany(s => s.Evidence)))
        .OrderByDescending(r => r.Worth).ThenBy(r => r.Recipe.Title, StringComparer.Ordinal)
        .FirstOrDefault()?.Recipe is { } recipe ? recipe with { Steps = [.. recipe.Steps.Select(s => WithOwner(s, focus))] } : null;

    /// <summary>A step in the template of another agent says whose it is.</summary>
    private static PlanStep WithOwner(PlanStep step, AgentFocus focus)
    {
        var template = step.Evidence[0].TemplateId;
        return !Works().IsMatch(step.Do) || focus.Core.Contains(template) || focus.Relevance.Owners.GetValueOrDefault(template) is not { } owner || owner == focus.Agent.Id
            || focus.Relevance.Queries.GetValueOrDefault(owner)?.Agent is not { Name.Length: > 0, MayWrite: true } other
            || (focus.Relevance.Queries[owner].AboutTests && !focus.IsTest(template))
            || other.Name == focus.Agent.Name || focus.Affinity(template) > MostOfAnother * focus.Relevance.For(owner).Where(r => r.Template.Id == template).Select(r => r.Score).FirstOrDefault()
            ? step : step with { Do = $"{step.Do.TrimEnd('.')}; {Prose.Code(other.Name)} owns it." };
    }

    // What is changed there; what is only taken from there is nobody else's work.
    [GeneratedRegex(@"^(?:Add what it calls|Call it from|Register it|Declare it|Pass it on|Write the next|Give \S+ the same|Test it|Cover it)\b")]
    private static partial Regex Works();

    /// <summary>All recipes that the agent could be given.</summary>
    internal static IEnumerable<RatedRecipe> Rated(AgentFocus focus, CatalogueFacts facts, RecipeFacts known) =>
        // Who only reads and reports adds nothing.
        !focus.Agent.MayWrite ? [] :

        // Who writes tests is shown how a test is written, or nothing.
        focus.Relevance.Queries[focus.Agent.Id].AboutTests ? TestRecipe.For(focus, facts)
            : FieldRecipe.For(focus, known.Records).Concat(MemberRecipe.For(focus, facts, known.Mentions)).Concat(SliceRecipe.For(focus, facts, known.Mentions)).Concat(TypeRecipe.For(focus, facts, known.Mentions)).Concat(ComponentRecipe.For(focus, facts));
}

/// <summary>What recipes need to know of the whole set, found once.</summary>
internal sealed record RecipeFacts(ImmutableArray<CarriedRecord> Records, MentionIndex Mentions)
{
    public static RecipeFacts Of(TemplateCatalogue catalogue) => new(CarriedFields.In(catalogue), MentionIndex.Of(catalogue));
}
