using System.Collections.Immutable;
using AgentEnhancer.Relevance;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>
/// All statements of a run, each offered to the two agents that it matters to most: what every agent says, none should.
/// </summary>
internal sealed class StatementPool
{
    private const int MostAgents = 2;

    /// <summary>What a statement is worth to the second of its agents, of what it is worth to the first.</summary>
    private const double SecondHand = 0.55;

    private readonly ILookup<string, (Statement Statement, double Score)> _byAgent;

    public StatementPool(IEnumerable<Statement> statements, ImmutableArray<AgentFocus> agents)
    {
        var byTemplate = agents.SelectMany(a => a.Core.Select(id => (Id: id, Agent: a))).ToLookup(p => p.Id, p => p.Agent, StringComparer.Ordinal);
        _byAgent = statements.AsParallel().AsOrdered()
            .SelectMany(s => Offers(s, byTemplate))
            .AsSequential()
            .ToLookup(o => o.AgentId, o => (o.Statement, o.Score), StringComparer.Ordinal);
    }

    /// <summary>What may be said about an agent, best first.</summary>
    public IEnumerable<(Statement Statement, double Score)> For(string agentId) =>
        _byAgent[agentId].OrderByDescending(o => o.Score).ThenBy(o => o.Statement.Topic, StringComparer.Ordinal).ThenBy(o => o.Statement.Text, StringComparer.Ordinal);

    private static IEnumerable<(string AgentId, Statement Statement, double Score)> Offers(Statement statement, ILookup<string, AgentFocus> byTemplate)
    {
        if (statement.Evidence.IsEmpty)
        {
            return [];
        }

        var terms = TermsOf(statement);
        return byTemplate[statement.Evidence[0].TemplateId]
            .Where(a => a.MayUse(statement.Evidence))
            .Select(a => (Agent: a, Score: statement.Worth * (0.4 + a.Affinity(statement.Evidence)) * (0.6 + (0.8 * a.Relevant(terms)))))
            .OrderByDescending(o => o.Score).ThenBy(o => o.Agent.Agent.Id, StringComparer.Ordinal)
            .Take(MostAgents)
            .Select((o, i) => (o.Agent.Agent.Id, statement, i == 0 ? o.Score : o.Score * SecondHand));
    }

    private static string[] TermsOf(Statement statement) => [.. Terms.Of($"{statement.Text} {statement.Why} {statement.Instead}")];
}
