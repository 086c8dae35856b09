using AgentEnhancer.Agents;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Agents;

[TestClass]
public class MarkdownBodyTests
{
    [TestMethod]
    public void LinesEndWithAnyLineEndAndTheLastOneNeedsNone()
    {
        MarkdownBody.SplitLines("a\r\nb\nc\rd").Should().Equal("a", "b", "c", "d");
        MarkdownBody.SplitLines("a\n\n").Should().Equal("a", "");
        MarkdownBody.SplitLines("").Should().BeEmpty();
    }

    [TestMethod]
    public void ASectionHoldsItsDeeperHeadingsAndEndsBeforeTheNextOfItsLevel()
    {
        var body = MarkdownBody.Parse("# T\n\n## A\ntext\n### A1\ntext\n## B\ntext\n");

        body.Sections.Select(s => (s.Heading.Text, s.Span)).Should().Equal(
            ("T", new LineSpan(1, 8)), ("A", new LineSpan(3, 6)), ("A1", new LineSpan(5, 6)), ("B", new LineSpan(7, 8)));
    }

    [TestMethod]
    public void AHeadingInAFenceBeginsNoSection() =>
        MarkdownBody.Parse("````md\n## A\n```\n## B\n````\n~~~\n## C\n~~~\n").Sections.Should().BeEmpty();

    [TestMethod]
    public void AFenceNeverClosedIsReportedWithItsLine()
    {
        var body = MarkdownBody.Parse("text\n\n````csharp\ncode\n```\n");

        body.UnclosedFences.Should().ContainSingle().Which.Should().Be(new MarkdownFence(new LineSpan(3, 5), "csharp", "````", IsClosed: false));
    }

    [TestMethod]
    public void AFenceLeftOpenInAListItemEndsWithTheItem()
    {
        var body = MarkdownBody.Parse("- item\n  ```\n  code\n\n## A\n");

        body.UnclosedFences.Should().ContainSingle().Which.Span.First.Should().Be(2);
        body.Headings.Should().ContainSingle().Which.Line.Should().Be(5);
    }

    [TestMethod]
    public void ListItemsComeWithTheirContinuationsAndDepth()
    {
        var body = MarkdownBody.Parse("## A\n\n- first\n  goes on\n  - nested\n\n  second paragraph\n* [x] done\nlazily\n\n1. one\n\n```\n- code\n```\n");

        body.ItemsOf(body.Sections[0]).Should().Equal(
            new MarkdownListItem("first goes on", 3, 0), new MarkdownListItem("nested", 5, 1),
            new MarkdownListItem("done lazily", 8, 0), new MarkdownListItem("one", 11, 0));
    }

    [TestMethod]
    [DataRow("## A\n\n---\n\n### B\n<!-- to\ndo -->\n", true)]
    [DataRow("## A\ntext\n", false)]
    [DataRow("## A\n### B\n```\n```\n", true)]
    [DataRow("## A\n### B\n```\ncode\n```\n", false)]
    [DataRow("## A\n<div>x</div>\n", false)]
    public void ASectionIsEmptyWithoutTextOrCode(string text, bool empty)
    {
        var body = MarkdownBody.Parse(text);
        body.IsEmpty(body.Sections[0]).Should().Be(empty);
    }

    [TestMethod]
    public void BlankLinesAtTheEndDoNotCount() => MarkdownBody.Parse("a\n\nb\n\n \n").LineCount.Should().Be(3);

    [TestMethod]
    [DataRow("- **Use `Result`**  for errors.", "use result for errors")]
    [DataRow("  12. use Result for errors", "use result for errors")]
    [DataRow("> ## Use Result for errors ##", "use result for errors")]
    [DataRow("| [ ] | a  b |", "[ ] a b")]
    [DataRow("* [ ] a", "a")]
    [DataRow("|---|:-:|", "")]
    [DataRow("```", "")]
    [DataRow("***", "")]
    public void ALineIsComparedByWhatItSays(string line, string expected) => MarkdownText.Normalise(line).Should().Be(expected);

    [TestMethod]
    public void AllLinesOfATextAreComparedOnce() =>
        MarkdownText.NormalisedLines(MarkdownBody.Parse("# A\n\n- **x**\n* x\n\n---\n```cs\nvar y = 1;\n```\n"))
            .Should().BeEquivalentTo("a", "x", "var y = 1");

    [TestMethod]
    public void AHostilelyNestedLineIsReadToItsEnd()
    {
        // A line of every mark that may nest, thousands deep: it must end, and see what comes after.
        var text = string.Concat(Enumerable.Repeat("> - 1. ", 100_000)) + "\n\n# after\n";
        MarkdownBody.Parse(text).Headings.Should().ContainSingle();
    }
}
