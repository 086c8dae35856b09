using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Validation;

/// <summary>What became of one agent's answer.</summary>
/// <param name="Document">A document that passed the gate; null where the agent keeps its text.</param>
/// <param name="TemplatesReferenced">Distinct templates that the document cites.</param>
internal sealed record AgentResult(Agent Agent, string? Document, int TemplatesReferenced, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The first few reasons of a refusal say enough; they tend to follow from each other.</summary>
    private const int MostReasons = 3;

    /// <summary>Every agent that was asked about, in order, then those that share an answer: its text below their own front matter.</summary>
    public static ImmutableArray<AgentResult> Of(
        BatchRequest request, ImmutableArray<Twin> twins, MatchedAnswers answers, Invocation invocation, CancellationToken cancellationToken)
    {
        // What fits the original fits its twin: it is judged under the original's id.
        var asOriginals = request with { Agents = [.. twins.Select(t => t.Agent with { Id = t.OriginalId })] };
        var shared = Of(asOriginals, answers, invocation, cancellationToken).Zip(twins, (result, twin) => result with { Agent = twin.Agent });
        return [.. Of(request, answers, invocation, cancellationToken), .. shared];
    }

    /// <summary>Every agent that was asked about, in order.</summary>
    public static ImmutableArray<AgentResult> Of(
        BatchRequest request, MatchedAnswers answers, Invocation invocation, CancellationToken cancellationToken) =>
        [.. request.Agents.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(agent => answers.ById.GetValueOrDefault(agent.Id) switch
            {
                PlannedAnswer planned => Assemble(agent, planned.Plan, request),
                WrittenAnswer written => Accept(agent, written.Content, request),
                DeclinedAnswer declined => Keep(agent, Diagnostic.At(EnhancerDiagnostics.Declined, agent.FullPath, 0, declined.Reason)),

                // That all failed is said once.
                _ when invocation.Failure is not null => Keep(agent),
                _ => Keep(agent, Diagnostic.At(EnhancerDiagnostics.NoAnswer, agent.FullPath, 0)),
            })];

    /// <summary>Plan, checked; document, trimmed; gate.</summary>
    private static AgentResult Assemble(Agent agent, Plan plan, BatchRequest request)
    {
        var check = PlanChecker.Check(agent, plan, request.Catalogue);
        var (fit, document) = PlanTrimmer.Fit(agent, check.Plan, request.Catalogue, request.Options.Limits);
        var refusals = Refusals(agent, document.Text, fit, request);
        return refusals.IsEmpty
            ? new AgentResult(agent, document.Text, document.Cited.Length, check.Problems)
            : Keep(agent, [.. check.Problems, .. refusals]);
    }

    private static AgentResult Accept(Agent agent, string content, BatchRequest request)
    {
        var document = WrittenDocument.Normalise(agent, content);
        var refusals = Refusals(agent, document, plan: null, request);
        return refusals.IsEmpty
            ? new AgentResult(agent, document, DocumentView.Read(agent, document, request.Catalogue, request.Relevance).TemplatesCited, [])
            : Keep(agent, refusals);
    }

    private static ImmutableArray<Diagnostic> Refusals(Agent agent, string document, Plan? plan, BatchRequest request) =>
        [.. Gate.Check(agent, document, plan, request.Catalogue, request.Relevance, request.Options.Limits)
            .DistinctBy(v => v.Descriptor.Code, StringComparer.Ordinal)
            .Take(MostReasons)
            .Select(v => v.ToDiagnostic(agent, document))];

    private static AgentResult Keep(Agent agent, params ImmutableArray<Diagnostic> reasons) => new(agent, null, 0, reasons);
}
