using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Content;

/// <summary>What the name of a file alone gives away.</summary>
internal static class ContentNames
{
    private static readonly FrozenSet<string> BinaryExtensions = new[]
    {
        ".png", ".jpg", ".jpeg", ".gif", ".ico", ".icns", ".bmp", ".webp", ".avif", ".tif", ".tiff", ".svg", ".pdf", ".zip", ".gz", ".tar", ".7z",
        ".nupkg", ".snupkg", ".vsix", ".dll", ".exe", ".so", ".dylib", ".wasm", ".pdb", ".lib", ".a", ".o", ".obj", ".jar", ".class", ".pyc", ".woff",
        ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".wav", ".webm", ".db", ".sqlite", ".mdf", ".ldf", ".snk", ".pfx", ".p12", ".bin", ".dat",
        ".user", ".filelist",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> LockFiles = new[]
    {
        "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lockb", "bun.lock", "deno.lock", "packages.lock.json",
        "project.assets.json", "Cargo.lock", "poetry.lock", "Pipfile.lock", "uv.lock", "pdm.lock", "composer.lock", "Gemfile.lock", "mix.lock",
        "pubspec.lock", "Podfile.lock", "go.sum", "go.work.sum", "flake.lock", "gradle.lockfile", ".terraform.lock.hcl",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static ContentKind Of(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        if (BinaryExtensions.Contains(extension))
        {
            return ContentKind.Binary;
        }

        if (LockFiles.Contains(fileName))
        {
            return ContentKind.LockFile;
        }

        var stem = fileName.AsSpan(0, fileName.Length - extension.Length);
        if (stem.EndsWith(".min", StringComparison.OrdinalIgnoreCase))
        {
            return ContentKind.Minified;
        }

        return IsGenerated(stem, extension) ? ContentKind.Generated : ContentKind.Source;
    }

    /// <summary>The endings that compilers, designers and their analyzers agree on, and maps from a bundle to its sources.</summary>
    private static bool IsGenerated(ReadOnlySpan<char> stem, string extension) => extension.ToUpperInvariant() switch
    {
        ".MAP" => true,
        ".CS" or ".VB" or ".FS" => Ends(stem, ".g") || Ends(stem, ".g.i") || Ends(stem, ".designer") || Ends(stem, ".generated"),
        ".DART" => Ends(stem, ".g") || Ends(stem, ".generated"),
        _ => Ends(stem, ".generated"),
    };

    private static bool Ends(ReadOnlySpan<char> stem, string ending) => stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
