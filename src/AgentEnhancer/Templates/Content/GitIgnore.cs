using System.Collections.Immutable;
using System.Security;

namespace AgentEnhancer.Templates.Content;

/// <summary>
/// What git leaves alone below a folder: the <c>.gitignore</c> files from the repository's root down to each file, and <c>.git/info/exclude</c>.
/// Nothing of the machine (<c>core.excludesFile</c>) counts, for the same sources are to give the same documents everywhere; and names are
/// told apart by case. What was added by force in spite of a rule looks ignored: a <c>!</c> line says otherwise.
/// </summary>
internal sealed class GitIgnore
{
    private readonly string _root;
    private readonly ImmutableArray<IgnoreRule> _excludes;
    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);

    private GitIgnore(string root, ImmutableArray<IgnoreRule> excludes)
    {
        _root = root;
        _excludes = excludes;
    }

    /// <param name="Rules">Of its own <c>.gitignore</c>.</param>
    /// <param name="Depth">Folders between it and the root.</param>
    private sealed record Folder(Folder? Parent, ImmutableArray<IgnoreRule> Rules, int Depth, bool IsIgnored);

    /// <summary>For files below <paramref name="directory"/>. Where git leaves that folder alone as well, a build made it, and only what it holds itself counts.</summary>
    /// <param name="directory">Absolute.</param>
    public static GitIgnore Of(string directory)
    {
        var ignore = Above(directory);
        return ignore.FolderOf(ignore.NamesOf(directory)).IsIgnored ? new GitIgnore(directory, []) : ignore;
    }

    /// <param name="file">Absolute; below the folder that this is for.</param>
    public bool IsIgnored(string file)
    {
        var names = NamesOf(file);
        var folder = FolderOf(names[..^1]);
        return folder.IsIgnored || Decide(folder, names, isFolder: false);
    }

    /// <summary>Where no folder above holds a repository, files count from the folder itself on.</summary>
    private static GitIgnore Above(string directory)
    {
        for (var candidate = directory; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            var git = Path.Combine(candidate, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return new GitIgnore(candidate, Read(Path.Combine(CommonFolder(git), "info", "exclude")));
            }
        }

        return new GitIgnore(directory, []);
    }

    private ReadOnlySpan<string> NamesOf(string path) =>
        string.Equals(path, _root, StringComparison.Ordinal) ? [] : Path.GetRelativePath(_root, path).Split(Path.DirectorySeparatorChar);

    /// <summary>What lies in an ignored folder is ignored, whatever a line further down takes back: git doesn't look there.</summary>
    private Folder FolderOf(ReadOnlySpan<string> names)
    {
        var path = names.IsEmpty ? _root : Path.Combine(_root, Path.Combine(names));
        if (_folders.TryGetValue(path, out var known))
        {
            return known;
        }

        var parent = names.IsEmpty ? null : FolderOf(names[..^1]);
        var isIgnored = parent is not null && (parent.IsIgnored || Decide(parent, names, isFolder: true));
        var folder = new Folder(parent, isIgnored ? [] : Read(Path.Combine(path, ".gitignore")), names.Length, isIgnored);
        _folders.Add(path, folder);
        return folder;
    }

    /// <summary>The last line that matches decides; the nearest file comes last.</summary>
    private bool Decide(Folder parent, ReadOnlySpan<string> names, bool isFolder)
    {
        for (var folder = parent; folder is not null; folder = folder.Parent)
        {
            if (Last(folder.Rules, names, folder.Depth, isFolder) is { } rule)
            {
                return !rule.IsNegated;
            }
        }

        return Last(_excludes, names, 0, isFolder) is { IsNegated: false };
    }

    private static IgnoreRule? Last(ImmutableArray<IgnoreRule> rules, ReadOnlySpan<string> names, int depth, bool isFolder)
    {
        for (var i = rules.Length - 1; i >= 0; i--)
        {
            if (rules[i].Matches(names, depth, isFolder))
            {
                return rules[i];
            }
        }

        return null;
    }

    /// <summary>Of a work tree or a submodule, <c>.git</c> is a file that names a folder; a work tree shares that of its main one.</summary>
    private static string CommonFolder(string git)
    {
        const string Prefix = "gitdir:";
        if (Lines(git) is not [var first, ..] || !first.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return git;
        }

        var folder = Path.GetFullPath(first[Prefix.Length..].Trim(), Path.GetDirectoryName(git)!);
        return Lines(Path.Combine(folder, "commondir")) is [var common, ..] ? Path.GetFullPath(common.Trim(), folder) : folder;
    }

    private static ImmutableArray<IgnoreRule> Read(string path) => [.. Lines(path).Select(IgnoreRule.Parse).OfType<IgnoreRule>()];

    private static string[] Lines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllLines(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            // git goes on without a file that it can't read, and so do we.
            return [];
        }
    }
}
