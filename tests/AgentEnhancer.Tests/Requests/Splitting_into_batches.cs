using AgentEnhancer.Requests;

namespace AgentEnhancer.Tests.Requests;

[TestClass]
public sealed class Splitting_into_batches
{
    private static readonly EnhancementOptions Document = new() { Shape = AnswerShape.Document };

    /// <summary>About 1,200 tokens.</summary>
    private static readonly string LongAgent = "---\nname: a\n---\n\n# A\n\n" + string.Concat(Enumerable.Repeat("- One more thing to know\n", 110));

    [TestMethod]
    [DataRow(1, 3)]
    [DataRow(10, 24)]
    [DataRow(30, 200)]
    public void One_request_holds_all_agents(int agents, int templates)
    {
        var prompt = RequestSet.Of(agents, templates).Prompts().Should().ContainSingle().Subject;

        prompt.AgentIds.Should().HaveCount(agents).And.OnlyHaveUniqueItems();
        prompt.EstimatedUsage.Input.Should().BeLessThanOrEqualTo(RequestBudget.Of(AnswerShape.Plan).InputCeiling(agents, templates));
        RequestSet.Json(prompt)["template_catalog"]!.AsArray().Should().HaveCount(templates);
    }

    [TestMethod]
    public void Long_agents_alone_do_not_split_a_plan() => RequestSet.Of(10, 15, agentText: LongAgent).Prompts().Should().ContainSingle();

    [TestMethod]
    public void What_does_not_fit_even_at_its_least_is_split_into_as_few_as_possible()
    {
        // A document needs its whole agent: four of them are the most that one request holds.
        var prompts = RequestSet.Of(10, 15, Document, LongAgent).Prompts();

        prompts.Select(p => p.AgentIds.Length).Should().Equal(3, 3, 4);
        prompts.SelectMany(p => p.AgentIds).Should().HaveCount(10).And.OnlyHaveUniqueItems();
        prompts.Should().OnlyContain(p => p.EstimatedUsage.Input <= RequestBudget.Of(AnswerShape.Document).InputCeiling(p.AgentIds.Length, 15));
    }

    [TestMethod]
    public void An_agent_that_is_too_long_by_itself_goes_alone()
    {
        var set = RequestSet.Of(2, 5, Document).Agent("long.md", "# Long\n" + Make.Lines(3_000, "- Fact {0} of all"), "t1");

        var prompts = set.Prompts();

        prompts.Select(p => string.Join(' ', p.AgentIds)).Should().Equal("agent-001.md agent-002.md", "long.md");
        RequestSet.Json(prompts[1])["template_catalog"]!.AsArray().Select(t => (string)t!["path"]!).Should().Contain("templates/t1.cs.template");
    }

    [TestMethod]
    public void Where_only_one_question_can_be_asked_all_agents_are_in_it_at_the_least_detail()
    {
        var prompt = PromptWriter.WriteWhole(RequestSet.Of(400, 50, new EnhancementOptions { BatchSize = 1 }, LongAgent).Request());

        prompt.AgentIds.Should().HaveCount(400);
        var json = RequestSet.Json(prompt);
        json["agents"]!.AsArray().Should().HaveCount(400);
        json["template_catalog"]!.AsArray().Should().HaveCount(50);
    }

    [TestMethod]
    public void More_answers_than_a_model_writes_in_one_go_are_asked_for_in_halves() =>
        RequestSet.Of(40, 20).Prompts().Select(p => p.AgentIds.Length).Should().Equal(20, 20);

    [TestMethod]
    [DataRow(0, new[] { 7 })]
    [DataRow(-1, new[] { 7 })]
    [DataRow(1, new[] { 1, 1, 1, 1, 1, 1, 1 })]
    [DataRow(3, new[] { 3, 3, 1 })]
    [DataRow(100, new[] { 7 })]
    public void A_batch_is_as_large_as_somebody_asks(int size, int[] sizes)
    {
        var prompts = RequestSet.Of(7, 9, new EnhancementOptions { BatchSize = size }).Prompts();

        prompts.Select(p => p.AgentIds.Length).Should().Equal(sizes);
        prompts.SelectMany(p => p.AgentIds).Should().Equal(Enumerable.Range(1, 7).Select(i => $"agent-{i:D3}.md"));
        prompts.Should().OnlyContain(p => (int)RequestSet.Json(p)["context"]!["agent_count"]! == p.AgentIds.Length);
    }

    [TestMethod]
    public void A_batch_shows_the_templates_of_its_own_agents_best()
    {
        var prompt = RequestSet.Of(7, 40, new EnhancementOptions { BatchSize = 1 }).Prompts()[4];

        RequestSet.DetailOf(RequestSet.Template(RequestSet.Json(prompt), "t5")).Should().Be(TemplateDetail.Source);
        RequestSet.DetailOf(RequestSet.Template(RequestSet.Json(prompt), "t1")).Should().Be(TemplateDetail.Purpose);
    }

    [TestMethod]
    public void Templates_that_concern_no_agent_are_left_out_rather_than_agents_split_for_them()
    {
        var json = RequestSet.Of(2, 700).Json();

        var shown = json["template_catalog"]!.AsArray();
        shown.Should().HaveCountLessThan(700);
        ((int)json["context"]!["template_count"]!).Should().Be(shown.Count);
        ((int)json["context"]!["templates_left_out"]!).Should().Be(700 - shown.Count);
        shown.Select(t => (string)t!["id"]!).Should().Contain(Enumerable.Range(1, 61).Select(i => $"t{i}"));
    }

    [TestMethod]
    public void Without_agents_nothing_is_asked() => RequestSet.Of(0, 5).Prompts().Should().BeEmpty();
}
