using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Validation;

/// <summary>Answers to documents, agent by agent: what passes the gate goes out, what doesn't falls back.</summary>
internal sealed class AnswerJudge(BatchRequest request, Invocation invocation, StandIn standIn)
{
    /// <summary>The first few reasons of a refusal say enough; they tend to follow from each other.</summary>
    private const int MostReasons = 3;

    private readonly ConcurrentDictionary<string, Lazy<CatalogueCode>> _code = new(StringComparer.Ordinal);

    /// <summary>Every agent that was asked about, in order, then those that share an answer: its text below their own front matter.</summary>
    public ImmutableArray<AgentResult> Judge(MatchedAnswers answers, ImmutableArray<Twin> twins, CancellationToken cancellationToken)
    {
        // What fits the original fits its twin: it is judged under the original's id.
        var asOriginals = twins.Select(t => t.Agent with { Id = t.OriginalId });
        var shared = Judge(asOriginals, answers, cancellationToken).Zip(twins, (result, twin) => result with { Agent = twin.Agent });
        return [.. Judge(request.Agents, answers, cancellationToken), .. shared];
    }

    private ImmutableArray<AgentResult> Judge(IEnumerable<Agent> agents, MatchedAnswers answers, CancellationToken cancellationToken) =>
        [.. agents.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(agent => Judge(agent, answers.ById.GetValueOrDefault(agent.Id)))];

    private AgentResult Judge(Agent agent, AgentAnswer? answer)
    {
        var result = answer switch
        {
            PlannedAnswer planned => Assemble(agent, planned.Plan, completes: standIn.IsThere),
            WrittenAnswer written => Accept(agent, written.Content),
            DeclinedAnswer declined => Declined(agent, declined),

            // That all failed is said once, and what is wrong with this agent's answer need not be said twice.
            _ when invocation.Explains(agent) => AgentResult.Keep(agent),
            _ => AgentResult.Keep(agent, Diagnostic.At(EnhancerDiagnostics.NoAnswer, agent.FullPath, 0)),
        };
        return result.Document is null && standIn.TakesOver ? FallBack(result) : result;
    }

    /// <summary>The built-in document, with the warnings of the answer that it stands for; the original text where there is none either.</summary>
    private AgentResult FallBack(AgentResult failed)
    {
        var agent = failed.Agent;
        var other = standIn.AnswerFor(agent.Id) switch
        {
            PlannedAnswer planned => Assemble(agent, planned.Plan, completes: false),
            DeclinedAnswer declined => Declined(agent, declined),
            _ => AgentResult.Keep(agent),
        };
        var hasDocument = other.Document is not null;
        return other with
        {
            IsStandIn = hasDocument,
            Diagnostics =
            [
                .. failed.Diagnostics.Select(d => d with { FallenBackTo = hasDocument ? FallbackKind.BuiltIn : FallbackKind.Original }),

                // Both for the same reason: that is said.
                .. other.Diagnostics.Where(d => failed.Diagnostics.All(f => !ReferenceEquals(f.Descriptor, d.Descriptor))),
            ],
        };
    }

    private static AgentResult Declined(Agent agent, DeclinedAnswer declined) =>
        AgentResult.Keep(agent, Diagnostic.At(EnhancerDiagnostics.Declined, agent.FullPath, 0, declined.Reason));

    /// <summary>Plan, checked and completed; document, trimmed; gate.</summary>
    private AgentResult Assemble(Agent agent, Plan plan, bool completes)
    {
        var check = PlanChecker.Check(agent, plan, request.CatalogueOf(agent));
        var whole = completes ? Complete(agent, check) : check;
        var (fit, document) = PlanTrimmer.Fit(agent, whole.Plan, request.CatalogueOf(agent), request.Options.Limits);
        var refusals = Refusals(agent, document.Text, fit);
        return refusals.IsEmpty
            ? new AgentResult(agent, document.Text, document.Cited.Length, whole.Problems)
            : AgentResult.Keep(agent, [.. whole.Problems, .. refusals]);
    }

    /// <summary>Kept to the agent's own templates, and completed where it is thin.</summary>
    private CheckedPlan Complete(Agent agent, CheckedPlan check)
    {
        var home = request.Relevance.HomeOf(agent.Id);
        var foreign = PlanHome.ForeignExamples(check.Plan, home);
        var needs = new PlanNeeds(agent, request.CatalogueOf(agent), home, request.Options.Limits);
        return new CheckedPlan(
            PlanCompleter.Complete(PlanHome.Hold(check.Plan, home), Material, needs),
            foreign == 0 ? check.Problems : check.Problems.Add(Diagnostic.At(ResponseDiagnostics.ForeignExamples, agent.FullPath, 0, InlineText.Number(foreign))));

        Plan? Material() => standIn.MaterialFor(agent.Id) is { } material ? PlanChecker.Check(agent, material, request.CatalogueOf(agent)).Plan : null;
    }

    private AgentResult Accept(Agent agent, string content)
    {
        var document = InstanceText.Of(agent, WrittenDocument.Normalise(agent, content), request.Catalogue);
        var refusals = Refusals(agent, document, plan: null);
        var view = DocumentView.Read(agent, document, request.CatalogueOf(agent), request.Relevance);
        var isRefused = request.Options.Grounding == GroundingLevel.Require;
        var invented = Invented(agent, view, isRefused).Select(v => v.ToDiagnostic(agent, document)).ToImmutableArray();
        return refusals.IsEmpty && (invented.IsEmpty || !isRefused)
            ? new AgentResult(agent, document, view.TemplatesCited, invented)
            : AgentResult.Keep(agent, [.. refusals.Concat(isRefused ? invented : []).Take(MostReasons)]);
    }

    private IEnumerable<Violation> Invented(Agent agent, DocumentView view, bool isRefused) =>
    [
        .. WrittenBars.Code(view, CodeOf(agent), isRefused ? GateDiagnostics.CodeRefused : GateDiagnostics.CodeUnknown),
        .. WrittenBars.Technologies(view, CodeOf(agent), isRefused ? GateDiagnostics.TechnologyRefused : GateDiagnostics.TechnologyUnknown),
    ];

    private CatalogueCode CodeOf(Agent agent) =>
        _code.GetOrAdd(agent.Scope, _ => new Lazy<CatalogueCode>(() => new CatalogueCode(request.CatalogueOf(agent)))).Value;

    private ImmutableArray<Diagnostic> Refusals(Agent agent, string document, Plan? plan) =>
        [.. Gate.Check(agent, document, plan, request.CatalogueOf(agent), request.Relevance, request.Options.Limits)
            .DistinctBy(v => v.Descriptor.Code, StringComparer.Ordinal)
            .Take(MostReasons)
            .Select(v => v.ToDiagnostic(agent, document))];
}
