using AgentEnhancer.Agents;
using AgentEnhancer.Relevance;
using AgentEnhancer.Requests;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Requests;

/// <summary>The request that a sample of this repository makes.</summary>
internal static class SampleRequest
{
    /// <param name="templates">At most so many of its templates, those that matter most to its agents.</param>
    public static BatchRequest WebApi(int templates = int.MaxValue, AnswerShape shape = AnswerShape.Plan)
    {
        var root = Path.Combine(Repository(), "samples", "WebApi");
        AgentItem[] agentItems = [.. Files(root, "agents", "*.md").Select(f => new AgentItem(f, Relative(Path.Combine(root, "agents"), f)))];
        var agents = AgentReader.ReadAll([.. agentItems]).Select(r => r.Agent).OfType<Agent>().ToArray();

        TemplateItem[] items = [.. Files(root, "templates", "*.template").Select(f => new TemplateItem(f, Relative(root, f), Path.Combine(root, "templates")))];
        var request = Of([.. agents], items, shape);
        var kept = TemplateOrder.Of(agents, request, TemplateOrder.Owned(request.Relevance)).Take(templates).Select(p => p.Template.FullPath).ToHashSet(StringComparer.Ordinal);
        return Of([.. agents], [.. items.Where(i => kept.Contains(i.FullPath))], shape);
    }

    public static string RepositoryFile(string path) => File.ReadAllText(Path.Combine(Repository(), path)).ReplaceLineEndings("\n");

    private static BatchRequest Of(Agent[] agents, TemplateItem[] items, AnswerShape shape)
    {
        var (catalogue, _) = TemplateCatalogueReader.Read([.. items]);
        return new BatchRequest([.. agents], catalogue, RelevanceAnalyzer.Analyze([.. agents], catalogue), new EnhancementOptions { Shape = shape });
    }

    private static IEnumerable<string> Files(string root, string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string Relative(string root, string file) => Path.GetRelativePath(root, file).Replace('\\', '/');

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AgentEnhancer.Build.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds the solution.");
        }

        return folder.FullName;
    }
}
