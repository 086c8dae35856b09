using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Pack, install, new: what the agents of a template cite is there in what a user has then, under whichever options.</summary>
[TestClass]
public sealed class DotnetNewTests
{
    private static TestProject Pack = null!;

    private static string Hive => Pack.PathOf("hive");

    [ClassInitialize]
    public static void PackAndInstall(TestContext _)
    {
        Pack = TemplatePack.Create("Templates");
        Pack.Run("pack", "-c", "Debug", "-o", "packed").Succeeded();
        DotnetCommand.Run(Pack.Directory, TestPackage.Packages, "new", "install", Directory.GetFiles(Pack.PathOf("packed"), "*.nupkg").Single(), "--debug:custom-hive", Hive).Succeeded();
    }

    [TestMethod]
    [DataRow("acme-api", "Acme.Orders", "")]
    [DataRow("acme-api", "Acme.Orders", "--validation --db postgres --strict")]
    [DataRow("acme-api", "My-Shop.App", "--strict --entity Invoice --sample Trial")]
    [DataRow("acme-depot", "Sheds", "")]
    [DataRow("acme-depot", "Sheds", "--fast false --parcel Crate")]
    public void Every_citation_holds_in_the_instance(string template, string name, string options)
    {
        var folder = New(template, name, options);
        var agents = Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains("## Template References", StringComparison.Ordinal)).ToArray();
        agents.Should().HaveCountGreaterThan(1, "they were enhanced");
        var checks = agents.Select(a => (Agent: a, Check: InstanceCitations.Check(File.ReadAllText(a), folder, name, options))).ToArray();
        checks.SelectMany(c => c.Check.Problems.Select(p => $"{Path.GetFileName(c.Agent)}: {p}")).Should().BeEmpty();
        checks.Should().OnlyContain(c => c.Check.Rows > 1 && c.Check.Lines > 10 && c.Check.Excerpts > 1);
        checks.Sum(c => c.Check.Conditions).Should().BePositive("some of it comes with options, and says so");
        agents.Select(File.ReadAllText).Should().NotContain(t => t.Contains("\n#if (", StringComparison.Ordinal) || t.Contains("\n#endif", StringComparison.Ordinal));
    }

    /// <summary>The library's own idea of an instance, held against the engine's: which lines, and at which numbers.</summary>
    [TestMethod]
    [DataRow("")]
    [DataRow("--auth --db b")]
    [DataRow("--db b --https false")]
    [DataRow("--auth --db c --https false")]
    public void Lines_come_and_go_as_the_library_says(string options)
    {
        var folder = New("acme-kinds", "Kinds", options);
        var config = TemplateConfigReader.Read(Pack.PathOf("content/kinds"))!;
        foreach (var (file, _, _) in TemplatePack.Syntaxes)
        {
            var source = Pack.Read("content/kinds/" + file);
            var instance = InstanceReader.Read(file, source, config);
            var made = File.ReadAllLines(Path.Combine(folder, file));
            var expected = source.Split('\n').Zip(instance.Lines).Where(l => Holds(l.Second.Condition, options)).ToArray();
            made.Should().Equal(expected.Select(l => l.First), file);
            expected.Where((l, i) => l.Second.Number is { } number && number != i + 1).Should().BeEmpty(file);
            expected.Count(l => l.Second.Number is not null).Should().BeGreaterThan(2, file);
        }
    }

    private static bool Holds(Condition condition, string options) => condition switch
    {
        Condition.Constant c => c.Value,
        Condition.Option o => IsTyped(o.Words, options) || (o.IsDefault && !(o.Opposite is { } other ? IsTyped(other, options) : IsTyped(o.Words.Split(' ')[0], options))),
        Condition.Not n => !Holds(n.Operand, options),
        Condition.Both b => Holds(b.One, options) && Holds(b.Other, options),
        Condition.Either e => Holds(e.One, options) || Holds(e.Other, options),
        _ => throw new AssertFailedException("Nothing here depends on what is not to be told."),
    };

    private static bool IsTyped(string words, string options) => $" {options} ".Contains($" {words} ", StringComparison.Ordinal)
        && !$" {options} ".Contains($" {words} false ", StringComparison.Ordinal);

    private static string New(string template, string name, string options)
    {
        var folder = Directory.CreateDirectory(Pack.PathOf($"made/{Guid.NewGuid():N}")).FullName;
        DotnetCommand.Run(
            folder, TestPackage.Packages, ["new", template, "-n", name, "-o", folder, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--debug:custom-hive", Hive]).Succeeded();
        return folder;
    }
}
