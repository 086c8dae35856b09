namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Ways to run MSBuild on a project that has the package.</summary>
[TestClass]
public sealed class HostTests
{
    private static readonly string[] BuildFolders = ["obj/Debug", "obj/Release", "bin"];

    private const string Stamp = "obj/Debug/net10.0/agents.stamp";

    private static readonly string[] WatchedBuild = ["watch", "build", "--no-restore"];

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
    public void A_whole_build_is_up_to_date_after_a_build_and_Question_says_so()
    {
        Clean();
        Project.Build("--no-restore").Succeeded();
        Project.Build("--no-restore", "-question").Succeeded();
        Project.Write("AGENTS.md", "Be brief.\n");
        Project.Build("--no-restore", "-question").Output.Should().Contain("_AgentEnhancerRun");
        File.Delete(Project.PathOf("AGENTS.md"));
    }

    [TestMethod]
    public void Each_configuration_has_its_own_outputs_and_remembers_them()
    {
        Clean();
        Project.Build("--no-restore").Succeeded().Count("Enhanced 3 agents").Should().Be(1);
        Project.Build("--no-restore", "-p:Configuration=Release").Succeeded().Count("Enhanced 3 agents").Should().Be(1);
        Project.Build("--no-restore").Succeeded().Output.Should().NotContain("nhanced");
        Project.Files("obj/Debug/net10.0/agents").Should().Equal(Project.Files("obj/Release/net10.0/agents")).And.HaveCount(3);
        var rebuilt = Project.Build("--no-restore", "--no-incremental", "-tl:on").Succeeded().Output;
        rebuilt.Should().Contain("(3 of 3 agents enhanced with 9 templates)", "the terminal logger shows it at the project's line");
        Project.Files("obj/Release/net10.0/agents").Should().HaveCount(3, "a rebuild cleans its own configuration");
    }

    [TestMethod]
    public void What_Visual_Studio_is_told_to_compare_is_up_to_date_after_a_build_and_no_more_after_an_edit()
    {
        Clean();
        const string Collect =
            """
            <Project>
              <Target Name="CollectUpToDateCheckInputDesignTime" Returns="@(UpToDateCheckInput)" />
              <Target Name="CollectUpToDateCheckBuiltDesignTime" Returns="@(UpToDateCheckBuilt)" />
              <Target Name="Compare" DependsOnTargets="CollectUpToDateCheckInputDesignTime;CollectUpToDateCheckBuiltDesignTime">
                <Message Importance="High" Text="input %(UpToDateCheckInput.FullPath)" />
                <Message Importance="High" Text="built %(UpToDateCheckBuilt.FullPath)" />
              </Target>
            </Project>
            """;
        Project.Write("Directory.Build.targets", Collect);
        Project.Build("--no-restore").Succeeded();
        var output = Project.Run("msbuild", "-t:Compare", "-p:DesignTimeBuild=true").Succeeded().Output.Split('\n').Select(l => l.Trim()).ToList();
        var inputs = output.Where(l => l.StartsWith("input ", StringComparison.Ordinal)).Select(l => l[6..]).ToList();
        var built = output.Single(l => l.StartsWith("built ", StringComparison.Ordinal))[6..];
        inputs.Should().HaveCount(12, "three agents and nine templates");
        inputs.Should().OnlyContain(i => File.GetLastWriteTimeUtc(i) <= File.GetLastWriteTimeUtc(built));

        var agent = inputs.First(i => i.EndsWith("test-author.md", StringComparison.Ordinal));
        File.AppendAllText(agent, "\nYou answer in short sentences.\n");
        File.GetLastWriteTimeUtc(agent).Should().BeAfter(File.GetLastWriteTimeUtc(built));
        Project.Build("--no-restore").Succeeded();
        File.GetLastWriteTimeUtc(agent).Should().BeOnOrBefore(File.GetLastWriteTimeUtc(built));
        Project.Write("Directory.Build.targets", "<Project />");
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
    public void A_build_that_is_watched_enhances_once_and_then_waits()
    {
        Clean();
        DateTime? stamped = null;
        Project.Kill(
            () =>
            {
                // What it wrote itself must not make it build again: the stamp would be another one after a while.
                stamped ??= Project.Has(Stamp) ? File.GetLastWriteTimeUtc(Project.PathOf(Stamp)) : null;
                return stamped is { } time && time.AddSeconds(5) < DateTime.UtcNow;
            },
            WatchedBuild);

        // It is made, and touched right afterwards: two moments of one build, which may have been looked at between them.
        File.GetLastWriteTimeUtc(Project.PathOf(Stamp)).Should().BeCloseTo(stamped!.Value, TimeSpan.FromSeconds(1));
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
