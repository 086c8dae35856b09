using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Instances;

/// <summary>Of a <c>dotnet new</c> template, which is a whole folder, the files worth reading: text, and not what <c>template.json</c> itself leaves out.</summary>
internal static class DotnetNewFiles
{
    private static readonly ImmutableHashSet<string> BinaryExtensions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".png", ".jpg", ".jpeg", ".gif", ".ico", ".icns", ".bmp", ".webp", ".pdf", ".zip", ".gz", ".tar", ".7z", ".nupkg", ".snupkg", ".dll",
        ".exe", ".so", ".dylib", ".pdb", ".lib", ".a", ".o", ".obj", ".jar", ".class", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4",
        ".wav", ".webm", ".db", ".sqlite", ".mdf", ".ldf", ".snk", ".pfx", ".p12", ".bin", ".dat", ".svg", ".map", ".user", ".filelist");

    private static readonly ImmutableHashSet<string> LockFiles = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lockb", "bun.lock", "packages.lock.json",
        "project.assets.json", "Cargo.lock", "poetry.lock", "Pipfile.lock", "uv.lock", "composer.lock", "Gemfile.lock", "go.sum", "flake.lock");

    /// <param name="path">Below the template's root, forward slashes.</param>
    /// <param name="config">Null where it can't be read: <c>dotnet new</c> would refuse such a template and say why; its files are still what the agents are about.</param>
    public static bool IsContent(string path, TemplateConfig? config)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return !path.Split('/').Contains(TemplateConfig.Folder, StringComparer.Ordinal)
            && !BinaryExtensions.Contains(Path.GetExtension(name)) && !LockFiles.Contains(name)
            && (config is null || !FileFate.Of(path, config).Condition.IsNever);
    }
}
