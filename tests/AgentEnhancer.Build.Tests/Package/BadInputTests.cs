namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Files that nobody meant to hand in, in real builds: nothing fails, each has its warning, nothing is lost.</summary>
[TestClass]
public sealed class BadInputTests
{
    [TestMethod]
    public void Each_bad_file_has_its_warning_and_the_others_are_enhanced()
    {
        var project = TestProject.Create("BadInput");
        File.WriteAllBytes(project.PathOf("agents/logo.md"), [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13]);
        project.Write("agents/new.md", "");
        project.Write("agents/other/test-author.md", project.Read("agents/test-author.md").Replace("name: test-author", "name: other", StringComparison.Ordinal));
        using (var stream = File.Create(project.PathOf("templates/dump.sql.template")))
        {
            stream.SetLength(50 * 1024 * 1024);
        }

        project.Write("agents/quoted.md", "---\nname: quoted\ndescription: Writes services: with results\n---\n\nWrites services that return results and call repositories.\n");

        var first = project.Build().Succeeded();
        var (second, log) = project.BuildLogged("--no-restore");

        log.TaskRuns().Should().Be(0, "nothing has changed");
        foreach (var output in new[] { first.Output, second.Succeeded().Output })
        {
            output.Should().MatchRegex(@"agents/logo\.md\s?: warning AEB1004: ")
                .And.MatchRegex(@"agents/new\.md\s?: warning AEB1006: ")
                .And.MatchRegex(@"agents/quoted\.md\(3\)\s?: warning AEB1011: ")
                .And.MatchRegex(@"templates/dump\.sql\.template\s?: warning AEB1103: ")
                .And.NotContain("AEB1010").And.NotContain("AEB9002");
        }

        project.Files("obj/Debug/net10.0/agents").Should().Contain(
            ["backend/endpoint-author.md", "backend/repository-author.md", "other/test-author.md", "test-author.md"]);
    }

    [TestMethod]
    public void An_output_folder_that_cannot_be_made_is_one_warning_and_agents_go_out_as_they_are()
    {
        var project = TestProject.Create(
            "NoOutput",
            more: """
                    <PropertyGroup>
                      <AgentEnhancerOutputPath>taken/agents</AgentEnhancerOutputPath>
                    </PropertyGroup>
                    <ItemGroup>
                      <None Update="agents/**/*.md" CopyToOutputDirectory="PreserveNewest" />
                    </ItemGroup>
                  """);
        project.Write("taken", "a file, where a folder is wanted\n");
        project.Build().Succeeded().Count("warning AEB5006").Should().Be(1);
        project.Read("bin/Debug/net10.0/agents/test-author.md").Should().Be(project.Read("agents/test-author.md"));
        project.Read("taken").Should().StartWith("a file");
    }

    [TestMethod]
    public void Another_folder_and_a_Turkish_machine_give_the_same_bytes()
    {
        var here = TestProject.Create("Bytes");
        var there = TestProject.Create("deeper/down/Bytes");
        there.Environment["LANG"] = there.Environment["LC_ALL"] = "tr_TR.UTF-8";
        if (Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is null)
        {
            // Else this machine may have no culture data, and no .NET process would start.
            there.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0";
        }

        here.Build().Succeeded();
        there.Build().Succeeded();
        var files = here.Files("obj/Debug/net10.0/agents");
        files.Should().HaveCount(3);
        foreach (var file in files.Select(f => "obj/Debug/net10.0/agents/" + f).Append("obj/Debug/net10.0/agents.state"))
        {
            there.Read(file).Should().Be(here.Read(file));
        }
    }
}
