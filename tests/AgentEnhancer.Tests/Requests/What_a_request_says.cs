using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using AgentEnhancer.Requests;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Requests;

[TestClass]
public sealed class What_a_request_says
{
    private const string AgentText =
        """
        ---
        name: order-agent
        description: Handles orders.
        tools: [Read, Edit]
        model: sonnet
        stack: Minimal APIs
        ---

        # Orders

        Body of the agent.
        """;

    private static TestSet Set() => new TestSet()
        .AgentFile("backend/orders.md", AgentText)
        .Agent("stock-agent", "Counts stock in warehouses")
        .Template("orders/OrderHandler.cs.template", "// Handles an order\nusing Microsoft.AspNetCore.Mvc;\n\npublic class {{Name}}Handler\n{\n    public string Order => \"<order>\" + 'x';\n}\n")
        .Template("stock/StockCounter.cs.template", "// Counts stock\npublic class StockCounter\n{\n    public int Stock;\n}\n");

    private static BatchRequest Request(TestSet set) => new(set.Agents(), set.Catalogue(), set.Relevance(), new EnhancementOptions());

    [TestMethod]
    public void It_names_its_version_and_its_context()
    {
        using var set = Set();

        var json = RequestSet.Json(PromptWriter.Write(Request(set) with { OutputPath = "out/agents" })[0]);

        json.AsObject().Select(p => p.Key).Should().Equal("version", "context", "enhancement_instructions", "agents", "template_catalog");
        ((string)json["version"]!).Should().Be("1.0");
        json["context"]!.ToJsonString().Should().Be("""{"mode":"batch","agent_count":2,"template_count":2,"output_path":"out/agents"}""");
        json["enhancement_instructions"]!.ToJsonString().Should().Be(
            """{"answer":"plan","sections":["Template References","Best Practices","Code Examples","Constraints"],"boundary_sections":["Always","Never","Ask first"],"minimum_lines":150,"maximum_lines":250,"maximum_characters":10000}""");
    }

    [TestMethod]
    [DataRow(AnswerShape.Plan, "plan")]
    [DataRow(AnswerShape.ShortPlan, "short_plan")]
    [DataRow(AnswerShape.Document, "full")]
    public void It_names_the_answer_that_is_asked_for(object shape, string name) =>
        ((string)RequestSet.Of(1, 1, new EnhancementOptions { Shape = (AnswerShape)shape }).Json()["enhancement_instructions"]!["answer"]!).Should().Be(name);

    [TestMethod]
    public void Of_an_agent_each_thing_once()
    {
        using var set = Set();

        var agent = RequestSet.Json(PromptWriter.Write(Request(set))[0])["agents"]![0]!;

        agent.ToJsonString().Should().Be(
            """{"id":"backend/orders.md","name":"order-agent","description":"Handles orders.","metadata":{"tools":"Read, Edit","stack":"Minimal APIs"},"current_content":"# Orders\nBody of the agent."}""");
    }

    [TestMethod]
    public void Of_a_template_what_it_is_whose_it_is_and_its_lines_by_number()
    {
        using var set = Set();

        var template = RequestSet.Template(RequestSet.Json(PromptWriter.Write(Request(set))[0]), "t1");

        template.AsObject().Select(p => p.Key).Should().Equal("id", "name", "category", "path", "owner", "purpose", "technologies", "source");
        ((string)template["name"]!).Should().Be("OrderHandler.cs");
        ((string)template["category"]!).Should().Be("orders");
        ((string)template["path"]!).Should().Be("templates/orders/OrderHandler.cs.template");
        ((string)template["owner"]!).Should().Be("backend/orders.md");
        RequestSet.Strings(template["source"]).Should().Equal(
            "1 // Handles an order", "2 using Microsoft.AspNetCore.Mvc;", "4 public class {{Name}}Handler", "5 {", "6     public string Order => \"<order>\" + 'x';", "7 }");
    }

    [TestMethod]
    public void Code_is_not_escaped_as_for_a_web_page()
    {
        using var set = Set();

        PromptWriter.Write(Request(set))[0].Request.Should().Contain("""=> \"<order>\" + 'x';""").And.NotContain("\\u00");
    }

    [TestMethod]
    public void Line_ends_are_those_of_Unix_whatever_a_file_has()
    {
        var prompt = new RequestSet().Template("t1", "a();\r\nb();\r\n").Agent("a.md", "# A\r\n\r\nText.\r\n", "t1").Prompts()[0];

        prompt.Text.Should().NotContain("\r").And.NotContain("\\r");
    }

    [TestMethod]
    public void No_absolute_path_stands_in_it()
    {
        using var set = Set();
        var request = Request(set);
        var folder = request.Agents[0].FullPath[..request.Agents[0].FullPath.IndexOf("backend", StringComparison.Ordinal)].Replace('\\', '/').TrimEnd('/');
        folder = folder[..folder.LastIndexOf('/')];
        request.Catalogue.Templates[0].FullPath.Replace('\\', '/').Should().StartWith(folder);

        PromptWriter.Write(request)[0].Text.Should().NotContain(folder).And.NotContain(Path.GetFileName(folder));
    }

    [TestMethod]
    [DataRow("/home/me/kit/templates/api/Order.cs.template", "templates/api/Order.cs.template")]
    [DataRow("D:/kit/Order.cs.template", "kit/Order.cs.template")]
    [DataRow("/kit/Order.cs.template", "Order.cs.template")]
    [DataRow("templates/api/v1/orders/Order.cs.template", "templates/api/v1/orders/Order.cs.template")]
    public void Of_a_template_outside_the_project_the_end_of_its_path_is_told(string path, string told)
    {
        var json = new RequestSet().Template("t1", "a();", path).Agent("a.md", "Text.", "t1").Json();

        ((string)RequestSet.Template(json, "t1")["path"]!).Should().Be(told);
    }

    [TestMethod]
    [DataRow("obj/Debug/agents", "agents")]
    [DataRow(".github/agents", ".github/agents")]
    [DataRow("../elsewhere/made", "made")]
    public void Where_documents_go_is_told_without_this_machines_folders(string output, string told)
    {
        var project = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "p"));
        var input = new EnhancementInput(
            [], [new TemplateItem(Path.Combine(project, "templates", "a.cs.template"), "templates/a.cs.template", Path.Combine(project, "templates"))],
            Path.GetFullPath(output, project), Path.Combine(project, "obj", "Debug"), [], new EnhancementOptions());

        RequestPaths.Output(input).Should().Be(told);
    }

    [TestMethod]
    public void An_owner_who_is_not_asked_is_named_so_that_work_can_be_handed_over()
    {
        using var set = Set();
        var request = Request(set);

        var json = RequestSet.Json(PromptWriter.Write(request with { Agents = [request.Agents[0]] })[0]);

        json["context"]!["other_agents"]!.ToJsonString().Should().Be("""[{"id":"stock-agent.md","name":"stock-agent"}]""");
    }

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("ar-SA")]
    [DataRow("de-DE")]
    public void The_same_bytes_in_every_culture(string culture)
    {
        var expected = Texts();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Texts().Should().Equal(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static ImmutableArray<string> Texts() => [.. PromptWriter.Write(SampleRequest.WebApi()).SelectMany(p => (string[])[p.Text, p.Schema!])];
    }
}
