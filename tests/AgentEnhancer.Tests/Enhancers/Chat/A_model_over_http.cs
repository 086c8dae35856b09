using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.Chat;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class A_model_over_http
{
    private static readonly string[] WithoutUsage =
    [
        """{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[]}}""",
        """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":"{"}}""",
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"}"}}""",
        """{"type":"message_delta","delta":{"stop_reason":"end_turn"}}""",
        """{"type":"message_stop"}""",
    ];

    private static readonly string[] ChunksWithoutUsage =
    [
        """{"choices":[{"index":0,"delta":{"content":"{}"}}]}""",
        """{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""",
        "[DONE]",
    ];

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Is_asked_once_and_its_answer_comes_back_with_its_usage(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Should().Be(ModelReply.Of(Chat.Answer, StopReason.Finished, new TokenUsage(1234, 56)));
        server.Requests.Should().ContainSingle().Which.Path.Should().Be(chat.IsAnthropic ? "/v1/messages" : "/v1/chat/completions");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Is_told_the_instructions_apart_from_the_request(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        await chat.AskAsync();

        var body = server.Requests.Single().Body;
        body.GetProperty("model").GetString().Should().Be("a-model");
        body.GetProperty("stream").GetBoolean().Should().BeTrue();
        var messages = body.GetProperty("messages");
        if (chat.IsAnthropic)
        {
            body.GetProperty("system").ToString().Should().Contain(Chat.Prompt.Instructions);
            messages.GetArrayLength().Should().Be(1);
        }
        else
        {
            messages[0].GetProperty("content").ToString().Should().Be(Chat.Prompt.Instructions);
        }

        messages[messages.GetArrayLength() - 1].GetProperty("content").ToString().Should().Be(Chat.Prompt.Request);
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Is_held_to_the_schema(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        await chat.AskAsync();

        var body = server.Requests.Single().Body;
        var format = chat.IsAnthropic ? body.GetProperty("output_config").GetProperty("format") : body.GetProperty("response_format");
        format.GetProperty("type").GetString().Should().Be("json_schema");
        var holder = chat.IsAnthropic ? format : format.GetProperty("json_schema");
        holder.GetProperty("schema").GetRawText().Should().Be(Chat.Prompt.Schema);
        if (!chat.IsAnthropic)
        {
            holder.GetProperty("strict").GetBoolean().Should().BeTrue();
        }
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Is_asked_without_a_schema_where_the_prompt_has_none(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        await chat.AskAsync(Chat.Prompt with { Schema = null });

        var body = server.Requests.Single().Body;
        body.TryGetProperty(chat.IsAnthropic ? "output_config" : "response_format", out _).Should().BeFalse();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Is_given_room_by_the_estimate_and_no_sampling_parameters(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        await chat.AskAsync(Chat.Prompt with { EstimatedUsage = new TokenUsage(9_000, 10_000) });

        var body = server.Requests.Single().Body;
        body.GetProperty("max_tokens").GetInt32().Should().Be(28_192);
        body.EnumerateObject().Select(p => p.Name).Should().NotContain(["temperature", "top_p", "top_k"]);
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Tells_of_each_agent_that_is_complete_while_it_answers(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        await chat.AskAsync();

        chat.Progress.Should().Equal("Answered so far: 1 of 3 agents", "Answered so far: 2 of 3 agents");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task May_speak_in_prose_which_is_for_the_reader_to_judge(string provider)
    {
        var prose = "Sure! Here it is:\n\n```json\n" + Chat.Answer + "\n```\nLet me know.";
        await using var server = await ChatServer.StartAsync(e => e.Answer(prose));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        (reply.Text, reply.Stop, reply.Failure).Should().Be((prose, StopReason.Finished, null));
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Is_asked_once_for_each_batch_and_no_more(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        await chat.AskAsync();
        await chat.AskAsync();

        server.Requests.Should().HaveCount(2);
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Need_not_count_its_tokens(string provider)
    {
        await using var server = await ChatServer.StartAsync(async e =>
        {
            e.Context.Response.ContentType = "text/event-stream";
            foreach (var line in provider == Chat.Anthropic ? WithoutUsage : ChunksWithoutUsage)
            {
                // An event of Messages is called as its type is, which stands first.
                await e.Event(provider == Chat.Anthropic ? line.Split('"')[3] : null, line);
            }
        });
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Should().Be(ModelReply.Of("{}", StopReason.Finished));
    }

    [TestMethod]
    public async Task Of_OpenAI_is_given_room_under_the_name_that_its_newer_models_insist_on()
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        var endpoint = new ChatEndpoint(ChatApi.Completions, new Uri(server.Address + "/v1"), "gpt", null, NeedsKey: true, IsGeneric: false);
        using var http = new HttpClient();

        await foreach (var _ in CompletionsStream.ReadAsync(ChatRequest.Of(endpoint, Chat.Prompt, null), http, CancellationToken.None))
        {
        }

        var body = server.Requests.Single().Body;
        body.GetProperty("max_completion_tokens").GetInt32().Should().Be(9_192);
        body.TryGetProperty("max_tokens", out _).Should().BeFalse();
    }
}
