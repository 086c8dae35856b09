using AgentEnhancer.Reporting;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Tests.Validation;

[TestClass]
public sealed class A_document_that_a_model_wrote
{
    private static readonly CatalogueCode Templates = new(Orders.Catalogue);

    [TestMethod]
    public void May_show_lines_of_templates_however_they_are_indented() =>
        CodeOf("var value5 = Read(5);", "    var value6 =  Read(6);", "store.Save(7);").Should().BeEmpty();

    [TestMethod]
    public void May_fill_a_placeholder_and_may_leave_it() =>
        CodeOf("public sealed class Order", "public sealed class {{EntityName}}").Should().BeEmpty();

    [TestMethod]
    public void Is_told_the_first_line_of_each_block_that_it_made_up_and_how_many_more()
    {
        var violations = CodeOf("var value5 = Read(5);", "services.AddRedis();", "services.AddKafka();");

        violations.Should().ContainSingle();
        violations[0].Descriptor.Should().Be(GateDiagnostics.CodeUnknown);
        violations[0].Arguments.Should().Equal(violations[0].Line.ToString(System.Globalization.CultureInfo.InvariantCulture), "services.AddRedis();", "1");
    }

    [TestMethod]
    public void May_comment_cut_and_close_what_it_shows() =>
        CodeOf("// Checked first.", "# …", "}", "/* why */", "...", "-- or so").Should().BeEmpty();

    [TestMethod]
    public void May_not_pass_off_a_line_that_only_begins_like_one() =>
        CodeOf("public sealed record {{EntityName}}", "store.Save(7).Twice();").Should().ContainSingle();

    [TestMethod]
    public void May_show_trees_and_output() =>
        Check("## Code Examples\n\n```text\nservices.AddRedis();\n```\n\n```\nsrc/\n  Made up/\n```\n", code: true).Should().BeEmpty();

    [TestMethod]
    public void May_repeat_the_agents_own_block() =>
        Check("```text\na block of the author's\n```\n", code: true).Should().BeEmpty();

    [TestMethod]
    [DataRow("Use Kafka for events", "Kafka")]
    [DataRow("Store sessions in Redis.", "Redis")]
    [DataRow("Map with Entity Framework Core here", "Entity Framework Core")]
    [DataRow("Serve it by `Express`", "Express")]
    public void Is_told_of_a_technology_that_nothing_else_mentions(string line, string technology) =>
        Check($"## Best Practices\n\n{line}\n", code: false).Should().ContainSingle()
            .Which.Arguments[0].Should().Be(technology);

    [TestMethod]
    [DataRow("Express each rule as a method")]
    [DataRow("React to a change of state")]
    [DataRow("Place and ship orders")]
    [DataRow("Kafkaesque names are out")]
    [DataRow("Keep Rediscovered things")]
    public void Is_not_told_of_words(string line) => Check($"{line}\n", code: false).Should().BeEmpty();

    [TestMethod]
    public void Is_not_told_of_what_a_template_or_the_agent_mentions()
    {
        var templates = Make.Catalogue(Make.Template("t1", "templates/cache.cs.template", "using StackExchange.Redis;\n// events go to kafka\n"));
        var agent = Make.Agent("---\nname: x\ntechnologies: RabbitMQ\n---\n\nBody.\n");
        var view = DocumentView.Read(agent, agent.FrontMatter + "\nRedis, Kafka and RabbitMQ.\n", templates, Make.Relevance(agent, [.. templates.Templates]));

        WrittenBars.Technologies(view, new CatalogueCode(templates), GateDiagnostics.TechnologyUnknown).Should().BeEmpty();
    }

    private static Violation[] CodeOf(params string[] lines) =>
        Check($"## Code Examples\n\n```csharp\n{string.Join('\n', lines)}\n```\n", code: true);

    private static Violation[] Check(string body, bool code)
    {
        var view = DocumentView.Read(Orders.Agent, Orders.Agent.Text + "\n" + body, Orders.Catalogue, Orders.Relevance);
        return code
            ? [.. WrittenBars.Code(view, Templates, GateDiagnostics.CodeUnknown)]
            : [.. WrittenBars.Technologies(view, Templates, GateDiagnostics.TechnologyUnknown)];
    }
}
