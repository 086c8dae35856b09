using System.Collections.Immutable;
using AgentEnhancer.Relevance;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <param name="IsSpare">Others need it more: for want of anything better only.</param>
internal sealed record Offer(Statement Statement, double Score, bool IsSpare);

/// <summary>
/// All statements of a run, each offered first to the agent that it matters to most: what every agent says, none should.
/// </summary>
internal sealed class StatementPool
{
    /// <summary>Agents beyond the first are offered a statement only for want of others.</summary>
    private const int FirstHand = 1;
    private const int MostAgents = 4;

    /// <summary>An author's own rule concerns more than one agent; said to all of them it would be noise.</summary>
    private const int MostAgentsOfARule = 3;

    /// <summary>What a statement is worth to the second of its agents, of what it is worth to the first.</summary>
    private const double SecondHand = 0.55;

    /// <summary>An author's rule that shares less than this with an agent's words is not its business.</summary>
    private const double LeastRelevance = 0.1;

    /// <summary>What a comment demands in a template that another agent owns must speak of this agent's subject by more than a word.</summary>
    private const double LeastOfAnother = 0.3;

    /// <summary>What fills another agent's document must still speak of this one's subject, were it its second choice only.</summary>
    private const double LeastOfSpare = 0.15;

    /// <summary>Who speaks of a section of settings so many times less than another has no business in it.</summary>
    private const double LeastOfSection = 1.5;

    /// <summary>In a set of one subject every word is common; sharing this many of them is concern enough.</summary>
    private const int SharedWords = 2;

    private readonly ILookup<string, Offer> _byAgent;

    public StatementPool(IEnumerable<Statement> statements, ImmutableArray<AgentFocus> agents)
    {
        var byTemplate = agents.SelectMany(a => a.Core.Select(id => (Id: id, Agent: a))).ToLookup(p => p.Id, p => p.Agent, StringComparer.Ordinal);
        _byAgent = statements.AsParallel().AsOrdered()
            .SelectMany(s => Offers(s, agents, byTemplate))
            .AsSequential()
            .ToLookup(o => o.AgentId, o => o.Offer, StringComparer.Ordinal);
    }

    /// <summary>What may be said about an agent, best first; what an author wrote down goes before what the templates are known to show.</summary>
    public IEnumerable<Offer> For(string agentId) =>
        _byAgent[agentId].Select(o => o.Statement.IsGeneral ? o with { Score = Math.Max(o.Score, AboveFillers(agentId, o.Statement)) } : o)
            .OrderByDescending(o => o.Score).ThenByDescending(o => o.Statement.IsGeneral).ThenBy(o => o.Statement.Topic, StringComparer.Ordinal).ThenBy(o => o.Statement.Text, StringComparer.Ordinal);

    private double AboveFillers(string agentId, Statement rule) =>
        _byAgent[agentId].Where(o => IsFiller(o.Statement) && IsOrder(o.Statement) == IsOrder(rule) && (IsOrder(rule) || o.Statement.Kind == rule.Kind))
            .Select(o => o.Score).DefaultIfEmpty().Max();

    private static bool IsFiller(Statement statement) => statement.Topic.StartsWith("rule:", StringComparison.Ordinal);

    // A practice and what is always so fill the same lists.
    private static bool IsOrder(Statement statement) => statement.Kind is StatementKind.Practice or StatementKind.Always;

    private static IEnumerable<(string AgentId, Offer Offer)> Offers(Statement statement, ImmutableArray<AgentFocus> agents, ILookup<string, AgentFocus> byTemplate)
    {
        if (statement.IsGeneral)
        {
            return Rank(statement, TermsOf(statement), agents);
        }

        if (statement.Evidence.IsEmpty)
        {
            return [];
        }

        var terms = TermsOf(statement, agents);
        return Rank(statement, terms, OfTheirSection(statement, terms, agents) ?? byTemplate[statement.Evidence[0].TemplateId]);
    }

    private static IEnumerable<(string AgentId, Offer Offer)> Rank(Statement statement, string[] terms, IEnumerable<AgentFocus> agents)
    {
        return agents
            // Who may only read needs no rules for writing.
            .Where(a => a.MayUse(statement) && IsBusinessOf(a, statement) && (!statement.IsGeneral || a.Agent.MayWrite))
            .Select(a => (Agent: a, Relevance: a.Relevant(terms)))
            .Where(o => !NormativeStatements.IsQuote(statement) || o.Agent.IsItsWork(statement.Evidence[0].TemplateId) || o.Relevance >= (o.Agent.Settings(statement.Evidence[0].TemplateId) is null ? LeastOfAnother : LeastOfSpare))
            .Where(o => !IsFiller(statement) || Suits(statement, o.Agent, o.Relevance))
            .Where(o => !statement.IsGeneral || o.Relevance >= LeastRelevance || o.Agent.Shared(terms) >= SharedWords)
            .Select(o => (o.Agent, IsClose: statement.IsGeneral || statement.IsLastResort || o.Agent.Owns(statement.Evidence[0].TemplateId) || o.Relevance >= LeastOfSpare, Score: statement.Worth * o.Agent.Standing(statement) * (0.3 + (statement.IsGeneral ? o.Relevance : o.Agent.Affinity(statement.Evidence))) * (0.45 + (1.1 * o.Relevance))))
            .OrderByDescending(o => o.Score).ThenBy(o => o.Agent.Agent.Id, StringComparer.Ordinal)
            .Take(statement.IsGeneral ? MostAgentsOfARule : MostAgents)
            .Where((o, i) => i < FirstHand || o.IsClose)
            .Select((o, i) => (o.Agent.Agent.Id, new Offer(statement, i == 0 ? o.Score : o.Score * SecondHand, statement.IsLastResort || (i >= FirstHand && !statement.IsGeneral))));
    }

    /// <summary>A file of settings has a section for each concern: what stands in one is for those who speak of it, if anybody does.</summary>
    private static IEnumerable<AgentFocus>? OfTheirSection(Statement statement, string[] terms, ImmutableArray<AgentFocus> agents)
    {
        var id = statement.Evidence[0].TemplateId;
        var best = agents.Any(a => a.Settings(id) is not null) ? agents.Max(a => a.Relevant(terms)) : 0;
        return best < LeastOfSpare ? null : agents.Where(a => a.Relevant(terms) * LeastOfSection >= best);
    }

    /// <summary>
    /// What is known of a language or framework is said to whose template it stands in, and of tests to who speaks of tests.
    /// Who owns no template, such as a reviewer, has to live on those of others.
    /// </summary>
    private static bool Suits(Statement statement, AgentFocus agent, double relevance) =>
        (agent.OwnedCount == 0 || agent.IsItsWork(statement.Evidence[0].TemplateId) || (statement.Kind != StatementKind.Practice && relevance >= LeastOfAnother))
        && (agent.SpeaksOfTests || !statement.Evidence.All(e => agent.IsTest(e.TemplateId)));

    /// <summary>What a pipeline shows is for who speaks of pipelines, were there nobody else to tell it to.</summary>
    private static bool IsBusinessOf(AgentFocus agent, Statement statement) =>
        statement.IsGeneral || agent.SpeaksOfAutomation || !statement.Evidence.All(e => agent.IsAutomation(e.TemplateId));

    /// <summary>Of a line of settings also what it stands under.</summary>
    private static string[] TermsOf(Statement statement, ImmutableArray<AgentFocus> agents) =>
        agents.Select(a => a.Settings(statement.Evidence[0].TemplateId)).FirstOrDefault(t => t is not null) is { } settings
            ? [.. SettingsSections.TermsOf(settings, statement.Evidence[0].Span.First), .. TermsOf(statement)] : TermsOf(statement);

    private static string[] TermsOf(Statement statement) => [.. Terms.Of($"{statement.Text} {statement.Why} {statement.Instead}")];
}
