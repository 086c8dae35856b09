namespace AgentEnhancer.Enhancers.Chat;

/// <summary>What one call needs, whichever client makes it. The key is not among it: see <see cref="ChatTransport"/>.</summary>
/// <param name="Schema">JSON schema of the answer; null to ask without one.</param>
internal sealed record ChatRequest(ChatEndpoint Endpoint, string System, string User, string? Schema, int MaximumOutputTokens)
{
    private const int LeastRoom = 8_192;

    /// <summary>No tokenizer puts more characters into a token on average.</summary>
    private const int CharactersPerToken = 64;

    /// <summary>What a server sends beyond this is no answer: it would only fill the memory of the build.</summary>
    public int MaximumLength => MaximumOutputTokens * CharactersPerToken;

    /// <summary>
    /// A limit that an honest answer never meets and a runaway one does: twice what is expected, and room for what a model thinks before
    /// it answers, which counts as output.
    /// </summary>
    public static ChatRequest Of(ChatEndpoint endpoint, ModelPrompt prompt, string? schema) => new(
        endpoint, prompt.Instructions, prompt.Request, schema, (int)Math.Min(LeastRoom + (2L * Math.Max(0, prompt.EstimatedUsage.Output)), 1_000_000));
}

/// <summary>A piece of an answer as it arrives. Token counts are totals so far; a later one replaces an earlier one.</summary>
/// <param name="Stop">Why the model stopped; null while it goes on.</param>
internal readonly record struct ChatPart(string? Text = null, StopReason? Stop = null, int? InputTokens = null, int? OutputTokens = null);

/// <summary>One call through one maker's client. Throws whatever that client throws.</summary>
/// <param name="http">Authenticates, tries again and keeps the faults; the client must do none of it.</param>
internal delegate IAsyncEnumerable<ChatPart> StreamChat(ChatRequest request, HttpClient http, CancellationToken cancellationToken);
