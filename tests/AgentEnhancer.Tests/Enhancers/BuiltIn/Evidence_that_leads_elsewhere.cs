using System.Collections.Immutable;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Evidence_that_leads_elsewhere
{
    private static readonly Plan Empty = new(null, [], [], null, [], [], [], []);

    private static (AgentFocus Focus, Evidence Own, Evidence Foreign) Places()
    {
        using var set = HarbourSet.Create();
        var known = set.Know();
        var focus = known.Focus("endpoint-author");
        return (focus,
            new Evidence(known.Templates.First(t => focus.Core.Contains(t.Id)).Id, LineSpan.Of(1)),
            new Evidence(known.Templates.First(t => !focus.Core.Contains(t.Id)).Id, LineSpan.Of(1)));
    }

    [TestMethod]
    public void Stays_where_most_is_at_home()
    {
        var (focus, own, foreign) = Places();
        var plan = Empty with { Practices = [new PlanPractice("a", null, [own, own, foreign])] };

        PlanGrounding.Hold(plan, focus).Should().BeSameAs(plan);
    }

    [TestMethod]
    public void Goes_from_behind_statements_first()
    {
        var (focus, own, foreign) = Places();
        var notice = $"from [{foreign}]";
        var plan = Empty with
        {
            Practices = [new PlanPractice("a", null, [own, foreign])], Always = [new PlanConstraint("b", null, [own, foreign]), new PlanConstraint("bb", null, [own])], Never = [new PlanConstraint("c", null, [foreign])],
            Examples = [new PlanExample("d", own, [], [], [notice])],
        };

        var held = PlanGrounding.Hold(plan, focus);

        held.Practices[0].Evidence.Should().Equal(own);
        held.Always[0].Evidence.Should().Equal(own);
        held.Never[0].Evidence.Should().Equal([foreign], "a statement needs some evidence");
        held.Examples[0].Notice.Should().Equal([notice], "what is left suffices");
    }

    [TestMethod]
    public void Goes_from_notices_questions_and_the_recipe_where_that_does_not_suffice()
    {
        var (focus, own, foreign) = Places();
        var plan = Empty with
        {
            Never = [new PlanConstraint("c", null, [foreign])],
            Ask = [new PlanConstraint($"one [{foreign}] and [{foreign}]", null, []), new PlanConstraint($"two [{own}]", null, []), new PlanConstraint($"three [{own}]", null, [])],
            Examples = [new PlanExample("d", own, [], [], [$"from [{foreign}]", $"at [{own}]"])],
            Recipe = new PlanRecipe("e", [new PlanStep("f", [foreign]), new PlanStep("g", [foreign]), new PlanStep("h", [foreign])]),
        };

        var held = PlanGrounding.Hold(plan, focus);

        held.Examples[0].Notice.Should().Equal($"at [{own}]");
        held.Ask.Select(a => a.Text).Should().Equal($"two [{own}]", $"three [{own}]");
        held.Recipe.Should().BeNull();
    }

    [TestMethod]
    public void Is_none_where_nothing_is_cited() => PlanGrounding.Hold(Empty, Places().Focus).Should().BeSameAs(Empty);
}
