namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Templates that a target of the project writes, deletes, or fails to write.</summary>
[TestClass]
public sealed class GeneratedSetsTests
{
    private const string Generator =
        """
          <PropertyGroup>
            <MadePath>$(BaseIntermediateOutputPath)made/</MadePath>
            <MadePath Condition="'$(Shared)' != ''">$(Shared)</MadePath>
            <AgentEnhancerTemplateTarget>GenerateTemplates</AgentEnhancerTemplateTarget>
            <AgentEnhancerGeneratedTemplates>$(MadePath)**/*.template</AgentEnhancerGeneratedTemplates>
          </PropertyGroup>
          <ItemGroup>
            <Made Include="kept/**/*.template" />
          </ItemGroup>
          <Target Name="GenerateTemplates">
            <Error Code="GEN001" Text="The generator broke." Condition="'$(Break)' == 'true'" />
            <Copy SourceFiles="@(Made)" DestinationFiles="@(Made->'$(MadePath)%(RecursiveDir)%(Filename)%(Extension)')" SkipUnchangedFiles="true" Condition="'$(Nothing)' != 'true'" />
            <Delete Files="templates/Old.cs.template" Condition="'$(Drop)' == 'true'" />
          </Target>
        """;

    [TestMethod]
    public void A_clean_clone_a_second_build_and_a_build_after_clean_all_have_them()
    {
        var project = Create("Generated/Clone");
        project.Build().Succeeded().Count("Enhanced 3 agents with 9 templates").Should().Be(1);
        project.Build("--no-restore").Succeeded().Output.Should().NotContain("Enhanced 3");

        project.Run("clean").Succeeded();
        Directory.Delete(project.PathOf("obj/made"), recursive: true);
        project.Build("--no-restore").Succeeded().Count("Enhanced 3 agents with 9 templates").Should().Be(1);
        project.Files("obj/Debug/net10.0/agents").Should().HaveCount(3);
    }

    [TestMethod]
    public void A_generator_that_fails_writes_nothing_or_deletes_is_taken_as_it_is()
    {
        var project = Create("Generated/Changing");
        project.Write("templates/Old.cs.template", "public sealed class Old;\n");
        project.Run("restore").Succeeded();

        var broken = project.Run("build", "--no-restore", "-p:Break=true");
        broken.ExitCode.Should().NotBe(0);
        broken.Count("GEN001").Should().Be(1);
        broken.Output.Should().NotContain("AEB", "its error says all there is to say");

        project.Run("msbuild", "-t:EnhanceAgents").Succeeded().Count("Enhanced 3 agents with 10 templates").Should().Be(1);

        var dropped = project.Run("msbuild", "-t:EnhanceAgents", "-p:Drop=true").Succeeded();
        dropped.Count("Enhanced 3 agents with 9 templates").Should().Be(1);
        dropped.Output.Should().NotContain("warning", "a template that the generator deleted is no template, and nothing is missing");

        Directory.Delete(project.PathOf("obj/made"), recursive: true);
        var nothing = project.Run("msbuild", "-t:EnhanceAgents", "-p:Nothing=true").Succeeded();
        nothing.Output.Should().NotContain("warning");
        nothing.Count("AEB").Should().BeLessThanOrEqualTo(1, "one message says that there are no templates");
        project.Files("obj/Debug/net10.0/agents").Should().BeEmpty();
    }

    [TestMethod]
    public void Two_projects_that_share_one_generated_folder_write_the_same_documents_with_paths_that_hold_on_every_machine()
    {
        var documents = new List<string>();
        foreach (var name in new[] { "Sharing/One", "Sharing/Two" })
        {
            var project = Create(name);
            project.Run("msbuild", "-restore", "-t:EnhanceAgents", "-p:Shared=../made/").Succeeded().Count("Enhanced 3 agents with 9 templates").Should().Be(1);
            documents.Add(project.Read("obj/Debug/net10.0/agents/test-author.md"));
        }

        documents[0].Should().Be(documents[1]).And.Contain("`../made/").And.NotContain(TestPackage.Root);
    }

    private static TestProject Create(string name)
    {
        var project = TestProject.Create(name, more: Generator);
        Directory.Move(project.PathOf("templates"), project.PathOf("kept"));
        return project;
    }
}
