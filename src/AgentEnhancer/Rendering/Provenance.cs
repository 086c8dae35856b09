namespace AgentEnhancer.Rendering;

/// <summary>The last line of every document. Without version or time: the same inputs give the same bytes.</summary>
internal static class Provenance
{
    public const string Comment = "<!-- Enhanced by AgentEnhancer.Build; edit the source agent, not this file. -->";

    /// <summary>What every version of the comment starts with: a file that holds it is ours.</summary>
    public const string Mark = "<!-- Enhanced by AgentEnhancer.Build";
}
