using AgentEnhancer.Reporting;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Enhancers.Bridge;

[TestClass]
public sealed class A_bridge_with_an_answer
{
    [TestMethod]
    [DataRow("\"a text\"", "a text")]
    [DataRow("""{"agents": [ 1 ]}""", """{"agents": [ 1 ]}""")]
    [DataRow("[1, 2]", "[1, 2]")]
    public async Task Applies_it_in_the_next_build(string response, string text)
    {
        using var bridge = new BridgeFolder();
        await bridge.BuildAsync();
        bridge.Succeed(bridge.RequestId, response, ""","duration_seconds":1.5,"something_new":{},"metadata":{"input_tokens":12,"output_tokens":3}""");

        var built = await bridge.BuildAsync();

        built.Answers.Should().Equal(new WrittenAnswer("a.md", text));
        built.Usage.Should().Be(new TokenUsage(12, 3));
        built.Calls.Should().Be(0, "the answer lay there");
        built.Diagnostics.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Applies_it_again_in_every_build()
    {
        using var bridge = new BridgeFolder();
        await bridge.BuildAsync();
        bridge.Succeed(bridge.RequestId, "\"a text\"");

        await bridge.BuildAsync();
        File.Delete(bridge.Path(BridgeFolder.RequestFile));

        (await bridge.BuildAsync()).Answers.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow("success")]
    [DataRow("error")]
    public async Task Refuses_by_name_one_to_another_request(string status)
    {
        using var bridge = new BridgeFolder();
        bridge.Respond($$"""{"request_id":"the-old-one","version":"1.0","status":"{{status}}","response":"a text"}""");

        var built = await bridge.BuildAsync();

        built.Answers.Should().BeEmpty();
        var warning = built.Diagnostics.Should().ContainSingle().Subject;
        warning.Descriptor.Should().Be(BridgeDiagnostics.OtherRequest);
        warning.File.Should().Be(bridge.Path(BridgeFolder.ResponseFile));
        warning.Message.Should().Contain("the-old-one").And.Contain(bridge.RequestId);
        File.Exists(bridge.Path(BridgeFolder.ResponseFile)).Should().BeTrue("it is the host's file");
    }

    [TestMethod]
    [DataRow("error", ",\"error_type\":\"Overloaded\",\"error_message\":\"try later\"", "an error (Overloaded: try later)")]
    [DataRow("timeout", "", "a timeout (it does not say why)")]
    public async Task Tells_what_went_wrong_at_the_host(string status, string more, string told)
    {
        using var bridge = new BridgeFolder();
        await bridge.BuildAsync();
        bridge.Respond($$"""{"request_id":"{{bridge.RequestId}}","version":"1.0","status":"{{status}}","response":null{{more}}}""");

        var built = await bridge.BuildAsync();

        built.Answers.Should().BeEmpty();
        built.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(BridgeDiagnostics.HostFailed);
        built.Diagnostics[0].Message.Should().Contain(told);
    }

    [TestMethod]
    [DataRow("", "not JSON")]
    [DataRow("{\"request_id\":\"ID\",\"status\":\"succ", "not JSON")]
    [DataRow("[]", "'request_id'")]
    [DataRow("{\"request_id\":7,\"status\":\"success\",\"response\":\"x\"}", "'request_id'")]
    [DataRow("{\"request_id\":\"ID\",\"response\":\"x\"}", "'status'")]
    [DataRow("{\"request_id\":\"ID\",\"status\":\"done\",\"response\":\"x\"}", "'done'")]
    [DataRow("{\"request_id\":\"ID\",\"status\":\"success\",\"response\":\" \"}", "'response'")]
    [DataRow("{\"request_id\":\"ID\",\"status\":\"success\",\"response\":5}", "'response'")]
    [DataRow("{\"request_id\":\"ID\",\"status\":\"success\"}", "'response'")]
    [DataRow("{\"request_id\":\"ID\",\"status\":\"success\",\"version\":\"2.0\",\"response\":\"x\"}", "'2.0'")]
    public async Task Uses_none_that_is_damaged(string json, string problem)
    {
        using var bridge = new BridgeFolder();
        await bridge.BuildAsync();
        bridge.Respond(json.Replace("ID", bridge.RequestId, StringComparison.Ordinal));

        var built = await bridge.BuildAsync();

        built.Answers.Should().BeEmpty();
        built.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(BridgeDiagnostics.Damaged);
        built.Diagnostics[0].Message.Should().Contain(problem);
    }

    [TestMethod]
    public async Task Reads_one_with_a_byte_order_mark_and_of_a_later_minor_version()
    {
        using var bridge = new BridgeFolder();
        await bridge.BuildAsync();
        bridge.Respond($$"""{{'\uFEFF'}}{"request_id":"{{bridge.RequestId}}","version":"1.4","status":"success","response":"a text"}""");

        (await bridge.BuildAsync()).Answers.Should().ContainSingle();
    }
}
