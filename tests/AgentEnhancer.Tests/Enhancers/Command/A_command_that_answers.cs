using AgentEnhancer.Enhancers;

namespace AgentEnhancer.Tests.Enhancers.Command;

[TestClass]
public sealed class A_command_that_answers
{
    [TestMethod]
    public async Task Is_called_once_and_its_output_is_the_answer()
    {
        using var command = new FakeCommand().Does("read", "out answer.txt").With("answer.txt", "{\"agents\":[\"é 😀\"]}\n");

        var reply = await command.AskAsync();

        reply.Should().Be(ModelReply.Of("{\"agents\":[\"é 😀\"]}\n"));
        command.Calls.Should().ContainSingle().Which.Input.Should().Be(FakeCommand.Prompt.Text);
    }

    [TestMethod]
    public async Task Gets_a_large_prompt_byte_for_byte()
    {
        using var command = new FakeCommand().Does("read", "out answer.txt").With("answer.txt", "yes");
        var prompt = FakeCommand.Prompt with { Instructions = string.Concat(Enumerable.Repeat("Grüße, 世界 \t\"{}\"\r\n", 20_000)) };

        await command.AskAsync(prompt: prompt);

        command.Calls.Single().Input.Should().Be(prompt.Text);
    }

    [TestMethod]
    public async Task May_write_much_before_it_reads()
    {
        using var command = new FakeCommand().Does("flood 3", "err noise.txt", "read", "out answer.txt")
            .With("answer.txt", "done").With("noise.txt", new string('n', 300_000));
        var prompt = FakeCommand.Prompt with { Instructions = new string('i', 300_000) };

        var reply = await command.AskAsync(prompt: prompt);

        reply.Text.Should().HaveLength((3 * 1024 * 1024) + 4).And.EndWith("xdone");
        reply.Failure.Should().BeNull();
    }

    [TestMethod]
    public async Task Need_not_read_its_prompt()
    {
        using var command = new FakeCommand().Does("out answer.txt").With("answer.txt", "without reading");
        var prompt = FakeCommand.Prompt with { Instructions = new string('i', 1_000_000) };

        (await command.AskAsync(prompt: prompt)).Should().Be(ModelReply.Of("without reading"));
    }

    [TestMethod]
    public async Task Runs_in_an_empty_folder_that_is_gone_afterwards()
    {
        using var command = new FakeCommand().Does("litter", "out answer.txt").With("answer.txt", "yes");

        await command.AskAsync();

        var call = command.Calls.Single();
        call.FilesFound.Should().BeEmpty();
        Path.IsPathFullyQualified(call.WorkingFolder).Should().BeTrue();
        Directory.Exists(call.WorkingFolder).Should().BeFalse();
    }

    [TestMethod]
    public async Task May_begin_with_a_byte_order_mark()
    {
        using var command = new FakeCommand().Does("out answer.txt").With("answer.txt", "\uFEFFyes");

        (await command.AskAsync()).Text.Should().Be("yes");
    }

    [TestMethod]
    public async Task Gets_a_user_s_own_arguments_and_the_model_by_a_variable()
    {
        using var command = new FakeCommand().Does("out answer.txt").With("answer.txt", "yes");

        await command.AskAsync(command.CommandLine + " --deep 'two words' x=\"three more words\"", model: "small-1");

        var call = command.Calls.Single();
        call.Arguments.Should().Equal("--deep", "two words", "x=three more words");
        call.Variable("AGENTENHANCER_MODEL").Should().Be("small-1");
    }

    [TestMethod]
    public async Task Is_heard_though_a_child_of_it_holds_its_output()
    {
        using var command = new FakeCommand().With("answer.txt", "yes");
        command.Does("out answer.txt", command.Child("daemon", "hang"));

        (await command.AskAsync()).Should().Be(ModelReply.Of("yes"));

        if (!OperatingSystem.IsMacOS())
        {
            // There nobody can say whose child an orphan was.
            await command.EndedAsync("daemon");
        }
    }
}
