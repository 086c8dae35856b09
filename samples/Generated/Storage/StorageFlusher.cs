using Library.Books;

namespace Library.Storage;

/// <summary>Writes changed books to disk every few seconds, and once more when the host stops.</summary>
public sealed partial class StorageFlusher(
    BookStore store,
    JsonFile file,
    TimeProvider clock,
    ILogger<StorageFlusher> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Do not pass the stopping token on: what changed last must reach the disk although the host stops.
            await FlushAsync(CancellationToken.None);
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (store.TakeChanges() is not { } books)
        {
            return;
        }

        await file.WriteAsync<Book>(books, cancellationToken);
        LogWritten(logger, books.Count);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Wrote {Count} records")]
    private static partial void LogWritten(ILogger logger, int count);
}
