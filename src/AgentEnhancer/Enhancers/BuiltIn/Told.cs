using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What earlier agents of the run were given: the next one rather gets something else.</summary>
internal sealed class Told
{
    private readonly List<(string TemplateId, LineSpan Span)> _excerpts = [];
    private readonly HashSet<string> _recipes = new(StringComparer.Ordinal);

    /// <summary>Half of the excerpt or more stands in another agent already.</summary>
    public bool HasShown(string templateId, LineSpan span) =>
        _excerpts.Any(e => e.TemplateId == templateId && 2 * (Math.Min(e.Span.Last, span.Last) - Math.Max(e.Span.First, span.First) + 1) >= span.Length);

    public bool HasTold(string recipe) => _recipes.Contains(recipe);

    public void Remember(Plan plan)
    {
        _excerpts.AddRange(plan.Examples.Select(e => (e.Span.TemplateId, e.Span.Span)));
        if (plan.Recipe is { } recipe)
        {
            _recipes.Add(recipe.Title);
        }
    }
}
