namespace AgentEnhancer.Output;

/// <summary>Writes a file whole or not at all, and only where its bytes change: an unchanged file keeps its time.</summary>
internal static class AtomicFile
{
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
        var temporary = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            // Gone where the move succeeded.
            File.Delete(temporary);
        }

        return true;
    }

    private static bool HasContent(string path, ReadOnlySpan<byte> content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && content.SequenceEqual(File.ReadAllBytes(path));
    }
}
