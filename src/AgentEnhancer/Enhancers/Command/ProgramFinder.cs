namespace AgentEnhancer.Enhancers.Command;

/// <summary>Finds a program the way a shell does, but never in the current folder: a build must not run what lies about in it.</summary>
/// <param name="BaseDirectory">Absolute; what a relative path is relative to.</param>
/// <param name="Path">The variable PATH.</param>
/// <param name="Extensions">What makes a file a program, in order (<c>.COM;.EXE;.BAT;.CMD</c>); empty where a right to execute does.</param>
internal sealed record ProgramFinder(string BaseDirectory, string? Path, string? Extensions)
{
    private const string DefaultExtensions = ".COM;.EXE;.BAT;.CMD";

    public static ProgramFinder OfThisMachine(string baseDirectory) => new(
        baseDirectory,
        Environment.GetEnvironmentVariable("PATH"),
        OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable("PATHEXT") ?? DefaultExtensions : null);

    /// <returns>An absolute path, or null.</returns>
    public string? Find(string program)
    {
        if (IsPath(program))
        {
            return Candidate(System.IO.Path.GetFullPath(program, BaseDirectory));
        }

        var folders = (Path ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return folders
            .Select(folder => folder.Trim('"'))
            .Where(System.IO.Path.IsPathFullyQualified)
            .Select(folder => Candidate(System.IO.Path.Combine(folder, program)))
            .FirstOrDefault(found => found is not null);
    }

    private static bool IsPath(string program) =>
        program.Contains(System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || program.Contains(System.IO.Path.AltDirectorySeparatorChar, StringComparison.Ordinal)
        || System.IO.Path.IsPathFullyQualified(program);

    private string? Candidate(string path)
    {
        var extensions = (Extensions ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (extensions.Length == 0)
        {
            return IsExecutable(path) ? path : null;
        }

        // npm lays a script without an extension beside its .cmd: only a file with one of these can be run.
        if (extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && File.Exists(path))
        {
            return path;
        }

        return extensions.Select(extension => path + extension).FirstOrDefault(File.Exists);
    }

    private static bool IsExecutable(string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Execute) != UnixFileMode.None);
    }
}
