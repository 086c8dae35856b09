using System.Globalization;

namespace AgentEnhancer.Templates.Content;

/// <summary>
/// Of a <c>dotnet new</c> template, which is a whole folder with all that lies in it, the files that somebody wrote. What a project lists itself
/// doesn't come here: it is read, or warned of.
/// </summary>
internal sealed class ContentReading
{
    private readonly Dictionary<string, GitIgnore> _ignores = new(StringComparer.Ordinal);
    private readonly int[] _counts = new int[Enum.GetValues<ContentKind>().Length];

    /// <param name="file">Absolute.</param>
    /// <param name="root">Absolute: the template's folder.</param>
    public bool IsSource(string file, string root)
    {
        if (!_ignores.TryGetValue(root, out var ignore))
        {
            _ignores.Add(root, ignore = GitIgnore.Of(root));
        }

        // From what costs least.
        var kind = ContentNames.Of(Path.GetFileName(file));
        if (kind == ContentKind.Source)
        {
            kind = ignore.IsIgnored(file) ? ContentKind.Ignored : ContentBytes.Of(file);
        }

        _counts[(int)kind]++;
        return kind == ContentKind.Source;
    }

    /// <summary><c>Left out of 40 files of content: 2 binary, 1 ignored by git</c>; null where nothing was.</summary>
    public string? Summary()
    {
        var reasons = Enum.GetValues<ContentKind>().Where(k => k != ContentKind.Source && _counts[(int)k] > 0).Select(k =>
            string.Create(CultureInfo.InvariantCulture, $"{_counts[(int)k]} {Name(k)}")).ToList();
        return reasons.Count == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Left out of {_counts.Sum()} files of dotnet new templates: {string.Join(", ", reasons)}");
    }

    private static string Name(ContentKind kind) => kind switch
    {
        ContentKind.Binary => "binary",
        ContentKind.LockFile => "lock file",
        ContentKind.Minified => "minified",
        ContentKind.Generated => "generated",
        ContentKind.TooLarge => "larger than 1 MB",
        _ => "ignored by git",
    };
}
