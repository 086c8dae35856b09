namespace AgentEnhancer.Evaluation.Tests;

/// <summary>Which host of the task each MSBuild chooses: Visual Studio's runs on .NET Framework, where a net10.0 task can't be loaded.</summary>
[TestClass]
public sealed class HostConditionTests
{
    private const string OldHost = "<PropertyGroup><_AgentEnhancerMinimumMSBuild>99.0</_AgentEnhancerMinimumMSBuild></PropertyGroup>";

    [TestMethod]
    public void The_dotnet_command_runs_the_task_in_process()
    {
        using var project = new UserProject();
        project.Evaluate().UsingTasks("Core").Should().Equal("/");
    }

    [TestMethod]
    public void Visual_Studio_runs_it_in_a_host_of_dotnet()
    {
        using var project = new UserProject();
        project.Evaluate().UsingTasks("Full").Should().Equal("NET/TaskHostFactory");
    }

    [TestMethod]
    public void A_Visual_Studio_that_is_too_old_is_given_no_task_at_all()
    {
        using var project = new UserProject(properties: OldHost);
        var evaluation = project.Evaluate();
        evaluation.UsingTasks("Full").Should().BeEmpty();
        evaluation.DependsOn("EnhanceAgents").Should().Equal("_AgentEnhancerRefuseHost");
    }

    [TestMethod]
    [DataRow("17.14.0", true)]
    [DataRow("18.0.0", false)]
    public void MSBuild_18_is_the_oldest_that_will_do(string version, bool isTooOld)
    {
        using var project = new UserProject();
        project.Evaluate().IsSetBy(version, "_AgentEnhancerHostIsTooOld").Should().Be(isTooOld);
    }

    [TestMethod]
    public void On_a_host_that_is_too_old_only_the_outer_build_speaks()
    {
        using var project = new UserProject(UserProject.TwoFrameworks, OldHost);
        project.Evaluate().DependsOn("EnhanceAgents").Should().Equal("_AgentEnhancerRefuseHost");
        project.Evaluate("TargetFramework=net10.0").DependsOn("EnhanceAgents").Should().NotContain("_AgentEnhancerRefuseHost");
    }

    [TestMethod]
    public void A_host_that_is_new_enough_is_asked_for_nothing_of_that()
    {
        using var project = new UserProject();
        project.Evaluate().DependsOn("EnhanceAgents").Should().Contain("_AgentEnhancerRun").And.NotContain("_AgentEnhancerRefuseHost");
    }
}
