using Microsoft.Build.Logging.StructuredLogger;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>One project, built again and again: what each change costs, and what it leaves alone.</summary>
[TestClass]
public sealed class BuildingAgainTests
{
    private const string ShowItems =
        """
          <ItemGroup>
            <None Update="agents/**/*.md" CopyToOutputDirectory="PreserveNewest" />
          </ItemGroup>
          <Target Name="ShowItems" AfterTargets="Build">
            <Message Importance="High" Text="item %(EnhancedAgent.Identity) from %(SourceAgent) is %(Status) %(LineCount) %(TemplatesReferenced)" />
          </Target>
        """;

    private static TestProject Project = null!;
    private static CommandResult First = null!;
    private static string[] FirstFiles = [];
    private static string FirstText = "";
    private static string FirstCopied = "";
    private static DateTime FirstTime;
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) Second;
    private static DateTime SecondTime;
    private static CommandResult Edited = null!;
    private static string EditedText = "";
    private static DateTime OtherTimeAfterEdit;
    private static CommandResult Lost = null!;
    private static bool LostIsBack;
    private static CommandResult Deleted = null!;
    private static string[] FilesAfterDelete = [];
    private static CommandResult OptionChanged = null!;
    private static (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) AfterOption;
    private static CommandResult Cleaned = null!;
    private static string[] FilesAfterClean = [];

    [ClassInitialize]
    public static void BuildStepByStep(TestContext _)
    {
        Project = TestProject.Create("BuildingAgain", more: ShowItems);
        const string other = "obj/Debug/net10.0/agents/test-author.md";
        First = Project.Build();
        FirstFiles = Project.Files("obj/Debug/net10.0/agents");
        FirstText = Project.Has(other) ? Project.Read(other) : "";
        FirstCopied = Project.Read("bin/Debug/net10.0/agents/backend/repository-author.md");
        FirstTime = File.GetLastWriteTimeUtc(Project.PathOf(other));

        Second = Project.BuildLogged("--no-restore");
        SecondTime = File.GetLastWriteTimeUtc(Project.PathOf(other));

        const string edited = "agents/backend/endpoint-author.md";
        Project.Write(edited, Project.Read(edited) + "\nYou answer in short sentences.\n");
        Edited = Project.Build("--no-restore");
        EditedText = Project.Read("obj/Debug/net10.0/" + edited);
        OtherTimeAfterEdit = File.GetLastWriteTimeUtc(Project.PathOf(other));

        File.Delete(Project.PathOf(other));
        Lost = Project.Build("--no-restore");
        LostIsBack = Project.Has(other);

        File.Delete(Project.PathOf("agents/test-author.md"));
        Deleted = Project.Build("--no-restore");
        FilesAfterDelete = Project.Files("obj/Debug/net10.0/agents");

        OptionChanged = Project.Build("--no-restore", "-p:AgentEnhancerMaximumLines=240");
        AfterOption = Project.BuildLogged("--no-restore", "-p:AgentEnhancerMaximumLines=240");

        Cleaned = Project.Run("clean");
        FilesAfterClean = [.. Project.Files("obj").Where(f => f.Contains("agents", StringComparison.Ordinal))];
    }

    [TestMethod]
    public void The_first_build_enhances_every_agent_and_says_so_once()
    {
        First.Succeeded();
        First.Count("Enhanced 3 agents with 9 templates (100% success, 1 invocation)").Should().Be(1);
        First.Count("warning").Should().Be(0);
        FirstFiles.Should().Equal("backend/endpoint-author.md", "backend/repository-author.md", "test-author.md");
        FirstText.Should().Contain("## Template References");
    }

    [TestMethod]
    public void The_terminal_logger_gets_a_line_that_names_the_folder() =>
        First.Output.Should().Contain($"BuildingAgain -> {Project.Agents}/ (3 of 3 agents enhanced with 9 templates)");

    [TestMethod]
    public void The_enhanced_file_is_what_the_output_folder_gets() =>
        FirstCopied.Should().Contain("## Template References");

    [TestMethod]
    public void The_second_build_is_silent_and_runs_no_task()
    {
        Second.Result.Succeeded();
        Second.Log.TaskRuns().Should().Be(0);
        Second.Result.Count("Enhanced 3").Should().Be(0);
        SecondTime.Should().Be(FirstTime);
    }

    [TestMethod]
    public void Items_with_metadata_are_there_in_every_build()
    {
        foreach (var output in new[] { First.Output, Second.Result.Output })
        {
            output.Should().MatchRegex(
                @"item obj/Debug/net10\.0/agents/backend/endpoint-author\.md from agents/backend/endpoint-author\.md is Enhanced \d\d+ \d");
        }
    }

    [TestMethod]
    public void An_edited_agent_is_enhanced_again_and_the_others_are_not_rewritten()
    {
        Edited.Succeeded().Count("Enhanced 3 agents").Should().Be(1);
        EditedText.Should().Contain("You answer in short sentences.");
        OtherTimeAfterEdit.Should().Be(FirstTime);
    }

    [TestMethod]
    public void An_output_that_was_deleted_comes_back()
    {
        Lost.Succeeded();
        LostIsBack.Should().BeTrue();
    }

    [TestMethod]
    public void A_deleted_agent_takes_its_output_along()
    {
        Deleted.Succeeded().Count("Enhanced 2 agents").Should().Be(1);
        FilesAfterDelete.Should().Equal("backend/endpoint-author.md", "backend/repository-author.md");
    }

    [TestMethod]
    public void A_changed_option_runs_once()
    {
        OptionChanged.Succeeded().Count("Enhanced 2 agents").Should().Be(1);
        AfterOption.Result.Succeeded();
        AfterOption.Log.TaskRuns().Should().Be(0);
    }

    [TestMethod]
    public void Clean_removes_what_lies_under_obj_and_no_source()
    {
        Cleaned.Succeeded();
        FilesAfterClean.Should().BeEmpty();
        Project.Files("agents").Should().Equal("backend/endpoint-author.md", "backend/repository-author.md");
    }
}
