using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Templates.Instances;

/// <summary>
/// How one agent sees the templates. An agent that lies in a <c>dotnet new</c> template goes out with the instance, and is read there: it
/// speaks of that template's files only, by the paths and lines that they have then. Any other speaks of files as they lie in the project.
/// </summary>
internal sealed class InstanceView
{
    private const double OfSome = 0.6;

    private readonly TemplateCatalogue _catalogue;
    private readonly string? _scope;
    private readonly TextTokens? _tokens;
    private readonly Lazy<Dictionary<string, Template>> _byPath;

    private InstanceView(TemplateCatalogue catalogue, string scope, TemplateConfig? config, bool isCopied)
    {
        (_catalogue, _scope, IsCopied) = (catalogue, config is null ? null : scope, isCopied);
        _tokens = config is null ? null : new TextTokens(config);
        Name = config?.SourceName;
        _byPath = new(() => Citable().DistinctBy(PathOf, StringComparer.Ordinal).ToDictionary(PathOf, StringComparer.Ordinal));
    }

    /// <summary>The document goes out as it is: nothing in it is replaced.</summary>
    public bool IsCopied { get; }

    /// <summary>The word in paths that becomes the instance's name; null for an agent that lies in no template.</summary>
    public string? Name { get; }

    public static InstanceView Of(Agent agent, TemplateCatalogue catalogue)
    {
        var config = catalogue.Configs.GetValueOrDefault(agent.Scope);
        return new InstanceView(catalogue, agent.Scope, config, config is not null && FileFate.Of(Below(agent.FullPath, config.Root), config).IsCopied);
    }

    /// <summary>The agent lies in a <c>dotnet new</c> template.</summary>
    public bool IsOfInstance => _scope is not null;

    /// <summary>Null for a template that this agent sees as it lies in the project.</summary>
    public Instance? Of(Template template) => _scope is null || !string.Equals(template.Scope, _scope, StringComparison.Ordinal) ? null : template.Instance;

    public bool IsCitable(string templateId) => _scope is null || (_catalogue.Find(templateId) is { } template && IsCitable(template));

    /// <summary>A document can name it so that it is there when the document is read.</summary>
    public bool IsCitable(Template template) => _scope is null || Of(template)?.PathFor(IsCopied) is not null;

    /// <summary>What the document names it by.</summary>
    public string PathOf(Template template) => Of(template)?.PathFor(IsCopied) ?? template.Path;

    public Template? FindPath(string path) => _scope is null ? _catalogue.FindPath(path) : _byPath.Value.GetValueOrDefault(path);

    /// <summary>The templates whose path ends in this file name.</summary>
    public IEnumerable<Template> WithFileName(string name) => _scope is null
        ? _catalogue.WithFileName(name)
        : _byPath.Value.Values.Where(t => PathOf(t) is var path && path.AsSpan(path.LastIndexOf('/') + 1).SequenceEqual(name));

    /// <summary>A text that quotes templates quotes them still where it is read: it does not where words are replaced in one of the two only.</summary>
    public bool StaysTrue(string? text, IEnumerable<string> templateIds) =>
        _tokens is null || text is null || !templateIds.Any(id => _catalogue.Find(id) is { } t && Of(t) is { } instance && instance.IsCopied != IsCopied) || !_tokens.AreIn(text);

    /// <summary>The lines are there when the document is read, with some options at least.</summary>
    public bool Has(Template template, LineSpan span) => Of(template)?.Has(span) ?? true;

    public double Standing(string templateId, LineSpan span) => _scope is null || _catalogue.Find(templateId) is not { } template ? 1 : Standing(template, span);

    /// <summary>How much less it is worth to speak of what only some instances have.</summary>
    public double Standing(Template template, LineSpan? span) => Of(template) is not { } instance ? 1
        : instance.Words is not null || (span is { } lines && instance.Place(lines).Words is not null) ? OfSome : 1;

    /// <summary>Runs of lines inside <paramref name="span"/> that a document does not show, beside those that are cut already.</summary>
    public ImmutableArray<LineSpan> Hidden(Template template, LineSpan span, ImmutableArray<LineSpan> cuts) =>
        Of(template)?.Hidden(span, cuts, IsCopied) ?? [];

    private IEnumerable<Template> Citable() => _catalogue.Templates.Where(t => Of(t) is not null && IsCitable(t));

    private static string Below(string path, string root) => path[root.Length..].Replace('\\', '/').TrimStart('/');
}
