using AgentEnhancer.Agents;

namespace AgentEnhancer.Tests.Agents;

[TestClass]
public class FrontMatterSplitTests
{
    [TestMethod]
    [DataRow("---\nname: x\n---\nbody\n", "---\nname: x\n---\n", 4)]
    [DataRow("---\r\nname: x\r\n---\r\nbody", "---\r\nname: x\r\n---\r\n", 4)]
    [DataRow("---\nname: x\r\n---\r\nbody\n", "---\nname: x\r\n---\r\n", 4)]
    [DataRow("---  \nname: x\n---\t \nbody\n", "---  \nname: x\n---\t \n", 4)]
    [DataRow("---\nname: x\n...\nbody\n---\n", "---\nname: x\n...\n", 4)]
    [DataRow("---\nname: x\n---", "---\nname: x\n---", 4)]
    [DataRow("---\nd: |\n  ---\n  x\nname: x\n---\nb\n---\nb", "---\nd: |\n  ---\n  x\nname: x\n---\n", 7)]
    [DataRow("---\nname: x\n----\n--- x\n---\n\n```\n---\n```\n", "---\nname: x\n----\n--- x\n---\n", 6)]
    [DataRow("---\n---\nbody\n", "---\n---\n", 3)]
    [DataRow("---\nname: x\r---\rbody", "---\nname: x\r---\r", 4)]
    public void TheTwoPartsMakeUpTheWhole(string text, string frontMatter, int bodyLine)
    {
        var split = FrontMatterReader.Split(text);

        split.State.Should().Be(FrontMatterState.Present);
        split.FrontMatter.Should().Be(frontMatter);
        split.BodyLine.Should().Be(bodyLine);
        (split.FrontMatter + split.Body).Should().Be(text);
    }

    [TestMethod]
    [DataRow("", nameof(FrontMatterState.Absent))]
    [DataRow("# Title\n\n---\nname: x\n---\n", nameof(FrontMatterState.Absent))]
    [DataRow("---\n\n# Title between rules\n\n---\n", nameof(FrontMatterState.Absent))]
    [DataRow("---\ntext\n", nameof(FrontMatterState.Absent))]
    [DataRow("----\nname: x\n----\n", nameof(FrontMatterState.Absent))]
    [DataRow("---\nname: x\n\n# Title\n", nameof(FrontMatterState.NeverClosed))]
    [DataRow("---\nname: x\n  ---\n", nameof(FrontMatterState.NeverClosed))]
    [DataRow("\n\n---\nname: x\n---\n", nameof(FrontMatterState.NotFirst))]
    [DataRow("  ---\n  name: x\n  ---\n", nameof(FrontMatterState.NotFirst))]
    public void WithoutFrontMatterAllIsBody(string text, string state)
    {
        var split = FrontMatterReader.Split(text);

        split.State.Should().Be(Enum.Parse<FrontMatterState>(state));
        split.FrontMatter.Should().BeEmpty();
        split.Body.Should().Be(text);
        split.HeadLines.Should().BeEmpty();
    }

    [TestMethod]
    public void TheHeadsLinesLieBetweenTheMarks() =>
        FrontMatterReader.Split("---\r\nname: x\r\n\r\nd: y\r\n---\r\n").HeadLines.Should().Equal("name: x", "", "d: y");
}
