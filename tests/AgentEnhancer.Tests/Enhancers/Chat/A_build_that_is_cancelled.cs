namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class A_build_that_is_cancelled
{
    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public async Task Before_it_asks_asks_nobody(string provider)
    {
        await using var server = await ChatServer.StartAsync(e => e.Answer(Chat.Answer));
        using var chat = new Chat(provider, server.Address);

        var ask = () => chat.AskAsync(null, new CancellationToken(canceled: true));

        await ask.Should().ThrowAsync<OperationCanceledException>();
        server.Requests.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public Task While_the_server_is_silent_ends(string provider) => EndsAfterOneRequest(provider, e => e.Hang());

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public Task In_the_midst_of_an_answer_ends(string provider) => EndsAfterOneRequest(provider, async e =>
    {
        await e.Begin();
        await e.Send("half a");
        await e.Hang();
    });

    [TestMethod]
    [DataRow(Chat.Anthropic)]
    [DataRow(Chat.OpenAI)]
    public Task While_it_waits_for_the_next_try_ends(string provider) =>
        EndsAfterOneRequest(provider, e => e.Fail(429, "slow down", ("Retry-After", "7000")));

    private static async Task EndsAfterOneRequest(string provider, Func<Exchange, Task> answer)
    {
        await using var server = await ChatServer.StartAsync(answer);
        using var chat = new Chat(provider, server.Address);
        using var cancel = new CancellationTokenSource();

        var asked = chat.AskAsync(null, cancel.Token);
        await server.Received.Task;
        await cancel.CancelAsync();

        (await asked.Invoking(a => a).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
        server.Requests.Should().ContainSingle();
    }
}
