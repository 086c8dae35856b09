using System.Collections.Immutable;
using AgentEnhancer.Enhancers.Chat;

namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class AnswerProgressTests
{
    [TestMethod]
    public void AnAgentIsCompleteWhenTheNextBegins() =>
        Completed("""{"enhancements":[{"agent":"a.md","ask":[]},{"agent":"b.md"}]}""", "a.md", "b.md", "c.md").Should().Be(1);

    [TestMethod]
    public void DocumentsCountToo() =>
        Completed("""[{"agent_name":"a.md","enhanced_content":"x"},{"agent_name":"b.md"}]""", "a.md", "b.md").Should().Be(1);

    [TestMethod]
    public void ANameInAnotherPlaceIsNoAnswer() =>
        Completed("""{"agent":"a.md","ask":["b.md","see \"agent\": \"b.md\""],"owner":"c.md"}""", "a.md", "b.md", "c.md").Should().Be(0);

    [TestMethod]
    public void AnAgentThatComesTwiceCountsOnce() =>
        Completed("""{"agent":"a.md"},{"agent":"a.md"},{"agent":"b.md"}""", "a.md", "b.md", "c.md").Should().Be(1);

    [TestMethod]
    public void AnAgentThatNobodyAskedForDoesNotCount() =>
        Completed("""{"agent":"x.md"},{"agent":"a.md"},{"agent":"a.mdx"},{"agent":"a rather long name that is none of them"}""", "a.md", "b.md").Should().Be(0);

    [TestMethod]
    public void EscapesDoNotHideAnAgent() =>
        Completed("""{"agent":"teams\/a.md"},{"agent":"b.md"}""", "teams/a.md", "b.md").Should().Be(1);

    [TestMethod]
    public void NoAgentsAreNoTrouble() => Completed("""{"agent":"x.md"}""").Should().Be(0);

    /// <summary>The same count in one piece and letter by letter.</summary>
    private static int Completed(string text, params ImmutableArray<string> agents)
    {
        var whole = new AnswerProgress(agents);
        whole.Read(text).Should().Be(whole.Complete > 0);
        var pieces = new AnswerProgress(agents);
        text.Count(c => pieces.Read(c.ToString())).Should().Be(pieces.Complete);
        pieces.Complete.Should().Be(whole.Complete);
        return whole.Complete;
    }
}
