using AgentEnhancer.Enhancers;
using AgentEnhancer.Responses;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class An_answer_that_ends_early
{
    private static readonly string Half = Chat.Answer[..70];

    /// <summary>To the end of the second agent's id, which is when a listener hears of the first.</summary>
    private static readonly string Begun = Chat.Answer[..(Chat.Answer.IndexOf("b.md", StringComparison.Ordinal) + 5)];

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task By_a_lost_connection_is_kept_and_not_asked_for_again(string provider)
    {
        var arrived = new TaskCompletionSource();
        await using var server = await ChatServer.StartAsync(async e =>
        {
            await e.Begin();
            await e.Send(Begun);
            await arrived.Task;
            await e.Drop();
        });
        using var chat = new Chat(provider, server.Address, progress: _ => arrived.TrySetResult());

        var reply = await chat.AskAsync();

        reply.Text.Should().Be(Begun);
        reply.Stop.Should().Be(StopReason.Unknown);
        reply.Failure!.Descriptor.Code.Should().Be("AEB2045");
        reply.Failure.Message.Should().Contain(server.Host).And.Contain("what is whole in it is used");
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task By_the_deadline_is_kept(string provider)
    {
        var time = new ManualClock();
        await using var server = await ChatServer.StartAsync(async e =>
        {
            await e.Begin();
            await e.Send(Begun);
            await e.Hang();
        });
        using var chat = new Chat(
            provider, server.Address, TimeSpan.FromSeconds(60), progress: _ => time.Advance(TimeSpan.FromSeconds(60)), time: time);

        var reply = await chat.AskAsync();

        reply.Text.Should().Be(Begun);
        reply.Failure!.Descriptor.Code.Should().Be("AEB2044");
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task By_a_limit_of_length_is_cut_off(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Half, "length"));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Should().Be(ModelReply.Of(Half, StopReason.CutOff, new TokenUsage(1234, 56)));
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Before_its_first_word_names_the_limit(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer("", "length"));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        (reply.Text, reply.Stop).Should().Be((null, StopReason.CutOff));
        reply.Failure!.Descriptor.Code.Should().Be("AEB2046");
        reply.Failure.Message.Should().Contain("its limit of 9192 tokens");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task By_a_refusal_says_so(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer("I cannot help with that.", "content_filter"));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Stop.Should().Be(StopReason.Refused);
        reply.Failure!.Descriptor.Code.Should().Be("AEB2047");
        reply.Failure.Message.Should().Contain("'a-model'").And.Contain(server.Host);
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Without_the_mark_of_its_end_is_kept_with_a_warning(string provider)
    {
        await using var server = await ChatServer.StartAsync(async e =>
        {
            await e.Begin();
            await e.Send(Half);
        });
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Text.Should().Be(Half);
        reply.Failure!.Descriptor.Code.Should().Be("AEB2045");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task As_it_is_no_such_answer_at_all_asks_for_the_address(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Write(200, "<html>Welcome to the hotel</html>"));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Text.Should().BeNull();
        reply.Failure!.Descriptor.Code.Should().Be("AEB2046");
        reply.Failure.Message.Should().Contain("AgentEnhancerEndpoint");
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""")]
    [DataRow(Chat.OpenAI, """{"error":{"code":500,"message":"Overloaded","type":"server_error"}}""")]
    public async Task By_an_error_within_the_stream_is_kept_with_the_error(string provider, string error)
    {
        await using var server = await ChatServer.StartAsync(async e =>
        {
            await e.Begin();
            await e.Send(Half);
            await e.Event("error", error);
        });
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Text.Should().Be(Half);
        reply.Failure!.Descriptor.Code.Should().Be("AEB2045");
        reply.Failure.Message.Should().Contain("Overloaded");
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task By_no_end_at_all_is_left_when_it_is_longer_than_was_allowed(string provider)
    {
        await using var server = await ChatServer.StartAsync(async e =>
        {
            await e.Begin();
            while (!e.Context.RequestAborted.IsCancellationRequested)
            {
                await e.Send(new string(' ', 7_000), 7_000);
            }
        });
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Code.Should().Be("AEB2045");
        reply.Failure.Message.Should().Contain("longer than 9192 tokens can be");
    }
}
