using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Requests;

/// <summary>
/// An agent's body as a request shows it. Where it is too long, every section keeps its heading and its first lines: what an agent is
/// about stands in its headings and at the head of its lists, and an agent cut at its end would lose its boundaries.
/// </summary>
internal static class AgentContent
{
    /// <summary>A line's break in JSON, beside the line itself.</summary>
    private const int LineBreak = 2;

    /// <summary>Exactly as it stands, line ends aside.</summary>
    public static string Whole(Agent agent) => string.Join('\n', Trimmed(MarkdownBody.SplitLines(agent.Body)));

    /// <summary>Without blank lines, which mean nothing to who only reads.</summary>
    public static string Dense(Agent agent) => string.Join('\n', MarkdownBody.SplitLines(agent.Body).Where(l => !string.IsNullOrWhiteSpace(l)));

    /// <summary>As much of <see cref="Dense"/> as fits; runs of lines that don't are a mark each.</summary>
    public static string Within(int tokens, Agent agent)
    {
        var dense = Dense(agent);
        return Cost(dense) <= tokens ? dense : Part(tokens, MarkdownBody.Parse(agent.Body));
    }

    private static int Cost(string content) => TokenEstimator.Estimate(content) + (LineBreak * content.AsSpan().Count('\n'));

    private static string Part(int tokens, MarkdownBody body)
    {
        var longest = Math.Max(12, tokens / 4);
        var shown = new string?[body.Lines.Length];
        foreach (var line in ByWorth(body))
        {
            var text = ClippedText.To(longest, body.Lines[line]);

            // A mark may have to follow.
            var cost = TokenEstimator.Estimate(text) + (2 * LineBreak);
            if (cost > tokens)
            {
                break;
            }

            shown[line] = text;
            tokens -= cost;
        }

        return string.Join('\n', Marked(shown, body));
    }

    /// <summary>Headings, then the first line of each section, then the second of each. Code comes last: an excerpt takes its place.</summary>
    private static IEnumerable<int> ByWorth(MarkdownBody body)
    {
        var places = new List<(int Line, int Worth)>();
        var place = 0;
        for (var i = 0; i < body.Lines.Length; i++)
        {
            var kind = body.Kinds[i];
            if (kind is MarkdownLineKind.Blank or MarkdownLineKind.Comment or MarkdownLineKind.HeadingUnderline or MarkdownLineKind.Rule)
            {
                continue;
            }

            if (kind == MarkdownLineKind.Heading)
            {
                place = 0;
                places.Add((i, 0));
            }
            else if (kind is MarkdownLineKind.FenceMarker or MarkdownLineKind.FencedCode or MarkdownLineKind.IndentedCode)
            {
                places.Add((i, int.MaxValue));
            }
            else
            {
                places.Add((i, ++place));
            }
        }

        return places.OrderBy(p => p.Worth).ThenBy(p => p.Line).Select(p => p.Line);
    }

    private static IEnumerable<string> Marked(string?[] shown, MarkdownBody body)
    {
        var isMarked = false;
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i] is { } line)
            {
                yield return line;
                isMarked = false;
            }
            else if (!isMarked && body.Kinds[i] != MarkdownLineKind.Blank)
            {
                yield return ClippedText.Mark;
                isMarked = true;
            }
        }
    }

    private static ImmutableArray<string> Trimmed(ImmutableArray<string> lines)
    {
        var (first, end) = (0, lines.Length);
        while (first < end && string.IsNullOrWhiteSpace(lines[first]))
        {
            first++;
        }

        while (end > first && string.IsNullOrWhiteSpace(lines[end - 1]))
        {
            end--;
        }

        return lines[first..end];
    }
}
