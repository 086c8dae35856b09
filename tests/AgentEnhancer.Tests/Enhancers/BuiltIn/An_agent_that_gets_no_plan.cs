using AgentEnhancer.Responses;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class An_agent_that_gets_no_plan
{
    private static string Reason(TestSet set, string agent) =>
        set.Answer().Answers.Single(a => a.AgentId == $"{agent}.md").Should().BeOfType<DeclinedAnswer>().Subject.Reason;

    private static string Function(string name, string one, string two) =>
        $"package crane\n\nfunc {name}({one} int) int {{\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"\tvar {two}{i} = {one} + {i * 7}\n")) + $"\treturn {two}9\n}}\n";

    [TestMethod]
    public void Is_one_that_no_template_speaks_of()
    {
        using var set = HarbourSet.Create().Agent("molecule-simulator", "Simulates quantum chemistry of proteins");

        Reason(set, "molecule-simulator").Should().Be("no template speaks of what it is about");
        set.Answer().Answers.OfType<PlannedAnswer>().Should().HaveCount(HarbourSet.Agents.Length, "the others are no worse off");
    }

    [TestMethod]
    public void Is_one_with_a_single_template()
    {
        using var set = new TestSet().Agent("crane-specialist", "Writes cranes in go")
            .Template("crane.go.template", "package dock\n\nfunc LiftCrane() {\n}\n");

        Reason(set, "crane-specialist").Should().Be("only one template speaks of what it is about");
    }

    [TestMethod]
    public void Is_one_whose_templates_have_nothing_to_show()
    {
        using var set = new TestSet().Agent("crane-specialist", "Writes cranes in go")
            .Template("crane_a.go.template", "package crane\n").Template("crane_b.go.template", "package crane\n");

        Reason(set, "crane-specialist").Should().Be("its templates hold no two excerpts worth showing");
    }

    [TestMethod]
    public void Is_one_whose_templates_show_too_few_practices()
    {
        using var set = new TestSet().Agent("crane-specialist", "Writes cranes in go")
            .Template("crane_a.go.template", Function("LiftCrane", "load", "height"))
            .Template("crane_b.go.template", Function("LowerCrane", "weight", "depth"));

        Reason(set, "crane-specialist").Should().Be("its templates show only 0 practices of the 3 that a document needs");
    }

    [TestMethod]
    public void Is_every_one_where_there_is_no_template()
    {
        using var set = new TestSet().Agent("crane-specialist", "Writes cranes in go");

        Reason(set, "crane-specialist").Should().Be("no template speaks of what it is about");
    }

    [TestMethod]
    public void Is_none_once_the_run_is_cancelled()
    {
        using var set = HarbourSet.Create();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var request = new AgentEnhancer.Requests.BatchRequest(set.Agents(), set.Catalogue(), set.Relevance(), new EnhancementOptions());

        var answer = () => new AgentEnhancer.Enhancers.BuiltIn.BuiltInEnhancer().EnhanceAsync(request, cancelled.Token);

        answer.Should().ThrowAsync<OperationCanceledException>().Wait();
    }
}
