using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Rendering;

[TestClass]
public sealed class A_thin_agent_that_is_rendered
{
    private static readonly string[] Lines = Orders.Document().Text.Split('\n');

    [TestMethod]
    public void Keeps_its_own_text_byte_for_byte_at_the_start() =>
        Orders.Document().Text.Should().StartWith(Orders.AgentText);

    [TestMethod]
    public void Gets_the_four_sections_in_order() =>
        Lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Should().Equal(
            "## Purpose", "## Habits", "## Template References", "## Best Practices", "## Code Examples", "## Constraints");

    [TestMethod]
    public void Ends_with_the_provenance_comment_and_one_line_end() =>
        Orders.Document().Text.Should().EndWith("\n\n<!-- Enhanced by AgentEnhancer.Build from agents/orders.md; edit that file, not this one. -->\n");

    [TestMethod]
    public void Names_no_file_to_those_who_get_the_agent_with_its_template() =>
        Provenance.CommentOf(Orders.Agent with { Scope = "content/a" }).Should().Be("<!-- Enhanced by AgentEnhancer.Build from the agent of its template. -->");

    [TestMethod]
    public void Names_a_file_in_the_provenance_comment_without_ending_it() =>
        Provenance.CommentOf(Orders.Agent with { Id = "a-->b.md" }).Should().Be("<!-- Enhanced by AgentEnhancer.Build from a--%3Eb.md; edit that file, not this one. -->");

    [TestMethod]
    public void Is_the_same_bytes_each_time() => Orders.Document().Text.Should().Be(Orders.Document().Text);

    [TestMethod]
    public void Has_a_row_for_each_template_and_a_factual_one_for_what_is_cited_only_later()
    {
        Lines.Should().ContainInOrder(
            "| # | Template | Use it for |",
            "| --- | --- | --- |",
            "| 1 | `templates/services/OrderService.cs.template` | Places and ships: one method for each |",
            "| 2 | `templates/domain/{{EntityName}}.cs.template` | The order, with its own rules |",
            "| 3 | `templates/stores/order store/OrderStore.cs.template` | Keeps orders; gives `Save` to [1] |",
            "| 4 | `templates/mail/Mailer.cs.template` | Defines `SendAsync` |");
        Orders.Document().Cited.Select(t => t.Id).Should().Equal("t1", "t2", "t3", "t4");
    }

    [TestMethod]
    public void Says_what_templates_generate_where_half_of_them_say_so()
    {
        var catalogue = Make.Catalogue(Orders.Service with { Purpose = "A service | its tests" }, Orders.Entity, Orders.Store with { Purpose = "Orders as rows" }, Orders.Mailer);
        var lines = DocumentRenderer.Render(Orders.Agent, Orders.Plan, catalogue).Text.Split('\n');

        lines.Should().ContainInOrder(
            "| # | Template | Purpose | Use it for |",
            "| --- | --- | --- | --- |",
            "| 1 | `templates/services/OrderService.cs.template` | A service \\| its tests | Places and ships: one method for each |",
            "| 2 | `templates/domain/{{EntityName}}.cs.template` | | The order, with its own rules |");
    }

    [TestMethod]
    public void Says_what_one_template_generates_with_its_use()
    {
        var catalogue = Make.Catalogue(Orders.Service with { Purpose = "A service | its tests" }, Orders.Entity, Orders.Store, Orders.Mailer);

        DocumentRenderer.Render(Orders.Agent, Orders.Plan, catalogue).Text.Split('\n').Should().ContainInOrder(
            "| # | Template | Use it for |",
            "| 1 | `templates/services/OrderService.cs.template` | A service \\| its tests. Places and ships: one method for each |",
            "| 2 | `templates/domain/{{EntityName}}.cs.template` | The order, with its own rules |");
    }

    [TestMethod]
    public void Says_nothing_of_code_that_has_no_names()
    {
        var catalogue = Make.Catalogue(Orders.Service, Orders.Entity, Orders.Store, Orders.Mailer with { Units = [] });

        DocumentRenderer.Render(Orders.Agent, Orders.Plan, catalogue).Text.Should().Contain("| 4 | `templates/mail/Mailer.cs.template` | |");
    }

    [TestMethod]
    public void Explains_placeholders_that_somebody_explained()
    {
        var catalogue = Orders.Catalogue with
        {
            Placeholders = ImmutableDictionary<string, PlaceholderMeaning>.Empty
                .Add("EntityName", new("EntityName", "The main thing.", "Order"))
                .Add("Unused", new("Unused", "Nothing", null)),
        };

        DocumentRenderer.Render(Orders.Agent, Orders.Plan, catalogue).Text.Split('\n')
            .Should().Contain("Placeholders: `{{EntityName}}` (The main thing, such as `Order`).");
        Lines.Should().Contain("Placeholders: `{{EntityName}}`.");
    }

    [TestMethod]
    public void Gives_each_practice_its_reason_and_evidence() =>
        Lines.Should().ContainInOrder(
            "1. **Place an order in one method.** A second one would skip the checks. [1:6-8] [2:3]",
            "2. **Return `Task<Result<Order, Error>>` from the service.** [1:10-12]",
            "4. **Send mail after the order is saved.** A mail can't be taken back. [1:20-22] [4:5-6]",
            "### Recipe: Add a step to an order",
            "1. Add the state to the order. [2:4-6]");

    [TestMethod]
    public void Shows_imports_first_and_marks_what_was_cut()
    {
        var start = Array.IndexOf(Lines, "### Placing an order");

        Lines.Skip(start).Take(9).Should().Equal(
            "### Placing an order", "", "From [1:6-35]:", "", "```csharp", "using Shop.Orders;", "using Shop.Mail;", "", "using Shop.Clock;");
        var code = Lines.Skip(start + 9).TakeWhile(l => l != "```").ToList();
        code.Count(l => l == "// …").Should().Be(2);
        code.Should().Contain("var value19 = Read(19);").And.NotContain("var value17 = Read(17);", "line 21 was cut");
        Lines.Should().ContainInOrder("- The order is checked before it is saved.", "- The mail goes last.");
    }

    [TestMethod]
    public void Lists_constraints_with_what_to_do_instead() =>
        Lines.Should().ContainInOrder(
            "### Always", "- Check stock before an order is placed [1:7]", "- Name states in the past tense",
            "### Never", "- Read the clock in the order (instead: pass the time in) [2:5]",
            "### Ask first", "- Before changing the signature of `Save`: [1] uses it [3:3]");

    [TestMethod]
    public void Knows_the_lines_of_its_statements_and_examples()
    {
        var document = Orders.Document();

        document.Statements.Should().Contain(s => s.Evidence.Length == 2).And.OnlyContain(s => Lines[s.Line - 1] == s.Text);
        document.Examples.Should().HaveCount(3).And.OnlyContain(e => Lines[e.Line - 1] == "### " + e.Title);
    }

    [TestMethod]
    public void Puts_a_longer_fence_around_code_that_holds_one()
    {
        var template = Make.Template("t1", "templates/a.md.template", "Use:\n\n````sh\nrun\n````\n", "markdown");
        var plan = Make.EmptyPlan with { Examples = [Make.Example("Docs", Make.Evidence("t1", 1, 5))] };

        var text = DocumentRenderer.Render(Orders.Agent, plan, Make.Catalogue(template)).Text;

        text.Should().Contain("`````markdown\nUse:\n\n````sh\nrun\n````\n`````\n");
    }
}

[TestClass]
public sealed class An_agent_with_CRLF
{
    private static readonly string Source = Orders.AgentText.ReplaceLineEndings("\r\n");
    private static readonly string Text = DocumentRenderer.Render(Make.Agent(Source), Orders.Plan, Orders.Catalogue).Text;

    [TestMethod]
    public void Stays_CRLF_throughout() => Text.Replace("\r\n", "", StringComparison.Ordinal).Should().NotContainAny("\n", "\r");

    [TestMethod]
    public void Says_the_same_as_with_LF() => Text.ReplaceLineEndings("\n").Should().Be(Orders.Document().Text);
}

[TestClass]
public sealed class An_agent_whose_text_is_odd
{
    [TestMethod]
    [DataRow("---\nname: a\n---\n")]
    [DataRow("---\nname: a\n---")]
    [DataRow("---\nname: a\n---\n\nNo line end")]
    [DataRow("---\nname: a\n---\n\nBlank lines\n\n\n\n")]
    [DataRow("no front matter\n")]
    public void Is_kept_and_followed_by_one_blank_line_at_least(string source)
    {
        var text = DocumentRenderer.Render(Make.Agent(source), Orders.Plan, Orders.Catalogue).Text;

        text.Should().StartWith(source);
        text[source.Length..].TrimStart('\n').Should().StartWith("## Template References\n");
        (source.EndsWith("\n\n", StringComparison.Ordinal) ? text : text[source.Length..]).Should().Contain("\n## Template References");
    }

    [TestMethod]
    public void Has_its_open_fence_closed_so_that_sections_are_no_code()
    {
        var agent = Make.Agent("---\nname: a\n---\n\n````text\n# still code\n```\n");
        var text = DocumentRenderer.Render(agent, Orders.Plan, Orders.Catalogue).Text;

        text.Should().StartWith(agent.Text + "````\n\n## Template References");
        MarkdownOutline.Read(text).Fences.Should().OnlyContain(f => f.IsClosed);
    }
}

[TestClass]
public sealed class An_agent_that_has_sections_already
{
    [TestMethod]
    [DataRow("## Best Practices")]
    [DataRow("# 2. Best practices 🚀")]
    [DataRow("### **Best Practices**")]
    [DataRow("## ✅ BEST PRACTICES:")]
    [DataRow("## Best Practices (ours)")]
    [DataRow("Best Practices\n--------------")]
    public void Has_them_completed_in_place(string heading)
    {
        var text = Render($"# Agent\n\n{heading}\n\n1. Ours comes first\n\n# Other\n\nText\n");

        text.Should().Contain("1. Ours comes first\n\n2. **Place an order in one method.**");
        text.IndexOf("**Save through", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("# Other\n", StringComparison.Ordinal));
        text.Should().NotContain("\n## Best Practices\n\n1. **Place");
    }

    [TestMethod]
    [DataRow("# Best Practices Reviewer")]
    [DataRow("# Best Practicesman")]
    [DataRow("```text\n## Best Practices\n```")]
    public void Gets_its_own_section_where_the_name_is_another_things(string body) =>
        Render(body + "\n\nText\n").Should().Contain("\n## Best Practices\n\n1. **Place");

    [TestMethod]
    public void Has_its_lists_of_constraints_continued()
    {
        var text = Render("## Rules\n\n## Constraints\n\n### ALWAYS do\n\n* Ours\n\n### Never\n\nNothing yet.\n\n## Last\n");

        text.Should().Contain("### ALWAYS do\n\n* Ours\n* Check stock before an order is placed [1:7]\n* Name states");
        text.Should().Contain("### Never\n\nNothing yet.\n\n- Read the clock");
        text.Should().Contain("### Ask first\n\n- Before changing");
        text.IndexOf("### Ask first", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("## Last", StringComparison.Ordinal));
        text.Split("### Always", StringSplitOptions.None).Should().HaveCount(1);
    }

    [TestMethod]
    public void Has_its_sub_headings_one_level_below_its_own()
    {
        var text = Render("#### Code Examples\n\nSome:\n\n## Last\n");

        text.Should().Contain("Some:\n\n##### Placing an order\n").And.Contain("\n\n## Last\n");
    }

    [TestMethod]
    public void Has_the_rest_appended_after_a_section_that_ends_it()
    {
        var text = Render("## Code Examples\n\nNone yet.\n");

        text.IndexOf("### Placing an order", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("## Template References", StringComparison.Ordinal));
        text.Should().Contain("None yet.\n\n### Placing an order");
    }

    private static string Render(string body)
    {
        var agent = Make.Agent("---\nname: a\n---\n\n" + body);
        var text = DocumentRenderer.Render(agent, Orders.Plan, Orders.Catalogue).Text;
        var kept = new Queue<string>(agent.Text.Split('\n'));
        foreach (var line in text.Split('\n'))
        {
            if (kept.Count > 0 && kept.Peek() == line)
            {
                kept.Dequeue();
            }
        }

        kept.Should().BeEmpty("every line of the agent stays, in order");
        return text;
    }
}
