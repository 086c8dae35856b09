using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One line that names whose work something is, where the agent's own templates lead there.</summary>
internal static class HandOffs
{
    /// <param name="fromOwn">Only where a template of its own leads there; for want of anything else, one that merely fits it may.</param>
    public static Statement? Of(AgentFocus focus, CatalogueFacts facts, bool fromOwn = true)
    {
        var found = focus.Home.Where(t => focus.Core.Contains(t.Id) && (!fromOwn || focus.OwnedCount == 0 || focus.Owns(t.Id)))
            .SelectMany(t => facts.LinksByUser[t.Id].Select(l => (User: t, Link: l, Owner: OwnerOf(l.Definer, focus))))
            .Where(f => UseLines.Relying(f.Link).Any(u => ReferenceEquals(u.User, f.User)))
            .Where(f => f.Owner is not null && f.Owner != focus.Agent.Id && !focus.Core.Contains(f.Link.Definer.Id))
            .OrderByDescending(f => f.Link.Uses.Length).ThenByDescending(f => focus.Affinity(f.User.Id)).ThenBy(f => f.Link.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (found.Link is null || focus.Relevance.Queries.GetValueOrDefault(found.Owner!)?.Agent is not { Name.Length: > 0 } other || !other.MayWrite || other.Name is not { } owner)
        {
            return null;
        }

        var use = new Evidence(found.User.Id, LineSpan.Of(UseLines.Relying(found.Link).First(u => ReferenceEquals(u.User, found.User)).Lines[0]));
        var definition = new Evidence(found.Link.Definer.Id, LineSpan.Of(found.Link.Symbol.SignatureLine));
        return new Statement(
            StatementKind.Ask, $"{Prose.Code(owner)}, before changing {Prose.Code(found.Link.Name)} {Prose.Cite(definition)}, which {Prose.Cite(use)} uses",
            null, null, [use, definition], $"hand-off:{found.Link.Name}", 4);
    }

    private static string? OwnerOf(Template template, AgentFocus focus) => focus.Relevance.Owners.GetValueOrDefault(template.Id);
}
