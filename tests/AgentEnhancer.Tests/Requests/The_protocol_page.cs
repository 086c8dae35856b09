using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Requests;

/// <summary>A stranger writes a host from this page alone: it must say what the code does.</summary>
[TestClass]
public sealed partial class The_protocol_page
{
    private static readonly string Page = SampleRequest.RepositoryFile("docs/protocol.md");

    private static readonly string[] Blocks = [.. JsonBlocks().Matches(Page).Select(m => m.Groups["json"].Value)];

    [TestMethod]
    public void Its_examples_are_JSON()
    {
        Blocks.Should().HaveCount(5);
        foreach (var block in Blocks)
        {
            FluentActions.Invoking(() => JsonNode.Parse(block)).Should().NotThrow();
        }
    }

    [TestMethod]
    public void It_explains_every_field_of_a_request()
    {
        JsonTypeInfo[] types =
        [
            RequestJson.Compact.RequestDocument, RequestJson.Compact.RequestContext, RequestJson.Compact.RequestInstructions,
            RequestJson.Compact.RequestAgent, RequestJson.Compact.RequestTemplate,
        ];

        foreach (var name in types.SelectMany(t => t.Properties).Select(p => p.Name))
        {
            Page.Should().MatchRegex($"[`.\"]{name}[`\\[.\"]");
        }
    }

    [TestMethod]
    public void Its_plan_is_read_as_it_stands()
    {
        var plan = Blocks.Single(b => b.Contains("\"practices\"", StringComparison.Ordinal));
        var request = new RequestSet().Template("t3", Make.Lines(50)).Template("t5", Make.Lines(50)).Agent("backend/orders.md", "Text.", "t3").Request();

        var response = AnswerReader.Read(plan, StopReason.Finished, request);

        response.Diagnostics.Should().BeEmpty();
        response.Findings.Should().ContainSingle();
        var read = response.Answers.Should().ContainSingle().Which.Should().BeOfType<PlannedAnswer>().Which.Plan;
        read.Practices.Should().ContainSingle().Which.Evidence.Should().Equal(Make.Evidence("t3", 14, 16), Make.Evidence("t5", 8, 8));
        read.Recipe!.Steps.Should().ContainSingle();
        read.Never.Should().ContainSingle().Which.Instead.Should().NotBeNull();
    }

    [TestMethod]
    public void It_states_the_budget_that_is_kept()
    {
        foreach (var shape in Enum.GetValues<AnswerShape>())
        {
            var budget = RequestBudget.Of(shape);
            Page.Should().Contain(Text($"{budget.Base:N0} + {budget.InputPerAgent} an agent | {budget.OutputPerBatch} + {budget.OutputPerAgent:N0} an agent | {budget.InputCeiling(10, 15):N0} + {budget.ExpectedOutput(10):N0} |"));
        }

        Page.Should().Contain(Text($"larger than {RequestBudget.MaximumInput:N0}")).And.Contain(Text($"more than {RequestBudget.MaximumOutput:N0}"))
            .And.Contain(Text($"Each template beyond {RequestBudget.UsualTemplates} "));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("```json\n(?<json>.*?)\n```", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JsonBlocks();
}
