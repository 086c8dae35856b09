using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests;

/// <summary>A pack of two templates, alike in their layers and different in all their names, with agents of one name in both.</summary>
[TestClass]
public sealed class Agents_of_several_templates
{
    private static readonly TemporaryFolder Folder = new();
    private static readonly List<AgentItem> Agents = [];
    private static readonly List<TemplateItem> Templates = [];
    private static EnhancementOutcome outcome = null!;

    [ClassInitialize]
    public static async Task Build(TestContext context)
    {
        Add("content/harbour", text => text);
        Add("content/depot", text => text.Replace("Harbour", "Depot", StringComparison.Ordinal).Replace("Berth", "Shelf", StringComparison.Ordinal).Replace("berth", "shelf", StringComparison.Ordinal));
        Agents.Add(new AgentItem(Folder.Write("content/bare/.claude/agents/store-author.md", AgentText(HarbourSet.Agents[1])), "content/bare/.claude/agents/store-author.md", TemplateRoot: "content/bare"));
        outcome = await EnhancementRun.ExecuteAsync(Input(), new BuiltInEnhancer(), context.CancellationToken);
    }

    [ClassCleanup]
    public static void Remove() => Folder.Dispose();

    [TestMethod]
    [DataRow("content/harbour", "Depot")]
    [DataRow("content/depot", "Harbour")]
    public void Speak_of_their_own_template_alone(string root, string other)
    {
        var documents = Documents(root).ToArray();

        documents.Should().HaveCount(HarbourSet.Agents.Length);
        foreach (var document in documents)
        {
            document.Should().Contain("## Template References").And.NotContain(other);
        }
    }

    [TestMethod]
    public void Cite_paths_of_the_project_that_is_made_of_it() => Documents("content/depot").Should()
        .OnlyContain(d => !d.Contains("content/depot/", StringComparison.Ordinal)).And.Contain(d => d.Contains("`stores/ShelfStore.cs.template`", StringComparison.Ordinal));

    [TestMethod]
    public void Are_refused_by_themselves_where_their_template_has_no_files()
    {
        outcome.Agents.Single(a => a.Status == AgentStatus.Failed).AgentId.Should().Be("content/bare/.claude/agents/store-author.md");
        outcome.Diagnostics.Single(d => d.File == Folder["content/bare/.claude/agents/store-author.md"]).Message.Should().Contain("no template speaks of what it is about");
    }

    [TestMethod]
    public void Are_asked_about_at_once() => (outcome.InvocationCount, outcome.EnhancedCount).Should().Be((1, 2 * HarbourSet.Agents.Length));

    [TestMethod]
    public void Own_what_lies_beside_them() =>
        Request(Agents).Relevance.Owners.Should().OnlyContain(o => Catalogue().Find(o.Key)!.Scope == ScopeOf(o.Value));

    [TestMethod]
    public void Are_told_apart_in_a_request()
    {
        var request = Request(Agents);

        var prompt = PromptWriter.Write(request).Single();
        var json = System.Text.Json.Nodes.JsonNode.Parse(prompt.Request)!;
        json["agents"]!.AsArray().Select(a => a!["template_root"]!.GetValue<string>()).Distinct().Should().Equal("content/harbour", "content/depot", "content/bare");
        json["template_catalog"]!.AsArray().Should().OnlyContain(t => t!["template_root"] != null && !t["path"]!.GetValue<string>().StartsWith("content/"));
        prompt.Instructions.Should().Contain("another template_root");
    }

    [TestMethod]
    public void Are_held_to_it_whoever_answers()
    {
        var agent = Request(Agents).Agents[0];
        var foreign = Catalogue().Templates.First(t => t.Scope != agent.Scope);
        var plan = Make.EmptyPlan with { References = [new PlanReference(foreign.Id, "another project")] };

        var check = PlanChecker.Check(agent, plan, Request(Agents).CatalogueOf(agent));

        check.Plan.References.Should().BeEmpty();
        check.Problems.Should().ContainSingle();
    }

    [TestMethod]
    public void Share_no_answer_with_a_twin_of_another()
    {
        var twin = Agents[0] with { FullPath = Folder.Write("content/depot/twin.md", AgentText(HarbourSet.Agents[0])), RelativePath = "twin.md", TemplateRoot = "content/depot", TwinOf = Agents[0].FullPath };

        var families = TwinFinder.Split([.. Read([Agents[0], twin])], []);

        families.Twins.Should().BeEmpty();
        families.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(AgentDiagnostics.UnknownTwin);
    }

    [TestMethod]
    public void May_have_one_above_them_who_sees_all_and_joins_nothing()
    {
        var keeper = new AgentItem(Folder.Write("agents/store-keeper.md", AgentText(("store-keeper", "Writes stores and SQL tables of every kind"))), "store-keeper.md");
        var request = Request([.. Agents, keeper]);

        var set = request.Sets.Single(s => s.Scope.Length == 0);
        set.Relevance.Links.Should().NotBeEmpty().And.OnlyContain(l => l.Uses.All(u => u.User.Scope == l.Definer.Scope));
        set.Relevance.For("store-keeper.md").Select(r => r.Template.Scope).Distinct().Should().BeEquivalentTo("content/harbour", "content/depot");
        var answer = new BuiltInEnhancer().EnhanceAsync(request, CancellationToken.None).Result.Answers.Single(a => a.AgentId == "store-keeper.md");
        var plan = answer is PlannedAnswer planned ? planned.Plan : ((DeclinedAnswer)answer).Material!;
        plan.Practices.Select(p => p.Evidence).Concat([.. plan.Always.Select(c => c.Evidence)]).Should()
            .NotBeEmpty().And.OnlyContain(evidence => evidence.Select(e => request.Catalogue.Find(e.TemplateId)!.Scope).Distinct().Count() == 1);
    }

    private static void Add(string root, Func<string, string> rename)
    {
        foreach (var (path, text) in HarbourSet.Templates)
        {
            var file = $"{root}/{rename(path)}";
            Templates.Add(new TemplateItem(Folder.Write(file, rename(text).ReplaceLineEndings("\n")), file, Folder[root], TemplateRoot: root));
        }

        foreach (var agent in HarbourSet.Agents)
        {
            var file = $"{root}/.claude/agents/{agent.Name}.md";
            Agents.Add(new AgentItem(Folder.Write(file, rename(AgentText(agent))), file, TemplateRoot: root));
        }
    }

    private static string AgentText((string Name, string Description) agent) =>
        $"---\nname: {agent.Name}\ndescription: {agent.Description}\n---\n\n# {agent.Name}\n\n{agent.Description}\n";

    private static IEnumerable<string> Documents(string root) =>
        outcome.Agents.Where(a => a.AgentId.StartsWith(root, StringComparison.Ordinal)).Select(a => File.ReadAllText(a.OutputPath!));

    private static EnhancementInput Input() => new([.. Agents], [.. Templates], Folder["out"], Folder["out"], [], new EnhancementOptions { Limits = new DocumentLimits(MinimumLines: 60) });

    private static TemplateCatalogue Catalogue() => TemplateCatalogueReader.Read([.. Templates]).Catalogue;

    private static IEnumerable<Agent> Read(IEnumerable<AgentItem> items) => items.Select(i => AgentReader.Read(i).Agent!);

    private static string ScopeOf(string agentId) => Agents.Single(a => a.RelativePath == agentId).TemplateRoot!;

    private static BatchRequest Request(IEnumerable<AgentItem> items)
    {
        ImmutableArray<Agent> agents = [.. Read(items)];
        var catalogue = Catalogue();
        var sets = TemplateSets.Of(agents, catalogue);
        return new BatchRequest(agents, catalogue, sets.Relevance, new EnhancementOptions()) { Sets = sets.All };
    }
}
