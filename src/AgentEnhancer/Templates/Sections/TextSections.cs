using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Sections;

/// <summary>Files made of headed parts: TOML, INI, dotenv, Dockerfile stages, Makefile targets.</summary>
internal static partial class TextSections
{
    /// <summary>TOML tables; a line of a nested array is no heading.</summary>
    internal static ImmutableArray<Unit> ReadToml(LexedSource source)
    {
        var lines = new SourceLines(source);
        var heads = new List<(int Line, string Name)>();
        var depth = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var match = TomlTable().Match(lines.Code(i));
            var assigns = TomlKey().IsMatch(lines.Code(i));
            if (match.Success && (depth == 0 || !lines.Code(i).AsSpan().TrimEnd().EndsWith(',')))
            {
                if (depth == 0)
                {
                    heads.Add((i, lines.Read(i, match.Groups["n"])));
                    continue;
                }
            }

            // A key at the margin ends an array that never closes.
            depth = assigns ? 0 : depth;
            foreach (var c in lines.Code(i))
            {
                depth = c is '[' or '{' ? depth + 1 : c is ']' or '}' ? Math.Max(0, depth - 1) : depth;
            }
        }

        return Split(lines, heads);
    }

    /// <summary><c>[section]</c>, or groups under comments where a file has none.</summary>
    internal static ImmutableArray<Unit> ReadIni(LexedSource source)
    {
        var lines = new SourceLines(source);
        var heads = new List<(int Line, string Name)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (IniSection().Match(lines.Code(i)) is { Success: true } match)
            {
                heads.Add((i, lines.Read(i, match.Groups["n"])));
            }
        }

        return heads.Count > 0 ? Split(lines, heads)
            : ReadBraces(lines) is { Count: > 0 } blocks ? SourceLines.Sorted(blocks)
            : ReadGroups(lines);
    }

    /// <summary><c>server {</c> of nginx, <c>db {</c> of HOCON: what others of their extension write in brackets.</summary>
    private static List<Unit> ReadBraces(SourceLines lines)
    {
        var units = new List<Unit>();
        var open = new Stack<(int Line, string Name)>();
        for (var i = 0; i < lines.Count; i++)
        {
            // One that opens and closes on its line, ${PORT} say, holds nothing that makes a unit.
            var code = lines.Code(i).AsSpan().Trim();
            if (BraceHead().Match(lines.Code(i)) is { Success: true } head)
            {
                open.Push((i, lines.Read(i, head.Groups["n"])));
            }
            else if (code.EndsWith("{"))
            {
                open.Push((i, ""));
            }
            else if (code.StartsWith("}") && open.TryPop(out var block) && open.Count < 2 && block.Name.Length > 0)
            {
                var parent = open.Count == 0 ? null : SourceLines.Unit(open.Peek().Name, UnitKind.Block, open.Peek().Line, i, open.Peek().Line);
                units.Add(SourceLines.Unit(block.Name, UnitKind.Block, lines.LeadStart(block.Line, 0), i, block.Line, parent));
            }
        }

        // Children were made before their parents, and stand before them: give each its parent's final form.
        Unit? above = null;
        for (var i = units.Count - 1; i >= 0; i--)
        {
            above = units[i].Level == 0 ? units[i] : above;
            units[i] = units[i].Level > 0 && above is not null && above.Span.Contains(units[i].SignatureLine) ? units[i] with { Parent = above } : units[i];
        }

        return units;
    }

    /// <summary>Groups of settings: runs without a blank line, called by the comment above them or by their first key.</summary>
    internal static ImmutableArray<Unit> ReadDotenv(LexedSource source) => ReadGroups(new SourceLines(source));

    internal static ImmutableArray<Unit> ReadDockerfile(LexedSource source)
    {
        var lines = new SourceLines(source);
        var heads = new List<(int Line, string Name)>();
        var continued = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!continued && DockerStage().Match(lines.Code(i)) is { Success: true } match)
            {
                heads.Add((i, lines.Read(i, match.Groups["n"] is { Success: true } name ? name : match.Groups["i"])));
            }

            continued = lines.HasCode(i) ? lines.Code(i).AsSpan().TrimEnd().EndsWith('\\') : continued && lines.IsComment(i);
        }

        return Split(lines, heads);
    }

    /// <summary>Make's rules with their recipes, and <c>define</c> blocks; just's recipes are of the same form.</summary>
    internal static ImmutableArray<Unit> ReadMakefile(LexedSource source)
    {
        var lines = new SourceLines(source);
        var units = new List<Unit>();
        var floor = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var match = MakeTarget().Match(lines.Code(i));
            var isDefine = MakeDefine().Match(lines.Code(i));
            if ((!match.Success || lines.Text(i).StartsWith(".PHONY", StringComparison.Ordinal)) && !isDefine.Success)
            {
                floor = lines.HasCode(i) ? i + 1 : floor;
                continue;
            }

            var last = i;
            var next = i + 1;
            for (; next < lines.Count; next++)
            {
                var belongs = isDefine.Success
                    ? !lines.Code(last).StartsWith("endef", StringComparison.Ordinal)
                    : lines.Text(next) is ['\t' or ' ', ..] || lines.Code(next - 1).AsSpan().TrimEnd().EndsWith('\\');
                if (!belongs && !lines.IsBlank(next))
                {
                    break;
                }

                last = lines.IsBlank(next) ? last : next;
            }

            var name = lines.Read(i, isDefine.Success ? isDefine.Groups["n"] : match.Groups["n"]);
            units.Add(SourceLines.Unit(name, UnitKind.Section, MakeLead(lines, i, floor), last, i));
            floor = last + 1;
            i = last;
        }

        return SourceLines.Sorted(units);
    }

    private static int MakeLead(SourceLines lines, int line, int floor)
    {
        // ".PHONY: build" above "build:" belongs to it.
        var start = line;
        while (start > 0 && start >= floor && lines.Text(start - 1).StartsWith(".PHONY", StringComparison.Ordinal))
        {
            start--;
        }

        return lines.LeadStart(start, Math.Min(floor, start));
    }

    private static ImmutableArray<Unit> Split(SourceLines lines, List<(int Line, string Name)> heads)
    {
        var units = new List<Unit>();
        var floor = 0;
        for (var h = 0; h < heads.Count; h++)
        {
            var start = lines.LeadStart(heads[h].Line, floor);
            var end = h + 1 < heads.Count ? lines.LeadStart(heads[h + 1].Line, heads[h].Line + 1) - 1 : lines.Count - 1;
            end = h + 1 < heads.Count ? lines.LastContent(heads[h].Line, end) : lines.LastText(heads[h].Line, end);
            units.Add(SourceLines.Unit(heads[h].Name, UnitKind.Section, start, end, heads[h].Line));
            floor = end + 1;
        }

        return SourceLines.Sorted(units);
    }

    private static ImmutableArray<Unit> ReadGroups(SourceLines lines)
    {
        var units = new List<Unit>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines.IsBlank(i))
            {
                continue;
            }

            var last = i;
            while (last + 1 < lines.Count && !lines.IsBlank(last + 1))
            {
                last++;
            }

            var key = Enumerable.Range(i, last - i + 1).FirstOrDefault(l => SettingKey().IsMatch(lines.Code(l)), -1);
            if (key >= 0)
            {
                var comment = lines.Source.Comments.FirstOrDefault(c => !c.IsTrailing && c.Span.First == i + 1)?.Text;
                var title = comment?.Split('\n').Select(t => t.Trim(' ', '-', '=', '#', ';', '*', '─')).FirstOrDefault(t => t.Length > 0);
                units.Add(SourceLines.Unit(title ?? lines.Read(key, SettingKey().Match(lines.Code(key)).Groups["n"]), UnitKind.Section, i, last, key));
            }

            i = last;
        }

        return SourceLines.Sorted(units);
    }

    [GeneratedRegex(@"^\s*(?<n>[^\s{};#][^{};]*?)\s*(?:[:=]\s*)?\{\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BraceHead();

    [GeneratedRegex(@"^\s*\[\[?\s*(?<n>[^\[\]]+?)\s*\]\]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex TomlTable();

    [GeneratedRegex(@"^[\w.""'-]+\s*=", RegexOptions.CultureInvariant)]
    private static partial Regex TomlKey();

    [GeneratedRegex(@"^\s*\[(?<n>.+)\]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex IniSection();

    [GeneratedRegex(@"^\s*(?:export\s+)?(?<n>[\w.\-]+)\s*[=:]", RegexOptions.CultureInvariant)]
    private static partial Regex SettingKey();

    [GeneratedRegex(@"^\s*FROM\s+(?:--\S+\s+)*(?<i>\S+)(?:\s+AS\s+(?<n>\S+))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DockerStage();

    [GeneratedRegex(@"^(?<n>[^\s:=#][^:=#]*?)\s*::?(?!=)", RegexOptions.CultureInvariant)]
    private static partial Regex MakeTarget();

    [GeneratedRegex(@"^define\s+(?<n>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex MakeDefine();
}
