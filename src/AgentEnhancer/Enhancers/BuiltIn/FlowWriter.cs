using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One line on how the agent's templates hang together: who takes what from whom.</summary>
internal static class FlowWriter
{
    private const int ShortestChain = 3;
    private const int LongestChain = 5;

    /// <summary>What a template of somebody else counts in a chain.</summary>
    private const double OfOthers = 0.4;

    public static string? Write(AgentFocus focus, CatalogueFacts facts)
    {
        // Company that shares no word with the agent has no flow that is the agent's.
        if (focus.HasCompany)
        {
            return null;
        }

        double Weight(IEnumerable<string> ids) => ids.Sum(id => focus.Owns(id) ? 1 : OfOthers);
        var home = focus.Home.Where(t => t.Role is TemplateRole.Code).ToDictionary(t => t.Id, StringComparer.Ordinal);
        List<SymbolLink> best = [];
        var first = "";
        foreach (var start in focus.Home.Where(t => home.ContainsKey(t.Id)))
        {
            var chain = Longest(start.Id, home, facts, [start.Id], Weight);
            if (chain.Count + 1 >= ShortestChain && Weight(chain.Select(l => l.Definer.Id).Prepend(start.Id)) > (first.Length == 0 ? 0 : Weight(best.Select(l => l.Definer.Id).Prepend(first))))
            {
                (best, first) = (chain, start.Id);
            }
        }

        if (best.Count == 0)
        {
            return null;
        }

        var users = best.Select(l => l.Definer.Id).Prepend(first);
        return $"How they connect: [{first}] {string.Join(", which ", best.Zip(users, (l, user) => ReferenceWriter.Taking(l, home[user])))}.";
    }

    /// <summary>The longest run of links, what is the agent's own counting most, from a template through others of the agent, never twice through one.</summary>
    private static List<SymbolLink> Longest(string from, Dictionary<string, Template> home, CatalogueFacts facts, HashSet<string> passed, Func<IEnumerable<string>, double> weight)
    {
        List<SymbolLink> best = [];
        if (passed.Count > LongestChain)
        {
            return best;
        }

        foreach (var link in facts.LinksByUser[from].Where(l => home.ContainsKey(l.Definer.Id) && !passed.Contains(l.Definer.Id))
            .GroupBy(l => l.Definer.Id, StringComparer.Ordinal).Select(g => g.OrderBy(l => l.Name.Length).ThenBy(l => l.Name, StringComparer.Ordinal).First()))
        {
            passed.Add(link.Definer.Id);
            List<SymbolLink> chain = [link, .. Longest(link.Definer.Id, home, facts, passed, weight)];
            passed.Remove(link.Definer.Id);
            if (weight(chain.Select(l => l.Definer.Id)) > weight(best.Select(l => l.Definer.Id)))
            {
                best = chain;
            }
        }

        return best;
    }
}
