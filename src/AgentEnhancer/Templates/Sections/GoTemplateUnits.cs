using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Sections;

/// <summary>Named templates of Go and Helm: <c>{{ define "chart.name" }}</c> to its <c>{{ end }}</c>.</summary>
internal static partial class GoTemplateUnits
{
    internal static ImmutableArray<Unit> Read(LexedSource source)
    {
        var lines = new SourceLines(source);
        var units = new List<Unit>();
        var (first, depth, name) = (-1, 0, "");
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (Match tag in Tag().Matches(lines.Text(i)))
            {
                if (tag.Groups["n"] is { Success: true } defined && depth == 0)
                {
                    (first, name) = (i, defined.Value);
                }

                depth = Math.Max(0, depth + (tag.Groups["end"].Success ? -1 : 1));
                if (depth == 0 && first >= 0)
                {
                    units.Add(SourceLines.Unit(name, UnitKind.Function, Lead(lines, first), i, first));
                    first = -1;
                }
            }
        }

        return SourceLines.Sorted(units);
    }

    private static int Lead(SourceLines lines, int line)
    {
        while (line > 0 && lines.IsComment(line - 1) && !lines.IsBlank(line - 1))
        {
            line--;
        }

        return line;
    }

    [GeneratedRegex(@"\{\{-?\s*(?:(?:define|block)\s+""(?<n>[^""]+)""|(?:define|block|if|range|with)\b|(?<end>end)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
