using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.Chat;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class A_key
{
    [TestMethod]
    public async Task Goes_to_Messages_in_its_own_header()
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(Chat.Anthropic, server.Address);

        await chat.AskAsync();

        var headers = server.Requests.Single().Headers;
        headers["x-api-key"].Should().Be(Chat.Key);
        headers.Should().NotContainKey("Authorization").And.ContainKey("anthropic-version");
    }

    [TestMethod]
    public async Task Goes_to_Chat_Completions_as_a_bearer_token()
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(Chat.OpenAI, server.Address);

        await chat.AskAsync();

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer " + Chat.Key);
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Is_read_when_a_prompt_is_sent_and_stripped_of_its_line_end(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address, key: null);
        Environment.SetEnvironmentVariable(chat.Variable, "sk-later\n");

        await chat.AskAsync();

        server.Requests.Single().Headers[chat.IsAnthropic ? "x-api-key" : "Authorization"].Should().EndWith("sk-later");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Is_not_needed_by_a_server_of_ones_own(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address, key: null, settings: s => s with { ApiKeyVariable = null });

        var reply = await chat.AskAsync();

        reply.Failure.Should().BeNull();
        server.Requests.Single().Headers.Should().NotContainKeys("Authorization", "x-api-key");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic, null)]
    [DataRow(Chat.OpenAI, null)]
    [DataRow(Chat.OpenAI, "https://someone.openai.azure.com")]
    public async Task That_is_missing_is_asked_for_by_its_variables_name(string provider, string? endpoint)
    {
        using var chat = new Chat(provider, endpoint, key: " ");

        var reply = await chat.AskAsync();

        reply.Text.Should().BeNull();
        reply.Failure!.Descriptor.Should().Be(ChatDiagnostics.KeyMissing);
        reply.Failure.Message.Should().Contain($"variable {chat.Variable} is not set").And.Contain("AgentEnhancerApiKeyVariable");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task That_cannot_stand_in_a_header_is_not_repeated(string provider)
    {
        using var chat = new Chat(provider, "http://127.0.0.1:1", key: "sk-two\nlines");

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Should().Be(ChatDiagnostics.KeyUnusable);
        reply.Failure.Message.Should().Contain(chat.Variable).And.NotContain("sk-two");
    }

    [TestMethod]
    [DataRow("sk-ant-api03-0123456789")]
    [DataRow("0123456789abcdef0123456789abcdef")]
    [DataRow("A1b2C3d4E5f6G7h8I9j0K1l2M3n4")]
    [DataRow("MY=KEY")]
    public async Task In_the_place_of_its_variables_name_is_not_repeated(string variable)
    {
        using var chat = new Chat(Chat.OpenAI, null, settings: s => s with { ApiKeyVariable = variable });

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Should().Be(ChatDiagnostics.KeyVariableInvalid);
        reply.Failure.Message.Should().NotContain(variable).And.Contain("revoke");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task That_is_not_accepted_is_named_by_its_variable_and_asked_with_once(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Fail(401, $"Incorrect API key provided: {Chat.Key}"));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Should().Be(ChatDiagnostics.KeyRefused);
        reply.Failure.Message.Should().Contain(server.Host).And.Contain(chat.Variable);
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    public async Task That_none_was_named_for_is_asked_for()
    {
        await using var server = await ChatServer.StartAsync(e => e.Fail(401, "who are you?"));
        using var chat = new Chat(Chat.OpenAI, server.Address, settings: s => s with { ApiKeyVariable = null });

        var reply = await chat.AskAsync();

        reply.Failure!.Message.Should().Contain("Name the environment variable that holds its key in AgentEnhancerApiKeyVariable");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic, 401)]
    [DataRow(Chat.OpenAI, 401)]
    [DataRow(Chat.Anthropic, 403)]
    [DataRow(Chat.OpenAI, 403)]
    [DataRow(Chat.Anthropic, 400)]
    [DataRow(Chat.OpenAI, 404)]
    [DataRow(Chat.Anthropic, 429)]
    [DataRow(Chat.OpenAI, 500)]
    [DataRow(Chat.OpenAI, 302)]
    public async Task That_a_server_repeats_is_in_no_diagnostic_and_no_message(string provider, int status)
    {
        await using var server = await ChatServer.StartAsync(e => e.Fail(
            status, $"the key {Chat.Key} (that is {Chat.Key.ToUpperInvariant()}, or sk-test-01*****ghij) is not good"));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        var said = string.Join('\n', [.. reply.Failure!.Arguments, reply.Failure.Message, .. chat.Progress]);
        said.Should().NotContainEquivalentOf(Chat.Key).And.NotContain("ghij");
    }

    [TestMethod]
    public async Task That_a_server_repeats_within_the_stream_is_in_no_diagnostic()
    {
        await using var server = await ChatServer.StartAsync(async e =>
        {
            await e.Begin();
            await e.Event("error", $$$"""{"type":"error","error":{"type":"api_error","message":"bad {{{Chat.Key}}}"}}""");
        });
        using var chat = new Chat(Chat.Anthropic, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Arguments.Should().Contain(a => a.Contains("bad [key]", StringComparison.Ordinal))
            .And.NotContain(a => a.Contains(Chat.Key, StringComparison.Ordinal));
    }

    [TestMethod]
    public void Does_not_show_as_text()
    {
        using var chat = new Chat(Chat.OpenAI, null);
        var settings = new EnhancerSettings(
            EnhancerProvider.OpenAI, null, "m", null, chat.Variable, null, TimeSpan.Zero, TimeSpan.FromMinutes(1));

        var (key, _) = ApiKey.Read(ChatEndpoint.Of(ChatApi.Completions, settings).Endpoint!);

        key!.ToString().Should().Be("[key]");
    }
}
