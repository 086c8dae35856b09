using Company.Worker.Jobs;
using Microsoft.Extensions.Options;

namespace Company.Worker.Pumping;

/// <summary>When a failed job is tried again. Pure: it waits for nothing and knows no queue.</summary>
public sealed class RetryPolicy(IOptions<WorkerOptions> options)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    public bool IsExhausted(JobEnvelope envelope) => envelope.Attempt >= options.Value.MaximumAttempts;

    /// <summary>Doubles with every attempt, up to ten minutes.</summary>
    public TimeSpan DelayAfter(JobEnvelope envelope)
    {
        var delay = options.Value.FirstDelay * Math.Pow(2, envelope.Attempt - 1);
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
