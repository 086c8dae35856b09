using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Pieces_of_sentences
{
    [TestMethod]
    [DataRow("gate", "`gate`")]
    [DataRow("a `b`", "`` a `b` ``")]
    [DataRow("a ``b``", "``` a ``b`` ```")]
    public void Code_survives_backticks(string text, string expected) => Prose.Code(text).Should().Be(expected);

    [TestMethod]
    [DataRow("", "")]
    [DataRow("a", "a")]
    [DataRow("a,b", "a and b")]
    [DataRow("a,b,c", "a, b and c")]
    public void Lists_read_as_sentences_do(string parts, string expected) =>
        Prose.List(parts.Split(',', StringSplitOptions.RemoveEmptyEntries)).Should().Be(expected);

    [TestMethod]
    [DataRow("One. Two.", "One")]
    [DataRow("One gate, e.g. the north one. Two.", "One gate, e.g. the north one")]
    [DataRow("One gate, i.e. the north one! Two.", "One gate, i.e. the north one")]
    [DataRow("Gates, locks etc. are here. Two.", "Gates, locks etc. are here")]
    [DataRow("North vs. south. Two.", "North vs. south")]
    [DataRow("Version 1.2 of it. Two.", "Version 1.2 of it")]
    [DataRow("No full stop", "No full stop")]
    public void The_first_sentence_ends_at_its_own_full_stop(string text, string expected) => Prose.FirstSentence(text).Should().Be(expected);

    [TestMethod]
    public void An_empty_comment_has_no_sentence() => Prose.FirstSentence(" \n ").Should().BeNull();

    [TestMethod]
    [DataRow("<summary>Opens\n  the gate.</summary>", "Opens the gate.")]
    [DataRow("See <see cref=\"Gate\"/> and <paramref name=\"key\"/>, else <see langword=\"null\"/>.", "See Gate and key, else null.")]
    [DataRow("{@link Gate} and {@code open()}", "Gate and open()")]
    [DataRow("a < b and b > c", "a < b and b > c")]
    [DataRow("<para/>One <b>big</b> gate", "One big gate")]
    [DataRow("Response<Unit>: the <b>big</b>gate of Map<Key, Gate?>", "Response<Unit>: the biggate of Map<Key, Gate?>")]
    [DataRow("an open <tag without its end", "an open <tag without its end")]
    [DataRow("<see cref=\"\"/>x", "x")]
    public void Markup_is_read_as_people_do(string text, string expected) => Prose.Plain(text).Should().Be(expected);

    [TestMethod]
    public void Every_kind_of_unit_has_a_word_of_its_own_or_is_a_part()
    {
        var words = Enum.GetValues<UnitKind>().Select(k => (Kind: k, Word: Prose.KindWord(new Unit("x", k, LineSpan.Of(1), 1, 0, null, [])))).ToArray();

        words.Where(w => w.Word == "part").Select(w => w.Kind).Should().BeEquivalentTo([UnitKind.Implementation, UnitKind.Property, UnitKind.Statements, UnitKind.Element]);
        words.Where(w => w.Word != "part").Select(w => w.Word).Should().OnlyHaveUniqueItems();
    }

    [TestMethod]
    [DataRow("f(a[1], {b})", true)]
    [DataRow("", true)]
    [DataRow("f(a", false)]
    [DataRow(") f(", false)]
    public void Brackets_are_counted(string code, bool expected) => Brackets.AreBalanced(code).Should().Be(expected);
}
