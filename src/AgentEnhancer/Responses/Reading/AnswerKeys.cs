using System.Collections.Frozen;

namespace AgentEnhancer.Responses.Reading;

/// <summary>The names that an answer's fields go by. Compared without case and separators: <c>agent_name</c>, <c>agentName</c>.</summary>
internal static class AnswerKeys
{
    /// <summary>Longer names are none of ours, and mostly a text that lost its end.</summary>
    public const int LongestKey = 80;

    /// <summary>Who is meant.</summary>
    public static readonly FrozenSet<string> Identity = Set("agent", "agentid", "agentname", "id", "name", "path", "file");

    /// <summary>A whole document.</summary>
    public static readonly FrozenSet<string> Content = Set("enhancedcontent", "content", "document", "enhanceddocument", "markdown");

    public static readonly FrozenSet<string> Plan = Set("references", "examples", "practices", "recipe", "always", "never", "ask", "askfirst");

    /// <summary>An object around the plan of one agent.</summary>
    public static readonly FrozenSet<string> PlanHolder = Set("plan", "enhancement", "answer");

    /// <summary>What may follow a document in its object.</summary>
    public static readonly FrozenSet<string> AfterContent =
        Set("templatesreferenced", "linecount", "qualityscore", "summary", "status", "notes", "version", "agent", "agentid", "agentname", "id", "name", "flow");

    /// <summary>Names that stand in answers and hardly ever, in quotes, in a document: where one does, quotes can't be trusted.</summary>
    public static readonly FrozenSet<string> Telling =
        Set("enhancements", "agentname", "agentid", "enhancedcontent", "templatesreferenced", "linecount", "qualityscore", "findings");

    public static bool IsPayload(string key) => Content.Contains(key) || Plan.Contains(key) || PlanHolder.Contains(key);

    /// <summary>Two values under such a name can't both be meant.</summary>
    public static bool Matters(string key) => Identity.Contains(key) || IsPayload(key) || key is "flow" or "findings";

    /// <remarks>A backslash too is a separator: Markdown's habit makes <c>agent\_name</c> of it.</remarks>
    public static string Normalise(ReadOnlySpan<char> key)
    {
        Span<char> name = stackalloc char[LongestKey];
        var length = 0;
        foreach (var c in key)
        {
            if (c is not ('_' or '-' or ' ' or '\\') && length < name.Length)
            {
                name[length++] = char.ToLowerInvariant(c);
            }
        }

        return name[..length].ToString();
    }

    private static FrozenSet<string> Set(params string[] keys) => keys.ToFrozenSet(StringComparer.Ordinal);
}
