using AgentEnhancer.Relevance;

namespace AgentEnhancer.Tests.Relevance;

[TestClass]
public sealed class Weighing_terms
{
    private static readonly TermIndex Index = new(
    [
        new Dictionary<string, double> { ["gate"] = 3, ["lock"] = 1 },
        new Dictionary<string, double> { ["gate"] = 1, ["crane"] = 1 },
        new Dictionary<string, double> { ["gate"] = 1, ["ship"] = 9 },
    ]);

    [TestMethod]
    public void A_rare_term_tells_more_than_a_common_one() => Index.Weight("lock").Should().BeGreaterThan(Index.Weight("gate"));

    [TestMethod]
    public void A_term_that_no_document_has_tells_nothing_but_is_missed_most()
    {
        Index.Weight("molecule").Should().Be(0);
        Index.WeightAmongOthers("molecule").Should().BeGreaterThan(Index.WeightAmongOthers("lock"));
        Index.WeightAmongOthers("lock").Should().BeGreaterThan(Index.Weight("lock"), "among others it stands in fewer");
    }

    [TestMethod]
    public void Documents_with_none_of_the_terms_score_nothing() =>
        Index.Score([KeyValuePair.Create("lock", 1.0), KeyValuePair.Create("molecule", 1.0)]).Select(s => s > 0).Should().Equal(true, false, false);

    [TestMethod]
    public void A_document_that_is_full_of_a_term_scores_higher()
    {
        var scores = Index.Score([KeyValuePair.Create("gate", 1.0)]);

        scores[0].Should().BeGreaterThan(scores[1]).And.BeGreaterThan(scores[2]);
        scores[1].Should().BeGreaterThan(scores[2], "a long document is full of other things");
    }

    [TestMethod]
    public void No_documents_score_nothing() => new TermIndex([]).Score([KeyValuePair.Create("gate", 1.0)]).Should().BeEmpty();
}
