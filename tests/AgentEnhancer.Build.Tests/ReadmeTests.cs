using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AgentEnhancer.Build.Tests.Package;
using AgentEnhancer.Build.Tests.TaskRun;
using Microsoft.Build.Framework;

namespace AgentEnhancer.Build.Tests;

/// <summary>What the README says is so.</summary>
[TestClass]
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(PathOf("README.md")).ReplaceLineEndings("\n");

    [TestMethod]
    public void The_table_of_options_is_the_props_file_name_by_name_with_each_default()
    {
        var properties = XDocument.Load(PathOf("build/AgentEnhancer.Build.props")).Descendants("PropertyGroup").Elements()
            .Select(e => (e.Name.LocalName, e.Value));

        var table = Section("Options").Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1].Trim('`'), cells[2].Trim('`')));

        table.Should().Equal(properties);
    }

    [TestMethod]
    public void Every_parameter_and_output_of_the_task_is_named()
    {
        var section = Section("Items, metadata and task outputs");
        typeof(EnhanceAgents).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(p => p.Name)
            .Should().OnlyContain(name => section.Contains($"`{name}`", StringComparison.Ordinal));

        // Outputs stand in the table, the others in the sentence above it.
        var outputs = typeof(EnhanceAgents).GetProperties().Where(p => p.IsDefined(typeof(OutputAttribute))).Select(p => p.Name);
        section.Split("| output |")[1].Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => CodeName().Matches(l.Split('|')[1]).Select(m => m.Groups[1].Value))
            .Should().BeEquivalentTo(outputs);
    }

    [TestMethod]
    public void Every_link_into_the_repository_and_into_the_page_leads_somewhere()
    {
        var anchors = Readme.Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(Anchor).ToList();
        foreach (var target in Link().Matches(Readme).Select(m => m.Groups[1].Value).Where(t => !t.StartsWith("http", StringComparison.Ordinal)))
        {
            (target[0] == '#' ? anchors.Contains(target) : Path.Exists(PathOf(target))).Should().BeTrue(target);
        }
    }

    [TestMethod]
    public void The_excerpt_is_of_what_the_sample_gives()
    {
        using var folder = new TaskFolder();
        folder.Copy(PathOf("samples/Quickstart/agents"), "agents");
        folder.Copy(PathOf("samples/Quickstart/templates"), "templates");
        var task = folder.Task();
        task.Templates = [.. task.Templates.Where(t => t.ItemSpec.EndsWith(".template", StringComparison.Ordinal))];
        task.Execute();
        var remaining = folder.Read("obj/agents/data-access-specialist.md").Split('\n').AsEnumerable();

        var excerpt = Readme.Split("<!-- excerpt of data-access-specialist.md -->\n")[1].Split("````")[1].Split('\n')[1..];
        foreach (var line in excerpt.Where(l => l.Length > 0 && l != "…"))
        {
            remaining = remaining.SkipWhile(l => l != line);
            remaining.Should().NotBeEmpty($"\"{line}\" is no longer in what samples/Quickstart gives, or at another place: copy the excerpt again");
        }
    }

    private static string PathOf(string relative) => Path.Combine(TestPackage.RepositoryRoot, relative);

    private static string Section(string title) => Readme.Split($"\n## {title}\n")[1].Split("\n## ")[0];

    private static string Anchor(string heading) =>
        "#" + heading[3..].ToLowerInvariant().Replace(",", "", StringComparison.Ordinal).Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex CodeName();
}
