using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AgentEnhancer.Tests.Enhancers.Chat;

/// <summary>A real server on loopback that speaks both APIs; what it answers is the test's.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private int _count;

    private ChatServer(Func<Exchange, Task> answer)
    {
        // The empty builder reads no environment variables and no settings files.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o => o.Listen(System.Net.IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var number = Interlocked.Increment(ref _count);
            var request = new ReceivedRequest(
                context.Request.Path, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                JsonDocument.Parse(body).RootElement);
            _requests.Enqueue(request);
            Received.TrySetResult();
            await answer(new Exchange(context, number, request.Body));
        });
    }

    public string Address => _app.Urls.Single();

    public string Host => new Uri(Address).Authority;

    public IReadOnlyCollection<ReceivedRequest> Requests => _requests;

    /// <summary>Ends with the first request.</summary>
    public TaskCompletionSource Received { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<ChatServer> StartAsync(Func<Exchange, Task> answer)
    {
        var server = new ChatServer(answer);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        // A request that hangs is ended, not waited for.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}

internal sealed record ReceivedRequest(string Path, Dictionary<string, string> Headers, JsonElement Body);

/// <summary>One request and the ways to answer it, in whichever API it came.</summary>
/// <param name="Number">Which request it is, from 1.</param>
internal sealed record Exchange(HttpContext Context, int Number, JsonElement Body)
{
    public bool HasSchema => Body.TryGetProperty("output_config", out _) || Body.TryGetProperty("response_format", out _);

    private bool IsMessages => Context.Request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal);

    public async Task Fail(int status, string message, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            Context.Response.Headers[name] = value;
        }

        await Write(status, IsMessages
            ? JsonSerializer.Serialize(new { type = "error", error = new { type = "an_error", message } })
            : JsonSerializer.Serialize(new { error = new { message, type = "an_error", code = "an_error" } }));
    }

    public async Task Write(int status, string body)
    {
        Context.Response.StatusCode = status;
        Context.Response.ContentType = "application/json";
        await Context.Response.WriteAsync(body);
    }

    /// <summary>A whole answer.</summary>
    public async Task Answer(string text, string stop = "stop")
    {
        await Begin();
        await Send(text);
        await End(stop);
    }

    public async Task Begin()
    {
        Context.Response.ContentType = "text/event-stream";
        await (IsMessages
            ? Event("message_start", """{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1000,"cache_creation_input_tokens":200,"cache_read_input_tokens":34,"output_tokens":1}}}""")
            : Event(null, """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}"""));
        if (IsMessages)
        {
            await Event("ping", """{"type":"ping"}""");
            await Event("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""");
        }
    }

    public async Task Send(string text, int piecesOf = 7)
    {
        foreach (var piece in text.Chunk(piecesOf).Select(c => JsonSerializer.Serialize(new string(c))))
        {
            await (IsMessages
                ? Event("content_block_delta", $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":{{{piece}}}}}""")
                : Event(null, $$$"""{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":{{{piece}}}},"finish_reason":null}]}"""));
        }

        await Context.Response.Body.FlushAsync();
    }

    /// <param name="stop">In the words of Chat Completions.</param>
    public async Task End(string stop)
    {
        if (IsMessages)
        {
            var reason = stop switch { "length" => "max_tokens", "content_filter" => "refusal", _ => "end_turn" };
            await Event("content_block_stop", """{"type":"content_block_stop","index":0}""");
            await Event("message_delta", $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{reason}}}","stop_sequence":null},"usage":{"output_tokens":56}}""");
            await Event("message_stop", """{"type":"message_stop"}""");
        }
        else
        {
            await Event(null, $$$"""{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"{{{stop}}}"}]}""");
            await Event(null, """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":1234,"completion_tokens":56,"total_tokens":1290}}""");
            await Event(null, "[DONE]");
        }
    }

    /// <summary>Answers nothing until the client goes away.</summary>
    public async Task Hang()
    {
        var gone = new TaskCompletionSource();
        using var registration = Context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    public Task Drop()
    {
        Context.Abort();
        return Task.CompletedTask;
    }

    public Task Event(string? name, string data) =>
        Context.Response.WriteAsync((name is null ? "" : $"event: {name}\n") + $"data: {data}\n\n");
}
