namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Enhanced agents under source control, and a build that only looks whether they are up to date.</summary>
[TestClass]
public sealed class CheckingTests
{
    private const string Committed = "<PropertyGroup><AgentEnhancerOutputPath>.claude/agents</AgentEnhancerOutputPath></PropertyGroup>";
    private const string Check = "-p:AgentEnhancerCheck=true";

    private static TestProject Project = null!;
    private static CommandResult Fresh = null!;
    private static CommandResult Outdated = null!;
    private static string[] AfterCheck = null!;
    private static CommandResult Mended = null!;

    [ClassInitialize]
    public static void BuildStepByStep(TestContext _)
    {
        Project = TestProject.Create("Checking", more: Committed);
        Project.Build().Succeeded();
        // A fresh clone: what is under source control, and nothing that an earlier build knew.
        Directory.Delete(Project.PathOf("obj"), recursive: true);
        Fresh = Project.Build(Check);

        Project.Write(".claude/agents/backend/endpoint-author.md", Project.Read(".claude/agents/backend/endpoint-author.md").Replace("## Constraints", "## Rules"));
        File.Move(Project.PathOf(".claude/agents/test-author.md"), Project.PathOf(".claude/agents/tester.md"));
        Outdated = Project.Build("--no-restore", Check);
        AfterCheck = [.. Project.Files(".claude/agents"), Project.Read(".claude/agents/backend/endpoint-author.md")];

        File.Delete(Project.PathOf(".claude/agents/tester.md"));
        Project.Build("--no-restore").Succeeded();
        Mended = Project.Build("--no-restore", Check);
    }

    [TestMethod]
    public void What_is_up_to_date_passes_on_a_fresh_clone() =>
        Fresh.Succeeded().Count("error").Should().Be(0);

    [TestMethod]
    public void What_differs_fails_at_its_first_line()
    {
        Outdated.ExitCode.Should().NotBe(0);
        Outdated.Output.Should().MatchRegex(@"\.claude/agents/backend/endpoint-author\.md\(\d+\)\s?: error AEB5010: .*'## Constraints'.*'## Rules'");
    }

    [TestMethod]
    public void What_is_missing_and_what_is_left_over_fail_too()
    {
        Outdated.Output.Should().MatchRegex(@"\.claude/agents/test-author\.md\s?: error AEB5011: ");
        Outdated.Output.Should().MatchRegex(@"\.claude/agents/tester\.md\s?: error AEB5012: ");
        Outdated.Count("error AEB50").Should().Be(3, "one for each file");
    }

    [TestMethod]
    public void Nothing_is_written() =>
        AfterCheck.Should().HaveCount(4).And.Contain("tester.md").And.NotContain("test-author.md")
            .And.ContainSingle(text => text.Contains("## Rules"));

    [TestMethod]
    public void A_build_mends_it() => Mended.Succeeded();

    [TestMethod]
    public void Clean_leaves_committed_files_alone_and_a_build_does_not_touch_what_has_not_changed()
    {
        var project = TestProject.Create("CheckedIn", more: Committed);
        project.Build().Succeeded();
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var files = project.Files(".claude/agents").Select(f => project.PathOf(".claude/agents/" + f)).ToArray();
        Array.ForEach(files, f => File.SetLastWriteTimeUtc(f, time));

        project.Run("clean").Succeeded();
        project.Build("--no-restore").Succeeded().Count("Enhanced 3 agents").Should().Be(1);

        files.Should().HaveCount(3).And.OnlyContain(f => File.GetLastWriteTimeUtc(f) == time);
    }

    [TestMethod]
    public void There_is_nothing_to_check_below_obj()
    {
        var result = TestProject.Create("CheckingNothing").Build(Check);

        result.ExitCode.Should().NotBe(0);
        result.Count("error AEB1304").Should().Be(1);
    }

    [TestMethod]
    public void A_check_of_a_model_s_documents_wants_stored_answers()
    {
        var model = new FakeModel("CheckingModel");
        var project = TestProject.Create("CheckingModel", more: Committed + model.Properties);

        project.Build(Check).Count("error AEB1303").Should().Be(1);
        project.Build("--no-restore", "-p:AgentEnhancerResponsesPath=agents.lock").Succeeded();
        project.Build("--no-restore", "-p:AgentEnhancerResponsesPath=agents.lock", Check).Succeeded();

        model.Calls.Should().Be(1);
    }

    [TestMethod]
    public void Twins_go_to_two_places_from_one_answer_each_under_its_own_front_matter()
    {
        var model = new FakeModel("Twins");
        var project = TestProject.Create("Twins", more: model.Properties
            + """<ItemGroup><Agent Update=".github/agents/tester.agent.md" TwinOf="agents/test-author.md" /></ItemGroup>""");
        project.Write(".github/agents/tester.agent.md", "---\nname: Tester\ntools: [search]\ndescription: Writes tests\n---\n\n# Tester\n\nWrites tests of services.\n");

        project.Build().Succeeded().Count("Enhanced 4 agents with 9 templates (100% success, 1 invocation)").Should().Be(1);

        model.Asked.Should().ContainSingle().Which.Should().HaveCount(3).And.NotContain(".github/agents/tester.agent.md");
        var twin = project.Read("obj/Debug/net10.0/agents/.github/agents/tester.agent.md");
        twin.Should().StartWith("---\nname: Tester\ntools: [search]\n").And.Contain("Do as the model says for test-author.md");
    }
}
