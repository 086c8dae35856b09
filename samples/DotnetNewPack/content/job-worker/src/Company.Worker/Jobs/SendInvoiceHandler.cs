namespace Company.Worker.Jobs;

/// <summary>What a handler needs to know, and no more: it may lie in the queue for days, so it names records and does not copy them.</summary>
public sealed record SendInvoice(string CustomerId, string Reference);

public sealed partial class SendInvoiceHandler(ILogger<SendInvoiceHandler> logger) : IJobHandler<SendInvoice>
{
    public Task<JobResult> HandleAsync(Guid jobId, SendInvoice job, CancellationToken cancellationToken)
    {
        // Never retry what the sender got wrong: reject it, and the reason is kept with the job.
        if (string.IsNullOrWhiteSpace(job.CustomerId))
        {
            return Task.FromResult(JobResult.Reject("A customer is required."));
        }

        LogHandled(jobId, job.Reference);
        return Task.FromResult(JobResult.Done);
    }

    [LoggerMessage(LogLevel.Information, "Job {JobId} handled {Reference}")]
    private partial void LogHandled(Guid jobId, string reference);
}
