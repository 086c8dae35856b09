namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class A_server_that_takes_no_schema
{
    [TestMethod]
    [DataRow(Chat.Anthropic, "output_config: Extra inputs are not permitted")]
    [DataRow(Chat.OpenAI, "Unsupported parameter: 'response_format'")]
    [DataRow(Chat.OpenAI, "this build has no support for JSON Schema")]
    public async Task Is_asked_once_more_without_one_and_says_so(string provider, string message)
    {
        await using var server = await ChatServer.StartAsync(e => e.HasSchema ? e.Fail(400, message) : e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        (reply.Text, reply.Failure).Should().Be((Chat.Answer, null));
        server.Requests.Should().HaveCount(2);
        chat.Progress.Should().Contain($"{server.Host} takes no JSON schema: asking again without one");
    }

    [TestMethod]
    public async Task Is_not_asked_with_one_in_the_next_batch()
    {
        await using var server = await ChatServer.StartAsync(e => e.HasSchema ? e.Fail(400, "no response_format here") : e.Answer(Chat.Answer));
        using var chat = new Chat(Chat.OpenAI, server.Address);

        await chat.AskAsync();
        var reply = await chat.AskAsync();

        reply.Failure.Should().BeNull();
        server.Requests.Should().HaveCount(3);
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task And_complains_without_one_too_is_not_asked_a_third_time(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Fail(400, "the schema is wrong"));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Code.Should().Be("AEB2043");
        server.Requests.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task After_two_other_faults_has_had_its_three_tries()
    {
        await using var server = await ChatServer.StartAsync(e => e.Number < 3 ? e.Fail(503, "busy") : e.Fail(400, "the schema is wrong"));
        using var chat = new Chat(Chat.OpenAI, server.Address);

        await chat.AskAsync();

        server.Requests.Should().HaveCount(3);
    }
}
