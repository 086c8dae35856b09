namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Ways to run MSBuild on a project that has the package.</summary>
[TestClass]
public sealed class HostTests
{
    private static readonly string[] BuildFolders = ["obj/Debug", "bin"];

    private static TestProject Project = null!;

    [ClassInitialize]
    public static void Restore(TestContext _)
    {
        Project = TestProject.Create("Host");
        Project.Run("restore").Succeeded();
    }

    [TestMethod]
    public void The_target_runs_alone_and_Question_knows_whether_it_is_due()
    {
        Clean();
        Target("-question").ExitCode.Should().NotBe(0, "nothing was enhanced yet");
        Target().Succeeded().Output.Should().Contain($"Host -> {Project.Agents}/ (3 of 3 agents enhanced with 9 templates)");
        Target("-question").Succeeded();
    }

    [TestMethod]
    public void A_multi_threaded_build_enhances()
    {
        Clean();
        var (result, log) = Project.BuildLogged("--no-restore", "-mt", "-m:2");
        result.Succeeded().Count("Enhanced 3 agents").Should().Be(1);
        log.TaskRuns().Should().Be(1);
        Project.Files("obj/Debug/net10.0/agents").Should().HaveCount(3);
    }

    [TestMethod]
    public void A_design_time_build_does_nothing()
    {
        Clean();
        Project.Run("msbuild", "-t:Compile;EnhanceAgents", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true")
            .Succeeded().Output.Should().NotContain("Enhanced");
        Project.Files("obj/Debug/net10.0/agents").Should().BeEmpty();
    }

    [TestMethod]
    public void Disabled_it_leaves_no_trace()
    {
        Clean();
        Project.Build("--no-restore", "-p:AgentEnhancerEnabled=false", "-t:Build;EnhanceAgents").Succeeded().Output.Should().NotContain("nhanced ");
        Project.Files("obj").Should().NotContain(f => f.Contains("agents", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_host_that_is_too_old_gets_one_warning_and_builds()
    {
        Clean();
        var result = Project.Build("--no-restore", "-p:_AgentEnhancerMinimumMSBuild=99.0").Succeeded();
        result.Count("warning AEB9001").Should().Be(1);
        Project.Files("obj/Debug/net10.0/agents").Should().BeEmpty();
    }

    [TestMethod]
    public void The_words_for_an_old_host_are_those_of_the_catalogue()
    {
        var text = Reporting.Diagnostic.At(Reporting.HostDiagnostics.TooOld, null, 0, "MSBuild $(MSBuildVersion)").Message;
        File.ReadAllText(Path.Combine(TestPackage.RepositoryRoot, "build", "AgentEnhancer.Build.targets")).Should().Contain($"Text=\"{text}\"");
    }

    private static CommandResult Target(params string[] arguments) =>
        Project.Run(["msbuild", "-t:EnhanceAgents", .. arguments]);

    private static void Clean()
    {
        foreach (var folder in BuildFolders.Select(Project.PathOf).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
