using AgentEnhancer.Enhancers;
using AgentEnhancer.Reporting;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.Command;

[TestClass]
public sealed class A_command_that_is_ended
{
    /// <summary>A model that never answers would otherwise hold up the whole run.</summary>
    private const int Patience = 120_000;

    [TestMethod]
    [Timeout(Patience, CooperativeCancellation = true)]
    public async Task When_the_build_is_cancelled_leaves_no_process_and_no_file()
    {
        using var command = new FakeCommand();
        command.Does("read", "litter", command.Child("tool", "hang"), "hang");
        using var cancel = new CancellationTokenSource();

        var asking = command.AskAsync(cancellationToken: cancel.Token);
        await command.StartedAsync(asking);
        await cancel.CancelAsync();

        (await FluentActions.Awaiting(() => asking).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
        await command.EndedAsync();
        await command.EndedAsync("tool");
        Directory.Exists(command.Calls.Single().WorkingFolder).Should().BeFalse();
    }

    [TestMethod]
    [Timeout(Patience, CooperativeCancellation = true)]
    public async Task When_its_time_is_over_leaves_no_process_and_no_file()
    {
        using var command = new FakeCommand();
        command.Does("litter", command.Child("tool", "hang"), "hang");

        var clock = new ManualClock();

        var asking = command.Ask(clock: clock)(FakeCommand.Prompt, CancellationToken.None);
        await command.StartedAsync(asking);
        clock.Advance(TimeSpan.FromMinutes(2));
        var reply = await asking;

        reply.Failure!.Descriptor.Should().Be(CommandDiagnostics.TimedOut);
        reply.Failure.Message.Should().Contain("120 seconds");
        await command.EndedAsync();
        await command.EndedAsync("tool");
        Directory.Exists(command.Calls.Single().WorkingFolder).Should().BeFalse();
    }

    [TestMethod]
    [Timeout(Patience, CooperativeCancellation = true)]
    public async Task When_its_time_is_over_hands_on_what_it_had_said()
    {
        using var command = new FakeCommand().Does("out answer.txt", "err why.txt", "hang").With("answer.txt", "one agent, and ha").With("why.txt", "thinking");

        var clock = new ManualClock();

        var asking = command.Ask(clock: clock)(FakeCommand.Prompt, CancellationToken.None);
        await command.StartedAsync(asking);
        clock.Advance(TimeSpan.FromMinutes(2));
        var reply = await asking;

        (reply.Text, reply.Stop).Should().Be(("one agent, and ha", StopReason.CutOff));
        reply.Failure!.Message.Should().Contain("(thinking)");
    }

    [TestMethod]
    [Timeout(Patience, CooperativeCancellation = true)]
    public async Task Leaves_no_time_for_the_batches_after_it()
    {
        using var command = new FakeCommand().Does("hang");
        var clock = new ManualClock();
        var ask = command.Ask(clock: clock);

        var first = ask(FakeCommand.Prompt, CancellationToken.None);
        await command.StartedAsync(first);
        clock.Advance(TimeSpan.FromMinutes(2));
        await first;
        var second = await ask(FakeCommand.Prompt, CancellationToken.None);

        second.Failure!.Descriptor.Should().Be(CommandDiagnostics.TimedOut);
        command.Calls.Should().ContainSingle("all batches together have one deadline");
    }

    [TestMethod]
    public async Task Before_it_was_called_is_not_called()
    {
        using var command = new FakeCommand().Does("hang");

        await FluentActions.Awaiting(() => command.AskAsync(cancellationToken: new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();

        command.Calls.Should().BeEmpty();
    }
}
