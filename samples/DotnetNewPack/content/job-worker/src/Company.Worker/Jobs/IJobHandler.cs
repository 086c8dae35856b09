namespace Company.Worker.Jobs;

/// <summary>Does the work of one kind of job.</summary>
/// <remarks>
/// A job may be delivered twice: a handler must be safe to run again with the same id.
/// </remarks>
public interface IJobHandler<in TJob>
    where TJob : notnull
{
    Task<JobResult> HandleAsync(Guid jobId, TJob job, CancellationToken cancellationToken);
}

/// <summary>What became of a job. Exceptions are for what nobody expected; they count as <see cref="Retry"/>.</summary>
public abstract record JobResult
{
    public static JobResult Done { get; } = new Completed();

    /// <summary>Try again later, for instance because another service did not answer.</summary>
    public static JobResult Retry(string reason) => new Postponed(reason);

    /// <summary>Do not try again: the same input would fail in the same way.</summary>
    public static JobResult Reject(string reason) => new Rejected(reason);

    public sealed record Completed : JobResult;

    public sealed record Postponed(string Reason) : JobResult;

    public sealed record Rejected(string Reason) : JobResult;
}
