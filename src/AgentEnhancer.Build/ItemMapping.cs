using System.Collections.Immutable;
using Microsoft.Build.Framework;

namespace AgentEnhancer.Build;

/// <summary>MSBuild items to the library's records. Every path is made absolute here, against the project's folder and never the process's.</summary>
internal static class ItemMapping
{
    private const string AgentsFolder = "agents/";

    /// <summary>Folders up to one that a project and its siblings share: a repository's root.</summary>
    private const int FurthestAbove = 4;

    public static string Absolute(string projectDirectory, string path) =>
        Path.GetFullPath(path.Replace('\\', Path.DirectorySeparatorChar), projectDirectory);

    /// <summary>Relative to the project where the file lies below it, else absolute; forward slashes.</summary>
    public static string FromProject(string projectDirectory, string fullPath)
    {
        var relative = Path.GetRelativePath(projectDirectory, fullPath);
        var isBelow = relative is not ".." && !Path.IsPathRooted(relative) && !Slashes(relative).StartsWith("../", StringComparison.Ordinal);
        return Slashes(isBelow ? relative : fullPath);
    }

    /// <summary>
    /// Relative to the project, also from a folder beside it, so that two machines write the same document; absolute where the file has
    /// no more to do with the project than its disk.
    /// </summary>
    private static string Cited(string projectDirectory, string fullPath)
    {
        var relative = Slashes(Path.GetRelativePath(projectDirectory, fullPath));
        var above = 0;
        while (string.CompareOrdinal(relative, 3 * above, "../", 0, 3) == 0)
        {
            above++;
        }

        return above > FurthestAbove ? Slashes(fullPath) : relative;
    }

    /// <summary>One record a file, in ordinal order of identity: the order of items depends on the file system.</summary>
    public static ImmutableArray<AgentItem> Agents(IEnumerable<ITaskItem> items, string projectDirectory)
    {
        var roots = new TemplateRoots(projectDirectory);
        return
        [
            .. items
                .Select(item => (Item: item, FullPath: Absolute(projectDirectory, item.ItemSpec)))
                .DistinctBy(x => x.FullPath, StringComparer.Ordinal)
                .Select(x => new AgentItem(
                    x.FullPath,
                    Identity(x.Item, x.FullPath, projectDirectory),
                    Metadata(x.Item, "TwinOf") is { } twin ? Absolute(projectDirectory, twin) : null,
                    roots.Of(x.FullPath) is { } root ? Cited(projectDirectory, root) : null))
                .OrderBy(x => x.RelativePath, StringComparer.Ordinal)
                .ThenBy(x => x.FullPath, StringComparer.Ordinal),
        ];
    }

    /// <summary>Agents are no templates, though a glob may name them as both; a file that two items name is one template, the first's.</summary>
    public static ImmutableArray<TemplateItem> Templates(
        IEnumerable<ITaskItem> items, IEnumerable<AgentItem> agents, string projectDirectory)
    {
        var isAgent = agents.Select(a => a.FullPath).ToHashSet(StringComparer.Ordinal);
        var roots = new TemplateRoots(projectDirectory);
        return
        [
            .. DotnetNewContent.Filter(items, projectDirectory)
                .Select(item => (Item: item, FullPath: Absolute(projectDirectory, item.ItemSpec)))
                .Where(x => !isAgent.Contains(x.FullPath))
                .DistinctBy(x => x.FullPath, StringComparer.Ordinal)
                .Select(x => (x.Item, x.FullPath, TemplateRoot: roots.Of(x.FullPath)))
                .Select(x => new TemplateItem(
                    x.FullPath,
                    Cited(projectDirectory, x.FullPath),
                    x.TemplateRoot ?? Root(x.Item, x.FullPath),
                    Metadata(x.Item, "Category"),
                    Metadata(x.Item, "Purpose"),
                    Metadata(x.Item, "Technologies"),
                    x.TemplateRoot is null ? null : Cited(projectDirectory, x.TemplateRoot)))
                .OrderBy(x => x.CitedPath, StringComparer.Ordinal),
        ];
    }

    public static string? Metadata(ITaskItem item, string name) =>
        item.GetMetadata(name) is { Length: > 0 } value ? value : null;

    /// <summary><c>agents/backend/api.md</c> is <c>backend/api.md</c>; an agent elsewhere keeps its folders, so that two of one name stay two.</summary>
    private static string Identity(ITaskItem item, string fullPath, string projectDirectory)
    {
        if (Metadata(item, "Link") is { } link)
        {
            return Slashes(link);
        }

        var relative = Slashes(Path.GetRelativePath(projectDirectory, fullPath));
        while (relative.StartsWith("../", StringComparison.Ordinal))
        {
            relative = relative[3..];
        }

        if (Path.IsPathRooted(relative))
        {
            // Another drive.
            return Path.GetFileName(relative);
        }

        return relative.StartsWith(AgentsFolder, StringComparison.OrdinalIgnoreCase) ? relative[AgentsFolder.Length..] : relative;
    }

    /// <summary>The folder that categories are counted from, outside of <c>dotnet new</c> templates: of the glob, a folder named templates, or the file's own.</summary>
    private static string Root(ITaskItem item, string fullPath)
    {
        var folder = Path.GetDirectoryName(fullPath)!;
        if (Metadata(item, "RecursiveDir") is { } recursive)
        {
            var below = Path.TrimEndingDirectorySeparator(recursive.Replace('\\', Path.DirectorySeparatorChar));
            if (folder.EndsWith(Path.DirectorySeparatorChar + below, StringComparison.Ordinal))
            {
                return folder[..^(below.Length + 1)];
            }
        }

        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (string.Equals(Path.GetFileName(candidate), "templates", StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }
        }

        return folder;
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
