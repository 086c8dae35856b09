namespace AgentEnhancer.Enhancers.Command.Envelopes;

/// <summary>The answer is what was written, and nobody says whether all of it was: that the text itself must show.</summary>
internal static class PlainEnvelope
{
    public static EnvelopeReading Read(CommandOutput output) => output.ExitCode is null or 0
        ? new EnvelopeReading(output.Output, StopReason.Unknown, null, null)
        : EnvelopeReading.Nothing(string.IsNullOrWhiteSpace(output.Error) ? output.Output : null);
}
