using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AgentEnhancer.Build.Tests.TaskRun;

[TestClass]
public sealed class ItemMappingTests
{
    private static readonly string Project = Path.Combine(Path.GetTempPath(), "work", "project");

    [TestMethod]
    [DataRow("agents/backend/api.md", "backend/api.md")]
    [DataRow("agents\\backend\\api.md", "backend/api.md")]
    [DataRow(".claude/agents/api.md", ".claude/agents/api.md")]
    [DataRow("sub/.github/agents/api.agent.md", "sub/.github/agents/api.agent.md")]
    [DataRow("../shared/api.md", "shared/api.md")]
    public void An_agent_is_known_by_its_path_below_the_agents_root(string include, string identity)
    {
        var agent = ItemMapping.Agents([new TaskItem(include)], Project).Single();
        agent.RelativePath.Should().Be(identity);
        agent.FullPath.Should().Be(Path.GetFullPath(include.Replace('\\', '/'), Project));
    }

    [TestMethod]
    public void A_link_decides_where_an_agent_goes() =>
        ItemMapping.Agents([Item("agents/api.md", ("Link", "team\\api.md"))], Project).Single().RelativePath.Should().Be("team/api.md");

    [TestMethod]
    public void Order_and_repetition_of_items_do_not_matter() =>
        ItemMapping.Agents([new TaskItem("agents/b.md"), new TaskItem("agents/a.md"), new TaskItem("agents/./b.md")], Project)
            .Select(a => a.RelativePath).Should().Equal("a.md", "b.md");

    [TestMethod]
    public void A_template_is_cited_from_the_project_and_counted_from_its_root()
    {
        var template = Templates(Item("src/templates/api/x.cs.template", ("Category", "endpoints"), ("Purpose", ""), ("Technologies", "C#"))).Single();
        template.CitedPath.Should().Be("src/templates/api/x.cs.template");
        template.Root.Should().Be(Path.Combine(Project, "src", "templates"));
        (template.Category, template.Purpose, template.Technologies).Should().Be(("endpoints", null, "C#"));
    }

    [TestMethod]
    public void The_part_of_a_glob_before_its_stars_is_the_root() =>
        Templates(Item("parts/api/v1/x.tmpl", ("RecursiveDir", "api/v1/"))).Single().Root.Should().Be(Path.Combine(Project, "parts"));

    [TestMethod]
    public void Without_glob_or_a_folder_of_that_name_a_template_is_its_own_root() =>
        Templates(Item("parts/x.tmpl")).Single().Root.Should().Be(Path.Combine(Project, "parts"));

    [TestMethod]
    public void A_file_that_is_an_agent_is_no_template()
    {
        var agents = ItemMapping.Agents([new TaskItem("agents/a.md")], Project);
        ItemMapping.Templates([new TaskItem("agents/a.md"), new TaskItem("agents/b.txt")], agents, Project)
            .Select(t => t.CitedPath).Should().Equal("agents/b.txt");
    }

    [TestMethod]
    public void A_file_is_a_part_of_the_nearest_template_above_it_that_does_not_hold_the_project()
    {
        using var folder = new TaskFolder();
        folder.Write(".template.config/template.json", "{}");
        var project = Path.Combine(folder.Root, "pack");
        folder.Write("pack/content/api/.template.config/template.json", "{}");
        folder.Write("beside/.template.config/template.json", "{}");
        folder.Write("pack/content/api/sub/deep/.template.config/template.json", "{}");

        string? RootOf(string file) => ItemMapping.Agents([new TaskItem(file)], project).Single().TemplateRoot;

        RootOf("content/api/.claude/agents/a.md").Should().Be("content/api");
        RootOf("content/api/sub/a.md").Should().Be("content/api");
        RootOf("content/api/sub/deep/a.md").Should().Be("content/api/sub/deep");
        RootOf("content/apix/a.md").Should().BeNull();
        RootOf("agents/a.md").Should().BeNull();
        RootOf("../agents/a.md").Should().BeNull();
        RootOf("../beside/sub/a.md").Should().Be("../beside");
        var template = ItemMapping.Templates([new TaskItem("content/api/src/b.cs")], [], project).Single();
        (template.TemplateRoot, template.Root, template.CitedPath).Should().Be(("content/api", Path.Combine(project, "content", "api"), "content/api/src/b.cs"));
    }

    private static System.Collections.Immutable.ImmutableArray<TemplateItem> Templates(params ITaskItem[] items) => ItemMapping.Templates(items, [], Project);

    /// <summary>With metadata that a <see cref="TaskItem"/> does not let a caller set, such as <c>RecursiveDir</c>.</summary>
    private static ITaskItem Item(string include, params (string Name, string Value)[] metadata)
    {
        if (metadata.Any(m => m.Name == "RecursiveDir"))
        {
            return new GlobbedItem(include, metadata.Single(m => m.Name == "RecursiveDir").Value);
        }

        var item = new TaskItem(include);
        foreach (var (name, value) in metadata)
        {
            item.SetMetadata(name, value);
        }

        return item;
    }

    private sealed class GlobbedItem(string include, string recursiveDir) : ITaskItem
    {
        public string ItemSpec { get; set; } = include;

        public System.Collections.ICollection MetadataNames => new[] { "RecursiveDir" };

        public int MetadataCount => 1;

        public System.Collections.IDictionary CloneCustomMetadata() => new System.Collections.Hashtable();

        public void CopyMetadataTo(ITaskItem destinationItem) => throw new NotSupportedException();

        public string GetMetadata(string metadataName) => metadataName == "RecursiveDir" ? recursiveDir : "";

        public void RemoveMetadata(string metadataName) => throw new NotSupportedException();

        public void SetMetadata(string metadataName, string metadataValue) => throw new NotSupportedException();
    }
}
