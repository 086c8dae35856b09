namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Packages that take agents in their original text say so.</summary>
[TestClass]
public sealed class UnreplacedPackTests
{
    private const string Pack =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <IncludeBuildOutput>false</IncludeBuildOutput>
            <EnableDefaultItems>false</EnableDefaultItems>
            <NoWarn>$(NoWarn);NU5128</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <Content Include="agents/**/*.md" />
          </ItemGroup>
          <!-- more -->
        </Project>
        """;

    [TestMethod]
    public void A_nuspec_that_lists_the_sources_is_warned_of()
    {
        var project = TestProject.Create("Nuspec", Pack);
        project.Write(
            "sources.nuspec",
            """
            <package>
              <metadata><id>Some</id><version>1.0.0</version><authors>Some</authors><description>Some.</description></metadata>
              <files><file src="agents/**" target="content/agents" /></files>
            </package>
            """);

        project.Run("pack", "-o", "packed", "-p:NuspecFile=sources.nuspec").Succeeded()
            .Output.Should().Contain("sources.nuspec : warning AEB9022: This file lists what is packed");
        project.PackedFiles("packed", ".md").Values.Should().HaveCount(3).And.NotContain(t => t.Contains("## Template References", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Packing_what_no_build_has_enhanced_is_warned_of()
    {
        var project = TestProject.Create("Unbuilt", Pack);
        project.Run("restore").Succeeded();

        project.Run("pack", "--no-build", "-o", "packed").Succeeded()
            .Output.Should().Contain("Unbuilt.csproj : warning AEB9021: The package is made without a build, and no build has enhanced its agents in Release");
        project.PackedFiles("packed", ".md").Should().NotBeEmpty();
    }
}
