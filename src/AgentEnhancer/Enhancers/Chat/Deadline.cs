namespace AgentEnhancer.Enhancers.Chat;

/// <summary>One deadline for a whole invocation: its batches, their tries and the waits between.</summary>
internal sealed class Deadline(TimeSpan timeout, TimeProvider time)
{
    /// <summary>The most that a timer takes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    private readonly long _start = time.GetTimestamp();

    public TimeSpan Remaining
    {
        get
        {
            var remaining = (timeout < Longest ? timeout : Longest) - time.GetElapsedTime(_start);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    /// <summary>Is cancelled when the time is over.</summary>
    public CancellationTokenSource Start() => new(Remaining, time);
}
