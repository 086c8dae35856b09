namespace AgentEnhancer.Output;

/// <summary>How paths compare, and where they lead once links are followed.</summary>
internal static class OutputPaths
{
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static StringComparison Comparison =>
        ReferenceEquals(Comparer, StringComparer.OrdinalIgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public static bool IsBelow(string path, string? folder) =>
        folder is not null && path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, Comparison);

    /// <summary>Where an agent's file goes below the output folder.</summary>
    public static string Of(string folder, string agentId) => Path.GetFullPath(Path.Combine(folder, agentId.Replace('/', Path.DirectorySeparatorChar)));

    /// <summary>The path with every link in it followed; as it is where it does not exist.</summary>
    public static string Real(string path)
    {
        var root = Path.GetPathRoot(path) ?? "";
        var real = root;
        foreach (var part in path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            try
            {
                real = new FileInfo(real).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
            }
            catch (IOException)
            {
                // It does not exist, or links in a circle: writing to it fails where it matters.
                continue;
            }
            catch (UnauthorizedAccessException)
            {
                continue;
            }
        }

        return real;
    }
}
