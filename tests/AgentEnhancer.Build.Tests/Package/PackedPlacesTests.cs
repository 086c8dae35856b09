using System.IO.Compression;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Every way in which a project can tell NuGet about an agent: the enhanced file is where the source would have been, once.</summary>
[TestClass]
public sealed class PackedPlacesTests
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework Condition="'$(Two)' == ''">net10.0</TargetFramework>
            <TargetFrameworks Condition="'$(Two)' != ''">net10.0;net10.0-windows</TargetFrameworks>
            <EnableWindowsTargeting>true</EnableWindowsTargeting>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
            <IncludeBuildOutput>false</IncludeBuildOutput>
            <EnableDefaultItems>false</EnableDefaultItems>
            <NoDefaultExcludes>true</NoDefaultExcludes>
            <NoWarn>$(NoWarn);NU5128</NoWarn>
            <AgentEnhancerAgentGlobs>agents/**/*.md;../OutsideOfPackedPlaces/*.md</AgentEnhancerAgentGlobs>
            <TargetsForTfmSpecificContentInPackage>$(TargetsForTfmSpecificContentInPackage);ListForFramework</TargetsForTfmSpecificContentInPackage>
          </PropertyGroup>
          <ItemGroup>
            <None Include="agents/file.md" Pack="true" PackagePath="content/renamed.md" />
            <None Include="agents/folder.md" Pack="true" PackagePath="content/.claude/agents/" />
            <None Include="agents/folders.md" Pack="true" PackagePath="content/a/;content/b" />
            <None Include="agents/mixed.md" Pack="true" PackagePath="content/a/named.md;content/b" />
            <None Include="agents/root.md" Pack="true" PackagePath="" />
            <None Include="agents/.dot/none.md" Pack="true" />
            <Content Include="agents/content.md" />
            <Content Include="agents/deep/**/recursive.md" Pack="true" PackagePath="content\windows" />
            <Content Include="$(MSBuildProjectDirectory)/agents/absolute.md" />
            <Content Include="../OutsideOfPackedPlaces/outside.md" />
            <Content Include="agents/linked.md" Link="other/linked.md" />
            <None Include="agents/both.md" Pack="true" PackagePath="content/none/" />
            <Content Include="agents/both.md" PackagePath="content/content/" />
            <Content Include="agents/twice.md" PackagePath="content/one/" />
            <Content Include="agents/twice.md" PackagePath="content/two/" />
            <Content Include="agents/never.md" Pack="false" CopyToOutputDirectory="PreserveNewest" />
            <Content Include="agents/notes.txt" />
            <Agent Update="@(Agent)" TwinOf="agents/test-author.md" />
            <Agent Update="agents/test-author.md" TwinOf="" />
          </ItemGroup>
          <Target Name="ListForFramework">
            <ItemGroup Condition="'$(TargetFramework)' == 'net10.0'">
              <TfmSpecificPackageFile Include="agents/**/framework.md" PackagePath="content/framework" />
            </ItemGroup>
          </Target>
          <Target Name="ListLate" BeforeTargets="_GetPackageFiles">
            <ItemGroup>
              <Content Include="agents/late.md" />
            </ItemGroup>
          </Target>
          <!-- more -->
        </Project>
        """;

    private static readonly string[] Agents =
    [
        "file", "folder", "folders", "mixed", "root", ".dot/none", "content", "deep/er/recursive", "absolute", "linked", "both", "twice", "never",
        "deep/framework", "late",
    ];

    private static TestProject Pack = null!;

    [ClassInitialize]
    public static void Create(TestContext _)
    {
        Pack = TestProject.Create("PackedPlaces", Project);
        var agent = Pack.Read("agents/test-author.md");
        foreach (var name in Agents)
        {
            Pack.Write($"agents/{name}.md", agent);
        }

        Pack.Write("../OutsideOfPackedPlaces/outside.md", agent);
        Pack.Write("agents/notes.txt", "No agent.\n");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("-p:Two=true")]
    public void All_go_out_enhanced_where_their_sources_would_have_gone(string frameworks)
    {
        string[] options = ["-c", "Release", .. frameworks.Length > 0 ? [frameworks] : Array.Empty<string>()];
        var folder = "packed" + frameworks.Length;
        Pack.Run(["pack", .. options, "-o", folder + "/sources", "-p:AgentEnhancerReplaceItems=false"]).Succeeded();

        // Of several frameworks, an outer build packs after itself: nothing else tests that.
        string[] packing = frameworks.Length > 0
            ? ["build", "--no-restore", "-p:GeneratePackageOnBuild=true", $"-p:PackageOutputPath={Pack.PathOf(folder)}/enhanced/"]
            : ["pack", "--no-build", "-o", folder + "/enhanced"];
        Pack.Run([.. packing, .. options]).Succeeded().Output.Should().NotContain("warning");

        var places = Entries(folder + "/sources");
        Entries(folder + "/enhanced").Should().Equal(places);
        places.Should().OnlyHaveUniqueItems().And.Contain(
        [
            "root.md", "content/agents/.dot/none.md", "content/outside.md", "content/windows/er/recursive.md", "content/framework/deep/framework.md",
            "content/agents/late.md", "content/b/mixed.md",
        ]);
        Thin(folder + "/enhanced").Should().BeEmpty();
        Thin(folder + "/sources").Should().NotBeEmpty();
    }

    [TestMethod]
    public void What_is_copied_and_never_packed_is_enhanced_too()
    {
        Pack.Build("-c", "Debug").Succeeded();
        Pack.Read("bin/Debug/net10.0/agents/never.md").Should().Contain("## Template References");
    }

    private static string[] Entries(string folder)
    {
        using var archive = ZipFile.OpenRead(Directory.GetFiles(Pack.PathOf(folder), "*.nupkg").Single());
        return [.. archive.Entries.Select(e => e.FullName).Where(n => !n.EndsWith(".psmdcp", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Thin(string folder) =>
        Pack.PackedFiles(folder, ".md").Where(f => !f.Value.Contains("## Template References", StringComparison.Ordinal)).Select(f => f.Key);
}
