namespace AgentEnhancer.Enhancers.Command.Envelopes;

/// <summary>The reasons to stop by the names that providers give them.</summary>
internal static class StopReasons
{
    public static StopReason Of(string? name) => name?.ToLowerInvariant().Replace('_', '-') switch
    {
        "end-turn" or "stop" or "stop-sequence" => StopReason.Finished,
        "max-tokens" or "length" or "model-context-window-exceeded" => StopReason.CutOff,
        "refusal" or "content-filter" or "safety" => StopReason.Refused,
        _ => StopReason.Unknown,
    };
}
