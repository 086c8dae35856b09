using System.Text.Json;

namespace AgentEnhancer.Enhancers.Bridge;

/// <summary>Members of an object that somebody else wrote: what is not as expected is absent.</summary>
internal static class BridgeJson
{
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static string? String(JsonElement element, string name)
    {
        try
        {
            return Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // An escape that is half a character: not a text.
            return null;
        }
    }

    public static int Count(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var count) ? Math.Max(0, count) : 0;
}
