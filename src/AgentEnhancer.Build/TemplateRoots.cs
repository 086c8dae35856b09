namespace AgentEnhancer.Build;

/// <summary>
/// Which <c>dotnet new</c> template of the project a file is a part of, however its item came about: the nearest folder above it, within the
/// project, that holds <c>.template.config/template.json</c>.
/// </summary>
internal sealed class TemplateRoots(string projectDirectory)
{
    private readonly string _project = Path.TrimEndingDirectorySeparator(Path.GetFullPath(projectDirectory));
    private readonly Dictionary<string, string?> _rootOf = new(StringComparer.Ordinal);

    /// <returns>Absolute, or null.</returns>
    public string? Of(string fullPath) => OfFolder(Path.GetDirectoryName(fullPath));

    private string? OfFolder(string? folder)
    {
        if (folder is null || !(folder + Path.DirectorySeparatorChar).StartsWith(_project + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        if (!_rootOf.TryGetValue(folder, out var root))
        {
            root = File.Exists(Path.Combine(folder, ".template.config", "template.json")) ? folder : OfFolder(Path.GetDirectoryName(folder));
            _rootOf.Add(folder, root);
        }

        return root;
    }
}
