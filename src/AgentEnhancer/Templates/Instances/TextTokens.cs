using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Instances;

/// <summary>
/// What <c>dotnet new</c> writes anew in texts, and what in paths. The same words in both, as a rule: then a path in a document follows
/// the file. Where they differ, the document would name a file that is not there.
/// </summary>
internal sealed class TextTokens
{
    private const string NameKey = "the name";

    private readonly ImmutableArray<(string Text, string Key)> _inTexts;
    private readonly ImmutableArray<(string Text, string Key)> _inPaths;
    private readonly ImmutableArray<string> _guids;

    public TextTokens(TemplateConfig config)
    {
        var symbols = config.Symbols.Values.OrderBy(s => s.Name, StringComparer.Ordinal).ToArray();

        // A form of the value need not be the same in a text and in a path.
        _inTexts = [.. FormsOf(config.SourceName), .. symbols.Where(s => s.Replaces is not null).Select(s => (s.Replaces!, s.Name + (s.HasForms ? " in texts" : "")))];
        _inPaths = [.. NameOf(config.SourceName), .. symbols.Where(s => s.FileRename is not null).Select(s => (s.FileRename!, s.Name + (s.HasForms ? " in paths" : "")))];
        _guids = config.Guids;
    }

    public bool AreIn(string text)
    {
        foreach (var (token, _) in _inTexts)
        {
            if (text.Contains(token, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return _guids.Any(g => text.Contains(g, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The file has another path in the instance.</summary>
    public bool Rename(string path) => Found(path, _inPaths).Count > 0;

    /// <summary>A text that names the path names the file still, once both went through the engine.</summary>
    public bool FollowPath(string path) => Found(path, _inTexts).SequenceEqual(Found(path, _inPaths));

    /// <summary>From left to right, the longest of those that begin at one place.</summary>
    private static List<(int At, int Length, string Key)> Found(string text, ImmutableArray<(string Text, string Key)> tokens)
    {
        var found = new List<(int, int, string)>();
        for (var i = 0; i < text.Length;)
        {
            var longest = (Text: "", Key: "");
            foreach (var token in tokens)
            {
                if (token.Text.Length > longest.Text.Length && string.CompareOrdinal(text, i, token.Text, 0, token.Text.Length) == 0)
                {
                    longest = token;
                }
            }

            if (longest.Text.Length > 0)
            {
                found.Add((i, longest.Text.Length, longest.Key));
            }

            i += Math.Max(1, longest.Text.Length);
        }

        return found;
    }

    private static IEnumerable<(string, string)> NameOf(string? name) => name is null ? [] : [(name, NameKey)];

    /// <summary>The name itself, and as it stands in namespaces, in names of types, and in lower case.</summary>
    private static IEnumerable<(string Text, string Key)> FormsOf(string? name)
    {
        if (name is null)
        {
            return [];
        }

        var words = Safe(name, keepsDots: false);
        var spaces = Safe(name, keepsDots: true);
        return new[] { (name, NameKey), (spaces, "a namespace"), (words, "a type"), (spaces.ToLowerInvariant(), "a namespace"), (words.ToLowerInvariant(), "a type") }
            .DistinctBy(f => f.Item1, StringComparer.Ordinal);
    }

    private static string Safe(string name, bool keepsDots) =>
        string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c == '_' || (keepsDots && c == '.') ? c : '_')) is var safe && char.IsAsciiDigit(safe[0]) ? "_" + safe : safe;
}
