namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Projects of other kinds than a plain library.</summary>
[TestClass]
public sealed class ProjectKindTests
{
    private const string NoTargets =
        """
        <Project Sdk="Microsoft.Build.NoTargets/3.7.0">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <!-- more -->
        </Project>
        """;

    /// <summary>Packages that this very test run was restored with lie in its folder of packages: nothing is fetched.</summary>
    private static readonly string Tests =
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <RestoreFallbackFolders>{TestPackage.OwnPackages}</RestoreFallbackFolders>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{TestPackage.VersionOf("Microsoft.NET.Test.Sdk")}" />
            <PackageReference Include="MSTest.TestAdapter" Version="{TestPackage.VersionOf("MSTest.TestAdapter")}" />
            <PackageReference Include="MSTest.TestFramework" Version="{TestPackage.VersionOf("MSTest.TestFramework")}" />
          </ItemGroup>
          <!-- more -->
        </Project>
        """;

    [TestMethod]
    public void A_NoTargets_project_enhances_and_says_where()
    {
        var project = TestProject.Create("NoTargets", NoTargets, online: true);
        project.Build().Succeeded().Output.Should().Contain($"NoTargets -> {project.Agents}/ (3 of 3 agents enhanced with 9 templates)");
        project.Files("obj/Debug/net10.0/agents").Should().HaveCount(3);
        project.Build("--no-restore").Succeeded().Output.Should().NotContain("Enhanced");
    }

    [TestMethod]
    public void A_project_without_agents_hears_nothing_and_gets_nothing()
    {
        var project = TestProject.Create("NoAgents", withShop: false);
        project.Build().Succeeded().Output.Should().NotContain("gent ").And.NotContain("AEB");
        project.Files("obj").Should().NotContain(f => f.Contains("agents", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Agents_without_templates_are_skipped_and_stay_as_they_are()
    {
        var project = TestProject.Create("NoTemplates", withShop: false);
        project.Write("agents/one.md", "---\nname: one\n---\n\nBody.\n");
        var first = project.Build().Succeeded();
        first.Output.Should().NotContain("Enhanced").And.NotContain(": error");
        first.Count("Skipped: no templates for 1 agent").Should().Be(1);
        project.Build("--no-restore").Succeeded().Count("Skipped").Should().Be(0, "it was said");
        var second = project.Build("--no-restore", "--no-incremental", "-tl:on").Succeeded();
        second.Output.Should().Contain("(no templates for 1 agent, which stays as it is)", "the terminal logger hides the other line");
        project.Read("agents/one.md").Should().Be("---\nname: one\n---\n\nBody.\n");
    }

    [TestMethod]
    public void Intermediate_files_that_lie_elsewhere_are_found_and_cleaned_there()
    {
        var project = TestProject.Create("ObjElsewhere");
        project.Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><NuGetAudit>false</NuGetAudit><BaseIntermediateOutputPath>../out of the way/</BaseIntermediateOutputPath></PropertyGroup></Project>");
        const string agents = "../out of the way/Debug/net10.0/agents";
        project.Build().Succeeded().Count("Enhanced 3 agents with 9 templates").Should().Be(1);
        project.Files(agents).Should().HaveCount(3);
        project.Build("--no-restore").Succeeded().Output.Should().NotContain("nhanced");
        project.Run("clean").Succeeded();
        Directory.Exists(project.PathOf(agents)).Should().BeFalse();
        project.Files("../out of the way", "agents.*").Should().BeEmpty();
        Directory.Exists(project.PathOf("obj")).Should().BeFalse();
    }

    [TestMethod]
    public void A_test_project_enhances_and_runs_its_tests()
    {
        var project = TestProject.Create("Tested", Tests);
        project.Write("Code.cs", "[Microsoft.VisualStudio.TestTools.UnitTesting.TestClass] public class Code { [Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod] public void Runs() { } }\n");
        var result = project.Run("test").Succeeded();
        result.Count("Enhanced 3 agents with 9 templates").Should().Be(1);
        result.Output.Should().MatchRegex(@"Passed:\s+1");
    }

    [TestMethod]
    public void The_task_works_in_a_target_of_a_user_with_all_else_turned_off()
    {
        var project = TestProject.Create(
            "OwnTarget",
            more: """
                    <PropertyGroup>
                      <AgentEnhancerEnabled>false</AgentEnhancerEnabled>
                    </PropertyGroup>
                    <Target Name="ShipAgents" AfterTargets="Build">
                      <ItemGroup>
                        <ShippedAgent Include="agents/**/*.md" />
                        <ShippedTemplate Include="templates/**/*.template" />
                      </ItemGroup>
                      <EnhanceAgents Agents="@(ShippedAgent)" Templates="@(ShippedTemplate)" OutputDirectory="$(OutDir)agents">
                        <Output TaskParameter="Status" PropertyName="AgentsStatus" />
                      </EnhanceAgents>
                      <Message Importance="High" Text="Status is $(AgentsStatus)" />
                    </Target>
                  """);
        project.Build().Succeeded().Count("Status is success").Should().Be(1);
        project.Files("bin/Debug/net10.0/agents").Should().HaveCount(3);
        project.Build("--no-restore").Succeeded().Count("warning").Should().Be(0, "its own outputs carry its mark");
    }

    [TestMethod]
    public void A_reference_through_another_project_works_the_same()
    {
        var project = TestProject.Create(
            "Transitive",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Code.cs" />
                <ProjectReference Include="between/Between.csproj" />
              </ItemGroup>
            </Project>
            """);
        project.Write(
            "between/Between.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AgentEnhancer.Build" Version="{TestPackage.Version}" PrivateAssets="none" />
              </ItemGroup>
            </Project>
            """);
        project.Build().Succeeded().Count("Enhanced 3 agents with 9 templates").Should().Be(1);
        project.Files("obj/Debug/net10.0/agents").Should().HaveCount(3);
    }
}
