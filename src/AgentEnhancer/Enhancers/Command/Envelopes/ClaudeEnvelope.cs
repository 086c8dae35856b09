using System.Text;
using System.Text.Json;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.Command.Envelopes;

/// <summary><c>--output-format stream-json</c>: a line for each message and one with the result.</summary>
/// <remarks>
/// An answer that runs into the limit is continued in further messages, and the result holds the last of them only: the whole is the
/// messages' text, joined. Errors of the API come as a message, too, marked as made up, and as a result that calls itself a success.
/// </remarks>
internal static class ClaudeEnvelope
{
    private const string MadeUp = "<synthetic>";

    public static EnvelopeReading Read(CommandOutput output)
    {
        var text = new StringBuilder();
        var (stop, usage, problem, result) = (StopReason.Unknown, (TokenUsage?)null, (string?)null, (string?)null);
        var isResultThere = false;
        foreach (var line in JsonText.Lines(output.Output))
        {
            switch (JsonText.String(line, "type"))
            {
                case "assistant" when IsAnswer(line):
                    AddText(line, text);
                    stop = StopReasons.Of(JsonText.String(JsonText.Member(line, "message", "stop_reason")));
                    break;

                case "result":
                    isResultThere = true;
                    result = JsonText.String(line, "result");
                    usage = Usage(JsonText.Member(line, "usage"));
                    problem = JsonText.IsTrue(line, "is_error") ? Problem(line) : null;
                    stop = JsonText.String(line, "stop_reason") is { } reason ? StopReasons.Of(reason) : stop;
                    break;
            }
        }

        if (!isResultThere)
        {
            problem = "its output ends without a result";
        }
        else if (text.Length == 0 && problem is null)
        {
            // Another output format was asked for: the result is all there is, and may be the tail of a longer answer.
            return new EnvelopeReading(result, stop == StopReason.Finished ? StopReason.Unknown : stop, usage, null);
        }

        return new EnvelopeReading(text.Length == 0 ? null : text.ToString(), problem is null ? stop : StopReason.CutOff, usage, problem);
    }

    /// <summary>Not what a helper of the model said, nor what the program says in the model's place.</summary>
    private static bool IsAnswer(JsonElement line) =>
        JsonText.String(line, "parent_tool_use_id") is null
        && JsonText.String(line, "error") is null
        && JsonText.String(JsonText.Member(line, "message", "model")) != MadeUp;

    private static void AddText(JsonElement line, StringBuilder text)
    {
        foreach (var part in JsonText.Items(JsonText.Member(line, "message", "content")))
        {
            if (JsonText.String(part, "type") == "text")
            {
                text.Append(JsonText.String(part, "text"));
            }
        }
    }

    /// <summary>What was read from or written to a cache was input as well.</summary>
    private static TokenUsage? Usage(JsonElement? usage) => JsonText.Usage(
        JsonText.Sum(usage, "input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens"),
        JsonText.Sum(usage, "output_tokens"));

    private static string Problem(JsonElement result)
    {
        var errors = string.Join("; ", JsonText.Items(JsonText.Member(result, "errors")).Select(e => JsonText.String(e)).OfType<string>());
        return JsonText.String(result, "result") is { Length: > 0 } said ? said
            : errors.Length > 0 ? errors
            : JsonText.String(result, "subtype") ?? "it reports an error";
    }
}
