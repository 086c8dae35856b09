using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Sections;

/// <summary>What stands inside of SQL's statements, or around them: common table expressions, and dbt's macros.</summary>
internal static partial class SqlParts
{
    // A short query is read in one piece.
    private const int ShortestQuery = 12;

    /// <summary><c>name as (…)</c> behind <c>with</c>, one unit each under the query.</summary>
    public static IEnumerable<Unit> CommonTables(SourceLines lines, Unit query)
    {
        if (query.Span.Length < ShortestQuery || !With().IsMatch(lines.Code(query.SignatureLine - 1)))
        {
            yield break;
        }

        var depth = 0;
        var open = (Line: -1, Name: "");
        for (var i = query.SignatureLine - 1; i < query.Span.Last; i++)
        {
            if (depth == 0 && TableHead().Match(lines.Code(i)) is { Success: true } head)
            {
                open = (i, lines.Read(i, head.Groups["n"]));
            }

            foreach (var c in lines.Code(i))
            {
                depth = c == '(' ? depth + 1 : c == ')' ? Math.Max(0, depth - 1) : depth;
            }

            if (depth == 0 && open.Line >= 0 && i > open.Line)
            {
                yield return SourceLines.Unit(open.Name, UnitKind.Query, open.Line, i, open.Line, query);
                open = (-1, "");
            }
        }
    }

    /// <summary><c>{% macro name(…) %}</c> to <c>{% endmacro %}</c>; snapshots and tests as well.</summary>
    public static List<Unit> Macros(SourceLines lines)
    {
        var units = new List<Unit>();
        var open = (Line: -1, Name: "", Kind: "");
        for (var i = 0; i < lines.Count; i++)
        {
            if (open.Line < 0 && MacroHead().Match(lines.Text(i)) is { Success: true } head)
            {
                open = (i, head.Groups["n"].Value, head.Groups["k"].Value);
            }

            if (open.Line >= 0 && MacroEnd().Match(lines.Text(i)) is { Success: true } end && end.Groups["k"].Value == open.Kind)
            {
                var first = open.Line;
                while (first > 0 && lines.IsComment(first - 1) && !lines.IsBlank(first - 1))
                {
                    first--;
                }

                units.Add(SourceLines.Unit(open.Name, open.Kind is "test" ? UnitKind.Test : UnitKind.Function, first, i, open.Line));
                open = (-1, "", "");
            }
        }

        return units;
    }

    [GeneratedRegex(@"^\s*with\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex With();

    [GeneratedRegex(@"^\s*(?:with\s+(?:recursive\s+)?|,\s*)?(?<n>\w+)\s+as\s+(?:(?:not\s+)?materialized\s+)?\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TableHead();

    [GeneratedRegex(@"\{%-?\s*(?<k>macro|snapshot|test|materialization)\s+(?<n>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex MacroHead();

    [GeneratedRegex(@"\{%-?\s*end(?<k>macro|snapshot|test|materialization)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MacroEnd();
}
