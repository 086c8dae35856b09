namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Which files are agents and templates, also those that a build makes.</summary>
[TestClass]
public sealed class FindingFilesTests
{
    private const string Generator =
        """
          <PropertyGroup>
            <AgentEnhancerTemplateTarget>GenerateTemplates</AgentEnhancerTemplateTarget>
            <AgentEnhancerGeneratedTemplates>$(BaseIntermediateOutputPath)made/**/*.template</AgentEnhancerGeneratedTemplates>
          </PropertyGroup>
          <ItemGroup>
            <Made Include="kept/**/*.template" />
            <Agent Remove="agents/test-author.md" />
          </ItemGroup>
          <Target Name="GenerateTemplates">
            <Copy SourceFiles="@(Made)" DestinationFiles="@(Made->'$(BaseIntermediateOutputPath)made/%(RecursiveDir)%(Filename)%(Extension)')" SkipUnchangedFiles="true" />
            <Copy SourceFiles="kept/services/Result.cs.template" DestinationFolder="templates/made" SkipUnchangedFiles="true" />
          </Target>
        """;

    private const string ShowTemplates =
        """
          <Target Name="ShowTemplates" AfterTargets="EnhanceAgents">
            <Message Importance="High" Text="agent %(Agent.Identity)" Condition="'@(Agent)' != ''" />
            <Message Importance="High" Text="template %(AgentTemplate.FullPath)" Condition="'@(AgentTemplate)' != ''" />
          </Target>
        """;

    [TestMethod]
    public void Templates_made_in_this_very_build_are_seen_and_removed_agents_stay_removed()
    {
        var project = TestProject.Create("Generated", more: Generator);
        Directory.Move(project.PathOf("templates"), project.PathOf("kept"));
        project.Build().Succeeded().Count("Enhanced 2 agents with 10 templates").Should().Be(1);
        project.Build("--no-restore").Succeeded().Output.Should().NotContain("Enhanced");

        Directory.Delete(project.PathOf("obj/Debug"), recursive: true);
        Directory.Delete(project.PathOf("obj/made"), recursive: true);
        project.Run("msbuild", "-t:GenerateTemplates").Succeeded()
            .Output.Should().Contain("Enhanced 2 agents with 10 templates", "EnhanceAgents follows the template target when that runs alone");
    }

    [TestMethod]
    public void Default_items_are_agents_wherever_hosts_keep_them_and_never_instructions_or_outputs()
    {
        var project = TestProject.Create("Items", more: ShowTemplates, withShop: false);
        foreach (var file in new[]
                 {
                     "agents/a.md", "agents/deep/b.md", ".claude/agents/c.md", "sub/.claude/agents/d.md", ".github/agents/e.agent.md",
                     "agents/README.md", "agents/a-ext.md", "agents/AGENTS.md", "agents/CLAUDE.md", ".github/agents/f.md",
                     "obj/x/.claude/agents/g.md", "bin/.claude/agents/h.md", "other/i.md",
                 })
        {
            project.Write(file, "No front matter.\n");
        }

        project.Write("templates/x.cs.template", "class X;\n");
        project.Write("templates/y.txt", "no template\n");
        var output = project.Build("-t:EnhanceAgents", "-restore").Succeeded().Output;
        Names(output, "agent ").Should().BeEquivalentTo(
            "agents/a.md", "agents/deep/b.md", ".claude/agents/c.md", "sub/.claude/agents/d.md", ".github/agents/e.agent.md");
        Names(output, "template ").Should().BeEquivalentTo(project.PathOf("templates/x.cs.template"));
    }

    [TestMethod]
    public void An_output_folder_in_the_source_tree_is_written_not_read_and_never_cleaned()
    {
        var project = TestProject.Create(
            "OutputInSource", more: "<PropertyGroup><AgentEnhancerOutputPath>.claude/agents</AgentEnhancerOutputPath></PropertyGroup>" + ShowTemplates);
        project.Build().Succeeded().Count("Enhanced 3 agents").Should().Be(1);
        project.Files(".claude/agents").Should().HaveCount(3);
        Names(project.Build("--no-restore").Succeeded().Output, "agent ").Should().HaveCount(3).And.OnlyContain(a => a.StartsWith("agents/"));
        project.Run("clean").Succeeded();
        project.Files(".claude/agents").Should().HaveCount(3);
    }

    [TestMethod]
    public void Content_of_a_dotnet_new_template_is_read_without_binaries_locks_agents_and_its_excludes()
    {
        var project = TestProject.Create("DotnetNew", more: "<ItemGroup><Compile Remove=\"content/**\" /></ItemGroup>");
        Directory.Move(project.PathOf("templates"), project.PathOf("content"));
        foreach (var file in project.Files("content"))
        {
            File.Move(project.PathOf("content/" + file), project.PathOf("content/" + file.Replace(".template", "", StringComparison.Ordinal)));
        }

        project.Write("content/.template.config/template.json", """{ "sources": [ { "modifiers": [ { "exclude": [ "docs/**" ] } ] } ] }""");
        project.Write("content/docs/guide.txt", "left out\n");
        project.Write("content/package-lock.json", "{}\n");
        project.Write("content/logo.png", "not text\n");
        project.Write("content/.claude/agents/inner.agent.md", "No front matter.\n");
        project.Write("content/obj/Made.cs", "class Made;\n");
        project.Write("content/node_modules/some/index.js", "var some;\n");
        project.Write("content/site.min.js", "var site;\n");
        project.Write("content/Client.g.cs", "class Client;\n");
        project.Write("content/model", "\0\0");
        project.Write(".git/HEAD", "ref: refs/heads/main\n");
        project.Write(".gitignore", "*.cache\n");
        project.Write("content/some.cache", "left out\n");
        var first = project.Build("-v:d").Succeeded();
        first.Output.Should().Contain("Enhanced 3 agents with 9 templates")
            .And.Contain("Left out of 17 files of dotnet new templates: 2 binary, 1 lock file, 1 minified, 1 generated, 1 ignored by git");

        project.Build("--no-restore").Succeeded().Output.Should().NotContain("Enhanced");
        project.Write(".gitignore", "*.other\n");
        project.Build("--no-restore").Succeeded().Count("Enhanced 3 agents with 10 templates").Should().Be(1, "another file is content now");
        File.Delete(project.PathOf(".gitignore"));
        project.Build("--no-restore").Succeeded().Count("Enhanced 3 agents with 10 templates").Should().Be(1, "it may as well be one file more or less");
    }

    private static IEnumerable<string> Names(string output, string word) =>
        output.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith(word, StringComparison.Ordinal)).Select(l => l[word.Length..]);
}
