using AgentEnhancer.Requests;

namespace AgentEnhancer.Tests.Requests;

[TestClass]
public sealed class Fitting_long_agents
{
    private const string FrontMatter = "---\nname: long\n---\n\n";

    private static string Section(string title, int items) =>
        $"## {title}\n\n" + string.Concat(Enumerable.Range(1, items).Select(i => $"- {title} item {i} says something about the work\n")) + "\n";

    private static readonly string Long = FrontMatter + "# Long\n\nIntroduction.\n\n" + Section("Duties", 60) + "```csharp\nvar code = 1;\n```\n\n" + Section("Borders", 60) + Section("Agreements", 60);

    [TestMethod]
    public void A_short_body_is_shown_whole_without_blank_lines()
    {
        var json = RequestSet.Of(1, 2, agentText: "---\nname: a\n---\n\n# Title\r\n\r\nOne.\r\n\r\n- Two\r\n").Json();

        ((string)json["agents"]![0]!["current_content"]!).Should().Be("# Title\nOne.\n- Two");
    }

    [TestMethod]
    public void A_long_one_keeps_every_heading_and_the_first_lines_of_each_section()
    {
        var json = RequestSet.Of(10, 15, agentText: Long).Json();

        foreach (var agent in json["agents"]!.AsArray())
        {
            var content = (string)agent!["current_content"]!;
            content.Split('\n').Should().ContainInOrder(
                "# Long", "Introduction.", "## Duties", "- Duties item 1 says something about the work", "…",
                "## Borders", "- Borders item 1 says something about the work", "…",
                "## Agreements", "- Agreements item 1 says something about the work", "…");
            content.Should().NotContain("var code").And.NotContain("Duties item 60");
        }
    }

    [TestMethod]
    public void Long_agents_leave_their_templates_room()
    {
        var set = RequestSet.Of(10, 15, agentText: Long);

        var prompt = set.Prompts().Should().ContainSingle().Subject;
        prompt.EstimatedUsage.Input.Should().BeLessThanOrEqualTo(10_000);
        RequestSet.Json(prompt)["template_catalog"]!.AsArray().Count(t => t!["source"] is not null).Should().BeGreaterThanOrEqualTo(5);
    }

    [TestMethod]
    public void A_short_agent_beside_a_long_one_is_not_cut_for_it()
    {
        const string Short = FrontMatter + "# Short\n\n- One\n- Two\n- Three\n";
        var json = RequestSet.Of(4, 8, agentText: Long).Agent("short.md", Short, "t1").Json();

        ((string)json["agents"]![4]!["current_content"]!).Should().Be("# Short\n- One\n- Two\n- Three");
        ((string)json["agents"]![0]!["current_content"]!).Should().Contain("…");
    }

    [TestMethod]
    public void For_a_whole_document_the_agent_is_never_cut()
    {
        var json = RequestSet.Of(1, 8, new EnhancementOptions { Shape = AnswerShape.Document }, Long).Json();

        ((string)json["agents"]![0]!["current_content"]!).Should().Be(Long[FrontMatter.Length..].Trim());
    }

    [TestMethod]
    public void A_paragraph_without_end_is_cut_too()
    {
        var json = RequestSet.Of(10, 15, agentText: FrontMatter + "# Long\n\n" + string.Concat(Enumerable.Repeat("very long ", 5_000)) + "\n\n## Next\n\nNext.\n").Json();

        ((string)json["agents"]![9]!["current_content"]!).Should().MatchRegex("^# Long\nvery long [a-z ]+…\n## Next\nNext\\.$");
    }

    [TestMethod]
    public void A_description_that_holds_dialogues_is_cut()
    {
        var agent = Make.Agent("x") with { Description = "Use it for orders. " + string.Concat(Enumerable.Repeat("user: do it. assistant: done. ", 500)) };

        var description = AgentEntry.Of(agent, "").Description!;

        description.Should().StartWith("Use it for orders. user: do it.").And.EndWith("…");
        TokenEstimator.Estimate(description).Should().BeInRange(250, 300);
    }

    [TestMethod]
    public void A_front_matter_without_end_is_cut()
    {
        var keys = string.Concat(Enumerable.Range(1, 500).Select(i => $"key{i}: {string.Concat(Enumerable.Repeat("word ", 200))}\n"));

        var metadata = AgentEntry.Of(Make.Agent($"---\n{keys}---\nText.\n"), "").Metadata!;

        metadata.Should().HaveCount(12);
        metadata.Values.Should().OnlyContain(v => TokenEstimator.Estimate(v) <= 40);
    }
}
