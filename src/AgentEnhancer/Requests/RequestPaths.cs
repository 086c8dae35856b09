using AgentEnhancer.Output;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Requests;

/// <summary>Paths as a request names them: where this machine keeps a project is nobody's concern, and changes nothing.</summary>
internal static class RequestPaths
{
    /// <summary>Of the path of a file outside the project, what is told.</summary>
    private const int LastParts = 3;

    /// <summary>As a document cites it. A template outside the project has an absolute path; its last parts tell it from others.</summary>
    public static string Of(Template template)
    {
        var path = template.ScopePath;
        if (!IsAbsolute(path))
        {
            return path;
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('/', parts.TakeLast(Math.Min(LastParts, parts.Length - 1)));
    }

    /// <summary>
    /// Where documents go: below the intermediate folder, whose own path names a configuration, else below the project; the
    /// folder's name where it lies elsewhere.
    /// </summary>
    public static string Output(EnhancementInput input)
    {
        foreach (var root in input.Templates.Select(ProjectOf).Prepend(input.OwnedOutputRoot))
        {
            if (OutputPaths.IsBelow(input.OutputDirectory, root))
            {
                return Path.GetRelativePath(root!, input.OutputDirectory).Replace('\\', '/');
            }
        }

        return Path.GetFileName(Path.TrimEndingDirectorySeparator(input.OutputDirectory));
    }

    /// <summary>A template's cited path begins at the project's folder.</summary>
    private static string? ProjectOf(TemplateItem template)
    {
        var full = template.FullPath.Replace('\\', '/');
        return !IsAbsolute(template.CitedPath) && full.EndsWith("/" + template.CitedPath, StringComparison.Ordinal)
            ? template.FullPath[..^(template.CitedPath.Length + 1)]
            : null;
    }

    private static bool IsAbsolute(string path) => path.StartsWith('/') || (path.Length > 1 && path[1] == ':');
}
