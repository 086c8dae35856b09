namespace AgentEnhancer.Evaluation.Tests;

/// <summary>Where enhanced agents go in the layouts that projects have.</summary>
[TestClass]
public sealed class OutputPathTests
{
    private const string Artifacts = "<PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup>";

    [TestMethod]
    public void They_go_where_the_compiler_writes()
    {
        using var project = new UserProject();
        Path(project).Should().Be("obj/Debug/net10.0/agents/");
        Path(project, "Configuration=Release").Should().Be("obj/Release/net10.0/agents/");
    }

    [TestMethod]
    public void All_target_frameworks_have_one_place()
    {
        using var project = new UserProject(UserProject.TwoFrameworks);
        Path(project).Should().Be("obj/Debug/agents/");
        Path(project, "TargetFramework=net9.0").Should().Be("obj/Debug/agents/");
    }

    [TestMethod]
    public void In_the_artifacts_layout_they_lie_below_its_obj()
    {
        using var project = new UserProject(properties: Artifacts);
        Path(project).Should().Be("artifacts/obj/P/debug/agents/");
        Path(project, "Configuration=Release").Should().Be("artifacts/obj/P/release/agents/");
    }

    [TestMethod]
    public void So_they_do_where_there_are_several_target_frameworks()
    {
        using var project = new UserProject(UserProject.TwoFrameworks, Artifacts);
        Path(project).Should().Be("artifacts/obj/P/debug/agents/");
        Path(project, "TargetFramework=net9.0").Should().Be("artifacts/obj/P/debug/agents/");
    }

    [TestMethod]
    public void A_BaseIntermediateOutputPath_is_followed_with_and_without_a_slash()
    {
        using var project = new UserProject(properties: "<PropertyGroup><BaseIntermediateOutputPath>../out/obj</BaseIntermediateOutputPath></PropertyGroup>");
        Path(project).Should().Be("../out/obj/Debug/net10.0/agents/");
        using var two = new UserProject(UserProject.TwoFrameworks, "<PropertyGroup><BaseIntermediateOutputPath>../out/obj</BaseIntermediateOutputPath></PropertyGroup>");
        Path(two).Should().Be("../out/obj/Debug/agents/");
    }

    [TestMethod]
    public void A_project_without_an_SDK_has_an_obj_as_well()
    {
        var import = (string extension) => $"<Import Project=\"{UserProject.BuildFile(extension)}\" />";
        using var project = new UserProject($"<Project>{import("props")}{import("targets")}</Project>", name: "P.proj");
        Path(project).Should().Be("obj/agents/");
        Path(project, "Configuration=Release").Should().Be("obj/Release/agents/");
    }

    [TestMethod]
    public void A_TargetFramework_that_a_Directory_Build_props_gives_to_all_projects_makes_no_inner_build()
    {
        const string all = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>";
        using var one = new UserProject("<Project Sdk=\"Microsoft.NET.Sdk\" />", all);
        Path(one).Should().Be("obj/Debug/net10.0/agents/");
        one.Evaluate().DependsOn("EnhanceAgents").Should().Contain("_AgentEnhancerRun");

        using var two = new UserProject(UserProject.TwoFrameworks, all);
        two.Evaluate().DependsOn("EnhanceAgents").Should().Contain("_AgentEnhancerRun", "no outer build would");
        two.Evaluate().Property("TargetFramework").Should().Be("net10.0", "it is looked at, and left alone");
    }

    [TestMethod]
    public void What_was_published_below_the_project_is_not_read_again()
    {
        using var project = new UserProject(properties: Artifacts);
        project.Write("artifacts/publish/P/release/.claude/agents/published.md", "---\nname: published\n---\n");
        project.Write("tools/.claude/agents/two.md", "---\nname: two\n---\n");
        project.Evaluate().Items("Agent").Should().BeEquivalentTo("agents/one.md", "tools/.claude/agents/two.md");
    }

    private static string Path(UserProject project, params string[] properties) =>
        System.IO.Path.GetRelativePath(project.Directory, project.Evaluate(properties).Property("_AgentEnhancerOutputPath")).Replace('\\', '/');
}
