using System.Runtime.CompilerServices;
using System.Text;
using AgentEnhancer.Reporting;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>All calls of one invocation: they share a deadline, and what the first has learnt of the server.</summary>
internal sealed class ChatSession
{
    private readonly ChatApi _api;
    private readonly EnhancerSettings _settings;
    private readonly StreamChat _stream;
    private readonly Action<string> _progress;
    private readonly TimeProvider _time;
    private readonly Lazy<Deadline> _deadline;
    private volatile bool _schemaIsRefused;

    public ChatSession(ChatApi api, EnhancerSettings settings, StreamChat stream, Action<string> progress, TimeProvider time)
    {
        (_api, _settings, _stream, _progress, _time) = (api, settings, stream, progress, time);
        _deadline = new(() => new Deadline(settings.Timeout, time));
    }

    /// <summary>One prompt. The deadline runs from the first.</summary>
    public async Task<ModelReply> AskAsync(ModelPrompt prompt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (endpoint, invalid) = ChatEndpoint.Of(_api, _settings);
        if (endpoint is null)
        {
            return ModelReply.Failed(invalid!);
        }

        var (key, missing) = ApiKey.Read(endpoint);
        if (key is null)
        {
            return ModelReply.Failed(missing!);
        }

        return await AskAsync(endpoint, key, prompt, cancellationToken).ConfigureAwait(false);
    }

    // On its own, so that nothing of a client or its transport is loaded where there is no key.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<ModelReply> AskAsync(ChatEndpoint endpoint, ApiKey key, ModelPrompt prompt, CancellationToken cancellationToken)
    {
        using var transport = new ChatTransport(endpoint, key, _deadline.Value, _progress, _time);
        var call = new Call(endpoint, key, transport);

        var schema = _schemaIsRefused ? null : prompt.Schema;
        var reply = await AskAsync(call, prompt, schema, cancellationToken).ConfigureAwait(false);
        if (schema is null || transport.Fault is not { RefusesSchema: true } || transport.Tries >= ChatTransport.MaximumTries)
        {
            return reply;
        }

        // Refused before anything was generated. The prompt teaches the shape too, and the reader of answers insists on nothing.
        _schemaIsRefused = true;
        _progress($"{endpoint.Host} takes no JSON schema: asking again without one");
        return await AskAsync(call, prompt, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ModelReply> AskAsync(Call call, ModelPrompt prompt, string? schema, CancellationToken cancellationToken)
    {
        var request = ChatRequest.Of(call.Endpoint, prompt, schema);
        var answer = new Answer(prompt, _progress);
        call.Transport.Forget();

        // One for each call: a client may dispose of its own.
        using var http = new HttpClient(call.Transport, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var overtime = _deadline.Value.Start();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overtime.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            await foreach (var part in _stream(request, http, either.Token).ConfigureAwait(false))
            {
                answer.Add(part);
                if (answer.Length > request.MaximumLength)
                {
                    return answer.Broken(ChatFailures.BrokenOff(call.Endpoint, $"it is longer than {request.MaximumOutputTokens} tokens can be"));
                }
            }

            // A client may end its stream in silence when it is cancelled.
            if (answer.Stop is null)
            {
                either.Token.ThrowIfCancellationRequested();
            }

            return answer.End(request);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e)
        {
            // The edge to the network and to two clients: whatever they throw is a failed call, never a failed build.
            return answer.Broken(
                overtime.IsCancellationRequested ? ChatFailures.TimedOut(call.Endpoint, _settings, call.Transport)
                : call.Transport.Fault is { } fault ? ChatFailures.Of(fault, call.Endpoint, call.Transport.Tries)
                : ChatFailures.BrokenOff(call.Endpoint, ErrorText.Of(e, call.Key)));
        }
    }

    private sealed record Call(ChatEndpoint Endpoint, ApiKey Key, ChatTransport Transport);

    /// <summary>An answer as it grows.</summary>
    private sealed class Answer(ModelPrompt prompt, Action<string> progress)
    {
        private readonly StringBuilder _text = new();
        private readonly AnswerProgress _agents = new(prompt.AgentIds);
        private int? _input;
        private int? _output;

        public int Length => _text.Length;

        public StopReason? Stop { get; private set; }

        private TokenUsage? Usage => _input is null && _output is null ? null : new TokenUsage(_input ?? 0, _output ?? 0);

        public void Add(ChatPart part)
        {
            Stop = part.Stop ?? Stop;
            _input = part.InputTokens ?? _input;
            _output = part.OutputTokens ?? _output;
            if (part.Text is { Length: > 0 } text)
            {
                _text.Append(text);
                if (_agents.Read(text))
                {
                    progress($"Answered so far: {_agents.Complete} of {_agents.Total} agents");
                }
            }
        }

        /// <summary>It came to an end; whether that is the right one, its stop reason says.</summary>
        public ModelReply End(ChatRequest request) => Stop switch
        {
            StopReason.Refused => Reply(ChatFailures.Refused(request.Endpoint)),
            StopReason.CutOff when IsEmpty => Reply(ChatFailures.NoText(
                request.Endpoint, $"its limit of {request.MaximumOutputTokens} tokens was reached before it began to answer")),
            _ when IsEmpty => Reply(ChatFailures.NoText(request.Endpoint, "is it the address of such an API?")),
            null => Reply(ChatFailures.BrokenOff(request.Endpoint, "it ended without the mark of its end")),
            _ => Reply(null),
        };

        public ModelReply Broken(Diagnostic failure) => Reply(failure);

        private bool IsEmpty => string.IsNullOrWhiteSpace(_text.ToString());

        private ModelReply Reply(Diagnostic? failure) =>
            new(IsEmpty ? null : _text.ToString(), Stop ?? StopReason.Unknown, Usage, failure);
    }
}
