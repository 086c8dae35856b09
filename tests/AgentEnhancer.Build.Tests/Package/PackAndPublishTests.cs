namespace AgentEnhancer.Build.Tests.Package;

/// <summary>What leaves the project is the enhanced agent, at the place where the source would have gone.</summary>
[TestClass]
public sealed class PackAndPublishTests
{
    private const string Items =
        """
          <ItemGroup>
            <None Update="agents/backend/*.md" Pack="true" PackagePath="content/.claude/agents/" />
            <None Update="agents/*.md" Pack="true" CopyToPublishDirectory="PreserveNewest" Link="published/%(Filename)%(Extension)" />
            <None Include="NOTES.md" Pack="true" PackagePath="content/" />
          </ItemGroup>
        """;

    private static TestProject Project = null!;
    private static Dictionary<string, string> Packed = [];
    private static Dictionary<string, string> Original = [];

    [ClassInitialize]
    public static void PackAndPublish(TestContext _)
    {
        Project = TestProject.Create("Packing", more: Items);
        Project.Write("NOTES.md", "notes\n");
        Project.Run("pack", "-c", "Debug", "-o", "packed").Succeeded();
        Packed = Project.PackedFiles("packed", ".md");
        Project.Run("publish", "--no-build", "-c", "Debug", "-o", "published").Succeeded();
        Project.Run("pack", "--no-restore", "-c", "Debug", "-o", "original", "-p:AgentEnhancerReplaceItems=false").Succeeded();
        Original = Project.PackedFiles("original", ".md");
    }

    [TestMethod]
    public void The_places_in_the_package_are_those_of_the_sources() => Packed.Keys.Should().BeEquivalentTo(Original.Keys);

    [TestMethod]
    public void Agents_are_enhanced_and_nothing_else_is()
    {
        Packed.Where(f => f.Key.EndsWith("-author.md", StringComparison.Ordinal)).Should().NotBeEmpty()
            .And.OnlyContain(f => f.Value.Contains("## Template References", StringComparison.Ordinal));
        Packed["content/NOTES.md"].Should().Be("notes\n");
    }

    [TestMethod]
    public void Publish_without_a_build_takes_the_enhanced_file() =>
        Project.Read("published/published/test-author.md").Should().Contain("## Template References");

    [TestMethod]
    public void AgentEnhancerReplaceItems_false_lets_the_sources_go_out() =>
        Original.Values.Should().NotContain(t => t.Contains("## Template References", StringComparison.Ordinal));
}
