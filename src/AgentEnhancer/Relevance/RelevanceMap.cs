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

    private const int FewestOfHub = 3;

    private readonly Lazy<ILookup<string, Template>> _definers = new(() => Links
        .SelectMany(l => l.Uses.Select(u => (User: u.User.Id, l.Definer))).Distinct().ToLookup(l => l.User, l => l.Definer, StringComparer.Ordinal));

    /// <summary>The code that most of these templates take names from and that is none of them; null where it is not at least three.</summary>
    public Template? Hub(ImmutableArray<Template> templates) => templates.Where(t => t.Role == TemplateRole.Code).SelectMany(t => _definers.Value[t.Id])
        .Where(d => d.Role == TemplateRole.Code && !templates.Contains(d)).GroupBy(d => d.Id, StringComparer.Ordinal).Where(g => g.Count() >= FewestOfHub)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.First().Path, StringComparer.Ordinal).FirstOrDefault()?.First();

    /// <summary>Files and scripts that other templates name.</summary>
    public ImmutableArray<FileLink> Files { get; init; } = [];

    /// <summary>Templates that give a name to this one or take one from it, those with most of such links first.</summary>
    public IEnumerable<Template> LinkedWith(Template template) =>
        Links.SelectMany(l => l.Uses.Select(u => (l.Definer, u.User))).Concat(Files.SelectMany(l => l.Uses.Select(u => (Definer: l.Target, u.User))))
            .Where(l => ReferenceEquals(l.Definer, template) != ReferenceEquals(l.User, template))
            .Select(l => ReferenceEquals(l.Definer, template) ? l.User : l.Definer)
            .GroupBy(t => t.Id, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.First().Path, StringComparer.Ordinal).Select(g => g.First());

    public ImmutableArray<RankedTemplate> For(string agentId) => Ranking.GetValueOrDefault(agentId, []);

    /// <summary>Ids of the templates that fit an agent: its best three, and those that it owns. Most of its document has to rest on them.</summary>
    public ImmutableHashSet<string> HomeOf(string agentId) =>
        For(agentId).Take(BestTemplates).Select(r => r.Template.Id)
            .Concat(Owners.Where(o => string.Equals(o.Value, agentId, StringComparison.Ordinal)).Select(o => o.Key))
            .ToImmutableHashSet(StringComparer.Ordinal);
}
