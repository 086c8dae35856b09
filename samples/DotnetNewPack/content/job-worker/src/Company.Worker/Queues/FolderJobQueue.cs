using System.Runtime.CompilerServices;
using System.Text.Json;
using Company.Worker.Jobs;
using Microsoft.Extensions.Options;

namespace Company.Worker.Queues;

/// <summary>
/// A queue of files: <c>waiting</c>, <c>taken</c> and <c>buried</c> are folders, and a job is moved between them. Moves within one volume are
/// atomic, so a crash leaves a job in exactly one place.
/// </summary>
public sealed class FolderJobQueue(IOptions<WorkerOptions> options, IHostEnvironment environment, TimeProvider time) : IJobQueue
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly string _root = Path.GetFullPath(options.Value.Folder, environment.ContentRootPath);

    public Task AddAsync(JobEnvelope envelope, CancellationToken cancellationToken) =>
        WriteAsync(PathOf("waiting", envelope.Id), envelope, cancellationToken);

    public async IAsyncEnumerable<JobEnvelope> TakeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What an earlier run took and did not settle is handled again.
        foreach (var file in Directory.EnumerateFiles(Folder("taken"), "*.json"))
        {
            File.Move(file, Path.Combine(Folder("waiting"), Path.GetFileName(file)), overwrite: true);
        }

        using var timer = new PeriodicTimer(PollInterval, time);
        do
        {
            foreach (var file in Directory.EnumerateFiles(Folder("waiting"), "*.json").Order(StringComparer.Ordinal))
            {
                var taken = Path.Combine(Folder("taken"), Path.GetFileName(file));
                File.Move(file, taken);
                yield return JsonSerializer.Deserialize<JobEnvelope>(await File.ReadAllTextAsync(taken, cancellationToken))!;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    public Task CompleteAsync(JobEnvelope envelope, CancellationToken cancellationToken)
    {
        File.Delete(PathOf("taken", envelope.Id));
        return Task.CompletedTask;
    }

    public async Task PutBackAsync(JobEnvelope envelope, CancellationToken cancellationToken)
    {
        await WriteAsync(PathOf("taken", envelope.Id), envelope.NextAttempt(), cancellationToken);
        File.Move(PathOf("taken", envelope.Id), PathOf("waiting", envelope.Id));
    }

    public async Task BuryAsync(JobEnvelope envelope, string reason, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.ChangeExtension(PathOf("buried", envelope.Id), ".reason.txt"), reason, cancellationToken);
        File.Move(PathOf("taken", envelope.Id), PathOf("buried", envelope.Id), overwrite: true);
    }

    /// <summary>Always write a draft and move it into place: a reader must never see half a file.</summary>
    private async Task WriteAsync(string path, JobEnvelope envelope, CancellationToken cancellationToken)
    {
        var draft = PathOf("drafts", envelope.Id);
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(envelope), cancellationToken);
        File.Move(draft, path, overwrite: true);
    }

    private string PathOf(string state, Guid id) => Path.Combine(Folder(state), $"{id}.json");

    private string Folder(string state) => Directory.CreateDirectory(Path.Combine(_root, state)).FullName;
}
