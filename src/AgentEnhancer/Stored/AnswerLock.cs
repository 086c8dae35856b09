using System.Security.Cryptography;
using System.Text;

namespace AgentEnhancer.Stored;

/// <summary>
/// One process at a time asks a model for one folder of answers; the next one finds them there. The system gives the lock back when a process ends,
/// however it ends, so none is ever stale.
/// </summary>
internal static class AnswerLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until it is this process's turn.</summary>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock's file may not be made.</exception>
    public static async Task<IDisposable> EnterAsync(string folder, CancellationToken cancellationToken)
    {
        var path = PathOf(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Not in the folder itself, which lies under source control.</summary>
    private static string PathOf(string folder) => Path.Combine(
        Path.GetTempPath(),
        "AgentEnhancer-" + Environment.UserName,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..32] + ".lock");
}
