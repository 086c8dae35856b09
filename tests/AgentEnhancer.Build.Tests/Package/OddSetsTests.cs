using System.Text.RegularExpressions;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>
/// A large set in two roots, whose files and folders have the names that file systems allow and MSBuild, Markdown and zip files stumble over.
/// </summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class OddSetsTests
{
    private const int Bulk = 490;

    private const string Items =
        """
          <PropertyGroup>
            <AgentEnhancerTemplateGlobs>templates/**/*.template;kit two/**/*.template</AgentEnhancerTemplateGlobs>
          </PropertyGroup>
          <ItemGroup>
            <None Update="agents/**/*.md" Pack="true" PackagePath="content/agents/" />
          </ItemGroup>
          <Target Name="ShowItems" AfterTargets="EnhanceAgents">
            <Message Importance="High" Text="enhanced %(EnhancedAgent.Status) %(EnhancedAgent.Identity)" />
          </Target>
        """;

    private static readonly string Long = string.Concat(Enumerable.Repeat("long-", 40));

    private static readonly (string Old, string New)[] Moves =
    [
        ("templates/services/Result.cs.template", "templates/services; #1/Result.cs.template"),
        ("templates/services/EntityService.cs.template", "templates/services; #1/Entity | Service `a`.cs.template"),
        ("templates/repositories/ConnectionFactory.cs.template", "templates/repositories 100%/ConnectionFactory.cs.template"),
        ("templates/repositories/EntityRepository.cs.template", "templates/repositories%20%3B/EntityRepository.cs.template"),
        ("templates/tests/FakeRepository.cs.template", "kit two/tests (a) @home's /FakeRepository.cs.template"),
        ("templates/tests/EntityServiceTests.cs.template", "kit two/tests (a) @home's /Entity  ServiceTests.cs.template"),
        ("templates/endpoints/CreateEndpoint.cs.template", "kit two/endpoints $(x) caf\u00e9/CreateEndpoint.cs.template"),
        ("templates/endpoints/CreateValidator.cs.template", "kit two/endpoints $(x) cafe\u0301/CreateValidator.cs.template"),
        ("templates/endpoints/GetEndpoint.cs.template", $"kit two/endpoints/{Long}/GetEndpoint.cs.template"),
        ("agents/test-author.md", "agents/test author;1 #.md"),
        ("agents/backend/endpoint-author.md", "agents/back 100%/endpoint'author (v2) %3B.md"),
        ("agents/backend/repository-author.md", "agents/back@$(x)/repository \u00e9 author.MD"),
    ];

    private static TestProject Project = null!;
    private static CommandResult First = null!;

    [ClassInitialize]
    public static void Build(TestContext _)
    {
        Project = TestProject.Create("Odd", more: Items);
        foreach (var (old, to) in Moves)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Project.PathOf(to))!);
            File.Move(Project.PathOf(old), Project.PathOf(to));
        }

        // Two files that differ by case are two, where the file system keeps them apart.
        Project.Write("templates/services; #1/result.cs.template", "namespace {{Namespace}};\n\npublic enum ResultKind\n{\n    None,\n}\n");
        for (var i = 0; i < Bulk; i++)
        {
            Project.Write($"templates/bulk/{i % 7}/Options{i}.cs.template", $"namespace {{{{Namespace}}}};\n\npublic sealed class Options{i};\n");
        }

        // A folder of the project, itself, and one outside.
        Project.Write("templates/links/kept.txt", "");
        Directory.CreateSymbolicLink(Project.PathOf("templates/links/loop"), "..");
        File.CreateSymbolicLink(Project.PathOf("templates/links/Inside.cs.template"), "../../linked/Inside.cs.template");
        Project.Write("linked/Inside.cs.template", "namespace {{Namespace}};\n\npublic sealed class Inside;\n");
        Directory.CreateDirectory(Project.PathOf("../OddOutside"));
        File.WriteAllText(Project.PathOf("../OddOutside/Secret.cs.template"), "public sealed class Secret;\n");
        File.WriteAllText(Project.PathOf("../OddOutside/Secret2.cs.template"), "public sealed class Secret2;\n");
        Directory.CreateSymbolicLink(Project.PathOf("templates/links/out"), "../../../OddOutside");

        First = Project.Build("-p:GenerateDocumentationFile=false").Succeeded();
    }

    [TestMethod]
    public void All_agents_are_enhanced_with_all_templates_of_both_roots()
    {
        First.Count($"Enhanced 3 agents with {9 + 1 + Bulk + 1} templates").Should().Be(1);
        Agents().Should().HaveCount(3);
    }

    [TestMethod]
    public void A_link_that_leads_out_warns_once_and_no_other_warning_is_given()
    {
        First.Count("warning").Should().Be(1);
        First.Count("AEB1110").Should().Be(1);
    }

    [TestMethod]
    public void Every_path_of_every_document_is_well_formed_and_exists()
    {
        foreach (var agent in Agents())
        {
            var rows = File.ReadLines(Path.Combine(Project.Agents, agent)).Where(l => Regex.IsMatch(l, @"^\| \d+ \|")).ToList();
            rows.Should().NotBeEmpty();
            foreach (var row in rows)
            {
                // Cells end at pipes that no backslash escapes, in code too.
                var cell = Regex.Split(row, @"(?<!\\)\|")[2].Trim().Replace("\\|", "|", StringComparison.Ordinal);
                var fence = Regex.Match(cell, "^`+").Value;
                cell.Should().EndWith(fence);
                Project.Has(cell[fence.Length..^fence.Length]).Should().BeTrue(row);
            }
        }
    }

    [TestMethod]
    public void A_second_build_has_nothing_to_do_a_pack_takes_the_enhanced_files_and_clean_removes_them()
    {
        var second = Project.Build("--no-restore").Succeeded();
        second.Count("Enhanced 3 agents").Should().Be(0);
        second.Count("enhanced Enhanced ").Should().Be(3, "the state file gives the items back");
        foreach (var agent in Agents())
        {
            second.Output.Should().Contain($"agents/{agent}\n");
        }

        Project.Run("pack", "--no-build", "-c", "Debug", "-o", "packed").Succeeded();
        Project.PackedFiles("packed", "").Where(f => f.Key.StartsWith("content/agents/", StringComparison.Ordinal))
            .Should().HaveCount(3).And.OnlyContain(f => f.Value.Contains("## Template References", StringComparison.Ordinal));

        Project.Run("clean").Succeeded();
        Agents().Should().BeEmpty();
        Project.Has(Moves[^1].New).Should().BeTrue();
    }

    private static string[] Agents() => Project.Files(Path.GetRelativePath(Project.Directory, Project.Agents));
}
