namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Two target frameworks, one set of agents.</summary>
[TestClass]
public sealed class MultiTargetingTests
{
    private const string TwoFrameworks =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks>
            <EnableWindowsTargeting>true</EnableWindowsTargeting>
            <!-- Nothing of Windows is used, so nothing of it is downloaded. -->
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
          </PropertyGroup>
          <ItemGroup>
            <!-- An outer build has no default items, and it is the one that packs. -->
            <None Remove="agents/**/*.md" />
            <None Include="agents/**/*.md" CopyToOutputDirectory="PreserveNewest" Pack="true" PackagePath="content/agents/" />
          </ItemGroup>
          <!-- more -->
        </Project>
        """;

    private static TestProject Project = null!;
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) First;
    private static string[] Outputs = [];
    private static string[] Copied = [];
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) Second;
    private static Dictionary<string, string> Packed = [];
    private static string[] FilesAfterClean = [];
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) OneFramework;
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) Graph;
    private static CommandResult OldHost = null!;
    private static string[] CopiedByOldHost = [];

    [ClassInitialize]
    public static void BuildStepByStep(TestContext _)
    {
        Project = TestProject.Create("MultiTargeting", TwoFrameworks);
        First = Project.BuildLogged();
        Outputs = Project.Files("obj", "*-author.md");
        Copied = [.. Project.Files("bin", "*-author.md").Where(f => Project.Read("bin/" + f).Contains("## Template References", StringComparison.Ordinal))];
        Second = Project.BuildLogged("--no-restore");
        Project.Run("pack", "--no-build", "-c", "Debug", "-o", "packed").Succeeded();
        Packed = Project.PackedFiles("packed", ".md");
        Project.Run("clean").Succeeded();
        FilesAfterClean = [.. Project.Files("obj").Where(f => f.Contains("agents", StringComparison.Ordinal))];
        OneFramework = Project.BuildLogged("--no-restore", "-f", "net10.0");
        Project.Run("clean").Succeeded();
        Graph = Project.BuildLogged("--no-restore", "-graph", "-isolate");
        Project.Run("clean").Succeeded();
        OldHost = Project.Build("--no-restore", "-p:_AgentEnhancerMinimumMSBuild=99.0");
        CopiedByOldHost = [.. Project.Files("bin", "*-author.md").Select(f => Project.Read("bin/" + f))];
    }

    [TestMethod]
    public void Agents_are_enhanced_once_for_all_frameworks()
    {
        First.Result.Succeeded();
        First.Log.TaskRuns().Should().Be(1);
        Outputs.Should().Equal(
            "Debug/agents/backend/endpoint-author.md", "Debug/agents/backend/repository-author.md", "Debug/agents/test-author.md");
    }

    [TestMethod]
    public void Every_framework_gets_the_enhanced_files() => Copied.Should().HaveCount(6);

    [TestMethod]
    public void The_second_build_runs_no_task()
    {
        Second.Result.Succeeded();
        Second.Log.TaskRuns().Should().Be(0);
    }

    [TestMethod]
    public void Pack_without_a_build_takes_the_enhanced_files()
    {
        Packed.Keys.Should().BeEquivalentTo(
            "content/agents/backend/endpoint-author.md", "content/agents/backend/repository-author.md", "content/agents/test-author.md");
        Packed.Values.Should().OnlyContain(t => t.Contains("## Template References", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Clean_removes_the_outputs_of_the_outer_build() => FilesAfterClean.Should().BeEmpty();

    [TestMethod]
    public void A_build_of_one_framework_enhances_too()
    {
        OneFramework.Result.Succeeded();
        OneFramework.Log.TaskRuns().Should().Be(1);
    }

    [TestMethod]
    public void A_host_that_is_too_old_is_warned_of_once_for_all_frameworks()
    {
        OldHost.Succeeded();
        OldHost.Count("warning AEB9001").Should().Be(1);
        CopiedByOldHost.Should().HaveCount(6).And.NotContain(t => t.Contains("## Template References"), "agents go out as they are");
    }

    [TestMethod]
    public void An_isolated_graph_build_enhances_once()
    {
        Graph.Result.Succeeded();
        Graph.Log.TaskRuns().Should().Be(1);
    }
}
