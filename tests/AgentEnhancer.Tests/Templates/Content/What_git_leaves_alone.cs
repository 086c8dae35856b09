using System.Diagnostics;
using AgentEnhancer.Templates.Content;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Templates.Content;

[TestClass]
public sealed class What_git_leaves_alone : IDisposable
{
    private static readonly string[] Paths =
    [
        "a.log", "keep.log", "src/a.log", "src/deep/er/keep.log", "build/x.txt", "src/build/x.txt", "src/build.txt", "docs/a.txt", "docs/deep/a.txt",
        "docs/deep/er/b.txt", "src/docs/a.txt", "Case/a.txt", "case/a.txt", "#hash.txt", "!bang.txt", "space .txt", "trail ", "brackets/a1.txt",
        "brackets/b2.txt", "brackets/c-.txt", "brackets/].txt", "q/ab.c", "q/abc.c", "q/a/b.c", "logs/2024/1/x", "logs/x", "x/logs/y", "weird/a**b",
        "weird/axxb", "weird/a/x/b", "nested/.gitignore", "nested/own.txt", "nested/back.log", "nested/deep/own.txt", "vendor/lib/a.cs",
        "vendor/keep/a.cs", "star*.txt", "starry.txt", "excluded.tmp", "src/excluded.tmp", "é/ü.txt",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("*.log")]
    [DataRow("*.log\n!keep.log")]
    [DataRow("!keep.log\n*.log")]
    [DataRow("build")]
    [DataRow("build/")]
    [DataRow("/build")]
    [DataRow("/*.txt\n/docs/*.txt")]
    [DataRow("docs/*.txt")]
    [DataRow("docs/**")]
    [DataRow("docs/**/*.txt")]
    [DataRow("**/docs")]
    [DataRow("**/docs/")]
    [DataRow("docs/*\n!docs/deep")]
    [DataRow("docs/\n!docs/a.txt")]
    [DataRow("src/**/keep.log")]
    [DataRow("Case")]
    [DataRow("# a comment\n\\#hash.txt\n\\!bang.txt")]
    [DataRow("trail\\ \nspace .txt   ")]
    [DataRow("brackets/[a-b][0-9].txt")]
    [DataRow("brackets/[!a]*.txt")]
    [DataRow("brackets/[^a-b]*.txt")]
    [DataRow("brackets/[]-].txt\nbrackets/c[-].txt")]
    [DataRow("brackets/[a.txt")]
    [DataRow("q/??.c")]
    [DataRow("q/a?b.c\nq/a*c")]
    [DataRow("logs/**/x")]
    [DataRow("logs/")]
    [DataRow("weird/a**b")]
    [DataRow("weird/a\\*\\*b\nstar\\*.txt")]
    [DataRow("**")]
    [DataRow("*\n!*/\n!*.cs")]
    [DataRow("/*\n!/src")]
    [DataRow("vendor/*\n!vendor/keep/")]
    [DataRow("*.log\r\nbuild/\r\n")]
    [DataRow("é\n")]
    [DataRow("/\n//\n!\n\n   \n*.tmp")]
    [DataRow("foo\\")]
    [RequiresTool("git")]
    public void Is_what_git_itself_says(string ignored)
    {
        Git("init", "--quiet");
        foreach (var path in Paths)
        {
            _folder.Write(path, "x");
        }

        _folder.Write(".gitignore", ignored);
        _folder.Write("nested/.gitignore", "/own.txt\n!back.log\n");
        _folder.Write(".git/info/exclude", "excluded.tmp\n!a.log\n");
        var reading = GitIgnore.Of(_folder.Root);

        var asked = Git(["check-ignore", "--no-index", "--stdin", "-z"], string.Join('\0', Paths)).Split('\0', StringSplitOptions.RemoveEmptyEntries);

        Paths.Where(p => reading.IsIgnored(Path.Combine(_folder.Root, p))).Should().BeEquivalentTo(asked);
    }

    [TestMethod]
    public void Files_from_the_root_of_the_repository_down_count_and_none_above_it()
    {
        _folder.Write(".gitignore", "*.cs\n");
        _folder.Write("repository/.git/HEAD", "ref: refs/heads/main\n");
        _folder.Write("repository/.gitignore", "*.log\n");
        _folder.Write("repository/packs/.gitignore", "*.tmp\n");
        var template = Path.Combine(_folder.Root, "repository", "packs", "web");

        Ignored(template, "a.cs", "a.log", "a.tmp").Should().Equal("a.log", "a.tmp");
    }

    [TestMethod]
    public void Without_a_repository_files_count_from_the_folder_on()
    {
        _folder.Write("web/.gitignore", "*.log\n");
        _folder.Write(".gitignore", "*.cs\n");

        Ignored(Path.Combine(_folder.Root, "web"), "a.cs", "a.log").Should().Equal("a.log");
    }

    [TestMethod]
    public void A_folder_that_is_ignored_itself_was_made_by_a_build_and_is_read_all_the_same()
    {
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write(".gitignore", "artifacts/\n");
        _folder.Write("artifacts/web/.gitignore", "*.log\n");

        Ignored(Path.Combine(_folder.Root, "artifacts", "web"), "a.cs", "a.log").Should().Equal("a.log");
    }

    [TestMethod]
    [DataRow("gitdir: ../main/.git/worktrees/web\n", "../..\n", DisplayName = "a work tree shares the excludes of its main one")]
    [DataRow("gitdir: ../main/.git/worktrees/web\n", null, DisplayName = "a submodule has its own")]
    public void A_git_file_leads_to_the_excludes(string gitFile, string? common)
    {
        _folder.Write("web/.git", gitFile);
        if (common is not null)
        {
            _folder.Write("main/.git/worktrees/web/commondir", common);
        }

        _folder.Write(common is null ? "main/.git/worktrees/web/info/exclude" : "main/.git/info/exclude", "*.log\n");

        Ignored(Path.Combine(_folder.Root, "web"), "a.cs", "a.log").Should().Equal("a.log");
    }

    private static IEnumerable<string> Ignored(string folder, params string[] files)
    {
        var reading = GitIgnore.Of(folder);
        return files.Where(f => reading.IsIgnored(Path.Combine(folder, f)));
    }

    private string Git(params string[] arguments) => Git(arguments, input: "");

    /// <summary>With nothing that the machine's user has set up.</summary>
    private string Git(string[] arguments, string input)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["GIT_CONFIG_GLOBAL"] = Path.Combine(_folder.Root, ".git", "none"),
                ["GIT_CONFIG_NOSYSTEM"] = "1",
                ["GIT_DIR"] = null,
                ["GIT_WORK_TREE"] = null,
            },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
