using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.Command;
using AgentEnhancer.Reporting;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Enhancers.Command;

/// <summary>
/// Against a program of the preset's name. One after the other: a program that was written a moment ago cannot be started while another
/// thread's child still holds the handle that it was written by.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class Calling_a_preset
{
    [TestMethod]
    public async Task Claude()
    {
        using var command = new FakeCommand().Does("read", "out answer.txt").With("answer.txt", """
            {"type":"system","subtype":"init","tools":[]}
            {"type":"assistant","message":{"model":"m","content":[{"type":"text","text":"whole answer"}],"stop_reason":null}}
            {"type":"result","subtype":"success","is_error":false,"result":"whole answer","stop_reason":"end_turn","usage":{"input_tokens":10,"cache_read_input_tokens":5,"output_tokens":7}}
            """);
        Environment.SetEnvironmentVariable("CLAUDECODE", "1");
        try
        {
            var reply = await command.AskAsync($"\"{command.Named("claude")}\" --max-turns 3", model: "opus");
            reply.Should().Be(ModelReply.Of("whole answer", StopReason.Finished, new TokenUsage(15, 7)));
        }
        finally
        {
            Environment.SetEnvironmentVariable("CLAUDECODE", null);
        }

        var call = command.Calls.Should().ContainSingle().Subject;
        call.Arguments.Should().Equal(
            "-p", "--output-format", "stream-json", "--verbose", "--tools", "", "--safe-mode", "--no-session-persistence", "--model", "opus", "--max-turns", "3");
        call.Input.Should().Be(FakeCommand.Prompt.Text);
        call.Milliseconds("API_TIMEOUT_MS").Should().BeInRange(1, 120_000);
        call.Variable("CLAUDE_CODE_MAX_RETRIES").Should().Be("1");
        call.Variable("CLAUDECODE").Should().BeNull("it does not start within a session of its own");
    }

    [TestMethod]
    public async Task Codex()
    {
        using var command = new FakeCommand().Does("read", "out events.txt", "answer -o").With("answer.txt", "whole answer").With("events.txt", """
            {"type":"turn.started"}
            {"type":"turn.completed","usage":{"input_tokens":10,"cached_input_tokens":5,"output_tokens":7}}
            """);

        var reply = await command.AskAsync($"\"{command.Named("codex")}\" exec -c x='1'");

        reply.Should().Be(ModelReply.Of("whole answer", StopReason.Finished, new TokenUsage(10, 7)));
        var call = command.Calls.Should().ContainSingle().Subject;
        var (schema, answer) = (Path.Combine(call.WorkingFolder, "schema.json"), Path.Combine(call.WorkingFolder, "answer.txt"));
        call.Arguments.Should().Equal(
            "exec", "--json", "--skip-git-repo-check", "--ephemeral", "-s", "read-only", "--output-schema", schema, "-o", answer, "-c", "x=1", "-");
        call.FilesFound.Should().Equal("schema.json");
    }

    [TestMethod]
    public async Task Gemini()
    {
        using var command = new FakeCommand().Does("read", "err noise.txt", "out answer.txt").With("noise.txt", "Loaded cached credentials.\n")
            .With("answer.txt", """
            {
              "response": "whole answer",
              "stats": { "models": { "flash": { "tokens": { "prompt": 3, "candidates": 1 } }, "pro": { "tokens": { "prompt": 7, "candidates": 4, "thoughts": 2 } } } }
            }
            """);

        var reply = await command.AskAsync($"\"{command.Named("gemini")}\"", model: "pro");

        reply.Should().Be(ModelReply.Of("whole answer", StopReason.Unknown, new TokenUsage(10, 7)));
        var call = command.Calls.Should().ContainSingle().Subject;
        call.Arguments.Should().Equal("--output-format", "json", "-m", "pro");
        call.Variable("GEMINI_CLI_TRUST_WORKSPACE").Should().Be("true");
    }

    [TestMethod]
    public async Task Copilot()
    {
        using var command = new FakeCommand().Does("read", "out answer.txt").With("answer.txt", "whole answer");

        var reply = await command.AskAsync($"\"{command.Named("copilot")}\"", model: "gpt");

        reply.Should().Be(ModelReply.Of("whole answer"));
        command.Calls.Should().ContainSingle().Which.Arguments.Should().Equal(
            "-s", "--no-custom-instructions", "--no-ask-user", "--disable-builtin-mcps", "--no-color", "--model", "gpt");
    }

    [TestMethod]
    public async Task Opencode()
    {
        using var command = new FakeCommand().Does("read", "out answer.txt").With("answer.txt", """
            {"type":"step_start","part":{"type":"step-start"}}
            {"type":"text","part":{"type":"text","text":"whole "}}
            {"type":"text","part":{"type":"text","text":"answer"}}
            {"type":"step_finish","part":{"reason":"stop","tokens":{"input":8,"output":6,"reasoning":1,"cache":{"read":2,"write":0}}}}
            """);

        var reply = await command.AskAsync($"\"{command.Named("opencode")}\"", model: "local/llama");

        reply.Should().Be(ModelReply.Of("whole answer", StopReason.Finished, new TokenUsage(10, 7)));
        command.Calls.Should().ContainSingle().Which.Arguments.Should().Equal(
            "run", "--pure", "--format", "json", "--title", "agents", "-m", "local/llama");
    }

    [TestMethod]
    public async Task That_fails_tells_what_its_envelope_says_and_how_to_sign_in()
    {
        using var command = new FakeCommand().Does("read", "out answer.txt", "exit 1").With("answer.txt", """
            {"type":"assistant","message":{"model":"<synthetic>","content":[{"type":"text","text":"Invalid API key"}]}}
            {"type":"result","subtype":"success","is_error":true,"api_error_status":401,"result":"Invalid API key","usage":{"input_tokens":0,"output_tokens":0}}
            """);

        var reply = await command.AskAsync($"\"{command.Named("claude")}\"");

        reply.Text.Should().BeNull();
        reply.Failure!.Descriptor.Should().Be(CommandDiagnostics.Failed);
        reply.Failure.Message.Should().Contain("Invalid API key").And.Contain("ANTHROPIC_API_KEY");
        command.Calls.Should().ContainSingle("nothing is tried twice");
    }

    [TestMethod]
    public async Task A_path_with_blanks_needs_no_quotes()
    {
        using var command = new FakeCommand().Does("out answer.txt").With("answer.txt", "whole answer");

        (await command.AskAsync(command.Named("copilot"))).Text.Should().Be("whole answer");
    }

    [TestMethod]
    public async Task A_variable_that_the_user_has_set_is_left_to_them()
    {
        using var command = new FakeCommand().Does("out answer.txt").With("answer.txt", "{}");
        Environment.SetEnvironmentVariable("CLAUDE_CODE_MAX_RETRIES", "4");
        try
        {
            await command.AskAsync($"\"{command.Named("claude")}\"");
        }
        finally
        {
            Environment.SetEnvironmentVariable("CLAUDE_CODE_MAX_RETRIES", null);
        }

        command.Calls.Single().Variable("CLAUDE_CODE_MAX_RETRIES").Should().Be("4");
    }

    [TestMethod]
    [DataRow("claude", "claude")]
    [DataRow("/opt/bin/Codex", "codex")]
    [DataRow(@"C:\npm\gemini.cmd", "gemini")]
    [DataRow("opencode.EXE", "opencode")]
    [DataRow("claude-wrapper", "")]
    [DataRow("copilot.sh", "")]
    [DataRow("/claude/model", "")]
    public void Goes_by_the_name_of_the_program(string program, string preset) => CommandPresets.Of(program).Name.Should().Be(preset);
}
