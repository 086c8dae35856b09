using System.IO.Compression;
using System.Xml.Linq;

namespace AgentEnhancer.Build.Tests.Package;

[TestClass]
public sealed class PackageContentTests
{
    private static readonly string[] Expected =
    [
        "AgentEnhancer.Build.nuspec",
        "README.md",
        "THIRD-PARTY-NOTICES.txt",
        "build/AgentEnhancer.Build.props",
        "build/AgentEnhancer.Build.targets",
        "buildMultiTargeting/AgentEnhancer.Build.props",
        "buildMultiTargeting/AgentEnhancer.Build.targets",
        "buildTransitive/AgentEnhancer.Build.props",
        "buildTransitive/AgentEnhancer.Build.targets",
        "tasks/net10.0/AgentEnhancer.Build.deps.json",
        "tasks/net10.0/AgentEnhancer.Build.dll",
        "tasks/net10.0/AgentEnhancer.dll",
        "tasks/net10.0/Anthropic.dll",
        "tasks/net10.0/Microsoft.Extensions.AI.Abstractions.dll",
        "tasks/net10.0/Microsoft.Extensions.Configuration.Abstractions.dll",
        "tasks/net10.0/Microsoft.Extensions.DependencyInjection.Abstractions.dll",
        "tasks/net10.0/Microsoft.Extensions.Diagnostics.Abstractions.dll",
        "tasks/net10.0/Microsoft.Extensions.FileProviders.Abstractions.dll",
        "tasks/net10.0/Microsoft.Extensions.Hosting.Abstractions.dll",
        "tasks/net10.0/Microsoft.Extensions.Logging.Abstractions.dll",
        "tasks/net10.0/Microsoft.Extensions.Options.dll",
        "tasks/net10.0/Microsoft.Extensions.Primitives.dll",
        "tasks/net10.0/OpenAI.dll",
        "tasks/net10.0/Polly.Core.dll",
        "tasks/net10.0/System.ClientModel.dll",
        "tasks/net10.0/System.Memory.Data.dll",
        "tasks/net10.0/YamlDotNet.dll",
    ];

    [TestMethod]
    public void Holds_the_task_with_what_it_runs_on_and_nothing_to_compile_against()
    {
        using var archive = ZipFile.OpenRead(TestPackage.File);
        archive.Entries.Select(e => e.FullName)
            .Where(n => !n.StartsWith("_rels", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n[0] != '[')
            .Order(StringComparer.Ordinal)
            .Should().Equal(Expected);
    }

    [TestMethod]
    public void Names_the_licence_of_every_library_that_it_brings()
    {
        using var archive = ZipFile.OpenRead(TestPackage.File);
        using var reader = new StreamReader(archive.GetEntry("THIRD-PARTY-NOTICES.txt")!.Open());
        var notices = reader.ReadToEnd();
        Expected.Where(e => e.EndsWith(".dll", StringComparison.Ordinal)).Select(e => e.Split('/')[^1])
            .Where(e => !e.StartsWith("AgentEnhancer", StringComparison.Ordinal))
            .Should().OnlyContain(e => notices.Contains($"tasks/net10.0/{e}", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Is_a_development_dependency_under_MIT_that_brings_no_package_along()
    {
        var metadata = Nuspec().Root!.Elements().Single().Elements().ToLookup(e => e.Name.LocalName, e => e.Value, StringComparer.Ordinal);
        metadata["developmentDependency"].Should().Equal("true");
        metadata["license"].Should().Equal("MIT");
        metadata["readme"].Should().Equal("README.md");
        metadata["dependencies"].Should().BeEmpty();
    }

    [TestMethod]
    public void Every_public_property_and_no_private_one_stands_in_the_props()
    {
        var names = XDocument.Load(Path.Combine(TestPackage.RepositoryRoot, "build", "AgentEnhancer.Build.props"))
            .Descendants("PropertyGroup").Elements().ToList();
        names.Should().OnlyContain(e => !e.Name.LocalName.StartsWith('_'));
        names.Should().OnlyContain(e => e.Attribute("Condition")!.Value == $"'$({e.Name.LocalName})' == ''");
        names.Should().OnlyContain(e => e.PreviousNode is XComment, "each has its comment");
    }

    private static XDocument Nuspec()
    {
        using var archive = ZipFile.OpenRead(TestPackage.File);
        using var stream = archive.GetEntry("AgentEnhancer.Build.nuspec")!.Open();
        return XDocument.Load(stream);
    }
}
