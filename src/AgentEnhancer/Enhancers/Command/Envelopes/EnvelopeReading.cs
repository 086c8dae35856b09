using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.Command.Envelopes;

/// <summary>What a command left behind.</summary>
/// <param name="ExitCode">Null where it was ended before it was done.</param>
/// <param name="Error">The end of its standard error.</param>
/// <param name="AnswerFile">The file that it was told to write its answer to; null where there is none.</param>
internal sealed record CommandOutput(int? ExitCode, string Output, string Error, string? AnswerFile = null);

/// <summary>What stands in it.</summary>
/// <param name="Text">The model's answer; null where there is none.</param>
/// <param name="Problem">What the command itself gives as the reason why it has none, or not a whole one.</param>
internal sealed record EnvelopeReading(string? Text, StopReason Stop, TokenUsage? Usage, string? Problem)
{
    public static EnvelopeReading Nothing(string? problem) => new(null, StopReason.Unknown, null, problem);
}
