using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Tests.Support;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Tests.Validation;

/// <summary>One valid document; every bar refuses one change of it, and nothing else does.</summary>
[TestClass]
public sealed class A_document_at_the_gate
{
    private static readonly DocumentLimits Limits = new();

    private static string Valid => Orders.Document().Text;

    [TestMethod]
    public void Passes_where_every_bar_is_met() => Check(Valid).Should().BeEmpty();

    [TestMethod]
    public void Passes_as_a_written_document_too() => Check(Valid, plan: null).Should().BeEmpty();

    [TestMethod]
    public void Has_enough_lines()
    {
        var lines = MarkdownBody.SplitLines(Valid).Length;

        Codes(Check(Valid, limits: Limits with { MinimumLines = lines })).Should().BeEmpty("front matter counts as well");
        Check(Valid, limits: Limits with { MinimumLines = lines + 1 })
            .Should().ContainSingle().Which.Descriptor.Should().Be(GateDiagnostics.TooFewLines);
    }

    [TestMethod]
    public void Has_not_too_many_lines()
    {
        var lines = MarkdownBody.SplitLines(Valid).Length;

        Codes(Check(Valid, limits: Limits with { MaximumLines = lines })).Should().BeEmpty();
        Check(Valid, limits: Limits with { MaximumLines = lines - 1 })
            .Should().ContainSingle().Which.Descriptor.Should().Be(GateDiagnostics.TooManyLines);
    }

    [TestMethod]
    public void Has_not_too_many_characters_after_its_front_matter()
    {
        var characters = Valid.Length - Orders.Agent.FrontMatter.Length;

        Codes(Check(Valid, limits: Limits with { MaximumCharacters = characters })).Should().BeEmpty();
        Check(Valid, limits: Limits with { MaximumCharacters = characters - 1 })
            .Should().ContainSingle().Which.Descriptor.Should().Be(GateDiagnostics.TooManyCharacters);
    }

    [TestMethod]
    public void Counts_a_CRLF_as_one_character()
    {
        var agent = Make.Agent(Orders.AgentText.ReplaceLineEndings("\r\n"));
        var text = DocumentRenderer.Render(agent, Orders.Plan, Orders.Catalogue).Text;
        var characters = Valid.Length - Orders.Agent.FrontMatter.Length;

        Codes(Check(text, agent: agent, limits: Limits with { MaximumCharacters = characters })).Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("## Template References")]
    [DataRow("## Best Practices")]
    [DataRow("## Code Examples")]
    [DataRow("## Constraints")]
    public void Has_all_four_sections(string heading) =>
        Codes(Check(Valid.Replace(heading, "**gone**", StringComparison.Ordinal))).Should().Contain("AEB4004");

    [TestMethod]
    public void Has_its_sections_outside_fences() =>
        Codes(Check(Valid.Replace("## Constraints\n", "```text\n## Constraints\n```\n", StringComparison.Ordinal))).Should().Contain("AEB4004");

    [TestMethod]
    public void Has_no_empty_section()
    {
        var at = Valid.IndexOf("### Always", StringComparison.Ordinal);
        var violation = Check(Valid[..at] + "### Always\n\n" + Provenance.CommentOf(Orders.Agent) + "\n").Should().ContainSingle().Subject;

        violation.Descriptor.Should().Be(GateDiagnostics.SectionEmpty);
        LineAt(Valid, violation.Line).Should().Be("## Constraints");
    }

    [TestMethod]
    [DataRow("name: orders-specialist", "name: order-specialist")]
    [DataRow("description: Places", "description:  Places")]
    public void Keeps_the_front_matter(string before, string after) =>
        Codes(Check(Valid.Replace(before, after, StringComparison.Ordinal))).Should().Contain("AEB4006");

    [TestMethod]
    [DataRow("templates/services/PaymentService.cs.template")]
    [DataRow("`services/OrderService.ts.template`")]
    [DataRow("(Gone.template)")]
    public void Cites_no_path_that_does_not_exist(string path) =>
        Codes(Check(Added($"See {path} for more of this."))).Should().Equal("AEB4007");

    [TestMethod]
    [DataRow("templates/services/OrderService.cs.template")]
    [DataRow("`OrderService.cs.template`")]
    [DataRow("templates/stores/order store/OrderStore.cs.template")]
    [DataRow("`services/OrderService.cs.template:3-9`")]
    [DataRow("any *.template file")]
    [DataRow("the folder .template.config")]
    [DataRow("a {{Name}}.cs.template of yours")]
    public void May_cite_a_path_in_any_form(string path) => Codes(Check(Added($"See {path} for more of this."))).Should().BeEmpty();

    [TestMethod]
    [DataRow("[1:64-65]")]
    [DataRow("[1:0]")]
    [DataRow("[1:9-8]")]
    [DataRow("[9:1]")]
    [DataRow("OrderService.cs.template:900")]
    public void Cites_no_lines_that_do_not_exist(string place)
    {
        var violation = Check(Added($"See {place} for more of this.")).Should().ContainSingle().Subject;

        violation.Descriptor.Should().Be(GateDiagnostics.LinesUnresolved);
        violation.Arguments[1].Should().Be(violation.Line.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [TestMethod]
    [DataRow("`items[1:900]`")]
    [DataRow("items[1:900]")]
    [DataRow("[1:64]")]
    public void May_show_a_slice_of_an_array(string text) => Codes(Check(Added($"See {text} for more of this."))).Should().BeEmpty();

    [TestMethod]
    public void Names_two_templates_or_more()
    {
        var one = Valid.Split('\n').Where(l => !l.StartsWith("| 2 ", StringComparison.Ordinal)
            && !l.StartsWith("| 3 ", StringComparison.Ordinal) && !l.StartsWith("| 4 ", StringComparison.Ordinal));

        Codes(Check(string.Join('\n', one))).Should().Contain("AEB4008");
    }

    [TestMethod]
    public void Shows_two_examples_or_more()
    {
        var second = Valid.IndexOf("### The order", StringComparison.Ordinal);
        var constraints = Valid.IndexOf("## Constraints", StringComparison.Ordinal);

        Codes(Check(Valid[..second] + Valid[constraints..], limits: Limits with { MinimumLines = 1 })).Should().Equal("AEB4009");
    }

    [TestMethod]
    public void Has_three_practices_besides_its_recipe()
    {
        var two = Valid.Split('\n').Where(l => !l.StartsWith("3. **", StringComparison.Ordinal) && !l.StartsWith("4. **", StringComparison.Ordinal));

        Codes(Check(string.Join('\n', two))).Should().Equal("AEB4010");
    }

    [TestMethod]
    public void Rests_on_templates_of_its_agent()
    {
        var elsewhere = Make.Relevance(Orders.Agent, Orders.Mailer);
        var codes = Codes(Check(Valid, relevance: elsewhere));

        codes.Should().Contain("AEB4011");
        Codes(Check(Valid, relevance: elsewhere with { Owners = ImmutableDictionary<string, string>.Empty
            .Add("t1", Orders.Agent.Id).Add("t2", Orders.Agent.Id).Add("t3", Orders.Agent.Id) })).Should().BeEmpty("what it owns is its own");
    }

    [TestMethod]
    public void Rests_on_its_best_three_templates_and_not_on_the_fourth()
    {
        var last = Make.Relevance(Orders.Agent, Orders.Mailer, Orders.Mailer, Orders.Mailer, Orders.Service, Orders.Entity, Orders.Store);

        Codes(Check(Valid, relevance: last)).Should().Contain("AEB4011");
    }

    [TestMethod]
    public void Shows_one_example_from_elsewhere_at_most()
    {
        var own = Make.Relevance(Orders.Agent, Orders.Service) with
        {
            Owners = ImmutableDictionary<string, string>.Empty.Add("t3", Orders.Agent.Id),
        };

        Codes(Check(Valid, relevance: own)).Should().BeEmpty();
        Codes(Check(Valid, relevance: own with { Owners = own.Owners.Clear() })).Should().Contain("AEB4012");
    }

    [TestMethod]
    public void Closes_every_fence()
    {
        var violations = Check(Valid.Replace(Provenance.CommentOf(Orders.Agent), "````\n" + Provenance.CommentOf(Orders.Agent), StringComparison.Ordinal));

        violations.Should().ContainSingle().Which.Descriptor.Should().Be(GateDiagnostics.FenceUnbalanced);
    }

    [TestMethod]
    [DataRow("<<<")]
    [DataRow("TODO: write this")]
    [DataRow("[insert the name]")]
    [DataRow("As an AI, I can't")]
    [DataRow("as shown in [t3:14-16]")]
    [DataRow("as shown in [t3]")]
    [DataRow("as shown in (t3:14)")]
    [DataRow("<|endoftext|>")]
    public void Holds_nothing_of_a_prompt(string residue) => Codes(Check(Added($"Here is more {residue} of this."))).Should().Equal("AEB4014");

    [TestMethod]
    [DataRow("`// TODO`")]
    [DataRow("todo lists")]
    [DataRow("`items[t3]`")]
    public void May_quote_code_that_looks_like_it(string text) => Codes(Check(Added($"Here is {text} in the middle."))).Should().BeEmpty();

    [TestMethod]
    [DataRow("- Keep the order's own rules inside the order itself")]
    [DataRow("5. **Keep the order's own rules inside the order itself.** It is simpler. [1:5]")]
    [DataRow("- keep the order's own **rules** inside the order itself (instead: nowhere)")]
    [DataRow("Places and ships orders.")]
    public void Says_nothing_again(string line) => Codes(Check(Added(line))).Should().Equal("AEB4015");

    [TestMethod]
    public void Copies_code_line_by_line()
    {
        var changed = Valid.Replace("var value29 = Read(29);", "var value29 = Read(90);", StringComparison.Ordinal);

        Codes(Check(changed)).Should().Equal("AEB4017");
        Codes(Check(changed, plan: null)).Should().BeEmpty("a model's own code is judged by the grounding option");
    }

    [TestMethod]
    public void Copies_code_from_the_template_that_it_names()
    {
        var violation = Check(Valid.Replace("From [3:1-30]:", "From [1:1-30]:", StringComparison.Ordinal)).Should().ContainSingle().Subject;

        violation.Descriptor.Should().Be(GateDiagnostics.NotVerbatim);
        LineAt(Valid, violation.Line).Should().Be("```csharp");
    }

    [TestMethod]
    public void Does_not_answer_for_the_blocks_of_the_agent()
    {
        var agent = Make.Agent(Orders.AgentText + "\n## Code Examples\n\n```csharp\nvar mine = Own();\n```\n");
        var text = DocumentRenderer.Render(agent, Orders.Plan, Orders.Catalogue).Text;

        Codes(Check(text, agent: agent)).Should().BeEmpty();
    }

    [TestMethod]
    public void Is_refused_on_the_agents_file_and_line_where_the_text_is_the_agents()
    {
        var agent = Make.Agent(Orders.AgentText.Replace("Places and ships orders.\n", "See templates/Gone.cs.template.\n", StringComparison.Ordinal));
        var text = DocumentRenderer.Render(agent, Orders.Plan, Orders.Catalogue).Text;
        var diagnostic = Check(text, agent: agent).Should().ContainSingle().Subject.ToDiagnostic(agent, text);

        diagnostic.File.Should().Be(agent.FullPath);
        LineAt(agent.Text, diagnostic.Line).Should().Be("See templates/Gone.cs.template.");
        diagnostic.Message.Should().Contain("templates/Gone.cs.template");
    }

    private static ImmutableArray<Violation> Check(
        string document, Plan? plan, Agent? agent = null, DocumentLimits? limits = null, RelevanceMap? relevance = null) =>
        Gate.Check(agent ?? Orders.Agent, document, plan, Orders.Catalogue, relevance ?? Orders.Relevance, limits ?? Limits);

    private static ImmutableArray<Violation> Check(
        string document, Agent? agent = null, DocumentLimits? limits = null, RelevanceMap? relevance = null) =>
        Check(document, Orders.Plan, agent, limits, relevance);

    private static IEnumerable<string> Codes(ImmutableArray<Violation> violations) => violations.Select(v => v.Descriptor.Code);

    private static string Added(string line) =>
        Valid.Replace("## Constraints\n", "## Constraints\n\n" + line + "\n", StringComparison.Ordinal);

    private static string LineAt(string text, int line) => text.Split('\n')[line - 1];
}
