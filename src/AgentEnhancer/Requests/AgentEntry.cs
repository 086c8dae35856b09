using AgentEnhancer.Agents;

namespace AgentEnhancer.Requests;

/// <summary>What a request says of one agent.</summary>
internal static class AgentEntry
{
    /// <summary>Some descriptions hold whole dialogues.</summary>
    private const int LongestDescription = 300;

    private const int LongestValue = 40;
    private const int MostValues = 12;

    /// <summary>What an agent keeps of its content however little room there is.</summary>
    public const int LeastContent = 60;

    /// <summary>How its host runs the agent: nothing that its document is about.</summary>
    private static bool IsSetting(string key) => key.ToLowerInvariant() is
        "model" or "color" or "version" or "author" or "license" or "priority" or "permissionmode" or "hooks" or "mcp-servers" or "mcpservers"
        or "temperature" or "maxturns" or "background" or "isolation" or "memory" or "infer" or "argument-hint" or "target" or "mode";

    private static bool StandsElsewhere(string key) => key.ToLowerInvariant() is "name" or "description" or "technologies";

    public static RequestAgent Of(Agent agent, string content) => new(
        agent.Id,
        NameOf(agent, agent.Id),
        agent.Scope.Length == 0 ? null : agent.Scope,
        agent.Description.Length == 0 ? null : ClippedText.Line(LongestDescription, agent.Description),
        agent.Technologies.IsEmpty ? null : [.. agent.Technologies.Take(MostValues).Select(t => ClippedText.Line(LongestValue, t))],
        Metadata(agent),
        content);

    public static string NameOf(Agent? agent, string id) => ClippedText.Line(LongestValue, agent?.Name ?? id);

    /// <summary>Whole documents are written from the agent's whole text; for a plan it is enough to know what it says.</summary>
    public static string Content(Agent agent, AnswerShape shape, int tokens) =>
        shape == AnswerShape.Document ? AgentContent.Whole(agent) : AgentContent.Within(tokens, agent);

    private static OrderedDictionary<string, string>? Metadata(Agent agent)
    {
        var values = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in FrontMatterFields.Read(FrontMatterReader.Split(agent.Text).HeadLines))
        {
            if (values.Count < MostValues && !IsSetting(field.Key) && !StandsElsewhere(field.Key) && !string.IsNullOrWhiteSpace(field.Value))
            {
                values.TryAdd(field.Key, ClippedText.Line(LongestValue, field.Value));
            }
        }

        return values.Count == 0 ? null : values;
    }
}
