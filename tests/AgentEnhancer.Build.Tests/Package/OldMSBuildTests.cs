using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>
/// The build files as MSBuild 17.7 reads them, which came with the SDK 7 and Visual Studio 2022, and which these tests are linked to: what it did
/// not know would be an error in every project, with or without agents.
/// </summary>
[TestClass]
public sealed class OldMSBuildTests
{
    private static TestProject Project = null!;
    private static ProjectInstance Instance = null!;

    [ClassInitialize]
    public static void Evaluate(TestContext _)
    {
        Project = TestProject.CreateFolder("OldMSBuild");
        var file = (string extension) => Path.Combine(TestPackage.RepositoryRoot, "build", "AgentEnhancer.Build." + extension);
        Project.Write("Old.proj", $"<Project><Import Project=\"{file("props")}\" /><Import Project=\"{file("targets")}\" /></Project>");
        Project.CopyShop();
        using var projects = new ProjectCollection();
        Instance = projects.LoadProject(Project.PathOf("Old.proj")).CreateProjectInstance();
    }

    [TestMethod]
    public void It_is_as_old_as_that() => Version.Parse(Instance.GetPropertyValue("MSBuildVersion")).Major.Should().Be(17);

    [TestMethod]
    public void It_finds_agents_and_templates() =>
        (Instance.GetItems("Agent").Count, Instance.GetItems("AgentTemplate").Count).Should().Be((3, 9));

    [TestMethod]
    public void It_knows_that_it_is_too_old()
    {
        Instance.GetPropertyValue("_AgentEnhancerHostIsTooOld").Should().Be("true");
        Instance.ExpandString(Instance.Targets["EnhanceAgents"].DependsOnTargets).Should().Be("_AgentEnhancerRefuseHost");
    }

    [TestMethod]
    public void The_one_thing_it_does_is_to_warn() =>
        Instance.Targets["_AgentEnhancerRefuseHost"].Tasks.Should().ContainSingle().Which.Parameters["Code"].Should().Be("AEB9001");
}
