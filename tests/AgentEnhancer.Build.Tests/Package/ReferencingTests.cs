namespace AgentEnhancer.Build.Tests.Package;

/// <summary>
/// Projects that reference a template project: an application, and a library of two frameworks. What they take over is the enhanced file; that agents
/// are enhanced at all is no business of theirs.
/// </summary>
[TestClass]
public sealed class ReferencingTests
{
    private const string Kit =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <None Update="agents/**/*.md" CopyToOutputDirectory="PreserveNewest" />
          </ItemGroup>
          <!-- more -->
        </Project>
        """;

    private const string Application =
        """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../Kit/Kit.csproj" />
          </ItemGroup>
        </Project>
        """;

    private const string Library =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks>
            <EnableWindowsTargeting>true</EnableWindowsTargeting>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../Kit/Kit.csproj" />
          </ItemGroup>
        </Project>
        """;

    private static TestProject Folder = null!;
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) Parallel;
    private static string[] Copied = [];
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) Graph;
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) Again;

    [ClassInitialize]
    public static void Build(TestContext _)
    {
        Folder = TestProject.CreateFolder("Referencing");
        Folder.Write("Kit/Kit.csproj", TestProject.Complete(Kit));
        Folder.CopyShop("Kit");
        Folder.Write("App/App.csproj", Application);
        Folder.Write("App/Program.cs", "using Microsoft.AspNetCore.Builder;\n\nWebApplication.CreateBuilder(args).Build();\n");
        Folder.Write("App/agents/own.md", "---\nname: own\n---\n\nNo business of the package.\n");
        Folder.Write("App/templates/own.cs.template", "class Own;\n");
        Folder.Write("Lib/Lib.csproj", Library);
        Folder.Write("All.slnx", "<Solution><Project Path=\"App/App.csproj\" /><Project Path=\"Lib/Lib.csproj\" /><Project Path=\"Kit/Kit.csproj\" /></Solution>");
        Parallel = Folder.BuildLogged("-m:4");
        Copied = [.. Folder.Files("", "*-author.md").Where(f => f.Contains("/bin/", StringComparison.Ordinal))];
        Directory.Delete(Folder.PathOf("Kit/obj/Debug"), recursive: true);
        Graph = Folder.BuildLogged("--no-restore", "-graph", "-isolate", "-m:4");
        Again = Folder.BuildLogged("--no-restore", "-graph", "-isolate", "-m:4");
        Folder.Run("publish", "App/App.csproj", "--no-build", "-c", "Debug", "-o", "published").Succeeded();
    }

    [TestMethod]
    public void Agents_are_enhanced_once_however_many_projects_ask_for_them()
    {
        Parallel.Result.Succeeded().Count("Enhanced 3 agents with 9 templates").Should().Be(1);
        Parallel.Log.TaskRuns().Should().Be(1);
    }

    [TestMethod]
    public void An_isolated_graph_build_does_the_same_and_the_next_one_nothing()
    {
        Graph.Result.Succeeded();
        Graph.Log.TaskRuns().Should().Be(1);
        Again.Result.Succeeded();
        Again.Log.TaskRuns().Should().Be(0);
    }

    [TestMethod]
    public void What_goes_along_with_a_reference_is_the_enhanced_file()
    {
        Copied.Where(f => f.StartsWith("App/", StringComparison.Ordinal)).Should().HaveCount(3);
        Copied.Where(f => f.StartsWith("Lib/", StringComparison.Ordinal)).Should().HaveCount(6);
        Copied.Should().OnlyContain(f => Folder.Read(f).Contains("## Template References"));
        Folder.Files("published", "*-author.md").Should().HaveCount(3).And.OnlyContain(f => Folder.Read("published/" + f).Contains("## Template References"));
    }

    [TestMethod]
    public void A_referencing_project_has_nothing_of_the_package()
    {
        Parallel.Log.TargetsOfPackage("Kit").Should().Contain("EnhanceAgents");
        Parallel.Log.TargetsOfPackage("App").Should().BeEmpty();
        Parallel.Log.TargetsOfPackage("Lib").Should().BeEmpty();
        Folder.Files("App/obj").Should().NotContain(f => f.Contains("agents", StringComparison.Ordinal));
    }
}
