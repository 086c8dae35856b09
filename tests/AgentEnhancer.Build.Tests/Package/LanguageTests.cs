namespace AgentEnhancer.Build.Tests.Package;

/// <summary>
/// F#, Visual Basic, an application for the web, and a project without an SDK, in one solution; with everything turned on that turns warnings
/// into errors, as a build server does.
/// </summary>
[TestClass]
public sealed class LanguageTests
{
    private const string Plain =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <!-- more -->
        </Project>
        """;

    private const string Web =
        """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <ItemGroup>
            <Content Include="agents/**/*.md" CopyToPublishDirectory="PreserveNewest" />
          </ItemGroup>
          <!-- more -->
        </Project>
        """;

    private const string Strict =
        """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ContinuousIntegrationBuild>true</ContinuousIntegrationBuild>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <Nullable>enable</Nullable>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
        </Project>
        """;

    private static TestProject Folder = null!;
    private static CommandResult First = null!;
    private static CommandResult Second = null!;

    [ClassInitialize]
    public static void Build(TestContext _)
    {
        Folder = TestProject.CreateFolder("Languages");
        Folder.Write("Directory.Build.props", Strict);
        Folder.Write("Fs/Fs.fsproj", TestProject.Complete(Plain, "<ItemGroup><Compile Include=\"Code.fs\" /></ItemGroup>"));
        Folder.Write("Fs/Code.fs", "module internal Code\n");
        Folder.Write("Vb/Vb.vbproj", TestProject.Complete(Plain));
        Folder.Write("Vb/Code.vb", "Friend Class Code\nEnd Class\n");
        Folder.Write("Web/Web.csproj", TestProject.Complete(Web));
        Folder.Write("Web/Program.cs", "using Microsoft.AspNetCore.Builder;\n\nWebApplication.CreateBuilder(args).Build();\n");
        foreach (var name in new[] { "Fs", "Vb", "Web" })
        {
            Folder.CopyShop(name);
        }

        Folder.Write("All.slnx", "<Solution><Project Path=\"Fs/Fs.fsproj\" /><Project Path=\"Vb/Vb.vbproj\" /><Project Path=\"Web/Web.csproj\" /></Solution>");
        First = Folder.Build("-c", "Release", "-warnaserror");
        Second = Folder.Build("-c", "Release", "-warnaserror", "--no-restore");
    }

    [TestMethod]
    [DataRow("Fs")]
    [DataRow("Vb")]
    [DataRow("Web")]
    public void Agents_are_enhanced(string name)
    {
        First.Succeeded().Output.Should().Contain($"{name} -> {Folder.PathOf(name)}/obj/Release/net10.0/agents/ (3 of 3 agents enhanced with 9 templates)");
        Folder.Files($"{name}/obj/Release/net10.0/agents").Should().HaveCount(3);
    }

    [TestMethod]
    public void No_warning_comes_of_it() => First.Output.Should().Contain("0 Warning(s)").And.Contain("0 Error(s)");

    [TestMethod]
    public void The_second_build_is_silent() => Second.Succeeded().Output.Should().NotContain("nhanced");

    [TestMethod]
    public void A_web_project_publishes_the_enhanced_files()
    {
        Folder.Run("publish", "Web/Web.csproj", "--no-build", "-o", "published").Succeeded();
        Folder.Files("published/agents").Should().HaveCount(3);
        Folder.Read("published/agents/test-author.md").Should().Contain("## Template References");
    }

    [TestMethod]
    public void A_project_without_an_SDK_imports_the_files_and_calls_the_target()
    {
        var package = Path.Combine(TestPackage.Packages, "agentenhancer.build", TestPackage.Version, "build", "AgentEnhancer.Build");
        Folder.Write(
            "Bare/Bare.proj",
            $"<Project><Import Project=\"{package}.props\" /><Target Name=\"Build\" DependsOnTargets=\"EnhanceAgents\" /><Target Name=\"Clean\" /><Import Project=\"{package}.targets\" /></Project>");
        Folder.CopyShop("Bare");
        Folder.Run("msbuild", "Bare/Bare.proj").Succeeded()
            .Output.Should().Contain($"Bare -> {Folder.PathOf("Bare")}/obj/agents/ (3 of 3 agents enhanced with 9 templates)");
        Folder.Run("msbuild", "Bare/Bare.proj").Succeeded().Output.Should().NotContain("nhanced");
        Folder.Run("msbuild", "Bare/Bare.proj", "-t:Clean").Succeeded();
        Folder.Files("Bare/obj").Should().BeEmpty();
    }
}
