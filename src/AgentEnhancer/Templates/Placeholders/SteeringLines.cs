using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>
/// Where the language itself knows no end, as Python does not, a unit ends with its last line of code, and the line that ends its last
/// condition would be left behind: whoever copied the unit would have half of it.
/// </summary>
internal static partial class SteeringLines
{
    public static ImmutableArray<Unit> Balance(ImmutableArray<Unit> units, LexedSource source)
    {
        var depths = Depths(source);
        if (depths is null)
        {
            return units;
        }

        var balanced = new Dictionary<Unit, Unit>(ReferenceEqualityComparer.Instance);
        return
        [
            .. units.Select(unit =>
            {
                var last = End(unit.Span, depths, source);
                var parent = unit.Parent is { } p ? balanced.GetValueOrDefault(p, p) : null;
                return balanced[unit] = last == unit.Span.Last && ReferenceEquals(parent, unit.Parent)
                    ? unit
                    : unit with { Span = new LineSpan(unit.Span.First, last), Parent = parent };
            }),
        ];
    }

    /// <summary>Lines of a file with what ends the conditions that they begin, where that follows at once.</summary>
    public static LineSpan Closed(LineSpan span, LexedSource source) =>
        Depths(source) is { } depths ? new LineSpan(span.First, End(span, depths, source)) : span;

    /// <summary>Through the lines below that only steer, as long as they end what the unit began.</summary>
    private static int End(LineSpan span, int[] depths, LexedSource source)
    {
        var open = depths[span.Last] - depths[span.First - 1];
        for (var line = span.Last + 1; open > 0 && line <= source.Lines.Length && string.IsNullOrWhiteSpace(source.Masked[line - 1]); line++)
        {
            open = depths[line] - depths[span.First - 1];
            if (open == 0)
            {
                return line;
            }
        }

        return span.Last;
    }

    /// <summary>How many blocks are open behind each line; null where none ever is.</summary>
    private static int[]? Depths(LexedSource source)
    {
        var depths = new int[source.Lines.Length + 1];
        var any = false;
        for (var i = 0; i < source.Lines.Length; i++)
        {
            var line = source.Lines[i];
            var change = Steers(line, source.Masked[i])
                ? Opens().Count(line) - Closes().Count(line)
                : 0;
            depths[i + 1] = depths[i] + change;
            any |= change != 0;
        }

        return any ? depths : null;
    }

    /// <summary>A tag on it was made blank, not an identifier.</summary>
    private static bool Steers(string line, string masked)
    {
        for (var at = 0; (at = line.AsSpan(at).IndexOfAny('{', '<', '[') is var next and >= 0 ? at + next : -1) >= 0; at++)
        {
            if (masked[at] == ' ')
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[{[]%[-+]?\s*(?:if|for|macro|block|raw|with|filter|call|unless|case|capture|verbatim)\b|\{\{[-~]?\s*(?:#|\^\s*\w)|\{\{[-~]?\s*(?:if|for|range|while|with|case|func|capture|define|block)\s|<%(?!=)[-_]?\s*(?:if|for|while|[^%\n]*\{\s*[-_]?%>|[^%\n]*\bdo\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Opens();

    [GeneratedRegex(@"[{[]%[-+]?\s*end|\{\{[-~]?\s*(?:/|end\b)|<%[-_]?\s*(?:\}|end\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Closes();
}
