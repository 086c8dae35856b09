namespace AgentEnhancer.Enhancers.Command;

/// <summary>
/// An empty folder for one call: a model's tools see no project, and no project's instructions reach the model. Gone when the call is over.
/// </summary>
internal sealed class WorkingFolder : IAsyncDisposable
{
    private const int Tries = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="IOException">There is no temporary folder to make it in.</exception>
    /// <exception cref="UnauthorizedAccessException">The temporary folder may not be written.</exception>
    public WorkingFolder() => Root = Directory.CreateTempSubdirectory(Prefix).FullName;

    public const string Prefix = "agent-enhancer-";

    public string Root { get; }

    /// <summary>A process that has just been ended may hold the folder for a moment still; after a second it is left to the system's own cleaning.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 1; Directory.Exists(Root); i++)
        {
            try
            {
                Directory.Delete(Root, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (i == Tries)
                {
                    return;
                }

                await Task.Delay(Pause).ConfigureAwait(false);
            }
        }
    }
}
