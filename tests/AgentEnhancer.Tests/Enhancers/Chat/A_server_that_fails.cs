using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class A_server_that_fails
{
    [TestMethod]
    [DataRow(Chat.Anthropic, 429, "AEB2040")]
    [DataRow(Chat.OpenAI, 429, "AEB2040")]
    [DataRow(Chat.Anthropic, 529, "AEB2042")]
    [DataRow(Chat.OpenAI, 529, "AEB2042")]
    [DataRow(Chat.Anthropic, 500, "AEB2042")]
    [DataRow(Chat.OpenAI, 500, "AEB2042")]
    [DataRow(Chat.Anthropic, 503, "AEB2042")]
    [DataRow(Chat.OpenAI, 408, "AEB2042")]
    [DataRow(Chat.Anthropic, 409, "AEB2042")]
    public async Task In_a_way_that_may_pass_is_asked_three_times(string provider, int status, string code)
    {
        await using var server = await ChatServer.StartAsync(e => e.Fail(status, "too much of it"));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Text.Should().BeNull();
        reply.Failure!.Descriptor.Code.Should().Be(code);
        reply.Failure.Message.Should().Contain(server.Host).And.Contain($"HTTP {status} after 3 tries: too much of it");
        server.Requests.Should().HaveCount(3);
    }

    [TestMethod]
    [DataRow(Chat.Anthropic, 400, "AEB2043")]
    [DataRow(Chat.OpenAI, 400, "AEB2043")]
    [DataRow(Chat.Anthropic, 413, "AEB2043")]
    [DataRow(Chat.Anthropic, 403, "AEB2038")]
    [DataRow(Chat.OpenAI, 403, "AEB2038")]
    [DataRow(Chat.Anthropic, 404, "AEB2039")]
    [DataRow(Chat.OpenAI, 404, "AEB2039")]
    public async Task In_a_way_that_stays_is_asked_once(string provider, int status, string code)
    {
        await using var server = await ChatServer.StartAsync(e => e.Fail(status, "it will not do"));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Code.Should().Be(code);
        reply.Failure.Message.Should().Contain(server.Host).And.Contain($"HTTP {status}: it will not do").And.Contain("'a-model'");
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Once_and_names_a_time_is_asked_again_at_that_time(string provider)
    {
        await using var server = await ChatServer.StartAsync(e =>
            e.Number == 1 ? e.Fail(429, "slow down", ("Retry-After", "7")) : e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure.Should().BeNull();
        reply.Text.Should().Be(Chat.Answer);
        server.Requests.Should().HaveCount(2);
        chat.Progress.First().Should().Be($"{server.Host}: HTTP 429, trying again in 7 s (2 of 3)");
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task And_asks_for_a_longer_wait_than_there_is_time_is_given_up_at_once(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Fail(503, "maintenance", ("Retry-After", "90000")));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Code.Should().Be("AEB2041");
        reply.Failure.Message.Should().Contain("HTTP 503").And.Contain("90000 s");
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    public async Task And_names_a_date_beyond_the_time_is_given_up_at_once()
    {
        var date = DateTimeOffset.UtcNow.AddDays(3).ToString("R", CultureInfo.InvariantCulture);
        await using var server = await ChatServer.StartAsync(e => e.Fail(429, "tomorrow", ("Retry-After", date)));
        using var chat = new Chat(Chat.Anthropic, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Code.Should().Be("AEB2041");
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task By_dropping_the_connection_is_asked_three_times(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Drop());
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Code.Should().Be("AEB2036");
        reply.Failure.Message.Should().Contain(server.Host).And.Contain("after 3 tries");
        server.Requests.Should().HaveCount(3);
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task By_dropping_one_connection_answers_on_the_next(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Number == 1 ? e.Drop() : e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        (reply.Text, reply.Failure).Should().Be((Chat.Answer, null));
        server.Requests.Should().HaveCount(2);
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task To_be_there_is_named_without_another_try(string provider)
    {
        // A port that was free a moment ago, and that nobody listens on.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var host = socket.LocalEndPoint!.ToString()!;
        using var chat = new Chat(provider, $"http://{host}");

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Code.Should().Be("AEB2035");
        reply.Failure.Message.Should().Contain(host);
        chat.Progress.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task To_say_a_word_is_left_at_the_deadline(string provider)
    {
        var time = new ManualClock();
        await using var server = await ChatServer.StartAsync(e =>
        {
            time.Advance(TimeSpan.FromSeconds(60));
            return e.Hang();
        });
        using var chat = new Chat(provider, server.Address, TimeSpan.FromSeconds(60), time: time);

        var reply = await chat.AskAsync();

        reply.Text.Should().BeNull();
        reply.Failure!.Descriptor.Code.Should().Be("AEB2044");
        reply.Failure.Message.Should().Contain(server.Host).And.Contain("within 60 s").And.Contain("AgentEnhancerTimeout");
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Until_the_deadline_is_not_asked_for_the_next_batch(string provider)
    {
        var time = new ManualClock();
        await using var server = await ChatServer.StartAsync(e =>
        {
            time.Advance(TimeSpan.FromSeconds(60));
            return e.Hang();
        });
        using var chat = new Chat(provider, server.Address, TimeSpan.FromSeconds(60), time: time);

        await chat.AskAsync();
        var second = await chat.AskAsync();

        second.Failure!.Descriptor.Code.Should().Be("AEB2044");
        server.Requests.Should().ContainSingle();
    }

    [TestMethod]
    public async Task And_then_hangs_is_told_with_what_went_before()
    {
        var time = new ManualClock();
        await using var server = await ChatServer.StartAsync(e =>
        {
            time.Advance(TimeSpan.FromSeconds(40));
            return e.Number == 1 ? e.Fail(529, "overloaded", ("Retry-After", "0")) : e.Hang();
        });
        using var chat = new Chat(Chat.Anthropic, server.Address, TimeSpan.FromSeconds(60), time: time);

        var reply = await chat.AskAsync();

        reply.Failure!.Message.Should().Contain("after HTTP 529");
        server.Requests.Should().HaveCount(2);
    }

    [TestMethod]
    [DataRow("""{"error":"model 'x' not found"}""", "model 'x' not found")]
    [DataRow("""{"detail":"context is too short"}""", "context is too short")]
    [DataRow("""{"message":"no such route"}""", "no such route")]
    [DataRow("<html>\n<title>Bad gateway</title>", "<html> <title>Bad gateway</title>")]
    [DataRow("""{"error":""", """{"error":""")]
    [DataRow("""{"other":1}""", """{"other":1}""")]
    [DataRow("", "no reason given")]
    public async Task Is_quoted_in_whatever_form_it_speaks(string body, string words)
    {
        await using var server = await ChatServer.StartAsync(e => e.Write(400, body));
        using var chat = new Chat(Chat.OpenAI, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Message.Should().Contain($"(HTTP 400: {words})");
    }

    [TestMethod]
    public async Task With_an_endless_error_is_quoted_in_short()
    {
        await using var server = await ChatServer.StartAsync(e => e.Write(400, new string('x', 5_000_000)));
        using var chat = new Chat(Chat.OpenAI, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Message.Length.Should().BeLessThan(700);
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task By_sending_elsewhere_is_not_followed_with_a_key(string provider)
    {
        await using var elsewhere = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        await using var server = await ChatServer.StartAsync(e =>
            e.Fail(307, "moved", ("Location", elsewhere.Address + e.Context.Request.Path)));
        using var chat = new Chat(provider, server.Address);

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Code.Should().Be("AEB2043");
        elsewhere.Requests.Should().BeEmpty();
    }
}
