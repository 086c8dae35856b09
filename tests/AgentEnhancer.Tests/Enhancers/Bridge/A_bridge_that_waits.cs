using AgentEnhancer.Reporting;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Enhancers.Bridge;

[TestClass]
public sealed class A_bridge_that_waits
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    [TestMethod]
    public async Task Takes_the_answer_of_a_live_host_in_the_same_build()
    {
        using var bridge = new BridgeFolder { Wait = Long };

        var building = bridge.BuildAsync();
        bridge.Succeed(await AskedAsync(bridge, building), "\"a text\"");
        var built = await building;

        built.Answers.Should().Equal(new WrittenAnswer("a.md", "a text"));
        built.Calls.Should().Be(1, "it was given for this build");
    }

    [TestMethod]
    public async Task Passes_over_an_old_answer_and_a_half_written_one()
    {
        using var bridge = new BridgeFolder { Wait = Long };
        bridge.Succeed("the-old-one", "\"an old text\"");

        var building = bridge.BuildAsync();
        var id = await AskedAsync(bridge, building);
        File.WriteAllText(bridge.Path(BridgeFolder.ResponseFile), $$"""{"request_id":"{{id}}","status":"success","response":"a te""");
        await Task.Delay(500);
        building.IsCompleted.Should().BeFalse();
        bridge.Succeed(id, "\"a text\"");

        (await building).Answers.Should().Equal(new WrittenAnswer("a.md", "a text"));
    }

    [TestMethod]
    public async Task Ends_when_the_host_reports_its_failure()
    {
        using var bridge = new BridgeFolder { Wait = Long };

        var building = bridge.BuildAsync();
        bridge.Respond($$"""{"request_id":"{{await AskedAsync(bridge, building)}}","status":"error","error_message":"no model"}""");

        (await building).Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(BridgeDiagnostics.HostFailed);
    }

    [TestMethod]
    public async Task Gives_up_when_its_time_is_over()
    {
        using var bridge = new BridgeFolder { Wait = TimeSpan.FromMilliseconds(300) };

        var built = await bridge.BuildAsync();

        built.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(BridgeDiagnostics.Waiting);
        built.Calls.Should().Be(0);
    }

    [TestMethod]
    public async Task Ends_when_the_build_is_cancelled()
    {
        using var bridge = new BridgeFolder { Wait = Long };
        using var cancel = new CancellationTokenSource();

        var building = bridge.BuildAsync(cancel.Token);
        await AskedAsync(bridge, building);
        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => building).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<string> AskedAsync(BridgeFolder bridge, Task building)
    {
        while (!File.Exists(bridge.Path(BridgeFolder.RequestFile)))
        {
            building.IsCompleted.Should().BeFalse("it is to ask first: {0}", building.Exception);
            await Task.Delay(20);
        }

        return bridge.RequestId;
    }
}
