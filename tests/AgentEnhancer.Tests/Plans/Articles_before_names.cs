using AgentEnhancer.Plans;

namespace AgentEnhancer.Tests.Plans;

[TestClass]
public sealed class Articles_before_names
{
    [TestMethod]
    [DataRow("Hand a `Envelope` on.", "Hand an `Envelope` on.")]
    [DataRow("Hand a `Order` to a `Basin`.", "Hand an `Order` to a `Basin`.")]
    [DataRow("A `item` and a `user`.", "An `item` and a `user`.")]
    [DataRow("A `update` of a `OneTimeKey` in a `Unit`, a `unit`, a `euro` or a `Unknown`.", "An `update` of a `OneTimeKey` in a `Unit`, a `unit`, a `euro` or an `Unknown`.")]
    [DataRow("Write a item or `a Order`.", "Write a item or `a Order`.", DisplayName = "only before code")]
    [DataRow("Give a `{{Entity}}` a name.", "Give a `{{Entity}}` a name.", DisplayName = "a placeholder may become anything")]
    public void Follow_the_name(string text, string expected) => Articles.Mend(text).Should().Be(expected);

    [TestMethod]
    [DataRow("endpoint", "an endpoint")]
    [DataRow("handler", "a handler")]
    public void Stand_with_a_noun(string noun, string expected) => Articles.With(noun).Should().Be(expected);
}
