using System.Diagnostics;
using System.Globalization;

namespace AgentEnhancer.Output;

/// <summary>Writes a file whole or not at all, and only where its bytes change: an unchanged file keeps its time.</summary>
internal static class AtomicFile
{
    private const string Prefix = ".aeb-";
    private const int Tries = 5;
    private const int Pause = 20;

    /// <returns>Whether the file was written.</returns>
    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static bool Write(string path, ReadOnlySpan<byte> content)
    {
        if (HasContent(path, content))
        {
            return false;
        }

        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);

        // In the same folder, so that the move is a rename; a short name, since the file's own may be as long as a name can be.
        var temporary = Path.Combine(folder, TemporaryName());
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
            }

            Replace(temporary, path);
        }
        finally
        {
            // Gone where the move succeeded.
            File.Delete(temporary);
        }

        return true;
    }

    /// <summary>
    /// Deletes what processes that were killed left half-written in a folder. A temporary file names its process: that of a live one is its own.
    /// </summary>
    public static void Sweep(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        // The default leaves out hidden files, which these are.
        foreach (var path in Directory.EnumerateFiles(folder, Prefix + "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true }))
        {
            var parts = Path.GetFileName(path)[Prefix.Length..].Split('-');
            if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsAlive(process))
            {
                Delete(path);
            }
        }
    }

    private static string TemporaryName() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}");

    /// <summary>Where a file is open or being replaced, Windows refuses for a moment; two builds of one project meet there.</summary>
    private static void Replace(string temporary, string path)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                File.Move(temporary, path, overwrite: true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && tries < Tries && !Directory.Exists(path))
            {
                Thread.Sleep(Pause * tries);
            }
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's clean-up was faster, or the file stays for the next run: it costs nothing.
            return;
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool HasContent(string path, ReadOnlySpan<byte> content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && content.SequenceEqual(File.ReadAllBytes(path));
    }
}
