using AgentEnhancer.Rendering;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Rendering;

[TestClass]
public sealed class A_document_that_a_model_wrote
{
    private const string Expected = "---\nname: mine\n---\n\n# Agent\n\nText\n\n<!-- Enhanced by AgentEnhancer.Build from agents/orders.md; edit that file, not this one. -->\n";

    [TestMethod]
    [DataRow("# Agent\n\nText")]
    [DataRow("\n\n# Agent\n\nText\n\n\n")]
    [DataRow("---\nname: changed\nmodel: other\n---\n\n# Agent\n\nText\n")]
    [DataRow("\uFEFF---\r\nname: changed\r\n---\r\n# Agent\r\n\r\nText\r\n")]
    [DataRow("```markdown\n---\nname: changed\n---\n# Agent\n\nText\n```")]
    [DataRow("# Agent\n\nText\n\n" + Provenance.Mark + "; words of another version. -->\n")]
    public void Gets_the_front_matter_of_its_agent_back(string content) =>
        WrittenDocument.Normalise(Make.Agent("---\nname: mine\n---\nThin.\n"), content).Should().Be(Expected);

    [TestMethod]
    public void Gets_the_line_ends_of_its_agent() =>
        WrittenDocument.Normalise(Make.Agent("---\r\nname: mine\r\n---\r\nThin.\r\n"), "# Agent\n\nText\n")
            .Should().Be(Expected.Replace("\n", "\r\n", StringComparison.Ordinal));

    [TestMethod]
    public void Keeps_a_block_of_code_that_it_begins_with() =>
        WrittenDocument.Normalise(Make.Agent("---\nname: mine\n---\n"), "```sh\nrun\n```").Should().Contain("\n```sh\nrun\n```\n");
}
