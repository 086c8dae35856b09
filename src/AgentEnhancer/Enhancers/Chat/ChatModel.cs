namespace AgentEnhancer.Enhancers.Chat;

/// <summary>Models that are asked over HTTP, by their makers' own clients.</summary>
/// <remarks>
/// A client's assembly is loaded when the first prompt is sent, and not before: no signature, field or base type outside of
/// <see cref="MessagesStream"/> and <see cref="CompletionsStream"/> names one of its types.
/// </remarks>
internal static class ChatModel
{
    /// <summary>Claude models at Anthropic, or at any address that speaks its Messages API.</summary>
    /// <param name="progress">Takes what a watcher of the build may like to know, a line at a time.</param>
    /// <param name="time">For the deadline and for waits between tries.</param>
    public static AskModel Anthropic(EnhancerSettings settings, Action<string> progress, TimeProvider? time = null) =>
        new ChatSession(ChatApi.Messages, settings, MessagesStream.ReadAsync, progress, time ?? TimeProvider.System).AskAsync;

    /// <summary>Models at OpenAI, at Azure OpenAI, or at any address that speaks Chat Completions: Ollama, llama.cpp, vLLM, LM Studio.</summary>
    /// <inheritdoc cref="Anthropic"/>
    public static AskModel OpenAI(EnhancerSettings settings, Action<string> progress, TimeProvider? time = null) =>
        new ChatSession(ChatApi.Completions, settings, CompletionsStream.ReadAsync, progress, time ?? TimeProvider.System).AskAsync;
}
