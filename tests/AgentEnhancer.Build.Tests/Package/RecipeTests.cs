using System.Text.RegularExpressions;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>The files of the README's section "Recipes", each recipe in a folder of its own, all packed by one command.</summary>
[TestClass]
public sealed partial class RecipeTests
{
    /// <param name="Folder">Of its recipe.</param>
    /// <param name="Path">As its first line says, below that folder.</param>
    private sealed record RecipeFile(string Folder, string Path, string Text)
    {
        public bool IsProject => Path.EndsWith(".csproj", StringComparison.Ordinal);

        /// <summary>Of the file itself.</summary>
        public string Directory => $"{Folder}/{System.IO.Path.GetDirectoryName(Path)}".TrimEnd('/');
    }

    private static readonly FakeModel Model = new("recipes");
    private static RecipeFile[] Files = [];
    private static TestProject Root = null!;
    private static CommandResult Packed = null!;

    [ClassInitialize]
    public static void PackAllAtOnce(TestContext _)
    {
        Files = [.. Read(File.ReadAllText(Path.Combine(TestPackage.RepositoryRoot, "README.md")).ReplaceLineEndings("\n"))];
        // Online: one of them takes an SDK from there.
        Root = TestProject.Create("recipes", withShop: false, online: true);
        File.Delete(Root.PathOf("recipes.csproj"));
        foreach (var file in Files)
        {
            Root.Write($"{file.Folder}/{file.Path}", ForTheTest(file.Text));
            if (file.IsProject)
            {
                CopyShop(file);
            }
        }

        Root.Write("All.slnx", $"<Solution>{string.Concat(Files.Where(f => f.IsProject).Select(f => $"<Project Path=\"{f.Folder}/{f.Path}\" />"))}</Solution>");
        Root.Environment["NuGetAudit"] = "false";
        // Of two frameworks, here of two that need no download.
        Root.Environment["EnableWindowsTargeting"] = "true";
        Root.Environment["DisableTransitiveFrameworkReferenceDownloads"] = "true";
        Packed = Root.Run("pack", "All.slnx", "-c", "Debug", "-o", Root.PathOf("packed"));
    }

    [TestMethod]
    public void Every_kind_of_project_has_one() => Files.Count(f => f.IsProject).Should().BeGreaterThanOrEqualTo(12);

    [TestMethod]
    public void Each_project_enhances_all_its_agents()
    {
        Packed.Succeeded().Count("AEB").Should().Be(0, Packed.Output);
        foreach (var project in Files.Where(f => f.IsProject))
        {
            Enhanced(project).Should().HaveCount(3, project.Folder).And.OnlyContain(t => t.Contains("## Template References", StringComparison.Ordinal), project.Folder);
        }
    }

    [TestMethod]
    [DataRow("Library")]
    [DataRow("Scaffolding")]
    [DataRow("Templates")]
    [DataRow("MultiTargeted")]
    public void What_is_packed_is_enhanced(string name)
    {
        using var package = System.IO.Compression.ZipFile.OpenRead(Root.PathOf($"packed/{name}.1.0.0.nupkg"));
        var agents = package.Entries.Where(e => e.FullName.Contains("agents/", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        });
        agents.Should().HaveCount(3).And.OnlyContain(t => t.Contains("## Template References", StringComparison.Ordinal));
    }

    [TestMethod]
    public void The_model_is_asked_once_and_its_answers_are_kept()
    {
        Model.Calls.Should().Be(1);
        Root.Files($"{FolderOf("Answered.csproj")}/agents.lock", "*.json").Should().HaveCount(3);
    }

    [TestMethod]
    public void Committed_agents_pass_the_check() =>
        Root.Build($"{FolderOf("Committed.csproj")}/Committed.csproj", "--no-restore", "-p:AgentEnhancerCheck=true").Succeeded();

    private static string FolderOf(string project) => Files.Single(f => f.Path == project).Folder;

    private static IEnumerable<string> Enhanced(RecipeFile project)
    {
        var folder = project.Path == "Committed.csproj" ? $"{project.Folder}/.claude/agents" : $"{project.Directory}/obj";
        return Root.Files(folder, "*.md").Select(f => Root.Read($"{folder}/{f}"));
    }

    /// <summary>The version under test, a model that is at hand, and frameworks that need no download.</summary>
    private static string ForTheTest(string text) => text
        .Replace("Version=\"1.0.0\"", $"Version=\"{TestPackage.Version}\"", StringComparison.Ordinal)
        .Replace("<AgentEnhancerCommand>claude<", $"<AgentEnhancerCommand>{Model.CommandLine}<", StringComparison.Ordinal)
        .Replace("<TargetFrameworks>net8.0;net10.0<", "<TargetFrameworks>net10.0;net10.0-windows<", StringComparison.Ordinal);

    /// <summary>The agents and templates of Fixtures/Shop, where the recipe says that they are.</summary>
    private static void CopyShop(RecipeFile project)
    {
        var shop = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Shop");
        foreach (var file in Directory.EnumerateFiles(shop, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(shop, file).Replace('\\', '/');
            var place = Path.GetFileName(project.Path) switch
            {
                "Generated.csproj" when Source(path) is { } source => $"reference/{source}",
                "Templates.csproj" => $"templates/shop/{Source(path) ?? $".claude/{path}"}",
                "Roots.csproj" => path.Contains("/repositories/", StringComparison.Ordinal) || path.EndsWith("repository-author.md", StringComparison.Ordinal) ? $"shared/{path}" : $"backend/{path}",
                _ => path,
            };
            Root.Write($"{project.Directory}/{place}", File.ReadAllText(file));
        }

        if (project.Path == "Templates.csproj")
        {
            Root.Write(
                $"{project.Folder}/templates/shop/.template.config/template.json",
                """{ "identity": "Shop", "name": "Shop", "shortName": "shop", "author": "A shop", "classifications": ["Shop"], "tags": { "type": "project" } }""");
        }
    }

    /// <summary>What a template is in an application: without the extension.</summary>
    private static string? Source(string path) =>
        path.StartsWith("templates/", StringComparison.Ordinal) ? path["templates/".Length..].Replace(".template", "", StringComparison.Ordinal) : null;

    private static IEnumerable<RecipeFile> Read(string readme)
    {
        var section = readme.Split("\n## Recipes\n")[1].Split("\n## ")[0];
        foreach (var recipe in section.Split("\n### ").Skip(1))
        {
            var folder = NoLetter().Replace(recipe.Split('\n')[0].ToLowerInvariant(), "-").Trim('-');
            foreach (var block in recipe.Split("```xml\n").Skip(1).Select(b => b.Split("```")[0]))
            {
                // The first line of each file names it.
                yield return new RecipeFile(folder, FileName().Match(block).Groups[1].Value, block);
            }
        }
    }

    [GeneratedRegex("[^a-z]+")]
    private static partial Regex NoLetter();

    [GeneratedRegex(@"\A<!-- (\S+) -->\n")]
    private static partial Regex FileName();
}
