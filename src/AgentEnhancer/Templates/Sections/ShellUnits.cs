using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Sections;

/// <summary>Functions of shells and of PowerShell, with braces or parentheses around their bodies.</summary>
internal static partial class ShellUnits
{
    internal static ImmutableArray<Unit> Read(LexedSource source) => Read(source, Function());

    internal static ImmutableArray<Unit> ReadPowerShell(LexedSource source) => Read(source, PowerShellFunction());

    private static ImmutableArray<Unit> Read(LexedSource source, Regex function)
    {
        var lines = new SourceLines(source);
        var units = new List<Unit>();
        var floor = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (function.Match(lines.Code(i)) is not { Success: true } match)
            {
                floor = lines.HasCode(i) ? i + 1 : floor;
                continue;
            }

            var last = End(lines, i, match.Index + match.Length, function);
            var name = lines.Read(i, match.Groups["n"]);
            var kind = match.Groups["t"].Success ? UnitKind.Test : UnitKind.Function;
            units.Add(SourceLines.Unit(match.Groups["t"].Success ? "test " + name.Trim('"', '\'') : name, kind, lines.LeadStart(i, floor), last, i));
            floor = last + 1;
            i = last;
        }

        return SourceLines.Sorted(units);
    }

    /// <summary>The brace that closes the body; where none does, the last line before the next function at the margin.</summary>
    private static int End(SourceLines lines, int first, int column, Regex function)
    {
        var depth = 0;
        var opened = false;
        var open = '\0';
        for (var i = first; i < lines.Count; i++)
        {
            if (i > first && lines.Indent(i) == 0 && function.IsMatch(lines.Code(i)))
            {
                return lines.LastContent(first, i - 1);
            }

            var code = lines.Code(i);
            for (var c = i == first ? column : 0; c < code.Length; c++)
            {
                if (!opened && code[c] is '{' or '(')
                {
                    (opened, open) = (true, code[c]);
                }

                if (opened)
                {
                    depth += code[c] == open ? 1 : code[c] == (open == '{' ? '}' : ')') ? -1 : 0;
                    if (depth == 0)
                    {
                        return i;
                    }
                }
            }

            // The pattern of a case closes no subshell; only a line of its own does.
            if (open == '{' && i > first && code.AsSpan().TrimEnd() is "}")
            {
                return i;
            }
        }

        return lines.LastContent(first, lines.Count - 1);
    }

    [GeneratedRegex(@"^\s*(?:function\s+(?<n>[\w:.-]+)\s*(?:\(\s*\))?|(?<n>[\w:.-]+)\s*\(\s*\)|@(?<t>test)\s+(?<n>""[^""]*""|'[^']*'))\s*(?=[{(]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Function();

    [GeneratedRegex(@"^\s*(?:function|filter|class|enum)\s+(?:(?:global|script|local|private):)?(?<n>[\w-]+)(?<t>(?!))?\s*(?:\([^()]*\)|:\s*\w+)?\s*(?=\{|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PowerShellFunction();
}
