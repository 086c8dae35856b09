using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Instances;

/// <summary>An element of a project file whose <c>Condition</c> the engine decides, because it speaks of the template's symbols.</summary>
internal readonly partial record struct MSBuildElement(Condition Condition, int Lines)
{
    /// <returns>Null where no such element begins on the line.</returns>
    public static MSBuildElement? At(ImmutableArray<string> lines, int index, TemplateConfig config)
    {
        var match = Conditional().Match(lines[index]);
        if (!match.Success || !ConditionParser.NamesSymbol(match.Groups["condition"].Value, config))
        {
            return null;
        }

        var last = index;
        var name = match.Groups["name"].Value;
        if (!lines[index].AsSpan(match.Index).Contains("/>", StringComparison.Ordinal))
        {
            while (last < lines.Length && !lines[last].Contains($"</{name}>", StringComparison.Ordinal))
            {
                last++;
            }

            last = Math.Min(last, lines.Length - 1);
        }

        return new MSBuildElement(ConditionParser.Parse(match.Groups["condition"].Value, config), last - index + 1);
    }

    [GeneratedRegex("<(?<name>[\\w.-]+)[^<>]*?\\sCondition=\"(?<condition>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Conditional();
}
