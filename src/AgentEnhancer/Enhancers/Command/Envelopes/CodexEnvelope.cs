using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.Command.Envelopes;

/// <summary><c>exec --json</c>: a line for each event. The last message is the answer; those before it are said on the way.</summary>
/// <remarks>Items of type <c>error</c> are warnings and come with successes, too; what ends a turn is <c>turn.failed</c>.</remarks>
internal static class CodexEnvelope
{
    public static EnvelopeReading Read(CommandOutput output)
    {
        var (text, usage, failure, error) = ((string?)null, (TokenUsage?)null, (string?)null, (string?)null);
        var isDone = false;
        foreach (var line in JsonText.Lines(output.Output))
        {
            switch (JsonText.String(line, "type"))
            {
                case "item.completed" when JsonText.String(JsonText.Member(line, "item", "type")) == "agent_message":
                    text = JsonText.String(JsonText.Member(line, "item", "text")) ?? text;
                    break;

                case "turn.completed":
                    isDone = true;
                    usage = JsonText.Usage(
                        JsonText.Sum(JsonText.Member(line, "usage"), "input_tokens"), JsonText.Sum(JsonText.Member(line, "usage"), "output_tokens"));
                    break;

                case "turn.failed":
                    failure = JsonText.String(JsonText.Member(line, "error", "message")) ?? "the turn failed";
                    break;

                case "error":
                    error = JsonText.String(line, "message");
                    break;
            }
        }

        // Events are named anew now and then; the file is not.
        text ??= string.IsNullOrEmpty(output.AnswerFile) ? null : output.AnswerFile;
        failure ??= isDone ? null : error ?? (output.ExitCode == 0 && text is not null ? null : "its output ends within the turn");
        var stop = failure is not null ? StopReason.CutOff : isDone ? StopReason.Finished : StopReason.Unknown;
        return new EnvelopeReading(text, stop, usage, failure);
    }
}
