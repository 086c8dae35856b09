using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>
/// The one place below both clients where a request is authenticated, tried again, and its faults are kept. The clients are told not to
/// retry, and never hold the key, so that no exception of theirs can quote it.
/// </summary>
internal sealed class ChatTransport : DelegatingHandler
{
    public const int MaximumTries = 3;

    private readonly ChatEndpoint _endpoint;
    private readonly ApiKey _key;
    private readonly Deadline _deadline;
    private readonly Action<string> _progress;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    /// <param name="progress">Is told of a try that follows another.</param>
    public ChatTransport(ChatEndpoint endpoint, ApiKey key, Deadline deadline, Action<string> progress, TimeProvider time)
        : base(Connections(endpoint))
    {
        (_endpoint, _key, _deadline, _progress, _time) = (endpoint, key, deadline, progress, time);
        _pipeline = Pipeline();
    }

    /// <summary>Requests made so far. They are shared by all that is sent through here.</summary>
    public int Tries { get; private set; }

    /// <summary>Why the last call came to nothing before an answer began; null where one began.</summary>
    public ChatFault? Fault { get; private set; }

    /// <summary>What went wrong with the try before, for a call that ends while it waits for the next.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Before another call, so that no fault of the last one is taken for its own.</summary>
    public void Forget() => Fault = null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _key.Authorize(_endpoint.Api, request.Headers);
        if (request.Content is { } content)
        {
            // Sent once more on a second try, which a stream could not be.
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage response;
        try
        {
            response = await _pipeline.ExecuteAsync(t => TryAsync(request, t), cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            Fault = ChatFault.Of(e, _key);
            throw;
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var asked = Asked(response);
            var tooLong = RetryWait.IsPassing(response.StatusCode) && asked > _deadline.Remaining;
            Fault = await ChatFault.OfAsync(response, _key, asked, tooLong, cancellationToken).ConfigureAwait(false);
        }

        throw new HttpRequestException($"HTTP {(int)Fault.Status!}", null, Fault.Status);
    }

    /// <summary>A redirection is not followed: it would carry the key to a host that nobody named.</summary>
    private static SocketsHttpHandler Connections(ChatEndpoint endpoint) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        UseProxy = !endpoint.Address.IsLoopback,
    };

    private async ValueTask<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Tries++;
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private ResiliencePipeline<HttpResponseMessage> Pipeline() =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MaximumTries - 1,
                ShouldHandle = a => ValueTask.FromResult(IsWorthATry(a.Outcome)),
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = a => ValueTask.FromResult(Asked(a.Outcome.Result)),
                OnRetry = a =>
                {
                    Trouble = a.Outcome.Result is { } answer ? $"HTTP {(int)answer.StatusCode}" : "a lost connection";
                    _progress($"{_endpoint.Host}: {Trouble}, trying again in {Math.Ceiling(a.RetryDelay.TotalSeconds)} s ({Tries + 1} of {MaximumTries})");
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    private bool IsWorthATry(Outcome<HttpResponseMessage> outcome) =>
        Tries < MaximumTries
        && (outcome.Result is { } response
            ? RetryWait.IsPassing(response.StatusCode) && !(Asked(response) > _deadline.Remaining)
            : outcome.Exception is { } exception && RetryWait.IsLost(exception));

    private TimeSpan? Asked(HttpResponseMessage? response) => RetryWait.Asked(response?.Headers.RetryAfter, _time.GetUtcNow());
}
