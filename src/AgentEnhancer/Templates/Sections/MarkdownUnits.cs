using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Sections;

/// <summary>Markdown: a section a heading, with those of lower rank under it.</summary>
internal static partial class MarkdownUnits
{
    /// <summary>Headings outside fences, each down to the next of its rank or higher.</summary>
    internal static ImmutableArray<Unit> Read(LexedSource source)
    {
        var lines = new SourceLines(source);
        var heads = new List<(int Line, int Rank, string Name)>();
        var i = FrontMatterEnd(lines);
        var fence = "";
        for (; i < lines.Count; i++)
        {
            var text = lines.Text(i);
            var mark = Fence().Match(text);
            if (fence.Length > 0)
            {
                // A fence is closed by one of its character, at least as long, with nothing after it.
                if (mark.Success && mark.Groups["f"].Value is var close && close[0] == fence[0] && close.Length >= fence.Length
                    && string.IsNullOrWhiteSpace(text[(mark.Index + mark.Length)..]))
                {
                    fence = "";
                }
            }
            else if (mark.Success && !(mark.Groups["f"].Value[0] == '`' && text[(mark.Index + mark.Length)..].Contains('`', StringComparison.Ordinal)))
            {
                fence = mark.Groups["f"].Value;
            }
            else if (lines.IsComment(i))
            {
                continue;
            }
            else if (Heading().Match(text) is { Success: true } heading)
            {
                heads.Add((i, heading.Groups["h"].Length, heading.Groups["n"].Value.TrimEnd('#', ' ', '\t')));
            }
            else if (i + 1 < lines.Count && Underline().IsMatch(lines.Text(i + 1)) && Paragraph().IsMatch(text))
            {
                heads.Add((i, lines.Text(i + 1).AsSpan().Trim()[0] == '=' ? 1 : 2, text.Trim()));
            }
        }

        return Nest(lines, heads);
    }

    private static ImmutableArray<Unit> Nest(SourceLines lines, List<(int Line, int Rank, string Name)> heads)
    {
        var units = new List<Unit>();
        var ends = new int[heads.Count];
        var open = new Stack<int>();
        for (var h = 0; h < heads.Count; h++)
        {
            while (open.Count > 0 && heads[open.Peek()].Rank >= heads[h].Rank)
            {
                ends[open.Pop()] = lines.LastText(0, heads[h].Line - 1);
            }

            open.Push(h);
        }

        foreach (var h in open)
        {
            ends[h] = lines.Count - 1;
        }

        var parents = new Stack<(Unit Unit, int Rank)>();
        for (var h = 0; h < heads.Count; h++)
        {
            while (parents.Count > 0 && parents.Peek().Rank >= heads[h].Rank)
            {
                parents.Pop();
            }

            var unit = SourceLines.Unit(heads[h].Name, UnitKind.Section, heads[h].Line, Math.Max(heads[h].Line, ends[h]), heads[h].Line,
                parents.Count > 0 ? parents.Peek().Unit : null);
            units.Add(unit);
            parents.Push((unit, heads[h].Rank));
        }

        return SourceLines.Sorted(units);
    }

    private static int FrontMatterEnd(SourceLines lines)
    {
        if (lines.Count == 0 || lines.Text(0).TrimEnd() is not "---")
        {
            return 0;
        }

        for (var i = 1; i < lines.Count; i++)
        {
            if (lines.Text(i).TrimEnd() is "---" or "...")
            {
                return i + 1;
            }
        }

        return 0;
    }

    [GeneratedRegex(@"^ {0,3}(?<f>`{3,}|~{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}(?<h>#{1,6})(?:[ \t]+(?<n>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(?:=+|-{2,})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}[^\s#>|*+\-`~=]", RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();
}
