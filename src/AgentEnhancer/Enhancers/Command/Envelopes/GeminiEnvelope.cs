using System.Text.Json;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.Command.Envelopes;

/// <summary><c>--output-format json</c>: one object, with the answer and what it cost. It doesn't say why the model stopped.</summary>
internal static class GeminiEnvelope
{
    public static EnvelopeReading Read(CommandOutput output)
    {
        using var answer = JsonText.ObjectAtEnd(output.Output);
        if (Problem(answer) is { } problem)
        {
            return EnvelopeReading.Nothing(problem);
        }

        if (JsonText.String(answer?.RootElement, "response") is { Length: > 0 } text)
        {
            return new EnvelopeReading(text, StopReason.Unknown, Usage(answer!.RootElement), null);
        }

        // Errors go there.
        using var error = JsonText.ObjectAtEnd(output.Error);
        return EnvelopeReading.Nothing(Problem(error) ?? Known(output.ExitCode));
    }

    private static string? Problem(JsonDocument? document) =>
        JsonText.Member(document?.RootElement, "error") is not { ValueKind: JsonValueKind.Object } error ? null
        : JsonText.String(error, "message") ?? JsonText.String(error, "type") ?? "it reports an error";

    /// <summary>Exit codes of its own; those of the API are its status, cut to a byte.</summary>
    private static string? Known(int? exitCode) => exitCode switch
    {
        41 => "it is not signed in",
        42 => "it got no prompt",
        55 => "it does not trust its working folder",
        _ => null,
    };

    /// <summary>Of all models together: a small one may have chosen the large one.</summary>
    private static TokenUsage? Usage(JsonElement root)
    {
        var (input, output) = (0, 0);
        if (JsonText.Member(root, "stats", "models") is { ValueKind: JsonValueKind.Object } models)
        {
            foreach (var model in models.EnumerateObject())
            {
                var tokens = JsonText.Member(model.Value, "tokens");
                input += JsonText.Sum(tokens, "prompt");
                output += JsonText.Sum(tokens, "candidates", "thoughts");
            }
        }

        return JsonText.Usage(input, output);
    }
}
