using System.Globalization;
using System.Text;

namespace AgentEnhancer.Build.Tests.TaskRun;

/// <summary>Files that nobody meant to hand in: each has its diagnostic, all others are done, nothing is lost.</summary>
[TestClass]
public sealed class BadInputTests : IDisposable
{
    private readonly TaskFolder _folder = new();

    [TestInitialize]
    public void ThreeGoodAgents() => _folder.CopyShop();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void An_agent_that_is_binary_has_its_own_warning()
    {
        WriteBytes("agents/logo.md", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13]);
        OnlyWarning("AEB1004", "agents/logo.md");
    }

    [TestMethod]
    public void An_empty_agent_has_its_own_warning()
    {
        _folder.Write("agents/new.md", "");
        OnlyWarning("AEB1006", "agents/new.md");
    }

    [TestMethod]
    public void An_agent_that_is_not_UTF_8_has_its_own_warning()
    {
        WriteBytes("agents/latin.md", Encoding.Latin1.GetBytes("---\nname: café\n---\n"));
        OnlyWarning("AEB1005", "agents/latin.md");
    }

    [TestMethod]
    public void An_agent_that_may_not_be_read_has_its_own_warning()
    {
        _folder.Write("agents/secret.md", "---\nname: secret\n---\n");
        using var locked = Lock("agents/secret.md");
        OnlyWarning("AEB1002", "agents/secret.md");
    }

    [TestMethod]
    public void An_agent_that_is_not_there_has_its_own_warning()
    {
        var task = _folder.Task();
        task.Agents = [.. task.Agents, new Microsoft.Build.Utilities.TaskItem("agents/gone.md")];
        OnlyWarning("AEB1001", "agents/gone.md", task);
    }

    [TestMethod]
    public void A_template_of_50_megabytes_is_left_out_unread()
    {
        using (var stream = File.Create(Path.Combine(_folder.Root, "templates", "dump.sql.template")))
        {
            stream.SetLength(50 * 1024 * 1024);
        }

        OnlyWarning("AEB1103", "templates/dump.sql.template", failed: 0);
    }

    [TestMethod]
    public void A_template_that_is_binary_is_left_out()
    {
        WriteBytes("templates/logo.png.template", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13]);
        OnlyWarning("AEB1104", "templates/logo.png.template", failed: 0);
    }

    [TestMethod]
    public void A_template_that_may_not_be_read_is_left_out()
    {
        _folder.Write("templates/secret.cs.template", "class Secret;\n");
        using var locked = Lock("templates/secret.cs.template");
        OnlyWarning("AEB1102", "templates/secret.cs.template", failed: 0);
    }

    [TestMethod]
    public void An_empty_template_is_left_out_without_a_warning()
    {
        _folder.Write("templates/empty.cs.template", "");
        var task = _folder.Task();
        task.Execute().Should().BeTrue();
        (task.EnhancedCount, task.FailedCount, _folder.Engine.Warnings.Count).Should().Be((3, 0, 0));
        _folder.Engine.Messages.Should().Contain(m => m.Code == "AEB1105");
    }

    [TestMethod]
    public void Two_agents_of_one_name_in_two_folders_are_two_agents()
    {
        _folder.Write("agents/other/test-author.md", _folder.Read("agents/test-author.md"));
        var task = _folder.Task();
        task.Execute().Should().BeTrue();
        task.TotalCount.Should().Be(4);
        _folder.Engine.Warnings.Where(w => w.Code is "AEB1010" or "AEB9002").Should().BeEmpty();
        _folder.Has("obj/agents/test-author.md").Should().BeTrue();
        _folder.Has("obj/agents/other/test-author.md").Should().BeTrue();
    }

    [TestMethod]
    public void Two_agents_that_go_to_one_place_are_one_and_a_warning()
    {
        _folder.Write(".claude/agents/test-author.md", _folder.Read("agents/test-author.md"));
        var task = _folder.Task();
        var second = new Microsoft.Build.Utilities.TaskItem(".claude/agents/test-author.md");
        second.SetMetadata("Link", "test-author.md");
        task.Agents = [.. task.Agents, second];
        task.Execute().Should().BeTrue();
        _folder.Engine.Warnings.Should().ContainSingle().Which.Code.Should().Be("AEB1010");
        task.EnhancedCount.Should().Be(3);
    }

    [TestMethod]
    public void An_output_folder_that_cannot_be_made_keeps_every_agent()
    {
        _folder.Write("taken", "a file, where a folder is wanted\n");
        var task = _folder.Task();
        task.OutputDirectory = "taken/agents";
        task.Execute().Should().BeTrue();
        _folder.Engine.Warnings.Should().ContainSingle().Which.Code.Should().Be("AEB5006");
        task.FailedCount.Should().Be(3);
        task.EnhancedAgents.Select(a => a.ItemSpec).Should().Equal(task.EnhancedAgents.Select(a => a.GetMetadata("SourceAgent")));
        _folder.Read("taken").Should().StartWith("a file");
    }

    [TestMethod]
    public void An_output_that_cannot_be_written_costs_that_agent_alone()
    {
        _folder.Write("obj/agents/test-author.md/a-folder-of-that-name", "");
        var task = _folder.Task();
        task.Execute().Should().BeTrue();
        _folder.Engine.Warnings.Should().ContainSingle().Which.Code.Should().Be("AEB5001");
        (task.EnhancedCount, task.FailedCount).Should().Be((2, 1));
    }

    [TestMethod]
    public void The_same_project_elsewhere_and_under_another_culture_gives_the_same_bytes()
    {
        _folder.Task().Execute().Should().BeTrue();
        using var elsewhere = new TaskFolder();
        elsewhere.CopyShop();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // One that writes numbers in another way; a machine without culture data has this one too.
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~", PercentSymbol = "p" };
            CultureInfo.CurrentCulture = other;
            elsewhere.Task().Execute().Should().BeTrue();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        foreach (var agent in new[] { "test-author.md", "backend/endpoint-author.md", "backend/repository-author.md" })
        {
            elsewhere.Read("obj/agents/" + agent).Should().Be(_folder.Read("obj/agents/" + agent));
        }

        elsewhere.Read("obj/agents.state").Should().Be(_folder.Read("obj/agents.state"));
    }

    /// <summary>The build succeeds, says this one thing, and the three good agents are enhanced.</summary>
    private void OnlyWarning(string code, string file, EnhanceAgents? task = null, int? failed = null)
    {
        task ??= _folder.Task();
        task.Execute().Should().BeTrue();
        var warning = _folder.Engine.Warnings.Should().ContainSingle().Subject;
        (warning.Code, warning.File).Should().Be((code, Path.Combine(_folder.Root, file)));
        task.EnhancedCount.Should().Be(3);
        if (failed is { } count)
        {
            task.FailedCount.Should().Be(count);
        }
    }

    private void WriteBytes(string relative, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder.Root, relative), bytes);

    /// <summary>Held open for nobody else: unreadable on every system, and for every user.</summary>
    private FileStream Lock(string relative) => new(Path.Combine(_folder.Root, relative), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
}
