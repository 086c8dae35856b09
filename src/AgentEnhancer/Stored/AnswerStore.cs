using System.Collections.Immutable;
using System.Text.Json;
using AgentEnhancer.Agents;
using AgentEnhancer.Output;
using AgentEnhancer.Plans;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Stored;

/// <summary>What need not be asked again, and what must be.</summary>
/// <param name="Open">Agents without a valid answer.</param>
internal sealed record LoadedAnswers(ImmutableArray<AgentAnswer> Answers, ImmutableArray<Agent> Open, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// Accepted answers of models, a small file an agent: <c>backend/api.md</c> is answered by <c>backend/api.md.json</c>. A change in one agent's file
/// never touches another's.
/// </summary>
internal static class AnswerStore
{
    public static LoadedAnswers Load(BatchRequest request, string? folder)
    {
        if (folder is null)
        {
            return new LoadedAnswers([], request.Agents, []);
        }

        var answers = ImmutableArray.CreateBuilder<AgentAnswer>();
        var open = ImmutableArray.CreateBuilder<Agent>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var agent in request.Agents)
        {
            var path = PathOf(folder, agent.Id);
            try
            {
                if (File.Exists(path) && Valid(StoredAnswer.Read(File.ReadAllBytes(path)), request, agent) is { } answer)
                {
                    answers.Add(answer);
                    continue;
                }
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
            {
                diagnostics.Add(Diagnostic.At(StoredDiagnostics.Damaged, path, e is JsonException { LineNumber: { } line } ? (int)line + 1 : 0, e.Message));
            }

            open.Add(agent);
        }

        return new LoadedAnswers(answers.ToImmutable(), open.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>In a locked build: one error for each agent that has no valid answer, on the agent's file.</summary>
    public static IEnumerable<Diagnostic> Missing(LoadedAnswers stored, string folder) =>
        stored.Open.Select(agent => Diagnostic.At(
            File.Exists(PathOf(folder, agent.Id)) ? StoredDiagnostics.LockedOutdated : StoredDiagnostics.LockedMissing,
            agent.FullPath, 0, PathOf(folder, agent.Id)));

    /// <summary>Keeps what the gate let through. What was refused is asked again.</summary>
    /// <param name="results">Of the agents that <paramref name="response"/> answers.</param>
    public static ImmutableArray<Diagnostic> Save(
        BatchRequest request, ImmutableArray<AgentResult> results, BatchResponse response, string? folder)
    {
        if (folder is null)
        {
            return [];
        }

        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var accepted = results.Where(r => r is { Document: not null, IsStandIn: false }).Select(r => r.Agent.Id).ToHashSet(StringComparer.Ordinal);
        var agents = request.Agents.ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (var answer in response.Answers.Where(a => accepted.Contains(a.AgentId)).DistinctBy(a => a.AgentId, StringComparer.Ordinal))
        {
            var path = PathOf(folder, answer.AgentId);
            try
            {
                AtomicFile.Write(path, Of(request, agents[answer.AgentId], answer, response).Write());
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                diagnostics.Add(Diagnostic.At(StoredDiagnostics.CannotStore, path, 0, e.Message));
            }
        }

        return diagnostics.ToImmutable();
    }

    public static string PathOf(string folder, string agentId) => OutputPaths.Of(folder, agentId) + ".json";

    private static StoredAnswer Of(BatchRequest request, Agent agent, AgentAnswer answer, BatchResponse response)
    {
        var plan = (answer as PlannedAnswer)?.Plan;
        var written = (answer as WrittenAnswer)?.Content;

        // A document of its own cites by path.
        var cited = (plan is not null
            ? PlanCitations.TemplateIds(plan).Distinct(StringComparer.Ordinal).Select(request.Catalogue.Find).OfType<Template>()
            : request.CatalogueOf(agent).Templates.Where(t => written!.Contains(t.Path, StringComparison.Ordinal)).Select(t => request.Catalogue.Find(t.Id)!))
            .OrderBy(t => t.Path, StringComparer.Ordinal).ToArray();
        return new StoredAnswer(
            StoredAnswer.CurrentVersion,
            agent.Id,
            AnswerHash.Of(request, agent, cited),
            Protocol.Version,
            response.Model,
            new StoredUsage(response.Usage.Input, response.Usage.Output, response.Answers.Length),
            [.. cited.Select(t => new StoredTemplate(t.Id, t.Path, AnswerHash.Of(t), AnswerHash.Empty(t)))],
            plan,
            written is null ? null : MarkdownBody.SplitLines(written));
    }

    /// <returns>Null where the question has changed since, or a place that the answer cites is gone.</returns>
    private static AgentAnswer? Valid(StoredAnswer stored, BatchRequest request, Agent agent)
    {
        var pairs = stored.Templates.Select(t => (Then: t, Now: request.Catalogue.FindPath(t.Path))).ToArray();
        if (Array.Exists(pairs, p => p.Now is null)
            || !string.Equals(stored.Hash, AnswerHash.Of(request, agent, pairs.Select(p => p.Now!)), StringComparison.Ordinal))
        {
            return null;
        }

        if (stored.Plan is null)
        {
            return stored.ToAnswer(agent.Id, null);
        }

        var moved = pairs.ToDictionary(p => p.Then.Id, p => (p.Now!.Id, Lines: new MovedLines(p.Then, p.Now)), StringComparer.Ordinal);
        var plan = PlanRewrite.Move(
            stored.Plan,
            id => moved.TryGetValue(id, out var now) ? now.Id : null,
            (id, span) => moved.TryGetValue(id, out var now) ? now.Lines.Find(span) : null);
        return plan is null ? null : stored.ToAnswer(agent.Id, plan);
    }
}
