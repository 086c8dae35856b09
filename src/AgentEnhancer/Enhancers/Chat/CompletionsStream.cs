using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text;
using OpenAI;
using OpenAI.Chat;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>One call through OpenAI's client.</summary>
internal static class CompletionsStream
{
    /// <summary>The key is set below the client, which does not do without one.</summary>
    private const string NoKey = "-";

    public static async IAsyncEnumerable<ChatPart> ReadAsync(
        ChatRequest request, HttpClient http, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var client = new ChatClient(request.Endpoint.Model, new ApiKeyCredential(NoKey), new OpenAIClientOptions
        {
            Endpoint = request.Endpoint.Address,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        });
        ChatMessage[] messages = [new SystemChatMessage(request.System), new UserChatMessage(request.User)];
        await foreach (var update in client.CompleteChatStreamingAsync(messages, Options(request), cancellationToken).ConfigureAwait(false))
        {
            yield return Part(update);
        }
    }

    private static ChatCompletionOptions Options(ChatRequest request)
    {
        var options = new ChatCompletionOptions();
        if (request.Schema is { } schema)
        {
            options.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                "answer", BinaryData.FromString(schema), jsonSchemaIsStrict: true);
        }

        if (request.Endpoint.IsGeneric)
        {
            // The older name, which every server knows; the newer one is OpenAI's own.
#pragma warning disable SCME0001 // The patch is the client's way to a parameter that it does not name.
            options.Patch.Set("$.max_tokens"u8, request.MaximumOutputTokens);
#pragma warning restore SCME0001
        }
        else
        {
            options.MaxOutputTokenCount = request.MaximumOutputTokens;
        }

        return options;
    }

    private static ChatPart Part(StreamingChatCompletionUpdate update)
    {
#pragma warning disable SCME0001 // As above: an error within a stream is a field that the client has no name for.
        if (update.Patch.TryGetJson("$.error"u8, out var error))
        {
            throw new HttpRequestException(Encoding.UTF8.GetString(error.Span));
        }
#pragma warning restore SCME0001

        var stop = string.IsNullOrEmpty(update.RefusalUpdate) ? Stop(update.FinishReason) : StopReason.Refused;
        return new ChatPart(
            string.Concat(update.ContentUpdate.Select(p => p.Text)), stop, update.Usage?.InputTokenCount, update.Usage?.OutputTokenCount);
    }

    private static StopReason? Stop(ChatFinishReason? reason) => reason switch
    {
        null => null,
        ChatFinishReason.Stop => StopReason.Finished,
        ChatFinishReason.Length => StopReason.CutOff,
        ChatFinishReason.ContentFilter => StopReason.Refused,
        _ => StopReason.Unknown,
    };
}
