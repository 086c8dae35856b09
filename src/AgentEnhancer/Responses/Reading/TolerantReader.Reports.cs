using AgentEnhancer.Agents;

namespace AgentEnhancer.Responses.Reading;

/// <summary>Whose answer it was that doesn't stand whole.</summary>
internal sealed partial class TolerantReader
{
    private const int ExcerptBefore = 40;
    private const int ExcerptAfter = 20;

    private static readonly string[] IdentityFields = ["\"agent\"", "\"agent_name\"", "\"agent\\_name\"", "\"agent_id\"", "\"agent\\_id\"", "\"agentName\"", "\"agentId\"", "\"id\"", "\"name\""];

    private List<(int At, Agent Agent)>? _mentions;

    /// <summary>Where the text names an agent in a field that says who is meant, in order of place.</summary>
    public List<(int At, Agent Agent)> Mentions => _mentions ??= FindMentions();

    private void NoteBroken(AnswerNode node, string? key)
    {
        // An object that holds no payload so far may still be an agent's, cut off behind its name.
        if (node.Members.Exists(m => AnswerKeys.Identity.Contains(m.Key)) && collector.Identify(node, key) is { } agent)
        {
            collector.AddBroken(new BrokenPart(agent, _failedAt, Excerpt(_failedAt), _isCutOff));
        }
    }

    /// <summary>Agents that the text names and that nothing whole and nothing broken was found for.</summary>
    private void NoteUnread()
    {
        if (collector.Names.Agents.All(a => collector.Count(a) > 0 || collector.Broken.Exists(b => ReferenceEquals(b.Agent, a))))
        {
            return;
        }

        foreach (var (at, agent) in Mentions)
        {
            if (collector.Count(agent) == 0)
            {
                collector.AddBroken(new BrokenPart(agent, at, Excerpt(at), IsCutOff: false));
            }
        }
    }

    private string Excerpt(int at)
    {
        var first = Math.Max(0, Math.Min(at, text.Length) - ExcerptBefore);
        return text.Substring(first, Math.Min(text.Length, at + ExcerptAfter) - first);
    }

    private List<(int At, Agent Agent)> FindMentions()
    {
        var found = new List<(int At, Agent Agent)>();
        foreach (var field in IdentityFields)
        {
            for (var at = text.IndexOf(field, StringComparison.Ordinal); at >= 0; at = text.IndexOf(field, at + field.Length, StringComparison.Ordinal))
            {
                var colon = Skip(text, at + field.Length);
                var quote = colon < text.Length && text[colon] == ':' ? Skip(text, colon + 1) : text.Length;
                var close = quote < text.Length && text[quote] == '"' ? text.AsSpan(quote + 1, Math.Min(text.Length - quote - 1, AnswerKeys.LongestKey * 5)).IndexOf('"') : -1;
                if (close > 0 && StringDecoder.Decode(text.AsSpan(quote + 1, close)) is { } name && collector.Names.Find(name) is { } agent)
                {
                    found.Add((at, agent));
                }
            }
        }

        found.Sort((a, b) => a.At.CompareTo(b.At));
        return found;
    }
}
