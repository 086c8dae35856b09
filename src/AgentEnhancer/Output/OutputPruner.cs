using AgentEnhancer.Reporting;

namespace AgentEnhancer.Output;

/// <summary>Deletes what earlier runs wrote for agents that are gone, and the folders that this leaves empty.</summary>
internal static class OutputPruner
{
    public static IEnumerable<Diagnostic> Prune(IEnumerable<string> leftovers, OutputWriter.Target target)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var path in leftovers.Order(StringComparer.Ordinal))
        {
            try
            {
                // A file that lost its mark was taken over by somebody.
                if (File.Exists(path) && !target.Sources.Contains(OutputPaths.Real(path))
                    && (OutputPaths.IsBelow(path, target.Owned) || OutputWriter.Target.HasMark(path)))
                {
                    File.Delete(path);
                    RemoveEmptyFolders(Path.GetDirectoryName(path), target);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                diagnostics.Add(Diagnostic.At(OutputDiagnostics.CannotPrune, path, 0, e.Message));
            }
        }

        return diagnostics;
    }

    private static void RemoveEmptyFolders(string? folder, OutputWriter.Target target)
    {
        while (folder is not null
            && (OutputPaths.IsBelow(folder, target.Folder) || OutputPaths.IsBelow(folder, target.Owned))
            && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder);
        }
    }
}
