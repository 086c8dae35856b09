namespace AgentEnhancer.Enhancers;

/// <summary>Who answers.</summary>
internal enum EnhancerProvider
{
    BuiltIn,
    Command,
    Anthropic,
    OpenAI,
    Bridge,
}

/// <summary>Which enhancer, and how to reach it. Never holds a key: only the name of the variable that does.</summary>
/// <param name="Command">A preset's name (claude, codex, gemini, copilot, opencode) or a command line.</param>
/// <param name="Model">The model's name as its provider writes it; null for the provider's default.</param>
/// <param name="Endpoint">Base address of the API; null for the provider's own.</param>
/// <param name="ApiKeyVariable">Name of the environment variable that holds the key; null for the provider's usual one.</param>
/// <param name="BridgePath">Absolute folder of the bridge's files.</param>
/// <param name="BridgeWait">How long to wait for a live host within the build.</param>
/// <param name="Timeout">Of the whole invocation, all its tries and batches together.</param>
internal sealed record EnhancerSettings(
    EnhancerProvider Provider,
    string? Command,
    string? Model,
    string? Endpoint,
    string? ApiKeyVariable,
    string? BridgePath,
    TimeSpan BridgeWait,
    TimeSpan Timeout);
