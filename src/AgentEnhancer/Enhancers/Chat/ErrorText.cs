using System.Text.Json;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>The words of a server or of an exception, fit for a diagnostic: without a key, short, and never empty.</summary>
internal static class ErrorText
{
    private const int MaximumLength = 300;

    /// <summary>An exception's cause: what wraps it says only that something happened.</summary>
    public static string Of(Exception exception, ApiKey key) => Clean(exception.GetBaseException().Message, key);

    /// <summary>The message in a body of one of the usual forms, or the beginning of the body.</summary>
    public static string Of(string body, ApiKey key) => Clean(MessageIn(body) ?? body, key);

    private static string Clean(string text, ApiKey key)
    {
        var safe = key.Redact(text).Trim();
        return safe.Length == 0 ? "no reason given" : safe.Length <= MaximumLength ? safe : safe[..MaximumLength] + "…";
    }

    /// <summary><c>{"error":{"message":…}}</c>, <c>{"error":…}</c>, <c>{"message":…}</c> or <c>{"detail":…}</c>.</summary>
    private static string? MessageIn(string body)
    {
        if (!body.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                ? Text(error, "message")
                : Text(root, "error") ?? Text(root, "message") ?? Text(root, "detail");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
