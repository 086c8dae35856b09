using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AgentEnhancer.Enhancers.Command;

/// <summary>Ends a process with all that it started.</summary>
/// <remarks>
/// A child whose parent has ended belongs to nobody, so parenthood alone misses it. Every process inherits its environment though, and on Linux
/// can be asked for it: a variable of our own marks the tree.
/// </remarks>
internal static class ProcessTree
{
    public const string MarkVariable = "AGENTENHANCER_CALL";

    /// <summary>A process may be born while we look; more rounds than this only a fork bomb needs.</summary>
    private const int Rounds = 5;

    public static string NewMark() => Guid.NewGuid().ToString("N");

    public static void End(Process root, string mark)
    {
        Try(() => root.Kill(entireProcessTree: true));
        for (var round = 0; round < Rounds; round++)
        {
            var marked = Marked(mark).ToList();
            if (marked.Count == 0)
            {
                return;
            }

            foreach (var id in marked)
            {
                Try(() =>
                {
                    using var orphan = Process.GetProcessById(id);
                    orphan.Kill();
                });
            }
        }
    }

    private static IEnumerable<int> Marked(string mark)
    {
        if (!OperatingSystem.IsLinux())
        {
            yield break;
        }

        var entry = System.Text.Encoding.ASCII.GetBytes($"{MarkVariable}={mark}");
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && HasEntry(Path.Combine(folder, "environ"), entry))
            {
                yield return id;
            }
        }
    }

    private static bool HasEntry(string environ, ReadOnlySpan<byte> entry)
    {
        try
        {
            return File.ReadAllBytes(environ).AsSpan().IndexOf(entry) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone by now: not ours.
            return false;
        }
    }

    private static void Try(Action end)
    {
        try
        {
            end();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It has ended by itself, which is what was wanted; what may not be ended cannot be helped.
            Debug.WriteLine(e.Message);
        }
    }
}
