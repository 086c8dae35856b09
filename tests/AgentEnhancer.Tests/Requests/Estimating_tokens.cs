using AgentEnhancer.Requests;

namespace AgentEnhancer.Tests.Requests;

[TestClass]
public sealed class Estimating_tokens
{
    /// <summary>A thousand times, so that each coefficient shows in whole tokens; worked out by hand.</summary>
    [TestMethod]
    [DataRow("ab ", 1486, DisplayName = "A word 1.033, a space 0.453")]
    [DataRow("abcdefgh ", 1486, DisplayName = "Eight letters are no long word")]
    [DataRow("abcdefghij ", 1722, DisplayName = "Two letters beyond eight 0.236")]
    [DataRow("camelCase ", 2519, DisplayName = "Two words")]
    [DataRow("Case ", 1486, DisplayName = "A capital begins a word")]
    [DataRow("AB ", 1486, DisplayName = "Two capitals are free")]
    [DataRow("HTTP ", 1908, DisplayName = "Two capitals beyond two 0.422")]
    [DataRow("HTTPServer ", 2941, DisplayName = "The last capital belongs to the next word")]
    [DataRow("123 ", 2170, DisplayName = "A group of digits 1.717")]
    [DataRow("1234 ", 3887, DisplayName = "Two groups of digits")]
    [DataRow("(); ", 1556, DisplayName = "Punctuation 1.075, the third 0.028")]
    [DataRow("\n\na", 1612, DisplayName = "A run of line breaks 0.579")]
    [DataRow("\r\n    a", 2065, DisplayName = "Line break and indent")]
    [DataRow("\ta", 1486, DisplayName = "A tab is an indent")]
    [DataRow("日本 ", 1181, DisplayName = "Two characters beyond ASCII 0.728")]
    [DataRow("😀 ", 817, DisplayName = "A character of two halves is one")]
    [DataRow("a_b1", 4858, DisplayName = "Runs side by side")]
    public void Sums_what_each_run_of_characters_costs(string text, int thousand) =>
        TokenEstimator.Estimate(string.Concat(Enumerable.Repeat(text, 1000))).Should().Be(thousand);

    [TestMethod]
    [DataRow("", 0)]
    [DataRow(" ", 0)]
    [DataRow("\n", 1)]
    [DataRow("public void Save(Order order) => _store.Add(order);\n", 19)]
    public void Rounds_to_whole_tokens(string text, int tokens) => TokenEstimator.Estimate(text).Should().Be(tokens);

    [TestMethod]
    public void A_run_as_long_as_a_file_does_not_overflow()
    {
        // 1.033 + 0.118 × 29,999,992, and ten million groups of 1.717.
        TokenEstimator.Estimate(new string('a', 30_000_000)).Should().Be(3_540_000);
        TokenEstimator.Estimate(new string('7', 30_000_000)).Should().Be(17_170_000);
    }

    [TestMethod]
    public void A_part_costs_what_it_costs_by_itself() =>
        TokenEstimator.Estimate("before parseHTTPHeader after".AsSpan(7, 15)).Should().Be(TokenEstimator.Estimate("parseHTTPHeader"));
}
