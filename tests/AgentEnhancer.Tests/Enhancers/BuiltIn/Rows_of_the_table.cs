using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Rows_of_the_table
{
    private static Plan Referring(int count) =>
        new(null, [.. Enumerable.Range(1, count).Select(i => new PlanReference($"t{i}", ""))], [], null, [], [], [], []);

    [TestMethod]
    public void Stay_as_they_are_where_they_are_few()
    {
        var plan = Referring(6) with { Ask = [new("a", null, [At("t7")]), new("b", null, [At("t8")])] };

        TableRows.Hold(plan).Should().BeSameAs(plan);
    }

    [TestMethod]
    public void Are_not_added_for_a_second_place_that_shows_the_same() =>
        TableRows.Hold(Referring(8) with { Always = [new("a", null, [At("t1"), At("t9")])] }).Always[0].Evidence.Should().Equal(At("t1"));

    [TestMethod]
    public void Give_way_from_the_sixth_where_nothing_cites_them() =>
        TableRows.Hold(Referring(8) with { Always = [new("a", null, [At("t9")])] }).References.Select(r => r.TemplateId).Should().Equal("t1", "t2", "t3", "t4", "t5", "t6", "t7");

    [TestMethod]
    public void Are_not_added_for_one_ask_of_several()
    {
        var practice = new PlanPractice("a", null, [At("t6"), At("t7"), At("t8")]);

        TableRows.Hold(Referring(8) with { Practices = [practice], Ask = [new("a", null, [At("t1")]), new("b", null, [At("t9")])] }).Ask.Should().ContainSingle().Which.Text.Should().Be("a");
    }

    [TestMethod]
    public void Go_where_they_are_nobodys_own_and_nothing_cites_them()
    {
        using var set = HarbourSet.Create();
        var known = set.Know();
        var (focus, foreign) = known.Agents.Select(a => known.Focus(a.Name!))
            .SelectMany(f => known.Templates.Where(t => known.Relevance.Owners.GetValueOrDefault(t.Id) != f.Agent.Id).Select(t => (Focus: f, t.Id))).MinBy(p => p.Focus.Affinity(p.Id));
        PlanReference[] home = [.. focus.Home.Take(2).Select(t => new PlanReference(t.Id, ""))];
        var plan = new Plan(null, [.. home, new PlanReference(foreign, "")], [], null, [], [], [], []);

        TableRows.OnSubject(plan, focus).References.Should().Equal(home);
        TableRows.OnSubject(plan with { Ask = [new("a", null, [At(foreign)])] }, focus).References.Should().HaveCount(3);
        TableRows.OnSubject(plan with { References = [home[0], home[1] with { Why = $"calls `a` of [{foreign}]" }, plan.References[2]] }, focus).References.Should().HaveCount(3);
    }

    [TestMethod]
    public void Go_where_they_would_say_nothing()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of the lock")
            .Template("gate/lift.py.template", "def lift_gate(lock):\n    return lock.gate\n").Template("gate/lower.py.template", "def lower_gate(lock):\n    return lock.gate\n")
            .Template("gate/start.cs.template", "var gate = Lock.Gate();\ngate.Lock();\n");
        var focus = set.Know().Focus("gate-author");
        var plan = new Plan(null, [.. focus.Home.Select(t => new PlanReference(t.Id, t.Language == "python" ? "Gates" : ""))], [], null, [], [], [], []);

        plan.References.Should().HaveCount(3);
        TableRows.OnSubject(plan, focus).References.Should().HaveCount(2).And.OnlyContain(r => r.Why == "Gates");
        TableRows.OnSubject(plan with { Ask = [new("a", null, [At(plan.References.Single(r => r.Why.Length == 0).TemplateId)])] }, focus).References.Should().HaveCount(3);
    }

    private static Evidence At(string id) => new(id, LineSpan.Of(1));

    [TestMethod]
    public void Name_the_jobs_of_a_workflow()
    {
        using var set = new TestSet().Agent("gate-author", "Runs the pipeline of the gates")
            .Template("ci/build.yml.template", "name: gates\n\njobs:\n  verify-gates:\n    steps:\n      - name: Lift the gates\n        run: lift\n  image:\n    steps:\n      - run: push\n");

        RowParts.Of(set.Catalogue().Templates[0], set.Know().Focus("gate-author"), set.Know().Facts).Should().Be("runs the jobs `verify-gates` and `image`");
    }
}
