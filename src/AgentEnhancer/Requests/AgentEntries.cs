using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Requests;

/// <summary>Entries of agents, and how room is shared between their contents.</summary>
internal sealed class AgentEntries(AnswerShape shape)
{
    /// <summary>Of the room that agents and templates have together, what the agents' own text may take: they are to be shown their templates.</summary>
    private const int PercentForContent = 40;

    private readonly Dictionary<string, (int Frame, int Content)> _costs = new(StringComparer.Ordinal);

    /// <summary>What an agent costs however little room there is.</summary>
    public int LeastCost(Agent agent) => CostOf(agent).Frame + LeastContent(agent);

    public int FrameCost(Agent agent) => CostOf(agent).Frame;

    /// <param name="room">For the contents of these agents and all that is said of templates.</param>
    public ImmutableArray<RequestAgent> Within(int room, ImmutableArray<Agent> agents)
    {
        var share = Share(agents, Math.Max(agents.Sum(LeastContent), (int)((long)room * PercentForContent / 100)));
        return [.. agents.Select(a => AgentEntry.Of(a, AgentEntry.Content(a, shape, Math.Max(share, AgentEntry.LeastContent))))];
    }

    /// <summary>What each may take so that all of it is used: short ones leave theirs to the others.</summary>
    private int Share(ImmutableArray<Agent> agents, int room)
    {
        var left = agents.Length;
        foreach (var cost in agents.Select(a => CostOf(a).Content).Order())
        {
            if (cost > room / left)
            {
                return room / left;
            }

            room -= cost;
            left--;
        }

        return int.MaxValue;
    }

    /// <summary>A whole document needs the agent's whole text.</summary>
    private int LeastContent(Agent agent)
    {
        var content = CostOf(agent).Content;
        return shape == AnswerShape.Document ? content : Math.Min(AgentEntry.LeastContent, content);
    }

    private (int Frame, int Content) CostOf(Agent agent)
    {
        if (!_costs.TryGetValue(agent.Id, out var cost))
        {
            var frame = RequestDocument.Cost(RequestDocument.Json(AgentEntry.Of(agent, "")));
            var whole = RequestDocument.Cost(RequestDocument.Json(AgentEntry.Of(agent, AgentEntry.Content(agent, shape, int.MaxValue))));
            cost = (frame, whole - frame);
            _costs.Add(agent.Id, cost);
        }

        return cost;
    }
}
