using System.Runtime.CompilerServices;
using System.Text.Json;
using Anthropic;
using Anthropic.Models.Messages;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>One call through Anthropic's client.</summary>
internal static class MessagesStream
{
    /// <summary>The key is set below the client; given none, it would look for one in the environment and in files.</summary>
    private const string NoKey = "-";

    public static async IAsyncEnumerable<ChatPart> ReadAsync(
        ChatRequest request, HttpClient http, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var client = new AnthropicClient
        {
            HttpClient = http,
            BaseUrl = request.Endpoint.Address.ToString().TrimEnd('/'),
            ApiKey = NoKey,
            MaxRetries = 0,
            Timeout = TimeSpan.FromDays(1),
        };
        var parameters = new MessageCreateParams
        {
            Model = request.Endpoint.Model,
            MaxTokens = request.MaximumOutputTokens,
            System = request.System,
            Messages = [new UserMessageParam(request.User)],
            OutputConfig = request.Schema is null ? null : new OutputConfig { Format = Format(request.Schema) },
        };
        await foreach (var item in client.Messages.CreateStreaming(parameters, cancellationToken).ConfigureAwait(false))
        {
            yield return Part(item);
        }
    }

    private static JsonOutputFormat Format(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return new JsonOutputFormat
        {
            Schema = document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone(), StringComparer.Ordinal),
        };
    }

    /// <summary>Read by name, because gateways leave out what the client's types insist on.</summary>
    private static ChatPart Part(RawMessageStreamEvent item)
    {
        var json = item.Json;
        return Text(json, "type") switch
        {
            "message_start" => Usage(new ChatPart(), Object(Object(json, "message"), "usage")),
            "content_block_start" => new ChatPart(Text(Object(json, "content_block"), "text")),
            "content_block_delta" => new ChatPart(Text(Object(json, "delta"), "text")),
            "message_delta" => Usage(new ChatPart(Stop: Stop(Text(Object(json, "delta"), "stop_reason"))), Object(json, "usage")),
            _ => default,
        };
    }

    private static StopReason? Stop(string? reason) => reason switch
    {
        null => null,
        "end_turn" or "stop_sequence" => StopReason.Finished,
        "max_tokens" or "model_context_window_exceeded" => StopReason.CutOff,
        "refusal" => StopReason.Refused,
        _ => StopReason.Unknown,
    };

    /// <summary>What was read from a cache was read all the same.</summary>
    private static ChatPart Usage(ChatPart part, JsonElement usage)
    {
        var input = Number(usage, "input_tokens");
        var cached = Number(usage, "cache_creation_input_tokens").GetValueOrDefault() + Number(usage, "cache_read_input_tokens").GetValueOrDefault();
        return part with { InputTokens = input is null ? null : input + cached, OutputTokens = Number(usage, "output_tokens") };
    }

    private static JsonElement Object(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private static int? Number(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
