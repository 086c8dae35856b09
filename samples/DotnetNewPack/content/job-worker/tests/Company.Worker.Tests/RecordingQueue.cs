using System.Threading.Channels;
using Company.Worker.Jobs;
using Company.Worker.Queues;

namespace Company.Worker.Tests;

/// <summary>A queue that remembers how each job was settled. Always wait for <see cref="NextAsync"/>: never sleep in a test.</summary>
internal sealed class RecordingQueue : IJobQueue
{
    private readonly Channel<JobEnvelope> _waiting = Channel.CreateUnbounded<JobEnvelope>();
    private readonly Channel<(string Settled, JobEnvelope Envelope)> _settled = Channel.CreateUnbounded<(string, JobEnvelope)>();

    /// <summary>How the next job was settled: <c>completed</c>, <c>put back</c> or <c>buried</c>.</summary>
    public ValueTask<(string Settled, JobEnvelope Envelope)> NextAsync(CancellationToken cancellationToken) =>
        _settled.Reader.ReadAsync(cancellationToken);

    public async Task AddAsync(JobEnvelope envelope, CancellationToken cancellationToken) =>
        await _waiting.Writer.WriteAsync(envelope, cancellationToken);

    public IAsyncEnumerable<JobEnvelope> TakeAsync(CancellationToken cancellationToken) =>
        _waiting.Reader.ReadAllAsync(cancellationToken);

    public Task CompleteAsync(JobEnvelope envelope, CancellationToken cancellationToken) => SettleAsync("completed", envelope);

    public Task PutBackAsync(JobEnvelope envelope, CancellationToken cancellationToken) => SettleAsync("put back", envelope);

    public Task BuryAsync(JobEnvelope envelope, string reason, CancellationToken cancellationToken) => SettleAsync("buried", envelope);

    private async Task SettleAsync(string settled, JobEnvelope envelope) => await _settled.Writer.WriteAsync((settled, envelope));
}
