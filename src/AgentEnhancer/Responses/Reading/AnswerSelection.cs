using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Responses.Reading;

/// <summary>One answer for each agent that has a whole one, and what is to be said about all others.</summary>
internal sealed record AnswerSelection(ImmutableArray<AgentAnswer> Answers, ImmutableArray<Diagnostic> Diagnostics)
{
    private const int LongestExcerpt = 60;

    public static AnswerSelection Of(AnswerCollector collector, TemplateCatalogue catalogue)
    {
        var answers = ImmutableArray.CreateBuilder<AgentAnswer>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var byAgent = collector.Candidates.ToLookup(c => c.Agent.Id, StringComparer.Ordinal);
        var documents = new DocumentCheck(collector.Names.Agents, collector.Candidates);
        foreach (var agent in collector.Names.Agents)
        {
            // Behind damage an object might be a sample within another's document: one that is sure goes first.
            var readings = byAgent[agent.Id].OrderByDescending(c => c.IsSure).Select(c => AnswerReading.Of(c, documents, catalogue)).ToList();
            var chosen = readings.Find(r => r.Answer is not null);
            if (collector.Count(agent) > 1)
            {
                diagnostics.Add(Diagnostic.At(ResponseDiagnostics.DuplicateAnswer, agent.FullPath, 0, agent.Id));
            }

            if (chosen is { Candidate.IsSure: false } && readings.Exists(r => r.Answer is not null && !r.Candidate.Node.Says(chosen.Candidate.Node)))
            {
                diagnostics.Add(Unusable(agent, "it stands there more than once, each time different, behind a damaged part"));
            }
            else if (chosen is not null)
            {
                answers.Add(chosen.Answer!);
                diagnostics.AddRange(chosen.Diagnostics(agent));
            }
            else if (readings.Count > 0)
            {
                diagnostics.Add(Unusable(agent, readings[0].Problem));
            }
            else if (collector.Broken.Find(b => ReferenceEquals(b.Agent, agent)) is { } broken)
            {
                diagnostics.Add(Diagnostic.At(
                    broken.IsCutOff ? ResponseDiagnostics.CutOff : ResponseDiagnostics.Unreadable, agent.FullPath, 0,
                    broken.Offset.ToString(System.Globalization.CultureInfo.InvariantCulture), Shorten(broken.Excerpt)));
            }
        }

        return new AnswerSelection(answers.ToImmutable(), diagnostics.ToImmutable());
    }

    private static Diagnostic Unusable(Agent agent, string reason) =>
        Diagnostic.At(ResponseDiagnostics.Unusable, agent.FullPath, 0, reason);

    private static string Shorten(string excerpt) => excerpt.Length <= LongestExcerpt ? excerpt : excerpt[..LongestExcerpt];
}
