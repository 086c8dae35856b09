using System.Collections.Immutable;
using System.Security;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Templates;

/// <summary>
/// Symbolic links among templates. One that stays inside the project is followed; a file that is reached in two ways is one template; what
/// leads out of the project is refused, because whoever wrote the link may not mean to hand those files to a model.
/// </summary>
internal static class LinkedTemplates
{
    /// <param name="items">One an absolute path.</param>
    public static ImmutableArray<TemplateItem> Follow(ImmutableArray<TemplateItem> items, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var paths = new RealPaths();
        var followed = ImmutableArray.CreateBuilder<TemplateItem>(items.Length);
        var linked = new List<(TemplateItem Item, string Real)>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var link = ProjectOf(item) is { } project ? paths.FirstLink(item.FullPath, project) : null;
            if (link is null)
            {
                followed.Add(item);
            }
            else if (paths.Of(item.FullPath) is var real && IsBelow(real, paths.Of(ProjectOf(item)!)))
            {
                linked.Add((item, real));
            }
            else if (refused.Add(link))
            {
                diagnostics.Add(new Diagnostic(TemplateDiagnostics.LinkLeadsOut, link, 0, [paths.Of(link)]));
            }
        }

        if (linked.Count > 0)
        {
            var known = followed.Select(i => paths.Of(i.FullPath)).ToHashSet(StringComparer.Ordinal);
            followed.AddRange(linked
                .OrderBy(l => l.Item.CitedPath.Length).ThenBy(l => l.Item.CitedPath, StringComparer.Ordinal)
                .Where(l => known.Add(l.Real))
                .Select(l => l.Item));
        }

        return followed.ToImmutable();
    }

    /// <summary>The folder that the cited path is relative to; null for a file that the project names outside of itself.</summary>
    private static string? ProjectOf(TemplateItem item)
    {
        var full = ManifestReader.Slashes(item.FullPath);
        var cited = "/" + ManifestReader.Slashes(item.CitedPath);
        return full.EndsWith(cited, StringComparison.Ordinal) && full.Length > cited.Length ? item.FullPath[..^cited.Length] : null;
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Where paths lead; each folder is asked for once.</summary>
    private sealed class RealPaths
    {
        /// <summary>As many as an operating system follows.</summary>
        private const int MostLinks = 40;

        private readonly Dictionary<string, string> _real = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string?> _links = new(StringComparer.Ordinal);

        public string Of(string path) => Of(path, 0);

        /// <summary>The first part of the path below the project that is a link; null where none is.</summary>
        public string? FirstLink(string path, string project)
        {
            var parent = Path.GetDirectoryName(path);
            var above = parent is null || parent.Length <= project.Length ? null : FirstLink(parent, project);
            return above ?? (TargetOf(path) is null ? null : path);
        }

        private string Of(string path, int links)
        {
            if (_real.TryGetValue(path, out var known))
            {
                return known;
            }

            if (Path.GetDirectoryName(path) is not { } parent || links > MostLinks)
            {
                return path;
            }

            var real = Path.Combine(Of(parent, links), Path.GetFileName(path));
            if (TargetOf(real) is { } target)
            {
                real = Of(Path.GetFullPath(target, Path.GetDirectoryName(real)!), links + 1);
            }

            return _real[path] = real;
        }

        private string? TargetOf(string path)
        {
            if (_links.TryGetValue(path, out var known))
            {
                return known;
            }

            try
            {
                return _links[path] = new FileInfo(path).LinkTarget;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
            {
                return _links[path] = null; // reading the file will say what is wrong with it
            }
        }
    }
}
