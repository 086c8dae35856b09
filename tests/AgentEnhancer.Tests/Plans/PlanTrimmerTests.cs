using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Plans;

[TestClass]
public sealed class A_plan_whose_document_is_too_long
{
    private static readonly int Lines = MarkdownBody.SplitLines(Orders.Document().Text).Length;
    private static readonly int Characters = Orders.Document().Text.Length - Orders.Agent.FrontMatter.Length;

    [TestMethod]
    public void Is_left_alone_where_it_fits()
    {
        var (plan, document) = Fit(new DocumentLimits(1, Lines, Characters));

        plan.Should().BeSameAs(Orders.Plan);
        document.Text.Should().Be(Orders.Document().Text);
    }

    [TestMethod]
    public void Loses_its_least_relevant_notice_first()
    {
        var (plan, document) = Fit(new DocumentLimits(1, Lines - 1, 10_000));

        plan.Examples[0].Notice.Should().Equal("The order is checked before it is saved");
        plan.Practices.Should().HaveCount(4);
        MarkdownBody.SplitLines(document.Text).Should().HaveCount(Lines - 1);
    }

    [TestMethod]
    public void Loses_its_last_example_where_it_is_much_too_long()
    {
        var (plan, _) = Fit(new DocumentLimits(1, Lines - 30, 10_000));

        plan.Examples.Select(e => e.Title).Should().Equal("Placing an order", "The order");
        plan.Practices.Should().HaveCount(4);
    }

    [TestMethod]
    [DataRow(250)]
    [DataRow(600)]
    [DataRow(900)]
    public void Fits_the_characters(int over)
    {
        var (_, document) = Fit(new DocumentLimits(1, 250, Characters - over));

        (document.Text.Length - Orders.Agent.FrontMatter.Length).Should().BeLessThanOrEqualTo(Characters - over);
    }

    [TestMethod]
    public void Does_not_become_too_short_by_it()
    {
        var (plan, document) = Fit(new DocumentLimits(Lines - 12, 250, Characters - 950));

        plan.Examples.Should().HaveCount(3, "one example less would be too few lines");
        MarkdownBody.SplitLines(document.Text).Length.Should().BeGreaterThanOrEqualTo(Lines - 12);
        Fit(new DocumentLimits(1, 250, Characters - 950)).Plan.Examples.Should().HaveCount(2);
    }

    [TestMethod]
    public void Keeps_what_a_document_needs_however_long_that_is()
    {
        var (plan, _) = Fit(new DocumentLimits(1, 10, 10));

        plan.References.Should().HaveCountGreaterThanOrEqualTo(2);
        plan.Practices.Should().HaveCount(3);
        plan.Examples.Should().HaveCount(2);
        plan.Always.Should().HaveCount(3);
        plan.Never.Should().HaveCount(3);
        plan.Ask.Should().ContainSingle();
        plan.Recipe.Should().BeNull();
    }

    private static (Plan Plan, Document Document) Fit(DocumentLimits limits) =>
        PlanTrimmer.Fit(Orders.Agent, Orders.Plan, Orders.Catalogue, limits);
}
