using System.IO.Compression;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>
/// <c>dotnet build</c> and <c>pack</c> with <c>-check</c>, with every rule of BuildCheck turned on. The package lies in the work tree here: of files elsewhere, the checks of
/// properties say nothing unless they say it of the SDK's files as well, and stop after twenty of those.
/// </summary>
[TestClass]
public sealed class BuildCheckTests
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <!-- frameworks -->
          </PropertyGroup>
          <ItemGroup>
            <None Remove="agents/**/*.md" />
            <None Include="agents/**/*.md" CopyToOutputDirectory="PreserveNewest" Pack="true" PackagePath="content/" />
          </ItemGroup>
        </Project>
        """;

    private static readonly string[] Codes =
        ["0101", "0102", "0103", "0104", "0105", "0106", "0107", "0108", "0109", "0201", "0202", "0203", "0301", "0302"];

    [TestMethod]
    [DataRow("One", "<TargetFramework>net10.0</TargetFramework>")]
    [DataRow(
        "Two",
        "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>"
        + "<DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>")]
    public void It_says_nothing_against_the_package(string name, string frameworks)
    {
        var project = TestProject.Create("Checked" + name, Project.Replace("<!-- frameworks -->", frameworks, StringComparison.Ordinal));
        ZipFile.ExtractToDirectory(TestPackage.File, project.PathOf("package"));
        project.Write("Directory.Build.props", Import("props").Replace("<Import", "<PropertyGroup><NuGetAudit>false</NuGetAudit></PropertyGroup><Import", StringComparison.Ordinal));
        project.Write("Directory.Build.targets", Import("targets"));
        project.Write(".editorconfig", "root = true\n[*.csproj]\n" + string.Concat(Codes.Select(Rule)));

        var result = Checked(project, "build").Succeeded();

        result.Count("Enhanced 3 agents with 9 templates").Should().Be(1);
        // Global properties are declared nowhere; and to tell one, it must be assigned to.
        result.Output.Should().NotMatchRegex(@"package/build\w*/.*BC\d{4}(?!.*'TargetFramework' first declared/initialized at  used)", "it stands in the package's own files");
        result.Output.Should().NotMatchRegex(@"warning BC01.*(AgentEnhancer|agents)", "it is about what they do");

        // To pack, NuGet asks each framework's instance for a few targets, which have no use for most properties: 0203 says so of everything.
        Checked(project, "pack", "--no-build", "-c", "Debug").Succeeded()
            .Output.Should().NotMatchRegex(@"package/build\w*/.*BC(?!0203)\d{4}(?!.*'TargetFramework' first declared/initialized at  used)");
    }

    [TestMethod]
    public void As_it_is_by_default_it_says_nothing_at_all()
    {
        Checked(TestProject.Create("CheckedByDefault"), "build").Succeeded().Output.Should().NotMatchRegex(@"BC\d{4}");
    }

    /// <summary>
    /// Runs the command with BuildCheck, and again where BuildCheck itself fell over: in the SDKs up to 10.0.4xx it changes a list of checks that another thread of
    /// its own goes through (dotnet/msbuild issues 11439 and 14644). A second build must be a first one again, to say what a first one says.
    /// </summary>
    private static CommandResult Checked(TestProject project, params string[] command)
    {
        var result = project.Run([.. command, "-check"]);
        for (var attempt = 1; attempt < 5 && FellOver(result); attempt++)
        {
            if (command[0] == "build" && project.Has("obj/project.assets.json"))
            {
                Directory.Delete(project.PathOf("obj"), recursive: true);
            }

            result = project.Run([.. command, "-check"]);
        }

        return result;
    }

    private static bool FellOver(CommandResult result) =>
        result.ExitCode != 0
        && result.Output.Contains("Collection was modified", StringComparison.Ordinal)
        && result.Output.Contains("Microsoft.Build.Experimental.BuildCheck.Infrastructure", StringComparison.Ordinal);

    private static string Import(string extension) =>
        $"<Project><Import Project=\"package/buildTransitive/AgentEnhancer.Build.{extension}\" /></Project>";

    private static string Rule(string code) => $"build_check.BC{code}.severity=warning\nbuild_check.BC{code}.scope=work_tree_imports\n";
}
