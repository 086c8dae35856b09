using System.Collections.Immutable;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Templates;

/// <summary>What a template author says about a placeholder in <c>manifest.json</c> or <c>template.json</c>.</summary>
internal sealed record PlaceholderMeaning(string Name, string? Description, string? Example);

/// <summary>All templates of one run, in order of id.</summary>
internal sealed record TemplateCatalogue(
    ImmutableArray<Template> Templates,
    ImmutableDictionary<string, PlaceholderMeaning> Placeholders)
{
    private readonly ImmutableDictionary<string, Template> _byId =
        Templates.ToImmutableDictionary(t => t.Id, StringComparer.Ordinal);

    private readonly ILookup<string, Template> _byFileName =
        Templates.ToLookup(t => t.Path[(t.Path.LastIndexOf('/') + 1)..], StringComparer.Ordinal);

    /// <summary>By scope: how each <c>dotnet new</c> template is made into an instance.</summary>
    public ImmutableDictionary<string, TemplateConfig> Configs { get; init; } = ImmutableDictionary<string, TemplateConfig>.Empty;

    /// <summary>The files of one <c>dotnet new</c> template, under the paths of the project that is made of it; ids stay.</summary>
    public TemplateCatalogue In(string scope) =>
        new([.. Templates.Where(t => string.Equals(t.Scope, scope, StringComparison.Ordinal)).Select(t => t with { Path = t.ScopePath })], Placeholders) { Configs = Configs };

    public Template? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The templates whose path ends in this file name, <c>.template</c> and all.</summary>
    public IEnumerable<Template> WithFileName(string name) => _byFileName[name];

    public Template? FindPath(string path) =>
        _byFileName[path[(path.LastIndexOf('/') + 1)..]].FirstOrDefault(t => string.Equals(t.Path, path, StringComparison.Ordinal));
}
