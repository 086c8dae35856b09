using System.Collections.Immutable;
using AgentEnhancer.Reporting;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers;

/// <summary>What one call of a model is told: the same words whoever carries them.</summary>
/// <param name="Instructions">How to answer; the system message where there is one.</param>
/// <param name="Request">The batch request as JSON.</param>
/// <param name="Schema">JSON schema of the answer, strict; null where whole documents are asked for without one.</param>
/// <param name="AgentIds">Whom an answer is expected for, in order.</param>
/// <param name="EstimatedUsage">Tokens that the call is expected to cost.</param>
internal sealed record ModelPrompt(
    string Instructions,
    string Request,
    string? Schema,
    ImmutableArray<string> AgentIds,
    TokenUsage EstimatedUsage)
{
    /// <summary>Both in one text, for what takes a single prompt on its input.</summary>
    public string Text => $"{Instructions}\n\n{Request}\n";
}

/// <summary>Why a model stopped.</summary>
internal enum StopReason
{
    /// <summary>Nobody said; the text itself must show that it is whole.</summary>
    Unknown,
    Finished,
    /// <summary>The answer ran into a limit of length: what is whole in it is used.</summary>
    CutOff,
    /// <summary>The model would not answer.</summary>
    Refused,
}

/// <summary>What came back from one call of a model: a text, or the reason why there is none. Both, where a call broke off midway.</summary>
/// <param name="Usage">As the model itself counts; null where it doesn't say.</param>
internal sealed record ModelReply(string? Text, StopReason Stop, TokenUsage? Usage, Diagnostic? Failure)
{
    public static ModelReply Of(string text, StopReason stop = StopReason.Unknown, TokenUsage? usage = null) => new(text, stop, usage, null);

    public static ModelReply Failed(Diagnostic failure) => new(null, StopReason.Unknown, null, failure);
}

/// <summary>Carries one prompt to a model and brings its answer. Throws only <see cref="OperationCanceledException"/> of its own token.</summary>
internal delegate Task<ModelReply> AskModel(ModelPrompt prompt, CancellationToken cancellationToken);
