using System.Text.Json;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Tests.Enhancers.Bridge;

[TestClass]
public sealed class A_bridge_without_an_answer
{
    [TestMethod]
    public async Task Writes_the_request_and_warns_once_that_it_waits()
    {
        using var bridge = new BridgeFolder();

        var response = await bridge.BuildAsync();

        response.Answers.Should().BeEmpty();
        response.Calls.Should().Be(0);
        var warning = response.Diagnostics.Should().ContainSingle().Subject;
        warning.Descriptor.Should().Be(BridgeDiagnostics.Waiting);
        warning.File.Should().Be(bridge.Path(BridgeFolder.RequestFile));
        warning.Message.Should().Contain(bridge.RequestId).And.Contain(BridgeFolder.ResponseFile);
    }

    [TestMethod]
    public async Task Asks_in_the_words_of_the_protocol()
    {
        using var bridge = new BridgeFolder();

        await bridge.BuildAsync();

        var request = bridge.Request;
        request.EnumerateObject().Select(p => p.Name).Should().Equal(
            "request_id", "version", "phase", "phase_name", "agent_name", "prompt", "timeout_seconds", "created_at", "context", "model");
        request.GetProperty("version").GetString().Should().Be("1.0");
        request.GetProperty("phase").ValueKind.Should().Be(JsonValueKind.Number);
        request.GetProperty("phase_name").GetString().Should().Be("agent_enhancement");
        request.GetProperty("agent_name").GetString().Should().Be("agent-content-enhancer");
        request.GetProperty("prompt").GetString().Should().Be(bridge.Prompt.Text);
        request.GetProperty("timeout_seconds").GetInt32().Should().Be(300);
        request.GetProperty("created_at").GetDateTimeOffset().Offset.Should().Be(TimeSpan.Zero);
        request.GetProperty("context").GetRawText().Should().Be(bridge.Prompt.Request);
        request.GetProperty("model").GetString().Should().Be("large");
        Guid.TryParseExact(bridge.RequestId, "D", out _).Should().BeTrue();
    }

    [TestMethod]
    public async Task Leaves_an_unchanged_request_alone()
    {
        using var bridge = new BridgeFolder();
        await bridge.BuildAsync();
        var path = bridge.Path(BridgeFolder.RequestFile);
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.WriteAllText(path, File.ReadAllText(path).Replace(bridge.Request.GetProperty("created_at").GetString()!, "2020-01-01T00:00:00Z", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, longAgo);

        await bridge.BuildAsync();

        File.GetLastWriteTimeUtc(path).Should().Be(longAgo);
        bridge.Request.GetProperty("created_at").GetString().Should().Be("2020-01-01T00:00:00Z");
    }

    [TestMethod]
    public async Task Asks_anew_when_the_question_changes()
    {
        using var bridge = new BridgeFolder();
        await bridge.BuildAsync();
        var first = bridge.RequestId;

        bridge.Prompt = bridge.Prompt with { Request = """{"version":1,"agents":[{"id":"b.md"}]}""" };
        await bridge.BuildAsync();
        var second = bridge.RequestId;
        bridge.Model = "small";
        await bridge.BuildAsync();

        new[] { first, second, bridge.RequestId }.Should().OnlyHaveUniqueItems();
    }

    [TestMethod]
    public async Task Writes_over_a_request_that_is_damaged()
    {
        using var bridge = new BridgeFolder();
        bridge.Write(BridgeFolder.RequestFile, "{\"request_id\":");

        await bridge.BuildAsync();

        bridge.Request.GetProperty("prompt").GetString().Should().Be(bridge.Prompt.Text);
    }

    [TestMethod]
    public async Task Leaves_nothing_but_the_request()
    {
        using var bridge = new BridgeFolder();

        await bridge.BuildAsync();

        Directory.EnumerateFiles(bridge.Path(".")).Select(Path.GetFileName).Should().Equal(BridgeFolder.RequestFile);
    }

    [TestMethod]
    public async Task Says_when_it_cannot_ask()
    {
        using var bridge = new BridgeFolder();
        Directory.CreateDirectory(bridge.Path(BridgeFolder.RequestFile));

        var response = await bridge.BuildAsync();

        response.Answers.Should().BeEmpty();
        response.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(BridgeDiagnostics.CannotWrite);
    }
}
