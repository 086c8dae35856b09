using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates.Sections;

/// <summary>HTML, XML, XAML and Razor: elements that stand by themselves, and the members of a Razor code block.</summary>
internal static partial class MarkupUnits
{
    private const int DeepestLevel = 3;
    private const int LongestTag = 10_000;

    private static readonly ImmutableHashSet<string> VoidTags = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "!doctype");

    private sealed record OpenTag(string Tag, int Line, string Name);

    internal static ImmutableArray<Unit> ReadMarkup(LexedSource source) =>
        SourceLines.Sorted(Elements(new SourceLines(source), 0, source.Lines.Length - 1));

    internal static ImmutableArray<Unit> ReadRazor(LexedSource source)
    {
        var lines = new SourceLines(source);
        var units = new List<Unit>();
        var from = 0;
        foreach (var (first, last) in CodeBlocks(lines))
        {
            units.AddRange(Elements(lines, from, first - 1));
            from = last + 1;
            var match = CodeBlock().Match(lines.Code(first));
            var section = SourceLines.Unit(match.Groups["n"].Value, UnitKind.Section, lines.LeadStart(first, 0), last, first);
            units.Add(section);

            // Members are read as what the compiler makes of them: members of a class.
            var brace = match.Groups["b"].Success;
            var body = EmbeddedCode.Lex(source, first + 1, last - (brace ? 1 : 0), "csharp", brace ? "class Page {" : "class Page", brace ? "}" : "");
            var members = UnitReader.Read(body, "csharp");
            var wrapper = members.FirstOrDefault(u => u.SignatureLine == first + 1 && u.Name is "Page");
            units.AddRange(EmbeddedCode.Under(section, members, wrapper));
        }

        units.AddRange(Elements(lines, from, lines.Count - 1));
        return SourceLines.Sorted(units);
    }

    /// <summary>Elements over several lines: whatever stands at the top, and deeper ones from a length that makes an excerpt.</summary>
    internal static ImmutableArray<Unit> Elements(SourceLines lines, int first, int last)
    {
        var closed = new List<(OpenTag Tag, int Last, int Depth)>();
        var open = new List<OpenTag>();
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in Tags(lines.Source, first, last))
        {
            if (tag.IsClosing)
            {
                if (counts.GetValueOrDefault(tag.Tag) == 0)
                {
                    continue;
                }

                // Tags that were never closed end with their parent and make no unit of their own.
                while (!open[^1].Tag.Equals(tag.Tag, StringComparison.OrdinalIgnoreCase))
                {
                    counts[open[^1].Tag]--;
                    open.RemoveAt(open.Count - 1);
                }

                counts[tag.Tag]--;
                closed.Add((open[^1], tag.LastLine, open.Count - 1));
                open.RemoveAt(open.Count - 1);
                continue;
            }

            var element = new OpenTag(tag.Tag, tag.Line, tag.Name);
            if (tag.IsEmpty || VoidTags.Contains(tag.Tag))
            {
                closed.Add((element, tag.LastLine, open.Count));
            }
            else
            {
                open.Add(element);
                counts[tag.Tag] = counts.GetValueOrDefault(tag.Tag) + 1;
            }
        }

        return Build(lines, closed);
    }

    private static ImmutableArray<Unit> Build(SourceLines lines, List<(OpenTag Tag, int Last, int Depth)> elements)
    {
        var units = ImmutableArray.CreateBuilder<Unit>();
        var parents = new Stack<(Unit Unit, int Depth)>();
        foreach (var (tag, last, depth) in elements.OrderBy(e => e.Tag.Line).ThenBy(e => e.Depth))
        {
            while (parents.Count > 0 && (parents.Peek().Depth >= depth || parents.Peek().Unit.Span.Last < last + 1))
            {
                parents.Pop();
            }

            var length = last - tag.Line + 1;
            var parent = parents.Count > 0 ? parents.Peek().Unit : null;
            if (length < (depth < 2 ? 2 : 6) || depth > DeepestLevel + 1 || parent?.Level >= DeepestLevel)
            {
                continue;
            }

            var unit = SourceLines.Unit(tag.Name, UnitKind.Element, lines.LeadStart(tag.Line, 0), last, tag.Line, parent);
            units.Add(unit);
            parents.Push((unit, depth));
        }

        return units.ToImmutable();
    }

    private static IEnumerable<(string Tag, string Name, int Line, int LastLine, bool IsClosing, bool IsEmpty)> Tags(LexedSource source, int first, int last)
    {
        var skipUntil = "";
        for (var i = Math.Max(0, first); i <= last && i < source.Code.Length; i++)
        {
            var column = 0;
            while (column < source.Code[i].Length)
            {
                var match = TagStart().Match(source.Code[i], column);
                if (!match.Success)
                {
                    break;
                }

                column = match.Index + match.Length;
                var isClosing = match.Groups["c"].Success;
                var tag = source.Lines[i].Substring(match.Groups["t"].Index, match.Groups["t"].Length);

                // Angle brackets inside scripts and styles are no tags.
                if (skipUntil.Length > 0 && !(isClosing && tag.Equals(skipUntil, StringComparison.OrdinalIgnoreCase)))
                {
                    continue;
                }

                skipUntil = "";
                var start = (Line: i, Column: match.Index);
                var (endLine, endColumn) = TagEnd(source, i, column, last);
                var isEmpty = endColumn > 0 && source.Code[endLine][endColumn - 1] == '/';
                var head = endLine == i ? source.Lines[i][start.Column..Math.Min(source.Lines[i].Length, endColumn)] : source.Lines[i][start.Column..];
                (i, column) = (endLine, Math.Min(endColumn + 1, source.Code[endLine].Length));
                if (!isClosing && !isEmpty && tag.ToLowerInvariant() is "script" or "style" && tag.Length is 5 or 6)
                {
                    skipUntil = tag;
                }

                yield return (tag, Named(tag, head), start.Line, endLine, isClosing, isEmpty);
            }
        }
    }

    /// <summary>The place of the <c>&gt;</c> that ends a tag, behind any arrow in an attribute.</summary>
    private static (int Line, int Column) TagEnd(LexedSource source, int line, int column, int last)
    {
        var quote = '\0';
        var left = LongestTag;
        for (var i = line; i <= last && i < source.Code.Length; i++)
        {
            var code = source.Code[i];
            for (var c = i == line ? column : 0; c < code.Length; c++)
            {
                // A quote that never closes must not cost the rest of the file at every tag.
                if (--left < 0)
                {
                    return (line, source.Code[line].Length);
                }

                if (quote != '\0')
                {
                    quote = code[c] == quote ? '\0' : quote;
                }
                else if (code[c] is '"' or '\'')
                {
                    quote = code[c];
                }
                else if (code[c] == '>' && !(c > 0 && code[c - 1] == '='))
                {
                    return (i, c);
                }
                else if (code[c] == '<')
                {
                    // It was no tag, or one without an end: the next one begins here.
                    return (i, c - 1 < 0 ? 0 : c - 1);
                }
            }
        }

        return (line, source.Code[line].Length);
    }

    /// <summary><c>&lt;Target Name="Build"&gt;</c>: the tag with what its author calls it by.</summary>
    private static string Named(string tag, string head) =>
        Identity().Match(head) is { Success: true } match ? $"<{tag} {match.Value}>" : $"<{tag}>";

    private static List<(int First, int Last)> CodeBlocks(SourceLines lines)
    {
        var blocks = new List<(int, int)>();
        for (var i = 0; i < lines.Count && blocks.Count < EmbeddedCode.MostParts; i++)
        {
            if (!CodeBlock().IsMatch(lines.Code(i)))
            {
                continue;
            }

            var depth = 0;
            var opened = false;
            var last = i;
            for (; last < lines.Count; last++)
            {
                foreach (var c in lines.Code(last))
                {
                    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                    opened |= c == '{';
                }

                if (opened && depth <= 0)
                {
                    break;
                }
            }

            last = Math.Min(last, lines.Count - 1);
            blocks.Add((i, last));
            i = last;
        }

        return blocks;
    }

    [GeneratedRegex(@"(?<![\w<])<(?<c>/)?(?<t>[A-Za-z][\w.:-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex TagStart();

    [GeneratedRegex(@"(?<=\s)(?:(?:x:)?(?:Name|Key|Class|TypeName)|id|name|Include|slot)\s*=\s*(?:""[^""]*""|'[^']*')", RegexOptions.CultureInvariant)]
    private static partial Regex Identity();

    [GeneratedRegex(@"^\s*(?<n>@(?:code|functions))\s*(?<b>\{)?\s*$|^\s*(?<n>@(?:code|functions))\s*(?<b>\{)", RegexOptions.CultureInvariant)]
    private static partial Regex CodeBlock();
}
