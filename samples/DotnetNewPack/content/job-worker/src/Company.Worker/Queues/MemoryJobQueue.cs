using System.Collections.Concurrent;
using System.Threading.Channels;
using Company.Worker.Jobs;

namespace Company.Worker.Queues;

/// <summary>A queue in the process: what waits in it is lost when the process ends.</summary>
public sealed class MemoryJobQueue : IJobQueue
{
    private readonly Channel<JobEnvelope> _waiting = Channel.CreateUnbounded<JobEnvelope>();
    private readonly ConcurrentDictionary<Guid, string> _buried = new();

    public IReadOnlyDictionary<Guid, string> Buried => _buried;

    public async Task AddAsync(JobEnvelope envelope, CancellationToken cancellationToken) =>
        await _waiting.Writer.WriteAsync(envelope, cancellationToken);

    public IAsyncEnumerable<JobEnvelope> TakeAsync(CancellationToken cancellationToken) =>
        _waiting.Reader.ReadAllAsync(cancellationToken);

    public Task CompleteAsync(JobEnvelope envelope, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PutBackAsync(JobEnvelope envelope, CancellationToken cancellationToken) =>
        AddAsync(envelope.NextAttempt(), cancellationToken);

    public Task BuryAsync(JobEnvelope envelope, string reason, CancellationToken cancellationToken)
    {
        _buried[envelope.Id] = reason;
        return Task.CompletedTask;
    }
}
