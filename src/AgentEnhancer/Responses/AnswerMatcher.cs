using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Responses;

/// <summary>Answers by the agent that they are for. An agent without one is absent.</summary>
internal sealed record MatchedAnswers(ImmutableDictionary<string, AgentAnswer> ById, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Gives every agent its answer: by id, never by position or by name.</summary>
internal static class AnswerMatcher
{
    public static MatchedAnswers Match(ImmutableArray<Agent> agents, ImmutableArray<AgentAnswer> answers)
    {
        var asked = agents.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var byId = ImmutableDictionary.CreateBuilder<string, AgentAnswer>(StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var answer in answers)
        {
            if (!asked.TryGetValue(answer.AgentId, out var agent))
            {
                diagnostics.Add(Diagnostic.At(ResponseDiagnostics.UnknownAgent, null, 0, answer.AgentId));
            }
            else if (!byId.TryAdd(answer.AgentId, answer))
            {
                diagnostics.Add(Diagnostic.At(ResponseDiagnostics.DuplicateAnswer, agent.FullPath, 0, answer.AgentId));
            }
        }

        return new MatchedAnswers(byId.ToImmutable(), diagnostics.ToImmutable());
    }
}
