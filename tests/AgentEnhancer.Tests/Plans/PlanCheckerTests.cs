using AgentEnhancer.Plans;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Plans;

[TestClass]
public sealed class A_plan_that_is_checked
{
    [TestMethod]
    public void Stays_as_it_is_where_everything_resolves()
    {
        var check = PlanChecker.Check(Orders.Agent, Orders.Plan, Orders.Catalogue);

        check.Problems.Should().BeEmpty();
        check.Plan.Should().BeEquivalentTo(Orders.Plan);
    }

    [TestMethod]
    public void Loses_evidence_that_does_not_exist_and_says_so()
    {
        var practice = Make.Practice("Do this first of all", null, Make.Evidence("t1", 1, 2), Make.Evidence("t1", 64, 65), Make.Evidence("t9", 1, 1));
        var check = Check(Make.EmptyPlan with { Practices = [practice] });

        check.Plan.Practices.Should().ContainSingle().Which.Evidence.Should().Equal(Make.Evidence("t1", 1, 2));
        check.Problems.Select(p => p.Descriptor).Should().Equal(ResponseDiagnostics.EvidenceOutside, ResponseDiagnostics.UnknownTemplate);
        check.Problems.Should().OnlyContain(p => p.File == Orders.Agent.FullPath);
    }

    [TestMethod]
    public void Loses_statements_that_nothing_shows()
    {
        var lost = Make.Evidence("t1", 0, 1);
        var check = Check(Make.EmptyPlan with
        {
            Practices = [Make.Practice("Without any evidence", null), Make.Practice("With false evidence", null, lost)],
            Always = [Make.Constraint("A phrase without evidence"), Make.Constraint("A phrase that lost its own", null, lost)],
            Examples = [Make.Example("Gone", Make.Evidence("t1", 60, 70))],
            References = [new("t9", "Nothing"), new("t1", "A service")],
        });

        check.Plan.Practices.Should().BeEmpty();
        check.Plan.Always.Select(c => c.Text).Should().Equal("A phrase without evidence");
        check.Plan.Examples.Should().BeEmpty();
        check.Plan.References.Select(r => r.TemplateId).Should().Equal("t1");
    }

    [TestMethod]
    public void Loses_a_recipe_that_is_left_with_two_steps()
    {
        PlanStep step = new("Write it", [Make.Evidence("t1", 1, 1)]);
        var recipe = new PlanRecipe("Add one", [step, step with { Do = "Save it" }, new("Guess", [])]);

        Check(Make.EmptyPlan with { Recipe = recipe }).Plan.Recipe.Should().BeNull();
        Check(Make.EmptyPlan with { Recipe = recipe with { Steps = recipe.Steps.Add(step with { Do = "Test it" }) } })
            .Plan.Recipe!.Steps.Select(s => s.Do).Should().Equal("Write it", "Save it", "Test it");
    }

    [TestMethod]
    public void Loses_what_the_agent_says_itself_and_what_it_says_twice()
    {
        var check = Check(Make.EmptyPlan with
        {
            Always =
            [
                Make.Constraint("Keep the order's own rules inside the order itself."),
                Make.Constraint("Pass the clock into methods"),
                Make.Constraint("pass the clock into `methods`."),
            ],
        });

        check.Plan.Always.Select(c => c.Text).Should().Equal("Pass the clock into methods");
        check.Problems.Should().BeEmpty();
    }

    [TestMethod]
    public void Loses_citations_in_its_texts_that_do_not_resolve()
    {
        var check = Check(Make.EmptyPlan with
        {
            Flow = "[t1] takes all from [t9]",
            Ask = [Make.Constraint("Before changing `Save` [t3:900] [t3:3]")],
        });

        check.Plan.Flow.Should().BeNull("half a flow is false");
        check.Plan.Ask.Single().Text.Should().Be("Before changing `Save`  [t3:3]");
        check.Problems.Should().HaveCount(2);
    }

    [TestMethod]
    public void Loses_cuts_and_imports_that_lie_outside()
    {
        var example = new PlanExample(
            "Code", Make.Evidence("t1", 5, 20), [new LineSpan(8, 9), new LineSpan(19, 30), new LineSpan(5, 20)], [LineSpan.Of(1), LineSpan.Of(99)], []);

        var kept = Check(Make.EmptyPlan with { Examples = [example] }).Plan.Examples.Single();

        kept.Cuts.Should().Equal(new LineSpan(8, 9));
        kept.Imports.Should().Equal(LineSpan.Of(1));
    }

    private static CheckedPlan Check(Plan plan) => PlanChecker.Check(Orders.Agent, plan, Orders.Catalogue);
}
