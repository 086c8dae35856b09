using AgentEnhancer.Agents;

namespace AgentEnhancer.Rendering;

/// <summary>
/// A document that a model wrote whole: whatever it did to the front matter, the agent's own is put back; line ends and the
/// last line are made those of every document.
/// </summary>
internal static class WrittenDocument
{
    public static string Normalise(Agent agent, string content)
    {
        var lines = MarkdownBody.SplitLines(content.TrimStart('\uFEFF')).ToList();
        TrimBlankEdges(lines);
        Unwrap(lines);
        RemoveFrontMatter(lines);
        lines.RemoveAll(l => l.StartsWith(Provenance.Mark, StringComparison.Ordinal));
        TrimBlankEdges(lines);

        var lineEnd = agent.UsesCrLf ? "\r\n" : "\n";
        var frontMatter = agent.FrontMatter.Length == 0 || agent.FrontMatter[^1] == '\n' ? agent.FrontMatter : agent.FrontMatter + lineEnd;
        return frontMatter + (frontMatter.Length > 0 ? lineEnd : "")
            + string.Join(lineEnd, lines) + lineEnd + lineEnd + Provenance.CommentOf(agent) + lineEnd;
    }

    /// <summary>A whole answer in one fence is the answer, not code: only where that fence says Markdown, or holds front matter.</summary>
    private static void Unwrap(List<string> lines)
    {
        if (lines.Count < 3 || !lines[0].StartsWith("```", StringComparison.Ordinal) || lines[^1].Trim('`').Length > 0)
        {
            return;
        }

        if (lines[0].Trim('`').Trim() is "markdown" or "md" || IsRule(lines[1]))
        {
            lines.RemoveAt(lines.Count - 1);
            lines.RemoveAt(0);
            TrimBlankEdges(lines);
        }
    }

    private static void RemoveFrontMatter(List<string> lines)
    {
        if (lines.Count > 0 && IsRule(lines[0]) && lines.FindIndex(1, IsRule) is var close && close > 0)
        {
            lines.RemoveRange(0, close + 1);
        }
    }

    private static bool IsRule(string line) => line.TrimEnd() is "---";

    private static void TrimBlankEdges(List<string> lines)
    {
        lines.RemoveRange(0, lines.TakeWhile(string.IsNullOrWhiteSpace).Count());
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }
    }
}
