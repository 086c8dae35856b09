using Microsoft.Build.Logging.StructuredLogger;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Thirty template projects in one solution, which one line gives the package to all, in the artifacts layout, built side by side.</summary>
[TestClass]
public sealed class SolutionTests
{
    private const string Packages =
        $"""
        <Project>
          <PropertyGroup>
            <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
          </PropertyGroup>
          <ItemGroup>
            <GlobalPackageReference Include="AgentEnhancer.Build" Version="{TestPackage.Version}" />
          </ItemGroup>
        </Project>
        """;

    private const string Properties =
        """
        <Project>
          <PropertyGroup>
            <UseArtifactsOutput>true</UseArtifactsOutput>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>There is nothing to compile: thirty compilers would take most of the time, and show nothing.</summary>
    private const string Targets =
        """
        <Project>
          <PropertyGroup>
            <CopyBuildOutputToOutputDirectory>false</CopyBuildOutputToOutputDirectory>
            <GenerateDependencyFile>false</GenerateDependencyFile>
          </PropertyGroup>
          <Target Name="CoreCompile" />
        </Project>
        """;

    private const string One = "<TargetFramework>net10.0</TargetFramework>";

    private const string Two =
        "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>"
        + "<DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>";

    private static readonly string[] Names = [.. Enumerable.Range(1, 30).Select(i => $"Kit{i:00}")];

    private static readonly string[] Agents = ["backend/endpoint-author.md", "backend/repository-author.md", "test-author.md"];

    private static TestProject Solution = null!;
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) First;
    private static string[] Outputs = [];
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) Second;
    private static CommandResult Threaded = null!;
    private static string[] FilesAfterClean = [];

    [ClassInitialize]
    public static void BuildTwiceAndClean(TestContext _)
    {
        Solution = TestProject.CreateFolder("Solution");
        Solution.Write("Directory.Packages.props", Packages);
        Solution.Write("Directory.Build.props", Properties);
        Solution.Write("Directory.Build.targets", Targets);
        foreach (var name in Names)
        {
            // One of them is for two frameworks: the same paths are to be expected of it.
            Solution.Write($"{name}/{name}.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{(name == Names[^1] ? Two : One)}</PropertyGroup></Project>");
            Solution.CopyShop(name);
        }

        Solution.Write("Kits.slnx", $"<Solution>{string.Concat(Names.Select(n => $"<Project Path=\"{n}/{n}.csproj\" />"))}</Solution>");
        First = Solution.BuildLogged("-m:4");
        Outputs = Solution.Files("artifacts/obj", "*-author.md");
        Second = Solution.BuildLogged("--no-restore", "-m:4");
        Threaded = Solution.Build("--no-restore", "-c", "Release", "-mt", "-m:4");
        Solution.Run("clean", Solution.PathOf("Kit07/Kit07.csproj")).Succeeded();
        FilesAfterClean = [.. Solution.Files("artifacts/obj").Where(f => f.Contains("/debug/agents", StringComparison.Ordinal))];
    }

    [TestMethod]
    public void Every_project_is_enhanced_once()
    {
        First.Result.Succeeded().Count("Enhanced 3 agents with 9 templates").Should().Be(Names.Length);
        First.Result.Count("warning").Should().Be(0);
        First.Log.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(t => t.Name == "EnhanceAgents")
            .Select(t => Path.GetFileNameWithoutExtension(t.GetNearestParent<Project>()?.Name))
            .Should().BeEquivalentTo(Names);
    }

    [TestMethod]
    public void Every_project_has_its_own_outputs_in_the_artifacts_layout() => Outputs.Should().BeEquivalentTo(
        Names.SelectMany(_ => Agents, (name, agent) => $"{name}/debug/agents/{agent}"));

    [TestMethod]
    public void Their_source_folders_stay_as_they_were() =>
        Names.SelectMany(n => Solution.Files(n)).Where(f => f.StartsWith("obj/", StringComparison.Ordinal) || f.StartsWith("bin/", StringComparison.Ordinal))
            .Should().BeEmpty();

    [TestMethod]
    public void The_second_build_is_silent_and_runs_no_task()
    {
        Second.Result.Succeeded().Output.Should().NotContain("Enhanced");
        Second.Log.TaskRuns().Should().Be(0);
    }

    [TestMethod]
    public void Threads_of_one_process_do_the_same_as_several_processes()
    {
        Threaded.Succeeded().Count("Enhanced 3 agents with 9 templates").Should().Be(Names.Length);
        foreach (var path in Outputs.Where(f => !f.StartsWith("Kit07/", StringComparison.Ordinal)))
        {
            Solution.Read("artifacts/obj/" + path.Replace("/debug/", "/release/", StringComparison.Ordinal)).Should().Be(Solution.Read("artifacts/obj/" + path));
        }
    }

    [TestMethod]
    public void Clean_removes_the_outputs_of_the_project_that_is_cleaned() =>
        FilesAfterClean.Should().NotContain(f => f.StartsWith("Kit07/", StringComparison.Ordinal)).And.HaveCountGreaterThan((Names.Length - 1) * 3);
}
