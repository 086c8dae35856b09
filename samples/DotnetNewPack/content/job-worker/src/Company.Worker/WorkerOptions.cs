namespace Company.Worker;

/// <summary>Section <c>Worker</c> of the configuration; checked when the host starts.</summary>
public sealed class WorkerOptions
{
    public const string Section = "Worker";

    //#if (useFolder)
    /// <summary>Where jobs lie; relative to the content root.</summary>
    public string Folder { get; set; } = "queue";

    //#endif
    /// <summary>Jobs handled at the same time.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>After so many failures a job is given up.</summary>
    public int MaximumAttempts { get; set; } = 5;

    /// <summary>The pause after the first failure; it doubles with each further one.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(2);
}
