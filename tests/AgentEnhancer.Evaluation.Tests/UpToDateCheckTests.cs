namespace AgentEnhancer.Evaluation.Tests;

/// <summary>
/// What Visual Studio is told in a design-time build: which files to compare before it calls MSBuild at all (its targets are played here), and which
/// files go to the output folder.
/// </summary>
[TestClass]
public sealed class UpToDateCheckTests
{
    private const string VisualStudio =
        """
        <Target Name="CollectUpToDateCheckInputDesignTime" Returns="@(UpToDateCheckInput)" />
        <Target Name="CollectUpToDateCheckBuiltDesignTime" Returns="@(UpToDateCheckBuilt)" />
        """;

    private static readonly string[] DesignTime = ["DesignTimeBuild=true", "BuildingInsideVisualStudio=true"];

    [TestMethod]
    public void Agents_templates_rules_and_what_is_read_besides_are_inputs_of_a_set_of_their_own()
    {
        using var project = new UserProject(targets: VisualStudio + "<ItemGroup><AgentEnhancerRule Include=\"rules.yml\" /></ItemGroup>");
        project.Write("rules.yml", "");
        project.Write("AGENTS.md", "");
        project.Write("templates/manifest.json", "{}");
        Collect(project, "Input").Should().BeEquivalentTo("agents/one.md", "templates/one.cs.template", "rules.yml", "AGENTS.md", "templates/manifest.json");
    }

    [TestMethod]
    public void Files_of_a_dotnet_new_template_are_inputs_too()
    {
        using var project = new UserProject(targets: VisualStudio);
        project.Write("content/.template.config/template.json", "{}");
        project.Write("content/Program.cs", "");
        Collect(project, "Input").Should().Contain("content/Program.cs").And.Contain("content/.template.config/template.json");
    }

    [TestMethod]
    public void The_output_is_what_every_run_touches()
    {
        using var project = new UserProject(targets: VisualStudio);
        Collect(project, "Built").Should().Equal("obj/Debug/net10.0/agents.stamp");
    }

    [TestMethod]
    public void Every_target_framework_is_compared_with_the_one_output()
    {
        using var project = new UserProject(UserProject.TwoFrameworks, targets: VisualStudio);
        Collect(project, "Built", "TargetFramework=net10.0").Should().Equal("obj/Debug/agents.stamp");
        Collect(project, "Built", "TargetFramework=net9.0").Should().Equal("obj/Debug/agents.stamp");
    }

    [TestMethod]
    [DataRow("AgentEnhancerEnabled=false")]
    [DataRow("EnableDefaultAgentItems=false")]
    [DataRow("_AgentEnhancerMinimumMSBuild=99.0")]
    public void Where_nothing_is_enhanced_there_is_nothing_to_compare(string property)
    {
        using var project = new UserProject(targets: VisualStudio);
        Collect(project, "Input", property).Should().BeEmpty();
        Collect(project, "Built", property).Should().BeEmpty();
    }

    [TestMethod]
    public void What_is_copied_is_the_enhanced_file_as_far_as_the_last_build_got()
    {
        using var project = new UserProject(
            UserProject.Library.Replace("</Project>", "<ItemGroup><None Update=\"agents/**\" CopyToOutputDirectory=\"PreserveNewest\" /></ItemGroup></Project>", StringComparison.Ordinal),
            targets: "<Target Name=\"Copied\" DependsOnTargets=\"AssignTargetPaths\" Returns=\"@(_NoneWithTargetPath)\" />");
        Copied().Should().Be((project.PathOf("agents/one.md"), "agents/one.md"), "nothing was built yet");

        project.Write("obj/Debug/net10.0/agents/one.md", "enhanced");
        project.Write("obj/Debug/net10.0/agents.state", "Enhanced|200|3|true|agents/one.md|obj/Debug/net10.0/agents/one.md\n");
        Copied().Should().Be((project.PathOf("obj/Debug/net10.0/agents/one.md"), "agents/one.md"));

        (string Path, string TargetPath) Copied()
        {
            var item = project.Evaluate(DesignTime).Run("Copied").Single(i => i.TargetPath.EndsWith(".md", StringComparison.Ordinal));
            return (item.Path, item.TargetPath.Replace('\\', '/'));
        }
    }

    private static string[] Collect(UserProject project, string kind, params string[] properties)
    {
        var items = project.Evaluate([.. DesignTime, .. properties]).Run($"CollectUpToDateCheck{kind}DesignTime");
        items.Select(i => i.Set).Except(["AgentEnhancer"]).Should().BeEmpty("files of the default set are compared with what the compiler writes");
        return [.. items.Select(i => Path.GetRelativePath(project.Directory, i.Path).Replace('\\', '/')).Distinct(StringComparer.Ordinal)];
    }
}
