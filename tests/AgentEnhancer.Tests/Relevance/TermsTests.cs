using AgentEnhancer.Relevance;

namespace AgentEnhancer.Tests.Relevance;

[TestClass]
public sealed class TermsTests
{
    [TestMethod]
    [DataRow("ParcelLocker", "parcel,locker")]
    [DataRow("HTTPServer", "http,server")]
    [DataRow("fetch_parcel_row", "fetch,parcel,row")]
    [DataRow("order-line", "order,line")]
    [DataRow("utf8Decoder", "utf8,decoder")]
    [DataRow("x 42", "")]
    public void An_identifier_is_split_at_case_changes_and_separators(string text, string expected) =>
        string.Join(',', Terms.Of(text)).Should().Be(expected);

    [TestMethod]
    [DataRow("repositories", "Repository")]
    [DataRow("services", "Service")]
    [DataRow("tests", "Testing")]
    [DataRow("migrations", "migrate")]
    [DataRow("queries", "query")]
    [DataRow("customers", "customer")]
    [DataRow("caches", "cache")]
    public void Forms_of_one_word_meet(string one, string other) => Terms.Of(one).Should().Equal(Terms.Of(other));

    [TestMethod]
    [DataRow("test", "text")]
    [DataRow("parcel", "parse")]
    [DataRow("route", "router")]
    public void Different_words_stay_apart(string one, string other) => Terms.Of(one).Should().NotEqual(Terms.Of(other));

    [TestMethod]
    public void Words_that_every_agent_uses_are_no_terms() =>
        Terms.Of("This agent is a specialist and provides guidance for the project").Should().BeEmpty();
}
