using System.Collections.Immutable;
using System.Text;
using AgentEnhancer.Output;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Output;

[TestClass]
public sealed class A_file_that_is_written_atomically : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Makes_its_folders_and_leaves_nothing_else()
    {
        AtomicFile.Write(_folder["a/b/c.md"], "text"u8).Should().BeTrue();

        _folder.Read("a/b/c.md").Should().Be("text");
        _folder.Files("").Should().Equal("a/b/c.md");
    }

    [TestMethod]
    public void Is_not_touched_where_its_bytes_are_the_same()
    {
        var path = _folder.Write("c.md", "text");
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, time);

        AtomicFile.Write(path, "text"u8).Should().BeFalse();
        File.GetLastWriteTimeUtc(path).Should().Be(time);
        AtomicFile.Write(path, "tex!"u8).Should().BeTrue();
        _folder.Read("c.md").Should().Be("tex!");
    }

    [TestMethod]
    public void Leaves_no_temporary_file_where_it_fails()
    {
        Directory.CreateDirectory(_folder["c.md"]);

        var write = () => AtomicFile.Write(_folder["c.md"], "text"u8);

        write.Should().Throw<SystemException>();
        _folder.Files("").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_whole_for_whoever_reads_it_while_eight_write_it()
    {
        var path = _folder.Write("c.md", new string('a', 100_000));
        string[] texts = [.. "abcdefgh".Select(c => new string(c, 100_000))];

        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, 64, i =>
        {
            AtomicFile.Write(path, Encoding.ASCII.GetBytes(texts[i % texts.Length]));
            seen.Add(File.ReadAllText(path));
        });

        seen.Should().HaveCount(64).And.OnlyContain(text => texts.Contains(text));
        _folder.Files("").Should().Equal("c.md");
    }

    [TestMethod]
    public void Leaves_a_killed_process_s_half_behind_only_until_the_next_run()
    {
        using var ended = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        ended.WaitForExit();
        _folder.Write($".aeb-{ended.Id}-abcdefgh", "hal");
        var own = _folder.Write($".aeb-{Environment.ProcessId}-abcdefgh", "hal");
        var foreign = _folder.Write(".aeb-notes", "mine");

        AtomicFile.Sweep(_folder.Root);

        _folder.Files("").Should().Equal(Path.GetFileName(own), Path.GetFileName(foreign));
    }

    [TestMethod]
    public void May_have_the_longest_name_there_is()
    {
        var name = new string('n', 252) + ".md";

        AtomicFile.Write(_folder[name], "text"u8).Should().BeTrue();
    }
}

[TestClass]
public sealed class Outputs_of_a_run : IDisposable
{
    private const string Document = "---\nname: a\n---\n\nText\n\n" + Provenance.Mark + "; edit the agent. -->\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Are_documents_and_the_source_bytes_of_those_without_one()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("---\r\nname: b\r\n---\r\n\r\nFöö"), 0xFF];
        Directory.CreateDirectory(_folder["agents"]);
        File.WriteAllBytes(_folder["agents/b.md"], bytes);

        var written = Write([Item("a.md", Document), Item("b.md", null)]);

        written.Diagnostics.Should().BeEmpty();
        File.ReadAllBytes(_folder["out/a.md"]).Should().Equal(Encoding.UTF8.GetBytes(Document));
        File.ReadAllBytes(_folder["out/b.md"]).Should().Equal(bytes);
        written.Paths.Should().Equal(new Dictionary<string, string> { ["a.md"] = _folder["out/a.md"], ["b.md"] = _folder["out/b.md"] });
    }

    [TestMethod]
    public void Keep_relative_paths_with_spaces_and_letters_of_any_kind()
    {
        const string Id = "back end/größe/日本.md";
        Write([Item(Id, Document)]).Diagnostics.Should().BeEmpty();

        _folder.Files("out").Should().Equal(Id);
    }

    [TestMethod]
    public void May_lie_deep()
    {
        var id = string.Join('/', Enumerable.Repeat("a-folder-with-a-rather-long-name", 12)) + "/a.md";

        Write([Item(id, Document)]).Paths.Should().ContainKey(id);
    }

    [TestMethod]
    public void Never_replace_a_file_that_is_not_known_to_be_ours()
    {
        _folder.Write("out/a.md", "written by somebody");

        var written = Write([Item("a.md", Document), Item("b.md", Document)]);

        written.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(OutputDiagnostics.NotOurs);
        written.Diagnostics[0].File.Should().Be(_folder["out/a.md"]);
        written.Paths.Keys.Should().Equal("b.md");
        _folder.Read("out/a.md").Should().Be("written by somebody");
    }

    [TestMethod]
    public void Replace_a_file_that_has_the_mark()
    {
        _folder.Write("out/a.md", "old\n<!-- Enhanced by AgentEnhancer.Build; another version's words. -->\n");

        Write([Item("a.md", Document)]).Paths.Should().ContainKey("a.md");
        _folder.Read("out/a.md").Should().Be(Document);
    }

    [TestMethod]
    public void Replace_a_copy_of_the_source_agent()
    {
        _folder.Write("out/a.md", "source");

        Write([Item("a.md", Document, source: "source")]).Paths.Should().ContainKey("a.md");
    }

    [TestMethod]
    public void Replace_what_the_run_before_wrote()
    {
        _folder.Write("out/a.md", "what the source was then");

        Write([Item("a.md", Document)], previous: ["out/a.md"]).Paths.Should().ContainKey("a.md");
    }

    [TestMethod]
    public void Replace_anything_in_the_owned_folder()
    {
        _folder.Write("obj/agents/a.md", "anything");

        Write([Item("a.md", Document)], output: "obj/agents", owned: "obj").Paths.Should().ContainKey("a.md");
    }

    [TestMethod]
    public void Never_replace_a_source()
    {
        var written = Write([Item("a.md", Document, source: "mine"), Item("b.md", null, source: "mine too")], output: "agents", owned: "agents");

        written.Diagnostics.Should().HaveCount(2).And.OnlyContain(d => d.Descriptor == OutputDiagnostics.OutputIsSource);
        _folder.Read("agents/a.md").Should().Be("mine");
    }

    [TestMethod]
    public void Never_replace_a_source_that_a_link_leads_to()
    {
        var item = Item("a.md", Document, source: "mine");
        Directory.CreateSymbolicLink(_folder["linked"], _folder["agents"]);

        Write([item], output: "linked").Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(OutputDiagnostics.OutputIsSource);
        _folder.Read("agents/a.md").Should().Be("mine");
    }

    [TestMethod]
    public void Stay_in_their_folder()
    {
        var written = Write([Item("a.md", Document) with { AgentId = "../a.md" }, Item("b.md", Document)]);

        written.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(OutputDiagnostics.OutsideOutput);
        written.Paths.Keys.Should().Equal("b.md");
        _folder.Files("").Should().NotContain("a.md");
    }

    [TestMethod]
    public void Are_said_once_to_fail_where_their_folder_cannot_be_made()
    {
        _folder.Write("out", "a file");

        var written = Write([Item("a.md", Document), Item("b.md", Document)]);

        written.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(OutputDiagnostics.CannotCreateFolder);
        written.Paths.Should().BeEmpty();
    }

    [TestMethod]
    public void Are_done_for_the_others_where_one_cannot_be_written()
    {
        _folder.Write("out/sub", "a file where a folder is needed");

        var written = Write([Item("sub/a.md", Document), Item("b.md", Document)]);

        written.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(OutputDiagnostics.CannotWrite);
        written.Diagnostics[0].File.Should().Be(_folder["agents/sub/a.md"]);
        written.Paths.Keys.Should().Equal("b.md");
    }

    [TestMethod]
    public void Are_pruned_where_their_agents_are_gone()
    {
        _folder.Write("out/gone/deep/a.md", Document);
        _folder.Write("out/taken/b.md", "somebody took this over");
        _folder.Write("obj/agents/c.md", "a copy of a source");
        Item("d.md", null);

        var written = Write(
            [Item("kept.md", Document)], owned: "obj",
            previous: ["out/gone/deep/a.md", "out/taken/b.md", "obj/agents/c.md", "agents/d.md", "out/kept.md", "out/never-there.md"]);

        written.Diagnostics.Should().BeEmpty();
        _folder.Files("out").Should().Equal("kept.md", "taken/b.md");
        Directory.Exists(_folder["out/gone"]).Should().BeFalse("it is empty");
        Directory.Exists(_folder["obj/agents"]).Should().BeFalse();
        _folder.Files("agents").Should().Contain("d.md");
    }

    private OutputItem Item(string id, string? document, string source = "---\nname: a\n---\n")
    {
        var path = _folder["agents/" + id];
        if (!File.Exists(path))
        {
            _folder.Write("agents/" + id, source);
        }

        return new OutputItem(id, path, document);
    }

    private WrittenOutputs Write(ImmutableArray<OutputItem> items, string output = "out", string? owned = null, string[]? previous = null) =>
        OutputWriter.Write(items, new EnhancementInput(
            [], [], _folder[output], owned is null ? null : _folder[owned], [.. (previous ?? []).Select(p => _folder[p])], new EnhancementOptions()));
}
