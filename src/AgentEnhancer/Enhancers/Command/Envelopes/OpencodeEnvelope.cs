using System.Text;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.Command.Envelopes;

/// <summary><c>run --format json</c>: a line for each part. A cut-off answer ends with exit code 0 and its reason in the last step.</summary>
internal static class OpencodeEnvelope
{
    public static EnvelopeReading Read(CommandOutput output)
    {
        var text = new StringBuilder();
        var (stop, input, answered, problem) = (StopReason.Unknown, 0, 0, (string?)null);
        foreach (var line in JsonText.Lines(output.Output))
        {
            var part = JsonText.Member(line, "part");
            switch (JsonText.String(line, "type"))
            {
                case "text":
                    text.Append(JsonText.String(part, "text"));
                    break;

                case "step_finish":
                    stop = StopReasons.Of(JsonText.String(part, "reason"));
                    var tokens = JsonText.Member(part, "tokens");
                    input += JsonText.Sum(tokens, "input") + JsonText.Sum(JsonText.Member(tokens, "cache"), "read", "write");
                    answered += JsonText.Sum(tokens, "output", "reasoning");
                    break;

                case "error":
                    var error = JsonText.Member(line, "error");
                    problem = JsonText.String(JsonText.Member(error, "data", "message")) ?? JsonText.String(error, "message")
                        ?? JsonText.String(error, "name") ?? "it reports an error";
                    break;
            }
        }

        return new EnvelopeReading(
            text.Length == 0 ? null : text.ToString(), problem is null ? stop : StopReason.CutOff, JsonText.Usage(input, answered), problem);
    }
}
