using System.Collections.Immutable;
using AgentEnhancer.Output;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Output;

[TestClass]
public sealed class Checking_outputs : IDisposable
{
    private const string Document = "---\nname: a\n---\n\nText\n\n" + Provenance.Mark + "; edit the agent. -->\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Says_nothing_where_all_files_are_as_they_would_be_written()
    {
        _folder.Write("out/a.md", Document);
        _folder.Write("out/b.md", "---\nname: a\n---\n");

        var checkedOutputs = Check(Item("a.md", Document), Item("b.md", null));

        checkedOutputs.Diagnostics.Should().BeEmpty();
        checkedOutputs.Paths.Should().Equal(new Dictionary<string, string> { ["a.md"] = _folder["out/a.md"], ["b.md"] = _folder["out/b.md"] });
    }

    [TestMethod]
    public void Shows_the_first_line_that_differs_and_writes_nothing()
    {
        var old = _folder.Write("out/a.md", Document.Replace("Text", "Old text"));

        var difference = Check(Item("a.md", Document)).Diagnostics.Should().ContainSingle().Subject;

        (difference.Descriptor, difference.File, difference.Line).Should().Be((OutputDiagnostics.Differs, old, 5));
        difference.Descriptor.Severity.Should().Be(DiagnosticSeverity.Error);
        difference.Message.Should().Contain("'Text'").And.Contain("'Old text'");
        _folder.Read("out/a.md").Should().Contain("Old text");
    }

    [TestMethod]
    [DataRow("more\n", "the end of the file", "'more'")]
    [DataRow("", "'cut'", "the end of the file")]
    public void Shows_what_is_missing_or_too_much_at_the_end(string stands, string shouldStand, string standsThere)
    {
        _folder.Write("out/a.md", Document + stands);

        var difference = Check(Item("a.md", stands.Length > 0 ? Document : Document + "cut\n")).Diagnostics.Single();

        difference.Line.Should().Be(8);
        difference.Arguments.Should().Equal(shouldStand, standsThere);
    }

    [TestMethod]
    public void Takes_no_offence_at_line_ends_that_version_control_changed()
    {
        _folder.Write("out/a.md", Document.ReplaceLineEndings("\r\n"));

        Check(Item("a.md", Document)).Diagnostics.Should().BeEmpty();
    }

    [TestMethod]
    public void Names_each_file_that_is_missing()
    {
        var result = Check(Item("a.md", Document), Item("deep/b.md", Document));

        result.Diagnostics.Select(d => d.Descriptor).Should().OnlyContain(d => d == OutputDiagnostics.Missing);
        result.Diagnostics.Select(d => d.File).Should().Equal(_folder["out/a.md"], _folder["out/deep/b.md"]);
        _folder.Files("out").Should().BeEmpty();
    }

    [TestMethod]
    public void Names_each_file_of_ours_that_is_left_over_without_any_state()
    {
        _folder.Write("out/a.md", Document);
        var gone = _folder.Write("out/gone/b.md", Document);
        _folder.Write("out/notes.md", "somebody's own");

        var leftOver = Check(Item("a.md", Document)).Diagnostics.Should().ContainSingle().Subject;

        (leftOver.Descriptor, leftOver.File).Should().Be((OutputDiagnostics.LeftOver, gone));
        _folder.Files("out").Should().HaveCount(3);
    }

    [TestMethod]
    public void Does_not_take_a_source_for_a_left_over()
    {
        _folder.Write("agents/kept.md", Document);
        _folder.Write("agents/out/kept.md", Document);

        Check([new OutputItem("kept.md", _folder["agents/kept.md"], Document)], "agents/out").Diagnostics.Should().BeEmpty();
        Check([new OutputItem("out/kept.md", _folder["agents/kept.md"], Document)], "agents").Diagnostics.Should().BeEmpty();
    }

    private OutputItem Item(string id, string? document) =>
        new(id, _folder.Write("agents/" + id, "---\nname: a\n---\n"), document);

    private WrittenOutputs Check(params ImmutableArray<OutputItem> items) => Check(items, "out");

    private WrittenOutputs Check(ImmutableArray<OutputItem> items, string output) =>
        OutputWriter.Write(items, new EnhancementInput([], [], _folder[output], null, [], new EnhancementOptions()) { IsCheck = true });
}
