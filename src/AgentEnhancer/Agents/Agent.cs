using System.Collections.Immutable;

namespace AgentEnhancer.Agents;

/// <summary>One agent as its author wrote it.</summary>
/// <param name="Id">Its identity: the path under the agents' root, forward slashes (<c>backend/api.md</c>). Two agents may share a name, never an id.</param>
/// <param name="FullPath">Absolute; for diagnostics.</param>
/// <param name="Text">The whole file, decoded, without a byte order mark, line ends as they are.</param>
/// <param name="FrontMatter">The front matter with both <c>---</c> lines and the line end after the second, exactly as in <paramref name="Text"/>.</param>
/// <param name="Body">What follows the front matter, exactly as in <paramref name="Text"/>.</param>
/// <param name="BodyLine">The line of the file that <paramref name="Body"/> starts on, from 1.</param>
/// <param name="Name">From the front matter, else the file's stem.</param>
/// <param name="Description">From the front matter; empty where there is none.</param>
/// <param name="Technologies">From the front matter.</param>
/// <param name="UsesCrLf">More line ends are CRLF than LF.</param>
internal sealed record Agent(
    string Id,
    string FullPath,
    string Text,
    string FrontMatter,
    string Body,
    int BodyLine,
    string Name,
    string Description,
    ImmutableArray<string> Technologies,
    bool UsesCrLf)
{
    /// <summary>From the front matter.</summary>
    public ImmutableArray<string> Tools { get; init; } = [];

    /// <summary><c>tags</c> and <c>keywords</c> of the front matter.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Whether it may change files: it names no tools, and so has all, or one that edits or writes. A list of things to do is no file.</summary>
    public bool MayWrite => Tools.IsDefaultOrEmpty || Tools.Any(t => t is "*" or "all"
        || (!t.StartsWith("todo", StringComparison.OrdinalIgnoreCase)
            && (t.Contains("edit", StringComparison.OrdinalIgnoreCase) || t.Contains("write", StringComparison.OrdinalIgnoreCase))));

    /// <summary>Absolute path of the agent whose answer it shares; null for an agent of its own.</summary>
    public string? TwinOf { get; init; }

    /// <summary>Folder of the <c>dotnet new</c> template that it is a part of, and of whose files alone it speaks; empty outside any.</summary>
    public string Scope { get; init; } = "";

    public override string ToString() => Id;
}
