using System.Collections.Immutable;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The default enhancer: offline, deterministic, and silent about what it can't show.</summary>
internal sealed class BuiltInEnhancer : IContentEnhancer
{
    private const int FewestReferences = 2;
    private const int FewestExamples = 2;
    private const int FewestPractices = 3;

    public Task<BatchResponse> EnhanceAsync(BatchRequest request, CancellationToken cancellationToken)
    {
        var own = RuleReader.ReadFiles(request.Options.RuleFiles);
        var builtIn = RuleReader.ReadBuiltIn(request.Catalogue.Templates.Select(t => t.Language).Distinct(StringComparer.Ordinal));
        var facts = CatalogueFacts.Of(request.Catalogue, request.Relevance.Links, new RuleSet(RuleReader.Combine(builtIn, own.Rules)));
        var focuses = request.Agents.Select(a => AgentFocus.Of(a, request.Relevance)).ToImmutableArray();
        var pool = new StatementPool(Statements(facts), focuses);
        var records = CarriedFields.In(request.Catalogue);
        var answers = focuses.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(f => Answer(f, PlanWriter.Write(f, facts, records, pool.For(f.Agent.Id))))
            .ToImmutableArray();
        return Task.FromResult(new BatchResponse(answers, [.. NamingStatements.Findings(facts)], own.Diagnostics, default));
    }

    internal static IEnumerable<Statement> Statements(CatalogueFacts facts) =>
    [
        .. AuthorStatements.From(facts),
        .. RuleStatements.From(facts),
        .. NormativeStatements.From(facts),
        .. SiblingStatements.From(SiblingFamilies.In(facts.Catalogue)),
        .. SingletonStatements.From(facts),
        .. ContractStatements.From(facts),
        .. LinkStatements.From(facts),
        .. SignatureStatements.From(facts),
        .. LocalReuseStatements.From(facts),
        .. LiteralStatements.From(facts),
        .. BoundaryStatements.From(facts),
        .. MarkerStatements.From(facts),
        .. NamingStatements.From(facts),
    ];

    private static AgentAnswer Answer(AgentFocus focus, Plans.Plan plan)
    {
        if (focus.Home.Length < FewestReferences)
        {
            return new DeclinedAnswer(focus.Agent.Id, focus.Home.IsEmpty ? "no template speaks of what it is about" : "only one template speaks of what it is about");
        }

        if (plan.Examples.Length < FewestExamples)
        {
            return new DeclinedAnswer(focus.Agent.Id, "its templates hold no two excerpts worth showing");
        }

        return plan.Practices.Length < FewestPractices
            ? new DeclinedAnswer(focus.Agent.Id, $"its templates show only {plan.Practices.Length} practices of the {FewestPractices} that a document needs")
            : new PlannedAnswer(focus.Agent.Id, plan);
    }
}
