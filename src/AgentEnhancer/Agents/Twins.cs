using System.Collections.Immutable;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Agents;

/// <summary>An agent that goes out with another's answer, under its own front matter.</summary>
internal sealed record Twin(Agent Agent, string OriginalId);

/// <summary>Agents that are asked about, and those that share an answer.</summary>
internal sealed record AgentFamilies(ImmutableArray<Agent> Originals, ImmutableArray<Twin> Twins, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// One agent often lies in a project twice, for two consumers, each with a front matter of its own. It is one subject: asked about once, and a
/// template that fits it has one owner.
/// </summary>
internal static class TwinFinder
{
    /// <param name="thin">Agents that need an answer.</param>
    /// <param name="complete">Agents that need none: a thin twin of one of them is asked about itself.</param>
    public static AgentFamilies Split(ImmutableArray<Agent> thin, ImmutableArray<Agent> complete)
    {
        var byPath = thin.Concat(complete).ToDictionary(a => a.FullPath, StringComparer.Ordinal);
        var originals = ImmutableArray.CreateBuilder<Agent>(thin.Length);
        var twins = ImmutableArray.CreateBuilder<Twin>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var agent in thin)
        {
            var original = agent.TwinOf is null ? null : byPath.GetValueOrDefault(agent.TwinOf);
            var isOfOneScope = original is not null && string.Equals(original.Scope, agent.Scope, StringComparison.Ordinal);
            if (original is { TwinOf: null } && isOfOneScope && !complete.Contains(original))
            {
                twins.Add(new Twin(agent, original.Id));
                continue;
            }

            originals.Add(agent);
            if (agent.TwinOf is not null && !(original is { TwinOf: null } && isOfOneScope))
            {
                diagnostics.Add(Diagnostic.At(AgentDiagnostics.UnknownTwin, agent.FullPath, 0, agent.TwinOf));
            }
        }

        return new AgentFamilies(originals.ToImmutable(), twins.ToImmutable(), diagnostics.ToImmutable());
    }
}
