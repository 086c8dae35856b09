namespace AgentEnhancer.Requests;

/// <summary>Of the request and the answer; docs/protocol.md says what belongs to it.</summary>
internal static class Protocol
{
    public const string Version = "1.0";
}
