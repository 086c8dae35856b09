namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Packs for <c>dotnet new</c> whose projects are written in other ways: a project made from each has enhanced agents.</summary>
[TestClass]
public sealed class ShapesOfPacksTests
{
    [TestMethod]
    public void None_items_with_a_package_path_of_several_frameworks_packed_after_a_build()
    {
        var pack = Create(
            "ManyFrameworks",
            """
                <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks>
                <EnableWindowsTargeting>true</EnableWindowsTargeting>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
            """,
            """<None Include="templates/**/*" Pack="true" PackagePath="content/%(RecursiveDir)%(Filename)%(Extension)" />""");
        pack.Build("-c", "Release").Succeeded();
        pack.Run("pack", "--no-build", "-o", "packed").Succeeded();
        Instantiate(pack);
    }

    [TestMethod]
    public void Content_that_a_target_of_the_project_made_in_the_same_build()
    {
        var pack = Create(
            "MadeContent",
            """
                <TargetFramework>net10.0</TargetFramework>
                <AgentEnhancerTemplateTarget>MakeTemplates</AgentEnhancerTemplateTarget>
                <GeneratePackageOnBuild>true</GeneratePackageOnBuild>
                <PackageOutputPath>packed/</PackageOutputPath>
            """,
            """<Kept Include="../MadeFrom/**/*" />""",
            """
              <Target Name="MakeTemplates" BeforeTargets="BeforeBuild">
                <Copy SourceFiles="@(Kept)" DestinationFiles="@(Kept->'made/%(RecursiveDir)%(Filename)%(Extension)')" SkipUnchangedFiles="true" />
                <ItemGroup>
                  <Content Include="made/**/*" />
                </ItemGroup>
              </Target>
            """);
        Directory.Move(pack.PathOf("templates"), pack.PathOf("../MadeFrom"));
        // As it is on a build server: what was made is in no repository.
        pack.Write(".git/HEAD", "ref: refs/heads/main\n");
        pack.Write(".gitignore", "made/\n");
        pack.Write("Directory.Build.props", "<Project><PropertyGroup><NuGetAudit>false</NuGetAudit><EnableSourceControlManagerQueries>false</EnableSourceControlManagerQueries></PropertyGroup></Project>");
        pack.Build().Succeeded();
        Instantiate(pack);
    }

    [TestMethod]
    public void Templates_that_lie_beside_the_project()
    {
        var pack = Create(
            "Beside",
            "<TargetFramework>net10.0</TargetFramework>",
            """<Content Include="../BesideIt/**/*" PackagePath="content" />""");
        Directory.Move(pack.PathOf("templates"), pack.PathOf("../BesideIt"));
        pack.Run("pack", "-o", "packed").Succeeded().Count("Enhanced 4 agents").Should().Be(1);
        pack.Build("-c", "Release", "--no-restore").Succeeded().Output.Should().NotContain("Enhanced");
        Instantiate(pack);
    }

    [TestMethod]
    public void A_nuspec_that_names_the_enhanced_agents()
    {
        var pack = Create(
            "ByNuspec",
            "<TargetFramework>net10.0</TargetFramework><NuspecFile>pack.nuspec</NuspecFile>",
            "");
        pack.Write(
            "pack.nuspec",
            """
            <package>
              <metadata>
                <id>ByNuspec</id><version>1.0.0</version><authors>Some</authors><description>Some.</description>
                <packageTypes><packageType name="Template" /></packageTypes>
              </metadata>
              <files>
                <file src="templates/**" exclude="**/.claude/agents/*;**/.github/agents/*" target="content" />
                <file src="$enhancedAgents$templates/**" target="content" />
              </files>
            </package>
            """);
        pack.Run("pack", "-o", "packed").Succeeded().Output.Should().NotContain("warning");
        Instantiate(pack);
    }

    private static TestProject Create(string name, string properties, string items, string targets = "")
    {
        var pack = TestProject.Create(
            "Shapes/" + name,
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <PackageType>Template</PackageType>
                <IncludeBuildOutput>false</IncludeBuildOutput>
                <SuppressDependenciesWhenPacking>true</SuppressDependenciesWhenPacking>
                <ContentTargetFolders>content</ContentTargetFolders>
                <EnableDefaultItems>false</EnableDefaultItems>
                <NoDefaultExcludes>true</NoDefaultExcludes>
                <NoWarn>$(NoWarn);NU5128</NoWarn>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
              {targets}
              <!-- more -->
            </Project>
            """,
            withShop: false);
        pack.CopyFolder(Path.Combine(TestPackage.RepositoryRoot, "samples", "DotnetNewPack", "content", "job-worker"), "templates/worker");
        return pack;
    }

    private static void Instantiate(TestProject pack)
    {
        New(pack, "install", Directory.GetFiles(pack.PathOf("packed"), "*.nupkg").Single());
        New(pack, "sample-worker", "-n", "Acme.Own", "-o", "new", "--no-update-check");
        var agents = pack.Files("new", "*.md").Where(f => f.Contains("/agents/", StringComparison.Ordinal)).Select(f => pack.Read("new/" + f)).ToList();
        agents.Should().HaveCount(4).And.OnlyContain(
            t => t.Contains("## Template References", StringComparison.Ordinal) && t.Contains("src/Acme.Own/", StringComparison.Ordinal));
    }

    private static void New(TestProject pack, params string[] arguments) => DotnetCommand.Run(
        pack.Directory, TestPackage.Packages, ["new", .. arguments, "--debug:custom-hive", pack.PathOf("hive")]).Succeeded();
}
