using System.Collections.Immutable;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn.Traps;

[TestClass]
public sealed class Templates_that_two_agents_could_own
{
    [TestMethod]
    public void Each_goes_to_one()
    {
        using var set = HarbourSet.Create().Agent("berth-author", "Writes endpoints and stores of berths in csharp");
        var relevance = set.Relevance();
        var agents = set.Agents().Select(a => a.Id).ToHashSet();

        relevance.Owners.Values.Should().OnlyContain(o => agents.Contains(o));
        relevance.Owners.Keys.Should().OnlyHaveUniqueItems();
        relevance.Owners.Should().HaveCountGreaterThan(10);
    }

    [TestMethod]
    public void Two_agents_of_the_same_words_share_nothing_that_one_owns()
    {
        using var set = HarbourSet.Of([("store-author", "Writes stores of berths"), ("store-writer", "Writes stores of berths")], HarbourSet.Templates);

        set.Relevance().Owners.Values.Distinct().Should().ContainSingle("the first of two equals owns, so that the second does not repeat it");
    }

    [TestMethod]
    public void The_order_of_agents_does_not_decide()
    {
        using var one = HarbourSet.Of([("store-author", "Writes stores of berths"), ("store-writer", "Writes stores of berths")], HarbourSet.Templates);
        using var other = HarbourSet.Of([("store-writer", "Writes stores of berths"), ("store-author", "Writes stores of berths")], HarbourSet.Templates);

        other.Relevance().Owners.Should().Equal(one.Relevance().Owners);
    }

    [TestMethod]
    public void A_statement_is_offered_first_to_the_agent_that_it_fits_best()
    {
        using var set = HarbourSet.Create();
        var known = set.Know();
        var focuses = known.Agents.Select(a => known.Focus(a.Name)).ToImmutableArray();
        var pool = new StatementPool(set.Statements(), focuses);

        foreach (var offers in focuses.SelectMany(f => pool.For(f.Agent.Id)).GroupBy(o => o.Statement, ReferenceEqualityComparer.Instance))
        {
            var first = offers.MaxBy(o => o.Score)!;
            offers.Where(o => !o.IsSpare).Should().Equal(first.Statement.IsLastResort ? [] : [first]);
        }
    }

    [TestMethod]
    public void A_statement_is_not_given_to_an_agent_that_it_does_not_fit()
    {
        using var set = HarbourSet.Create();
        var known = set.Know();
        var focuses = known.Agents.Select(a => known.Focus(a.Name)).ToImmutableArray();
        var pool = new StatementPool(set.Statements(), focuses);

        foreach (var focus in focuses)
        {
            var offers = pool.For(focus.Agent.Id).ToArray();
            offers.Should().NotBeEmpty();
            offers.Should().OnlyContain(o => focus.Core.Contains(o.Statement.Evidence[0].TemplateId));
        }
    }

    [TestMethod]
    [DataRow("Stores berths, with a test of each berth", false)]
    [DataRow("Stores berths, and keeps the pipeline that deploys them", true)]
    public void A_pipeline_is_spoken_of_to_who_speaks_of_pipelines(string description, bool expected)
    {
        using var set = new TestSet().Agent("store-author", description)
            .Template("store/berths.py.template", "class Berths:\n    def test_of(self, berth):\n        return self.rows[berth]\n")
            .Template("build/berths.yml.template", "name: berths\njobs:\n  test:\n    # one at a time, otherwise two berths share a port\n    concurrency: berths\n");
        var known = set.Know();
        var pool = new StatementPool(set.Statements(), [known.Focus("store-author")]);

        pool.For("store-author.md").Any(o => o.Statement.Topic.StartsWith("reason:", StringComparison.Ordinal)).Should().Be(expected);
    }

    [TestMethod]
    public void A_rule_of_the_whole_set_goes_only_to_whom_it_speaks_of()
    {
        using var set = HarbourSet.Create().Template("AGENTS.md.template", "## Never\n\n- Write an xunit test that needs the database of the harbour.\n");

        bool Tells(string agent) => set.Plan(agent).Never.Any(n => n.Text.StartsWith("Write an xunit test", StringComparison.Ordinal));

        Tells("test-author").Should().BeTrue();
        Tells("endpoint-author").Should().BeFalse();
    }

    [TestMethod]
    public void A_file_about_one_agents_work_stays_out_of_the_others_evidence()
    {
        using var set = HarbourSet.Create();
        var workflow = set.Catalogue().Templates.Single(t => t.FileName == "build.yml").Id;

        PlanCitations.All(set.Plan("endpoint-author")).Should().NotContain(c => c.TemplateId == workflow);
        PlanCitations.All(set.Plan("store-author")).Should().NotContain(c => c.TemplateId == workflow);
    }

    [TestMethod]
    [DataRow("Never read the payload of a token before it is checked", false)]
    [DataRow("Never read a berth in an endpoint before the lock of the berth is checked", true)]
    public void A_comment_of_another_agents_template_is_told_where_it_speaks_of_the_subject(string comment, bool isTold)
    {
        using var set = HarbourSet.Create();
        var known = set.Know();
        var focus = known.Focus("endpoint-author");
        var other = known.Templates.First(t => focus.Core.Contains(t.Id));
        var foreign = focus with { Relevance = focus.Relevance with { Owners = focus.Relevance.Owners.SetItem(other.Id, "somebody.md") } };
        var quote = new Statement(StatementKind.Never, $"“{comment}”", null, null, [new(other.Id, new(1, 1))], $"says:{comment}", 6);

        new StatementPool([quote], [foreign]).For("endpoint-author.md").Any().Should().Be(isTold);
        new StatementPool([quote], [focus with { Relevance = focus.Relevance with { Owners = focus.Relevance.Owners.SetItem(other.Id, "endpoint-author.md") } }])
            .For("endpoint-author.md").Should().ContainSingle();
    }
}
