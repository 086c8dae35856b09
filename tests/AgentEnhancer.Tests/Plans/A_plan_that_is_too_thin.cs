using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Tests.Requests;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Tests.Plans;

[TestClass]
public sealed class A_plan_that_is_too_thin
{
    private static readonly BatchRequest Request = SampleRequest.WebApi();

    private static readonly ImmutableDictionary<string, Plan> BuiltIn = new BuiltInEnhancer().EnhanceAsync(Request, CancellationToken.None).Result.Answers
        .ToImmutableDictionary(a => a.AgentId, a => ((PlannedAnswer)a).Plan, StringComparer.Ordinal);

    public static IEnumerable<object[]> Agents => Request.Agents.Select(a => new object[] { a.Id });

    [TestMethod]
    [DynamicData(nameof(Agents))]
    public void Becomes_a_document_behind_its_own_items(string id)
    {
        var thin = Thin(id);

        var complete = Complete(id, thin);

        Refusals(id, complete).Should().BeEmpty();
        complete.Practices.Should().StartWith(thin.Practices);
        complete.Examples.Should().StartWith(thin.Examples);
        complete.Never.Should().StartWith(thin.Never);
        complete.References.Should().StartWith(thin.References);
        complete.Always.Length.Should().BeGreaterThanOrEqualTo(Math.Min(2, BuiltIn[id].Always.Length));
        complete.Never.Length.Should().BeGreaterThanOrEqualTo(Math.Min(3, BuiltIn[id].Never.Length));
        complete.Ask.Should().NotBeEmpty();
    }

    [TestMethod]
    [DynamicData(nameof(Agents))]
    public void Says_nothing_twice_and_shows_nothing_twice(string id)
    {
        var complete = Complete(id, Thin(id));

        Statements(complete).SelectMany(s => PlainText.Keys(s)).Should().OnlyHaveUniqueItems();
        for (var i = 0; i < complete.Examples.Length; i++)
        {
            complete.Examples.Skip(i + 1).Should().NotContain(e => PlanNovelty.Overlap(e.Span, complete.Examples[i].Span) * 3 > e.Span.Span.Length);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Agents))]
    public void Grows_no_longer_than_a_document_may_be(string id)
    {
        // Long items of its own, so that little room is left.
        var thin = Thin(id);
        thin = thin with { Practices = [.. thin.Practices.Select(p => p with { Why = string.Concat(Enumerable.Repeat("It is so for a reason that takes many words. ", 20)) })] };
        var needs = Needs(id);
        var own = needs.Measure(thin).Characters;

        var size = needs.Measure(Complete(id, thin, new DocumentLimits(150, 250, own + 700)));

        size.Characters.Should().BeLessThanOrEqualTo(own + 700).And.BeGreaterThan(own);
    }

    [TestMethod]
    public void Asks_for_no_other_plan_where_it_is_whole()
    {
        var needs = new PlanNeeds(Orders.Agent, Orders.Catalogue, ["t1", "t2", "t3", "t4"], new DocumentLimits());

        PlanCompleter.Complete(Orders.Plan, () => throw new AssertFailedException("Nothing lacks."), needs).Should().BeSameAs(Orders.Plan);
    }

    [TestMethod]
    public void Stays_as_it_is_where_there_is_no_other_plan()
    {
        var thin = Thin("endpoint-builder.md");

        PlanCompleter.Complete(thin, () => null, Needs("endpoint-builder.md")).Should().BeSameAs(thin);
    }

    [TestMethod]
    public void Takes_the_words_that_the_other_plan_has_for_what_is_cited_now()
    {
        foreach (var agent in Request.Agents)
        {
            var complete = Complete(agent.Id, Thin(agent.Id));
            var cited = PlanCitations.All(complete).Select(c => c.TemplateId).ToHashSet(StringComparer.Ordinal);
            complete.References.Select(r => r.TemplateId).Should().OnlyHaveUniqueItems()
                .And.Contain(BuiltIn[agent.Id].References.Select(r => r.TemplateId).Where(cited.Contains));
        }
    }

    [TestMethod]
    public void Gets_the_notices_of_an_excerpt_that_both_show()
    {
        var noticed = Request.Agents.Select(a => a.Id).Where(id => BuiltIn[id].Examples.Any(e => e.Notice.Length > 0)).Select(id =>
        {
            var shown = BuiltIn[id].Examples.First(e => e.Notice.Length > 0);
            var renamed = shown with { Title = "The same by another title", Notice = [] };
            var complete = Complete(id, Make.EmptyPlan with { Examples = [renamed, .. BuiltIn[id].Examples.Where(e => e != shown)] });
            complete.Examples[0].Title.Should().Be("The same by another title");
            return (Got: complete.Examples[0].Notice.ToArray(), Had: shown.Notice.ToArray());
        }).ToArray();

        // Who has lines enough without them gets none.
        noticed.Should().Contain(n => n.Got.Length > 0).And.OnlyContain(n => n.Got.Length == 0 || n.Got.SequenceEqual(n.Had));
    }

    [TestMethod]
    public void Of_nothing_at_all_becomes_the_other_plan_as_far_as_that_is_needed()
    {
        foreach (var agent in Request.Agents)
        {
            Refusals(agent.Id, Complete(agent.Id, Make.EmptyPlan)).Should().BeEmpty(agent.Id);
        }
    }

    /// <summary>As a model's: one practice, one excerpt, one prohibition, in words of its own.</summary>
    private static Plan Thin(string id)
    {
        var plan = BuiltIn[id];
        return Make.EmptyPlan with
        {
            References = [plan.References[0] with { Why = "What this agent begins with" }],
            Practices = [plan.Practices[0] with { Do = "Follow the shape of the first file that the table names.", Why = null }],
            Examples = [plan.Examples[0] with { Title = "The shape to follow", Notice = ["Nothing here is optional"] }],
            Never = [Make.Constraint("Invent a second way beside the one that the templates have")],
        };
    }

    private static Plan Complete(string id, Plan thin, DocumentLimits? limits = null)
    {
        var needs = Needs(id);
        return PlanCompleter.Complete(thin, () => PlanChecker.Check(needs.Agent, BuiltIn[id], Request.Catalogue).Plan, needs with { Limits = limits ?? new DocumentLimits() });
    }

    private static PlanNeeds Needs(string id) =>
        new(AgentOf(id), Request.Catalogue, Request.Relevance.HomeOf(id), new DocumentLimits());

    private static ImmutableArray<Violation> Refusals(string id, Plan plan)
    {
        var (fit, document) = PlanTrimmer.Fit(AgentOf(id), plan, Request.Catalogue, new DocumentLimits());
        return Gate.Check(AgentOf(id), document.Text, fit, Request.Catalogue, Request.Relevance, new DocumentLimits());
    }

    private static Agent AgentOf(string id) => Request.Agents.Single(a => a.Id == id);

    private static IEnumerable<string> Statements(Plan plan) =>
        [.. plan.Practices.Select(p => p.Do), .. plan.Always.Concat(plan.Never).Concat(plan.Ask).Select(c => c.Text)];
}

[TestClass]
public sealed class What_a_plan_says_already
{
    private static readonly PlanNovelty Said = PlanNovelty.Of(Orders.Plan);

    [TestMethod]
    public void Is_told_by_its_words() =>
        Said.IsNews("Place an order in **one method**.", [Make.Evidence("t4", 9, 9)], strictly: false).Should().BeFalse();

    [TestMethod]
    public void Is_told_by_most_of_its_words() =>
        Said.IsNews("Send the mail only once the order is saved", [Make.Evidence("t4", 9, 9)], strictly: false).Should().BeFalse();

    [TestMethod]
    public void Is_told_by_a_few_words_about_the_same_lines_where_one_is_strict()
    {
        const string Other = "Map each error of a service to a status of its own before the page is shown";
        Said.IsNews(Other, [Make.Evidence("t1", 11, 11)], strictly: true).Should().BeFalse();
        Said.IsNews(Other, [Make.Evidence("t1", 11, 11)], strictly: false).Should().BeTrue();
        Said.IsNews(Other, [Make.Evidence("t1", 50, 50)], strictly: true).Should().BeTrue();
    }

    [TestMethod]
    public void Is_not_everything_about_the_same_lines() =>
        Said.IsNews("Log the duration", [Make.Evidence("t1", 7, 7)], strictly: true).Should().BeTrue();

    [TestMethod]
    public void Is_an_excerpt_of_which_a_third_is_shown()
    {
        Said.IsNews(Make.Example("The same", Make.Evidence("t1", 20, 40))).Should().BeFalse();
        Said.IsNews(Make.Example("Another part", Make.Evidence("t1", 33, 60))).Should().BeTrue();
        Said.IsNews(Make.Example("Another file", Make.Evidence("t4", 1, 30))).Should().BeTrue();
    }
}

[TestClass]
public sealed class A_plan_that_leads_elsewhere
{
    private static readonly ImmutableHashSet<string> Home = ["t1", "t2"];

    [TestMethod]
    public void Shows_one_excerpt_from_elsewhere_and_no_more()
    {
        var plan = Orders.Plan with { Examples = [.. Orders.Plan.Examples, Make.Example("Mail", Make.Evidence("t4", 1, 30))] };

        PlanHome.ForeignExamples(plan, Home).Should().Be(1);
        PlanHome.Hold(plan, Home).Examples.Select(e => e.Span.TemplateId).Should().Equal("t1", "t2", "t3");
    }

    [TestMethod]
    public void Loses_the_places_elsewhere_that_its_statements_can_do_without()
    {
        var plan = Orders.Plan with { Recipe = null, Always = [], Never = [], Ask = [Make.Constraint("Before changing it", null, Make.Evidence("t3", 1, 1))] };

        var held = PlanHome.Hold(plan, ["t2"]);

        held.Practices[0].Evidence.Should().Equal(Make.Evidence("t2", 3, 3));
        held.Practices[1].Evidence.Should().ContainSingle("it has no other").Which.Should().Be(Make.Evidence("t1", 10, 12));
        PlanHome.IsAtHome(held, ["t2"]).Should().BeFalse();
    }

    [TestMethod]
    public void Is_left_alone_where_most_of_it_is_at_home() =>
        PlanHome.Hold(Orders.Plan, ["t1", "t2", "t3"]).Should().BeEquivalentTo(Orders.Plan);
}
