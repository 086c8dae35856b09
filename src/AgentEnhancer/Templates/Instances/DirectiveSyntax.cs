using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Instances;

/// <summary>How the conditional comments of a kind of file begin.</summary>
/// <param name="Rewriting">Those among the others whose lines are changed where they stay: a comment's mark is taken off.</param>
/// <param name="Flag">What stands before <c>-:cnd:noEmit</c>.</param>
internal sealed record DirectiveSyntax(
    ImmutableArray<string> If,
    ImmutableArray<string> ElseIf,
    ImmutableArray<string> Else,
    ImmutableArray<string> EndIf,
    ImmutableArray<string> Rewriting,
    string Flag)
{
    private static readonly string[] ElseIfWords = ["elseif", "elif"];

    private static readonly string[] Hash =
        [".sln", ".slnx", ".yaml", ".yml", ".sh", ".ps1", "Dockerfile", ".editorconfig", ".gitattributes", ".gitignore", ".dockerignore", "nginx.conf", "robots.txt"];

    private static readonly string[] Xml =
    [
        ".svg", ".htm", ".html", ".xhtml", ".md", ".jsp", ".asp", ".aspx", ".nuspec", ".xslt", ".xsd", ".vsixmanifest", ".vsct", ".storyboard", ".axml", ".plist", ".xib",
        ".strings", ".xml", ".appxmanifest", ".resx", ".xaml", ".axaml", "app.config", "web.config", "packages.config", "nuget.config",
    ];

    private static readonly string[] MSBuild = [".msbuild", ".targets", ".props", ".pubxml", ".user"];

    private static readonly string[] C = [".cs", ".fs", ".c", ".cpp", ".cxx", ".h", ".hpp", ".hxx", ".cake"];

    public static DirectiveSyntax None { get; } = new([], [], [], [], [], "");

    /// <summary><c>Condition="'$(auth)' == 'True'"</c> on an element counts as well.</summary>
    public bool HasAttributes { get; init; }

    /// <summary>As the engine tells them by a file's name: most languages have line comments, whichever their own are.</summary>
    public static DirectiveSyntax Of(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var extension = dot < 0 ? fileName : fileName[dot..];
        bool IsAny(string[] names) => names.Contains(fileName, StringComparer.OrdinalIgnoreCase) || names.Contains(extension, StringComparer.OrdinalIgnoreCase);

        if (IsAny(C))
        {
            return new(["#if"], ["#elseif", "#elif"], ["#else"], ["#endif"], [], "//");
        }

        if (extension.EndsWith("proj", StringComparison.OrdinalIgnoreCase) || IsAny(MSBuild))
        {
            return Block("<!--", "<!--/") with { HasAttributes = true };
        }

        if (IsAny(Xml) || (fileName.StartsWith("web.", StringComparison.OrdinalIgnoreCase) && extension is ".config"))
        {
            return Block("<!--", "<!--");
        }

        if (IsAny(Hash))
        {
            return HashComments(extension is ".sh" or ".ps1" or ".conf" or ".txt" ? "#--" : "#-");
        }

        return extension.ToLowerInvariant() switch
        {
            ".cshtml" or ".razor" or ".vbhtml" => Block("@*", "@*"),
            ".jsx" or ".tsx" => Block("{/*", "{/*"),
            ".css" or ".min" => Block("/*", "/*"),
            ".bat" or ".cmd" => Line("rem ", "rem --:"),
            ".haml" => Line("-#", "-#"),
            ".vb" or ".bas" => new(["#If", "'#If"], ["#ElseIf", "'#ElseIf"], ["#Else", "'#Else"], ["#End If", "'#End If"], [], "'"),
            _ => Line("//", "//"),
        };
    }

    /// <summary><c>//#if</c>, and <c>////#if</c>, which uncomments.</summary>
    public static DirectiveSyntax Line(string token, string flag)
    {
        var both = new[] { token + "#", token + token + "#" };
        return Doubled(both, token + token + "#", flag);
    }

    /// <summary><c>&lt;!--#if</c>, with or without the end of the comment on its line; the others may stand bare.</summary>
    public static DirectiveSyntax Block(string start, string flag) => new(
        [start + "#if"],
        [.. ElseIfWords.SelectMany(w => new[] { $"{start}#{w}", "#" + w })],
        [start + "#else", "#else"],
        [start + "#endif", "#endif"],
        [],
        flag);

    /// <summary><c>#if</c>, and <c>##if</c>, which uncomments.</summary>
    private static DirectiveSyntax HashComments(string flag) => Doubled(["#", "##"], "##", flag);

    private static DirectiveSyntax Doubled(string[] starts, string rewriting, string flag) => new(
        [.. starts.Select(s => s + "if")],
        [.. starts.SelectMany(s => ElseIfWords.Select(w => s + w))],
        [.. starts.Select(s => s + "else")],
        [.. starts.Select(s => s + "endif")],
        [rewriting + "if", .. ElseIfWords.Select(w => rewriting + w), rewriting + "else"],
        flag);
}
