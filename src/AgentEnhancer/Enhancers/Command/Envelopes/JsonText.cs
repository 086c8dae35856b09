using System.Text.Json;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.Command.Envelopes;

/// <summary>Reads JSON that others write: by name, in any order, and whatever is not as expected is absent.</summary>
internal static class JsonText
{
    /// <summary>A log may hold objects before the one that matters; more than a few would make this slow.</summary>
    private const int MostTries = 16;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>The objects among the lines; an array's elements count as lines. Each is valid until the next is asked for.</summary>
    public static IEnumerable<JsonElement> Lines(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            using (var document = Parse(text.AsMemory(start, end - start)))
            {
                if (document is { RootElement.ValueKind: JsonValueKind.Object })
                {
                    yield return document.RootElement;
                }
                else if (document is { RootElement.ValueKind: JsonValueKind.Array })
                {
                    foreach (var element in document.RootElement.EnumerateArray())
                    {
                        yield return element;
                    }
                }
            }

            start = end + 1;
        }
    }

    /// <summary>The object that a text ends with, whatever lines stand before it; null where there is none.</summary>
    public static JsonDocument? ObjectAtEnd(string text)
    {
        var at = text.StartsWith('{') ? 0 : Next(0);
        for (var tries = 0; at >= 0 && tries < MostTries; tries++)
        {
            if (Parse(text.AsMemory(at)) is { } document)
            {
                return document;
            }

            at = Next(at);
        }

        return null;

        // An outermost object starts a line, as every tool that prints one does.
        int Next(int from) => text.IndexOf("\n{", from, StringComparison.Ordinal) is var found && found < 0 ? -1 : found + 1;
    }

    public static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? value : null;

    public static JsonElement? Member(JsonElement? element, string name, string below) => Member(Member(element, name), below);

    public static IEnumerable<JsonElement> Items(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];

    public static string? String(JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.String } found)
        {
            return null;
        }

        try
        {
            return found.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape that is half a character: not a text.
            return null;
        }
    }

    public static string? String(JsonElement? element, string name) => String(Member(element, name));

    public static bool IsTrue(JsonElement? element, string name) => Member(element, name) is { ValueKind: JsonValueKind.True };

    /// <summary>The sum of the members that are there; 0 where none is.</summary>
    public static int Sum(JsonElement? element, params ReadOnlySpan<string> names)
    {
        long sum = 0;
        foreach (var name in names)
        {
            sum += Member(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? Math.Max(0, value) : 0;
        }

        return (int)Math.Min(sum, int.MaxValue);
    }

    /// <summary>Null where a model said nothing of it.</summary>
    public static TokenUsage? Usage(int input, int output) => input == 0 && output == 0 ? null : new TokenUsage(input, output);

    private static JsonDocument? Parse(ReadOnlyMemory<char> text)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
