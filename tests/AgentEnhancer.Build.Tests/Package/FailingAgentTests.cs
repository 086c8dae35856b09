namespace AgentEnhancer.Build.Tests.Package;

/// <summary>One agent that cannot be enhanced, among three that can.</summary>
[TestClass]
public sealed class FailingAgentTests
{
    /// <summary>Longer than a document may be, before anything is added.</summary>
    private static readonly string TooLong =
        "---\nname: too-long\ndescription: Writes HTTP endpoints of the order service\n---\n\n"
        + string.Concat(Enumerable.Range(1, 300).Select(i => $"- Rule {i}\n"));

    private static TestProject Project = null!;
    private static CommandResult First = null!;
    private static CommandResult Second = null!;
    private static CommandResult NoWarn = null!;
    private static CommandResult AsErrors = null!;
    private static CommandResult Mended = null!;
    private static CommandResult AfterMended = null!;

    [ClassInitialize]
    public static void BuildStepByStep(TestContext _)
    {
        Project = TestProject.Create("FailingAgent");
        Project.Write("agents/too-long.md", TooLong);
        First = Project.Build();
        Second = Project.Build("--no-restore");
        NoWarn = Project.Build("--no-restore", "-p:NoWarn=AEB4002");
        AsErrors = Project.Build("--no-restore", "-p:WarningsAsErrors=AEB4002");
        File.Delete(Project.PathOf("agents/too-long.md"));
        Mended = Project.Build("--no-restore");
        AfterMended = Project.Build("--no-restore");
    }

    [TestMethod]
    public void The_others_are_enhanced_and_the_build_succeeds()
    {
        First.Succeeded().Count("Enhanced 3 of 4 agents with 9 templates (75% success)").Should().Be(1);
        First.Output.Should().Contain("(3 of 4 agents enhanced with 9 templates)");
    }

    [TestMethod]
    public void A_warning_with_code_and_line_stands_on_its_file() =>
        First.Output.Should().MatchRegex(@"agents/too-long\.md(\(\d+\))?\s?: warning AEB4002: ");

    [TestMethod]
    public void It_warns_again_on_every_build_until_it_is_mended()
    {
        Second.Succeeded().Count("warning AEB4002").Should().Be(1);
        Mended.Succeeded().Count("warning AEB4002").Should().Be(0);
        AfterMended.Succeeded().Count("Enhanced").Should().Be(0);
    }

    [TestMethod]
    public void NoWarn_silences_it() => NoWarn.Succeeded().Count("AEB4002").Should().Be(0);

    [TestMethod]
    public void WarningsAsErrors_promotes_it()
    {
        AsErrors.ExitCode.Should().NotBe(0);
        AsErrors.Count("error AEB4002").Should().Be(1);
    }
}
