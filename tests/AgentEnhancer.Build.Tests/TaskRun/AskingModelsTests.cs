using AgentEnhancer.Tests.Enhancers.Chat;
using Microsoft.Build.Framework;

namespace AgentEnhancer.Build.Tests.TaskRun;

/// <summary>Each way to a model through the task, with a real process or a real server at the other end.</summary>
[TestClass]
public sealed class AskingModelsTests : IDisposable
{
    private const string Key = "sk-test-of-the-task-0123456789";

    private readonly TaskFolder _folder = new();
    private readonly ModelProgram _program = new();
    private readonly string _variable = "AGENT_ENHANCER_TEST_" + Guid.NewGuid().ToString("N");

    [TestInitialize]
    public void TenAgents()
    {
        _folder.CopyWebApi();
        Environment.SetEnvironmentVariable(_variable, Key);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(_variable, null);
        _folder.Dispose();
        _program.Dispose();
    }

    [TestMethod]
    public void A_command_is_started_once_for_ten_agents()
    {
        var task = Command(_program.Answers(ModelAnswer.For(_folder.Root)).CommandLine);

        task.Execute().Should().BeTrue();

        Messages(_folder.Engine.Warnings).Should().BeEmpty();
        (task.EnhancedCount, task.FailedCount, task.SuccessRate, task.InvocationCount).Should().Be((10, 0, 100, 1));
        _program.Calls.Should().Be(1);
        task.Agents.Should().OnlyContain(a => _program.Prompt.Contains(Path.GetFileName(a.ItemSpec)));
        AllSayTheMark();
        task.InputTokens.Should().BeGreaterThan(3_000);
        task.OutputTokens.Should().BeGreaterThan(500);
        task.RunAgain.Should().BeFalse();
        _folder.Engine.Messages.Should().ContainSingle(m => m.Message!.StartsWith("Asking ") && m.Message.Contains("about 10 agents"))
            .Which.Importance.Should().Be(MessageImportance.Normal);
        _folder.Engine.Messages.Should().ContainSingle(m => m.Importance == MessageImportance.Low && m.Message!.StartsWith("Invocations: 1, tokens in: "));
    }

    [TestMethod]
    [DataRow("Anthropic")]
    [DataRow("OpenAI")]
    public async Task A_server_is_asked_once_for_ten_agents_and_its_own_count_of_tokens_is_told(string provider)
    {
        var answer = ModelAnswer.For(_folder.Root);
        await using var server = await ChatServer.StartAsync(e => e.Answer(answer));
        var task = Chat(provider, server.Address);

        task.Execute().Should().BeTrue();

        Messages(_folder.Engine.Warnings).Should().BeEmpty();
        (task.EnhancedCount, task.InvocationCount).Should().Be((10, 1));
        server.Requests.Should().ContainSingle();
        AllSayTheMark();
        (task.InputTokens, task.OutputTokens).Should().Be((1234, 56));
        _folder.Engine.Messages.Select(m => m.Message).Should().Contain("Answered so far: 10 of 10 agents");
        NobodySaysTheKey();
    }

    [TestMethod]
    public void Ten_agents_of_which_seven_are_answered_are_seven_enhanced_and_three_warned()
    {
        var task = Command(_program.Answers(ModelAnswer.For(_folder.Root, agents: 7)).CommandLine);

        task.Execute().Should().BeTrue();

        (task.EnhancedCount, task.FailedCount, task.SuccessRate, task.Status).Should().Be((7, 3, 70, "success"));
        _folder.Engine.Warnings.Should().HaveCount(3).And.OnlyContain(w => w.Code == "AEB2003" && w.Message!.Contains("gets its built-in document instead"));
        _folder.Engine.HighMessages.Should().Equal("Enhanced 7 of 10 agents with 24 templates (70% success), 3 by the built-in enhancer instead");
        task.EnhancedAgents.Count(i => i.GetMetadata("Status") == "FellBack").Should().Be(3);
        task.RunAgain.Should().BeFalse("the model would have to be paid again");
        _folder.Read("obj/agents.warnings").Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(3).And.OnlyContain(l => l.StartsWith("AEB2003|agents/"));
    }

    [TestMethod]
    [DataRow("original")]
    [DataRow("BuiltIn")]
    public void A_command_that_is_not_there_is_one_warning_and_the_build_goes_on(string fallback)
    {
        var task = Command("no-such-model-of-any-machine");
        task.Fallback = fallback;

        OnlyWarning(task, "AEB2011");

        _folder.Engine.Warnings[0].Message.Should().Contain(fallback == "BuiltIn" ? "fall back to the built-in enhancer" : "keep their original text");
        task.EnhancedAgents.Should().OnlyContain(i => i.GetMetadata("Status") == (fallback == "BuiltIn" ? "FellBack" : "Failed"));
    }

    [TestMethod]
    [DataRow("Anthropic")]
    [DataRow("OpenAI")]
    public async Task A_key_that_is_missing_is_one_warning(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(""));
        Environment.SetEnvironmentVariable(_variable, null);

        OnlyWarning(Chat(provider, server.Address), "AEB2032");

        server.Requests.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("Anthropic")]
    [DataRow("OpenAI")]
    public async Task A_key_that_is_refused_is_one_warning_and_never_said(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Fail(401, "invalid x-api-key " + Key));

        OnlyWarning(Chat(provider, server.Address), "AEB2037");

        server.Requests.Should().ContainSingle();
        NobodySaysTheKey();
    }

    [TestMethod]
    [DataRow("Anthropic")]
    [DataRow("OpenAI")]
    public void An_endpoint_that_is_not_there_is_one_warning(string provider)
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        OnlyWarning(Chat(provider, $"http://127.0.0.1:{port}"), "AEB2035");
    }

    [TestMethod]
    public void A_bridge_without_an_answer_is_one_warning_and_with_it_ten_agents_are_enhanced()
    {
        var waiting = Bridge();
        OnlyWarning(waiting, "AEB2020");
        waiting.InvocationCount.Should().Be(0);
        var request = System.Text.Json.JsonDocument.Parse(_folder.Read(".agent-request.json")).RootElement;
        _folder.Write(".agent-response.json", System.Text.Json.JsonSerializer.Serialize(
            new { request_id = request.GetProperty("request_id").GetString(), version = "1.0", status = "success", response = ModelAnswer.For(_folder.Root) }));
        _folder.Engine.Warnings.Clear();

        var task = Bridge();
        task.Execute().Should().BeTrue();

        Messages(_folder.Engine.Warnings).Should().BeEmpty();
        (task.EnhancedCount, task.RunAgain).Should().Be((10, false));
        AllSayTheMark();
    }

    [TestMethod]
    public async Task Cancel_ends_the_call_with_its_process_and_says_nothing()
    {
        var task = Command(_program.Does("read", "hang").CommandLine);
        var run = System.Threading.Tasks.Task.Run(task.Execute);
        while (!_program.HasStarted)
        {
            await System.Threading.Tasks.Task.Delay(10);
        }

        task.Cancel();

        (await run).Should().BeFalse();
        _program.HasEnded().Should().BeTrue();
        _folder.Engine.Warnings.Should().BeEmpty();
        _folder.Has("obj/agents").Should().BeFalse();
    }

    private EnhanceAgents Command(string commandLine)
    {
        var task = _folder.Task();
        (task.Provider, task.Command) = ("Command", commandLine);
        return task;
    }

    private EnhanceAgents Chat(string provider, string endpoint)
    {
        var task = _folder.Task();
        (task.Provider, task.Endpoint, task.Model, task.ApiKeyVariable) = (provider, endpoint, "a-model", _variable);
        return task;
    }

    private EnhanceAgents Bridge()
    {
        var task = _folder.Task();
        task.Provider = "bridge";
        return task;
    }

    /// <summary>The build succeeds, says this one thing, and every agent goes out.</summary>
    private void OnlyWarning(EnhanceAgents task, string code)
    {
        task.Execute().Should().BeTrue();
        Messages(_folder.Engine.Warnings).Should().ContainSingle();
        _folder.Engine.Warnings[0].Code.Should().Be(code);
        (task.EnhancedCount, task.FailedCount, task.SuccessRate, task.Status, task.RunAgain).Should().Be((0, 10, 0, "failed", true));
        task.EnhancedAgents.Should().HaveCount(10).And.OnlyContain(i => File.Exists(i.ItemSpec));
    }

    private void AllSayTheMark() =>
        Directory.EnumerateFiles(Path.Combine(_folder.Root, "obj", "agents"), "*.md").Should().HaveCount(10)
            .And.OnlyContain(f => File.ReadAllText(f).Contains(ModelAnswer.Mark));

    private void NobodySaysTheKey() =>
        Messages(_folder.Engine.Messages).Concat(Messages(_folder.Engine.Warnings)).Should().NotContain(m => m!.Contains(Key));

    private static IEnumerable<string?> Messages(IEnumerable<BuildEventArgs> events) => events.Select(e => e.Message);
}
