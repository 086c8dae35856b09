using Company.Worker.Jobs;
using Company.Worker.Queues;
using Microsoft.Extensions.Options;

namespace Company.Worker.Pumping;

/// <summary>Takes jobs from the queue and settles each of them, several at a time.</summary>
public sealed partial class JobPump(
    IJobQueue queue,
    JobRouter router,
    RetryPolicy retries,
    TimeProvider time,
    IOptions<WorkerOptions> options,
    ILogger<JobPump> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(
            queue.TakeAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Concurrency, CancellationToken = stoppingToken },
            async (envelope, _) => await SettleAsync(envelope, stoppingToken));

    /// <summary>Settling must not be cancelled half way, or a job that was done would be done again after a restart.</summary>
    private async Task SettleAsync(JobEnvelope envelope, CancellationToken stoppingToken)
    {
        switch (await TryHandleAsync(envelope, stoppingToken))
        {
            case JobResult.Completed:
                await queue.CompleteAsync(envelope, CancellationToken.None);
                break;
            case JobResult.Rejected rejected:
                LogBuried(envelope.Id, rejected.Reason);
                await queue.BuryAsync(envelope, rejected.Reason, CancellationToken.None);
                break;
            case JobResult.Postponed postponed when retries.IsExhausted(envelope):
                LogBuried(envelope.Id, postponed.Reason);
                await queue.BuryAsync(envelope, postponed.Reason, CancellationToken.None);
                break;
            case JobResult.Postponed postponed:
                LogPostponed(envelope.Id, envelope.Attempt, postponed.Reason);
                await Task.Delay(retries.DelayAfter(envelope), time, stoppingToken);
                await queue.PutBackAsync(envelope, CancellationToken.None);
                break;
        }
    }

    private async Task<JobResult> TryHandleAsync(JobEnvelope envelope, CancellationToken stoppingToken)
    {
        try
        {
            return await router.HandleAsync(envelope, stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e, envelope.Id, envelope.Kind);
            return JobResult.Retry(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "Job {JobId} of kind {Kind} failed")]
    private partial void LogFailed(Exception exception, Guid jobId, string kind);

    [LoggerMessage(LogLevel.Warning, "Job {JobId} is postponed after attempt {Attempt}: {Reason}")]
    private partial void LogPostponed(Guid jobId, int attempt, string reason);

    [LoggerMessage(LogLevel.Error, "Job {JobId} is given up: {Reason}")]
    private partial void LogBuried(Guid jobId, string reason);
}
