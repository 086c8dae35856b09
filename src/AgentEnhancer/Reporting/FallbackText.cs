namespace AgentEnhancer.Reporting;

/// <summary>
/// What goes out for an agent that failed, in the words of the warning. A descriptor says what holds where nobody stands in; one that cannot
/// know says "fall back". Where it is known, the same warning says which.
/// </summary>
internal static class FallbackText
{
    private static readonly (string Written, string BuiltIn, string Original)[] Phrases =
    [
        ("the agent keeps its original text", "the agent gets its built-in document instead", "the agent keeps its original text"),
        ("it keeps its original text", "it gets its built-in document instead", "it keeps its original text"),
        ("all agents keep their original text", "the built-in enhancer stands in for all agents", "all agents keep their original text"),
        (" falls back", " falls back to the built-in enhancer", " keeps its original text"),
        (" fall back", " fall back to the built-in enhancer", " keep their original text"),
    ];

    public static string Of(string format, FallbackKind kind)
    {
        foreach (var (written, builtIn, original) in Phrases)
        {
            format = format.Replace(written, kind == FallbackKind.BuiltIn ? builtIn : original, StringComparison.Ordinal);
        }

        return format;
    }
}
