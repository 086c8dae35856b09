using AgentEnhancer.Relevance;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Relevance;

[TestClass]
public sealed class Identifiers_in_code
{
    [TestMethod]
    public void Stand_neither_in_strings_nor_in_comments()
    {
        using var set = new TestSet().Template("a.py.template", "x1 = _open('gate')  # shut\n");

        Identifiers.In(set.Catalogue().Templates[0].Source).Should().Equal(new IdentifierToken("x1", 1, 0), new IdentifierToken("_open", 1, 5));
    }

    [TestMethod]
    [DataRow("openGate", true)]
    [DataRow("open_gate", true)]
    [DataRow("OpenGate", true)]
    [DataRow("Gate", false)]
    [DataRow("gate", false)]
    [DataRow("HTTP", false)]
    public void Are_distinctive_where_they_have_parts(string name, bool expected) => Identifiers.IsDistinctive(name).Should().Be(expected);

    [TestMethod]
    [DataRow("gate1", true)]
    [DataRow("_", true)]
    [DataRow("", false)]
    [DataRow("1gate", false)]
    [DataRow("a-b", false)]
    [DataRow("{{x}}", false)]
    public void Are_words(string text, bool expected) => Identifiers.IsIdentifier(text).Should().Be(expected);

    [TestMethod]
    public void Have_neighbours()
    {
        Identifiers.Before("a . b", 4).Should().Be('.');
        Identifiers.Before("  b", 2).Should().Be('\0');
        Identifiers.After("b  (", 1).Should().Be('(');
        Identifiers.After("b  ", 1).Should().Be('\0');
    }
}
