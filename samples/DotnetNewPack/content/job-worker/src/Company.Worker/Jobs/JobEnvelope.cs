using System.Text.Json;

namespace Company.Worker.Jobs;

/// <summary>A job as it lies in the queue: what kind it is, and its content not yet read.</summary>
/// <param name="Attempt">1 for the first try.</param>
public sealed record JobEnvelope(Guid Id, string Kind, JsonElement Payload, int Attempt = 1)
{
    /// <summary>The kind is the name of the job's type. Never rename a job type while jobs of it may be queued.</summary>
    public static JobEnvelope For<TJob>(TJob job)
        where TJob : notnull =>
        new(Guid.CreateVersion7(), typeof(TJob).Name, JsonSerializer.SerializeToElement(job));

    public JobEnvelope NextAttempt() => this with { Attempt = Attempt + 1 };
}
