using AgentEnhancer.Enhancers;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Tests.Enhancers.Command;

[TestClass]
public sealed class A_command_that_fails
{
    [TestMethod]
    public async Task Is_told_with_its_exit_code_and_the_end_of_what_it_said()
    {
        using var command = new FakeCommand().Does("read", "out noise.txt", "err why.txt", "exit 3")
            .With("noise.txt", "half an answ").With("why.txt", string.Concat(Enumerable.Repeat("at frame\n", 5_000)) + "\e[31mquota \aexceeded\e[0m\n");

        var reply = await command.AskAsync();

        reply.Text.Should().BeNull();
        reply.Failure!.Descriptor.Should().Be(CommandDiagnostics.Failed);
        reply.Failure.Message.Should().Contain("exit code 3").And.Contain("quota exceeded").And.NotContain("[31m").And.NotContain("\e");
        reply.Failure.Message.Length.Should().BeLessThan(900);
        command.Calls.Should().ContainSingle("nothing is tried twice");
    }

    [TestMethod]
    public async Task Never_gives_away_a_key_that_it_prints()
    {
        var key = Guid.NewGuid().ToString();
        Environment.SetEnvironmentVariable("AGENTENHANCER_TESTS_API_KEY", key);
        try
        {
            using var command = new FakeCommand().Does("err why.txt", "exit 1").With("why.txt", $"401: the key {key} is not valid");

            var reply = await command.AskAsync();

            reply.Failure!.Message.Should().Contain("401: the key *** is not valid");
            reply.Failure.Arguments.Should().NotContain(a => a.Contains(key, StringComparison.Ordinal));
        }
        finally
        {
            Environment.SetEnvironmentVariable("AGENTENHANCER_TESTS_API_KEY", null);
        }
    }

    [TestMethod]
    public async Task With_an_empty_answer_has_given_none()
    {
        using var command = new FakeCommand().Does("out answer.txt").With("answer.txt", " \n");

        var reply = await command.AskAsync();

        reply.Text.Should().BeNull();
        reply.Failure!.Descriptor.Should().Be(CommandDiagnostics.NoAnswer);
    }

    [TestMethod]
    public async Task Because_it_says_too_much_is_ended()
    {
        using var command = new FakeCommand().Does("flood 2", "hang");

        var reply = await command.AskAsync(mostOutput: 1024 * 1024);

        reply.Text.Should().BeNull();
        reply.Failure!.Descriptor.Should().Be(CommandDiagnostics.TooMuch);
        Directory.Exists(command.Calls.Single().WorkingFolder).Should().BeFalse();
    }

    [TestMethod]
    public async Task Because_it_is_not_there_is_told_with_how_to_get_it()
    {
        using var command = new FakeCommand();

        var reply = await command.AskAsync($"\"{Path.Combine(command.Root, "claude")}\" --flag");

        reply.Failure!.Descriptor.Should().Be(CommandDiagnostics.NotFound);
        reply.Failure.Message.Should().Contain("npm install -g @anthropic-ai/claude-code").And.Contain("PATH");
    }

    [TestMethod]
    public async Task Because_it_is_no_program_is_told()
    {
        using var command = new FakeCommand().With("model.txt", "text");

        (await command.AskAsync($"\"{Path.Combine(command.Root, "model.txt")}\""))
            .Failure!.Descriptor.Should().Be(CommandDiagnostics.NotFound);
    }

    [TestMethod]
    public async Task Because_it_cannot_be_read_is_told_without_repeating_it()
    {
        using var command = new FakeCommand();

        var reply = await command.AskAsync("model --api-key=\"abc");

        reply.Failure!.Descriptor.Should().Be(CommandDiagnostics.Unreadable);
        reply.Failure.Message.Should().Contain("double quote is never closed").And.NotContain("abc");
    }

    [TestMethod]
    public async Task Because_no_process_can_be_made_of_it_is_told()
    {
        if (OperatingSystem.IsWindows())
        {
            // What cannot be run has no extension of a program there, and is not found.
            return;
        }

        using var command = new FakeCommand().With("model", "\u007fELF, but not really");
        File.SetUnixFileMode(Path.Combine(command.Root, "model"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        (await command.AskAsync("./model")).Failure!.Descriptor.Should().Be(CommandDiagnostics.CannotStart);
    }
}
