using System.Collections.Immutable;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Agents;

/// <summary>An agent that goes out with another's answer, under its own front matter.</summary>
internal sealed record Twin(Agent Agent, string OriginalId);

/// <summary>Agents that are asked about, and those that share an answer.</summary>
internal sealed record AgentFamilies(ImmutableArray<Agent> Originals, ImmutableArray<Twin> Twins, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// One agent often lies in a project twice, for two consumers, each with a front matter of its own. It is one subject: asked about once, and a
/// template that fits it has one owner. <c>TwinOf</c> says which; two files of one name that differ in nothing but their front matter need no saying.
/// </summary>
internal static class TwinFinder
{
    /// <param name="thin">Agents that need an answer.</param>
    /// <param name="complete">Agents that need none: a thin twin of one of them is asked about itself.</param>
    public static AgentFamilies Split(ImmutableArray<Agent> thin, ImmutableArray<Agent> complete)
    {
        var alike = thin.Where(a => a.TwinOf is null && !IsForCopilot(a)).ToLookup(Likeness);
        var byPath = thin.Concat(complete).ToDictionary(a => a.FullPath, StringComparer.Ordinal);
        var originals = ImmutableArray.CreateBuilder<Agent>(thin.Length);
        var twins = ImmutableArray.CreateBuilder<Twin>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var agent in thin)
        {
            var original = agent.TwinOf is not null ? byPath.GetValueOrDefault(agent.TwinOf) : IsForCopilot(agent) ? alike[Likeness(agent)].FirstOrDefault() : null;
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

    /// <summary>Its consumer knows agents by this ending; all others take any <c>.md</c>.</summary>
    private static bool IsForCopilot(Agent agent) => agent.Id.EndsWith(".agent.md", StringComparison.OrdinalIgnoreCase);

    private static (string Scope, string Stem, string Body) Likeness(Agent agent)
    {
        var file = agent.Id[(agent.Id.LastIndexOf('/') + 1)..];
        var stem = file[..^(IsForCopilot(agent) ? ".agent.md" : ".md").Length];
        return (agent.Scope, stem.ToLowerInvariant(), agent.Body.ReplaceLineEndings("\n").Trim());
    }
}
