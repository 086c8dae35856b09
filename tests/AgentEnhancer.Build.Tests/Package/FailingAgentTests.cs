namespace AgentEnhancer.Build.Tests.Package;

/// <summary>One agent that no template fits, among three that can be enhanced.</summary>
[TestClass]
public sealed class FailingAgentTests
{
    private const string Zebra =
        "---\nname: zebra-keeper\ndescription: Looks after zebra herds in the savannah\n---\n\nYou feed zebras.\n";

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
        Project.Write("agents/zebra-keeper.md", Zebra);
        First = Project.Build();
        Second = Project.Build("--no-restore");
        NoWarn = Project.Build("--no-restore", "-p:NoWarn=AEB2001");
        AsErrors = Project.Build("--no-restore", "-p:WarningsAsErrors=AEB2001");
        File.Delete(Project.PathOf("agents/zebra-keeper.md"));
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
        First.Output.Should().MatchRegex(@"agents/zebra-keeper\.md(\(\d+\))?\s?: warning AEB2001: ");

    [TestMethod]
    public void It_warns_again_on_every_build_until_it_is_mended()
    {
        Second.Succeeded().Count("warning AEB2001").Should().Be(1);
        Mended.Succeeded().Count("warning AEB2001").Should().Be(0);
        AfterMended.Succeeded().Count("Enhanced").Should().Be(0);
    }

    [TestMethod]
    public void NoWarn_silences_it() => NoWarn.Succeeded().Count("AEB2001").Should().Be(0);

    [TestMethod]
    public void WarningsAsErrors_promotes_it()
    {
        AsErrors.ExitCode.Should().NotBe(0);
        AsErrors.Count("error AEB2001").Should().Be(1);
    }
}
