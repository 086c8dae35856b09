using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Requests;

/// <summary>
/// The agents of each invocation: all of them in one, unless somebody asked for fewer, the least that can be said of them and of the
/// templates that concern them doesn't fit, or their answer would be longer than models write. Then as few as possible, of like size.
/// </summary>
internal sealed class Batches(BatchRequest request, RequestBudget budget, int frame, AgentEntries agents, TemplateEntries templates)
{
    private readonly ILookup<string, string> _owned = TemplateOrder.Owned(request.Relevance);

    public ImmutableArray<ImmutableArray<Agent>> Split()
    {
        var size = request.Options.BatchSize > 0 ? request.Options.BatchSize : Math.Max(1, request.Agents.Length);
        return [.. request.Agents.Chunk(size).SelectMany(Split)];
    }

    private List<ImmutableArray<Agent>> Split(Agent[] all)
    {
        var batches = new List<ImmutableArray<Agent>>();
        var open = new Load(this);
        foreach (var agent in all)
        {
            if (!open.Takes(agent))
            {
                batches.Add(open.Close());
                open = new Load(this);
                open.Takes(agent);
            }
        }

        batches.Add(open.Close());
        return Evenly(all, batches.Count) ?? batches;
    }

    /// <summary>Seventeen and sixteen agents rather than thirty-two and one, where both halves fit.</summary>
    private List<ImmutableArray<Agent>>? Evenly(Agent[] all, int count)
    {
        var batches = new List<ImmutableArray<Agent>>(count);
        for (var i = 0; i < count; i++)
        {
            var load = new Load(this);
            foreach (var agent in all[(all.Length * i / count)..(all.Length * (i + 1) / count)])
            {
                if (!load.Takes(agent))
                {
                    return null;
                }
            }

            batches.Add(load.Close());
        }

        return batches;
    }

    /// <summary>A batch that is being filled.</summary>
    private sealed class Load(Batches all)
    {
        private readonly ImmutableArray<Agent>.Builder _agents = ImmutableArray.CreateBuilder<Agent>();
        private readonly HashSet<string> _templates = new(StringComparer.Ordinal);
        private int _cost = all.Frame;

        /// <summary>False where the agent doesn't fit beside those that are there; one by itself always does.</summary>
        public bool Takes(Agent agent)
        {
            var cost = _cost + all.Agents.LeastCost(agent);
            var added = new List<string>();
            foreach (var ranked in TemplateOrder.For(agent, all.Request, all._owned))
            {
                if (!_templates.Contains(ranked.Template.Id))
                {
                    added.Add(ranked.Template.Id);
                    cost += all.Templates.Of(ranked.Template, TemplateDetail.Path).Cost;
                }
            }

            var fits = cost <= all.Budget.InputCeiling(_agents.Count + 1, _templates.Count + added.Count) && all.Budget.CanAnswer(_agents.Count + 1);
            if (!fits && _agents.Count > 0)
            {
                return false;
            }

            _cost = cost;
            _agents.Add(agent);
            _templates.UnionWith(added);
            return true;
        }

        public ImmutableArray<Agent> Close() => _agents.DrainToImmutable();
    }

    private BatchRequest Request => request;

    private RequestBudget Budget => budget;

    private int Frame => frame;

    private AgentEntries Agents => agents;

    private TemplateEntries Templates => templates;
}
