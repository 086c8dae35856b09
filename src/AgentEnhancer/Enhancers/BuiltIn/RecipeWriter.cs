using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The commonest task of an agent as steps over several templates, each where it is done now; none rather than a doubtful one.</summary>
internal static class RecipeWriter
{
    public static PlanRecipe? Write(AgentFocus focus, CatalogueFacts facts, RecipeFacts known, Told told) => Rated(focus, facts, known)
        .Where(r => !told.HasTold(r.Recipe.Title) && facts.AreOfOneScope(r.Recipe.Steps.SelectMany(s => s.Evidence)))
        .OrderByDescending(r => r.Worth).ThenBy(r => r.Recipe.Title, StringComparer.Ordinal)
        .FirstOrDefault()?.Recipe;

    /// <summary>All recipes that the agent could be given.</summary>
    internal static IEnumerable<RatedRecipe> Rated(AgentFocus focus, CatalogueFacts facts, RecipeFacts known) =>
        // Who only reads and reports adds nothing.
        !focus.Agent.MayWrite ? [] :

        // Who writes tests is shown how a test is written, or nothing.
        focus.Relevance.Queries[focus.Agent.Id].AboutTests ? TestRecipe.For(focus, facts)
            : FieldRecipe.For(focus, known.Records).Concat(MemberRecipe.For(focus, facts, known.Mentions)).Concat(TypeRecipe.For(focus, facts, known.Mentions)).Concat(ComponentRecipe.For(focus, facts));
}

/// <summary>What recipes need to know of the whole set, found once.</summary>
internal sealed record RecipeFacts(ImmutableArray<CarriedRecord> Records, MentionIndex Mentions)
{
    public static RecipeFacts Of(TemplateCatalogue catalogue) => new(CarriedFields.In(catalogue), MentionIndex.Of(catalogue));
}
