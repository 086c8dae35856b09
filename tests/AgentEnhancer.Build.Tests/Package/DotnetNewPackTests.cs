namespace AgentEnhancer.Build.Tests.Package;

/// <summary>samples/DotnetNewPack as its users meet it: they install the package, create a project, and its agents know that project.</summary>
[TestClass]
public sealed class DotnetNewPackTests
{
    private const string References = "## Template References";

    private static TestProject Pack = null!;
    private static CommandResult Packing = null!;

    [ClassInitialize]
    public static void PackAndInstall(TestContext _)
    {
        var sample = Path.Combine(TestPackage.RepositoryRoot, "samples", "DotnetNewPack");
        var project = File.ReadAllText(Path.Combine(sample, "DotnetNewPack.csproj")).Replace("</Project>", "<!-- more --></Project>", StringComparison.Ordinal);
        Pack = TestProject.Create("DotnetNewPack", project, withShop: false);
        Pack.Write("README.md", File.ReadAllText(Path.Combine(sample, "README.md")));
        Pack.CopyFolder(Path.Combine(sample, "content"), "content");
        Packing = Pack.Run("pack", "-o", "packed").Succeeded();
        New("install", Directory.GetFiles(Pack.PathOf("packed"), "*.nupkg").Single());
    }

    [TestMethod]
    public void Each_file_of_the_templates_is_in_the_package_and_each_agent_is_enhanced()
    {
        Packing.Count("Enhanced 8 agents").Should().Be(1);
        Packing.Output.Should().NotContain("warning");
        var packed = Pack.PackedFiles("packed", "");
        packed.Keys.Where(k => k.StartsWith("content/", StringComparison.Ordinal))
            .Should().BeEquivalentTo(Pack.Files("content").Select(f => "content/content/" + f));
        packed.Where(f => f.Key.Contains("/agents/", StringComparison.Ordinal))
            .Should().HaveCount(8).And.OnlyContain(f => f.Value.Contains(References, StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("sample-worker", "Company.Worker", "SendInvoice", "--job", "ResizeImage")]
    [DataRow("sample-api", "Company.Api", "Warehouse", "--entity", "Depot")]
    public void A_new_project_has_enhanced_agents_that_speak_of_it_by_its_own_names(
        string template, string sourceName, string replaced, string option, string value)
    {
        New(template, "-n", "Acme.Own", option, value, "-o", template, "--no-update-check");

        var agents = Pack.Files(template, "*.md").Where(f => f.Contains("/agents/", StringComparison.Ordinal)).ToDictionary(f => f, f => Pack.Read($"{template}/{f}"));
        agents.Should().HaveCount(4);
        foreach (var (path, text) in agents)
        {
            text.Should().StartWith("---\nname: ", path).And.Contain(References, path).And.Contain("src/Acme.Own/", path)
                .And.NotContain(sourceName, path).And.NotContain(replaced, path);
        }

        agents.Values.Should().Contain(t => t.Contains(value, StringComparison.Ordinal));
    }

    private static void New(params string[] arguments) => DotnetCommand.Run(
        Pack.Directory, TestPackage.Packages, ["new", .. arguments, "--debug:custom-hive", Pack.PathOf("hive")]).Succeeded();
}
