namespace AgentEnhancer.Build;

/// <summary>
/// Which <c>dotnet new</c> template a file is a part of, however its item came about: the nearest folder above it that holds
/// <c>.template.config/template.json</c>. A folder that the whole project lies in is none of its templates.
/// </summary>
internal sealed class TemplateRoots(string projectDirectory)
{
    private readonly string _project = Path.TrimEndingDirectorySeparator(Path.GetFullPath(projectDirectory));
    private readonly Dictionary<string, string?> _rootOf = new(StringComparer.Ordinal);

    /// <returns>Absolute, or null.</returns>
    public string? Of(string fullPath) => OfFolder(Path.GetDirectoryName(fullPath));

    private string? OfFolder(string? folder)
    {
        if (folder is null || _project.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
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
