using Company.Worker.Jobs;

namespace Company.Worker.Queues;

/// <summary>Where jobs wait. A job that was taken must be settled: completed, put back, or buried.</summary>
public interface IJobQueue
{
    Task AddAsync(JobEnvelope envelope, CancellationToken cancellationToken);

    /// <summary>Jobs as they come, without an end; cancelling stops the wait.</summary>
    IAsyncEnumerable<JobEnvelope> TakeAsync(CancellationToken cancellationToken);

    Task CompleteAsync(JobEnvelope envelope, CancellationToken cancellationToken);

    /// <summary>Back into the queue, one attempt later.</summary>
    Task PutBackAsync(JobEnvelope envelope, CancellationToken cancellationToken);

    /// <summary>Set aside with the reason, for a person to look at.</summary>
    Task BuryAsync(JobEnvelope envelope, string reason, CancellationToken cancellationToken);
}
