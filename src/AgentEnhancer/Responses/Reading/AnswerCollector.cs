using AgentEnhancer.Agents;

namespace AgentEnhancer.Responses.Reading;

/// <summary>An agent's answer that stands whole in the text.</summary>
/// <param name="IsSure">Nothing before it in the text had to be skipped, so that it can't be a piece of something else.</param>
internal sealed record Candidate(Agent Agent, AnswerNode Node, bool IsSure);

/// <summary>An agent's answer that doesn't stand whole, and where it stops making sense.</summary>
internal sealed record BrokenPart(Agent Agent, int Offset, string Excerpt, bool IsCutOff);

/// <summary>Takes in whole objects, in the order in which they end, and keeps those that answer for an agent or tell of a template.</summary>
internal sealed class AnswerCollector(AgentNames names)
{
    private const int MostOfAnAgent = 4;
    private const int MostFindings = 200;
    private const int MostNotes = 20;
    private const int FewestTellingParts = 2;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public AgentNames Names { get; } = names;

    public List<Candidate> Candidates { get; } = [];

    public List<BrokenPart> Broken { get; } = [];

    public List<AnswerNode> Findings { get; } = [];

    /// <summary>Names that nobody asked was called by.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Names that several agents go by, or that contradict each other in one object.</summary>
    public List<string> Ambiguous { get; } = [];

    /// <summary>All objects of a tree.</summary>
    public void AddAll(AnswerNode root)
    {
        foreach (var item in root.Items)
        {
            AddAll(item);
        }

        foreach (var member in root.Members)
        {
            AddAll(member.Value);
            Add(member.Value, member.Key, isSure: true);
        }

        foreach (var item in root.Items)
        {
            Add(item, null, isSure: true);
        }
    }

    /// <summary>Takes the object if it is of use.</summary>
    /// <param name="key">The name it stands under: a list may be one of agents by id.</param>
    public bool Add(AnswerNode node, string? key, bool isSure)
    {
        if (!node.IsObject)
        {
            return false;
        }

        if (node["at"] is not null && node["problem"] is not null)
        {
            if (Findings.Count < MostFindings)
            {
                Findings.Add(node);
            }

            return false;
        }

        if (!node.Members.Exists(m => AnswerKeys.IsPayload(m.Key)))
        {
            return false;
        }

        if (Identify(node, key) is not { } agent)
        {
            return false;
        }

        var count = _counts[agent.Id] = _counts.GetValueOrDefault(agent.Id) + 1;
        if (count <= MostOfAnAgent)
        {
            Candidates.Add(new Candidate(agent, node, isSure));
        }

        return true;
    }

    public void AddBroken(BrokenPart part)
    {
        if (!Broken.Exists(b => ReferenceEquals(b.Agent, part.Agent)))
        {
            Broken.Add(part);
        }
    }

    /// <summary>How often the agent was answered for.</summary>
    public int Count(Agent agent) => _counts.GetValueOrDefault(agent.Id);

    /// <summary>The agent that all names of an object which mean anybody mean.</summary>
    public Agent? Identify(AnswerNode node, string? key)
    {
        var said = node.Members.Where(m => AnswerKeys.Identity.Contains(m.Key)).Select(m => m.Value.Text).OfType<string>().ToList();
        var ambiguous = false;
        var found = new List<Agent>();
        foreach (var name in said)
        {
            if (Names.Find(name, out var several) is { } agent && !found.Contains(agent))
            {
                found.Add(agent);
            }

            ambiguous |= several;
        }

        if (found.Count == 0 && said.Count == 0 && key is not null)
        {
            return Names.FindKey(key);
        }

        if (found.Count == 1)
        {
            return found[0];
        }

        if (said.Count > 0 && IsTelling(node))
        {
            Note(found.Count > 1 || ambiguous ? Ambiguous : Unknown, string.Join(", ", said));
        }

        return null;
    }

    /// <summary>An answer to be sure, and no sample of JSON that has a name and a content too.</summary>
    private static bool IsTelling(AnswerNode node) =>
        node["enhancedcontent"] is not null || node.Members.Count(m => AnswerKeys.Plan.Contains(m.Key)) >= FewestTellingParts;

    private static void Note(List<string> notes, string text)
    {
        if (notes.Count < MostNotes && !notes.Contains(text))
        {
            notes.Add(text);
        }
    }
}
