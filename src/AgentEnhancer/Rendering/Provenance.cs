using AgentEnhancer.Agents;

namespace AgentEnhancer.Rendering;

/// <summary>The last line of every document. Without version or time: the same inputs give the same bytes.</summary>
internal static class Provenance
{
    /// <summary>What every version of the comment starts with: a file that holds it is ours.</summary>
    public const string Mark = "<!-- Enhanced by AgentEnhancer.Build";

    /// <summary>
    /// Names the file to edit: the reader may have opened a copy far from it. Who gets the agent with a project made of its template has no such
    /// file. A comment ends at its first <c>--&gt;</c>, so a path holds none.
    /// </summary>
    public static string CommentOf(Agent agent) => agent.Scope.Length > 0
        ? $"{Mark} from the agent of its template. -->"
        : $"{Mark} from {agent.Id.Replace(">", "%3E", StringComparison.Ordinal)}; edit that file, not this one. -->";
}
