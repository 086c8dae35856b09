using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>Double braces that the made file itself gives a meaning: an interpolation of Vue, an object in JSX, a brace in a format string.</summary>
internal static partial class OwnBraces
{
    // How far back a string that a tag stands in is looked for.
    private const int LongestPrefix = 1_000;

    /// <param name="content">Between the braces.</param>
    public static TagKind Belongs(string text, int i, ReadOnlySpan<char> content, int lineStart, TagFile file)
    {
        var before = i > lineStart ? text[i - 1] : '\n';
        if (before == '$' && file.Kit is not (TemplateKit.Handlebars or TemplateKit.Scriban))
        {
            return file.Language is "yaml" || HostContext().IsMatch(content) ? TagKind.Own : Literal(text, i, lineStart, file);
        }

        if (file.Kit is not TemplateKit.Unknown)
        {
            return TagKind.FillIn;
        }

        var name = content.Trim(" -~");
        if (name.IsEmpty)
        {
            return TagKind.FillIn;
        }

        var isSpaced = content[0] is ' ';
        var isLower = char.IsAsciiLetterLower(name[0]) && content.IndexOfAny('-', '|') < 0;
        var line = text.AsSpan(Math.Max(lineStart, i - LongestPrefix), i - Math.Max(lineStart, i - LongestPrefix));
        if ((isSpaced && file.Engine is TemplateEngine.View or TemplateEngine.Interpolation)
            || (file.Engine is TemplateEngine.Interpolation && isLower && (content.Contains('.') || file.PlainWords.Contains(name.ToString())))
            || (file.Engine is TemplateEngine.RunTime && (isLower || content.TrimStart(" -") is ['.', ..]))
            || (isSpaced && before == '=' && Languages.Family(file.Language) is "typescript") // value={{ user }} is an object in JSX
            || (content.TrimStart() is ['.', ..] or ['j', 's', 'o', 'n', ' ', ..] && ToolFormat().IsMatch(line)) // docker ps --format '{{.Names}}'
            || (file.Engine is TemplateEngine.Tex && (before is '}' or '=' or ' ' && line.TrimEnd().EndsWith("=") || Command().IsMatch(line))))
        {
            return TagKind.Own;
        }

        return before == '=' && file.Language is "tsx" or "jsx" or "javascript" ? TagKind.Doubtful : Literal(text, i, lineStart, file);
    }

    /// <summary>In a format string two braces stand for one. A template's own tag may stand in one too, if that name is filled in elsewhere.</summary>
    private static TagKind Literal(string text, int i, int lineStart, TagFile file)
    {
        var (low, high) = (0, file.LiteralStrings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = file.LiteralStrings[middle].Start <= i ? (middle + 1, high) : (low, middle);
        }

        if (low > 0 && i < file.LiteralStrings[low - 1].End)
        {
            return TagKind.Doubtful;
        }

        var from = Math.Max(lineStart, i - LongestPrefix);
        var line = text.AsSpan(from, i - from);
        var ends = text.AsSpan(i, Math.Min(TagFile.LongestTag, text.Length - i));
        ends = ends.IndexOf('\n') is var cut and >= 0 ? ends[..cut] : ends;
        var isFormat = file.Language switch
        {
            "python" => IsOpen(line, PythonFormat()) || (line.ContainsAny('"', '\'') && (ends.Contains("\".format(", StringComparison.Ordinal) || ends.Contains("'.format(", StringComparison.Ordinal))),
            "csharp" => IsOpen(line, CSharpFormat()),
            "rust" => RustFormat().IsMatch(line),
            _ => false,
        };
        return isFormat ? TagKind.Doubtful : TagKind.FillIn;
    }

    /// <summary>The last string that opens on the line before this place is not closed there.</summary>
    private static bool IsOpen(ReadOnlySpan<char> line, Regex opening)
    {
        var last = -1;
        foreach (var match in opening.EnumerateMatches(line))
        {
            last = match.Index + match.Length - 1;
        }

        return last >= 0 && line[(last + 1)..].IndexOf(line[last]) < 0;
    }

    /// <summary>Python's f-strings in three quotes and C#'s raw strings with two dollars or more.</summary>
    public static ImmutableArray<(int Start, int End)> LiteralStrings(string text, string language)
    {
        if (language is not ("python" or "csharp") || !text.Contains("\"\"\"", StringComparison.Ordinal) && !text.Contains("'''", StringComparison.Ordinal))
        {
            return [];
        }

        var strings = ImmutableArray.CreateBuilder<(int Start, int End)>();
        var mark = language is "python" ? PythonBlock() : CSharpBlock();
        for (var at = 0; mark.Match(text, at) is { Success: true } open;)
        {
            var start = open.Index + open.Length;
            var end = text.IndexOf(open.Groups["q"].Value, start, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            if (open.Groups["f"].Success && open.Groups["f"].Length > 0)
            {
                strings.Add((start, end));
            }

            at = end + open.Groups["q"].Length;
        }

        return strings.ToImmutable();
    }

    /// <summary><c>${{ … }}</c> of workflows and pipelines, wherever it is quoted.</summary>
    [GeneratedRegex(@"^\s*(?:github|env|vars|job|jobs|steps|runner|secrets|strategy|matrix|needs|inputs|parameters|variables|each|insert)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HostContext();

    [GeneratedRegex(@"(?:--format|--filter|\s-f|\s--template|go-template)[=\s]*['""]?[^'""]*$", RegexOptions.CultureInvariant)]
    private static partial Regex ToolFormat();

    [GeneratedRegex(@"\\[A-Za-z]+(?:\[[^\]]*\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w""'])(?:[fF][rR]?|[rR][fF])[""']", RegexOptions.CultureInvariant)]
    private static partial Regex PythonFormat();

    [GeneratedRegex(@"(?:\$+@?|@\$)""", RegexOptions.CultureInvariant)]
    private static partial Regex CSharpFormat();

    [GeneratedRegex(@"\b(?:print|println|eprint|eprintln|format|write|writeln|panic|assert\w*|debug|info|warn|error|trace|bail|anyhow|todo|unreachable)!\s*\([^""]*""[^""]*$", RegexOptions.CultureInvariant)]
    private static partial Regex RustFormat();

    [GeneratedRegex(@"(?<f>\b[fF][rR]?|\b[rR][fF])?(?<q>""""""|''')", RegexOptions.CultureInvariant)]
    private static partial Regex PythonBlock();

    [GeneratedRegex(@"(?<f>\$+)?(?<q>""{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex CSharpBlock();
}
