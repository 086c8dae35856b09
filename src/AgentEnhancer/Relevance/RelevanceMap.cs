using System.Collections.Immutable;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>A template and how well it fits one agent: 1 for the best of that agent.</summary>
internal readonly record struct RankedTemplate(Template Template, double Score);

/// <summary>A name that one template defines and others use.</summary>
/// <param name="Name">As the users write it: the real name where the definition has only a placeholder.</param>
/// <param name="Uses">By user, in order of template: the lines of code that use the name.</param>
internal sealed record SymbolLink(Template Definer, Unit Symbol, string Name, ImmutableArray<SymbolUse> Uses);

internal sealed record SymbolUse(Template User, ImmutableArray<int> Lines);

/// <summary>Which templates matter to which agent, whose each template is, and how templates hang together.</summary>
/// <param name="Ranking">By agent id, best first.</param>
/// <param name="Owners">By template id: the id of the agent that it fits best; absent where it fits none.</param>
/// <param name="Queries">By agent id: what the agent is about.</param>
/// <param name="Index">All templates by term, for weighing the words of a smaller text.</param>
internal sealed record RelevanceMap(
    ImmutableDictionary<string, ImmutableArray<RankedTemplate>> Ranking,
    ImmutableDictionary<string, string> Owners,
    ImmutableArray<SymbolLink> Links,
    ImmutableDictionary<string, AgentQuery> Queries,
    TermIndex Index)
{
    private const int BestTemplates = 3;

    /// <summary>Templates of code by how many links pass through them, most first.</summary>
    public ImmutableArray<Template> Central { get; } =
    [
        .. Links.SelectMany(l => l.Uses.SelectMany(u => (Template[])[l.Definer, u.User])).Where(t => t.Role == TemplateRole.Code)
            .CountBy(t => t.Id, StringComparer.Ordinal).OrderByDescending(p => p.Value).ThenBy(p => p.Key.Length).ThenBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => Links.SelectMany(l => l.Uses.Select(u => u.User).Prepend(l.Definer)).First(t => t.Id == p.Key)),
    ];

    public ImmutableArray<RankedTemplate> For(string agentId) => Ranking.GetValueOrDefault(agentId, []);

    /// <summary>Ids of the templates that fit an agent: its best three, and those that it owns. Most of its document has to rest on them.</summary>
    public ImmutableHashSet<string> HomeOf(string agentId) =>
        For(agentId).Take(BestTemplates).Select(r => r.Template.Id)
            .Concat(Owners.Where(o => string.Equals(o.Value, agentId, StringComparison.Ordinal)).Select(o => o.Key))
            .ToImmutableHashSet(StringComparer.Ordinal);
}
