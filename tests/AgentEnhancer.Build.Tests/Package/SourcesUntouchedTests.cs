namespace AgentEnhancer.Build.Tests.Package;

/// <summary>
/// A folder of sources that could as well be read-only, as in a container: all that is written goes elsewhere. And commands that don't build leave
/// agents alone.
/// </summary>
[TestClass]
public sealed class SourcesUntouchedTests
{
    private const string Items = "<ItemGroup><None Update=\"agents/**/*.md\" CopyToPublishDirectory=\"PreserveNewest\" /></ItemGroup>";

    private static TestProject Project = null!;
    private static string Elsewhere = "";
    private static string[] Before = [];
    private static string[] AfterRestore = [];
    private static CommandResult Format = null!;
    private static string[] AfterFormat = [];
    private static CommandResult First = null!;
    private static CommandResult Second = null!;
    private static CommandResult Publish = null!;
    private static string[] After = [];

    [ClassInitialize]
    public static void BuildElsewhere(TestContext _)
    {
        Project = TestProject.Create("Sources", more: Items);
        Elsewhere = Path.Combine(TestPackage.Root, "elsewhere");
        Before = Snapshot();
        Project.Run("restore", "--artifacts-path", Elsewhere).Succeeded();
        AfterRestore = Outputs();
        Project.Environment["ArtifactsPath"] = Elsewhere;
        Format = DotnetCommand.Run(Project.Directory, TestPackage.Packages, Project.Environment, ["format", "--no-restore", "--verify-no-changes", "-v", "n"]);
        AfterFormat = Outputs();
        Project.Environment.Clear();
        First = Project.Build("--no-restore", "--artifacts-path", Elsewhere);
        Second = Project.Build("--no-restore", "--artifacts-path", Elsewhere);
        Publish = Project.Run("publish", "--no-build", "-c", "Debug", "--artifacts-path", Elsewhere);
        After = Snapshot();
    }

    [TestMethod]
    public void Restore_enhances_nothing() => AfterRestore.Should().BeEmpty();

    [TestMethod]
    public void Format_loads_the_project_and_enhances_nothing()
    {
        Format.Succeeded();
        AfterFormat.Should().BeEmpty();
    }

    [TestMethod]
    public void A_build_enhances_elsewhere_and_the_next_one_knows()
    {
        First.Succeeded().Count("Enhanced 3 agents with 9 templates").Should().Be(1);
        Outputs().Should().HaveCount(3);
        Second.Succeeded().Output.Should().NotContain("Enhanced");
    }

    [TestMethod]
    public void Publish_takes_the_enhanced_files()
    {
        Publish.Succeeded();
        var published = Directory.GetFiles(Path.Combine(Elsewhere, "publish"), "*-author.md", SearchOption.AllDirectories);
        published.Should().HaveCount(3).And.OnlyContain(f => File.ReadAllText(f).Contains("## Template References"));
    }

    [TestMethod]
    public void No_file_of_the_sources_was_written_or_added() => After.Should().Equal(Before);

    private static string[] Snapshot() =>
        [.. Project.Files("").Select(f => $"{f} {File.GetLastWriteTimeUtc(Project.PathOf(f)).Ticks}")];

    private static string[] Outputs() =>
        Directory.Exists(Path.Combine(Elsewhere, "obj")) ? Directory.GetFiles(Path.Combine(Elsewhere, "obj"), "*-author.md", SearchOption.AllDirectories) : [];
}
