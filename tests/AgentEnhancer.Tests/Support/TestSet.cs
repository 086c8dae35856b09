using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Support;

/// <summary>A set of agents and templates on disk, for one test; gone when the test ends.</summary>
internal sealed class TestSet : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _agents = [];
    private readonly List<string> _templates = [];

    public TestSet Template(string path, string text)
    {
        _templates.Add(_folder.Write($"templates/{path}", text.ReplaceLineEndings("\n")));
        return this;
    }

    public TestSet Agent(string name, string description) =>
        AgentFile($"{name}.md", $"---\nname: {name}\ndescription: {description}\n---\n\n# {name}\n\n{description}\n");

    public TestSet AgentFile(string path, string text)
    {
        _agents.Add(_folder.Write($"agents/{path}", text.ReplaceLineEndings("\n")));
        return this;
    }

    public TemplateCatalogue Catalogue()
    {
        var root = _folder["templates"];
        var (catalogue, diagnostics) = TemplateCatalogueReader.Read(
            [.. _templates.Select(p => new TemplateItem(p, Path.GetRelativePath(_folder.Root, p).Replace('\\', '/'), root))]);
        diagnostics.Should().BeEmpty();
        return catalogue;
    }

    public ImmutableArray<Agent> Agents() =>
        [.. _agents.Select(p => AgentReader.Read(new AgentItem(p, Path.GetRelativePath(_folder["agents"], p).Replace('\\', '/'))).Agent!)];

    public RelevanceMap Relevance() => RelevanceAnalyzer.Analyze(Agents(), Catalogue());

    public BatchResponse Answer()
    {
        var agents = Agents();
        var catalogue = Catalogue();
        return new BuiltInEnhancer().EnhanceAsync(
            new BatchRequest(agents, catalogue, RelevanceAnalyzer.Analyze(agents, catalogue), new EnhancementOptions()), CancellationToken.None).Result;
    }

    public Plan Plan(string agent) =>
        ((PlannedAnswer)Answer().Answers.Single(a => a.AgentId == $"{agent}.md")).Plan;

    public void Dispose() => _folder.Dispose();
}
