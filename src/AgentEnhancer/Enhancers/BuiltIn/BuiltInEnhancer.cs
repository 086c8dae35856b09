using System.Collections.Immutable;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Relevance;
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
        var rules = new RuleSet(RuleReader.Combine(builtIn, own.Rules));
        var facts = CatalogueFacts.Of(request.Catalogue, request.Relevance.Links, rules);
        var focuses = request.Agents.Select(a => AgentFocus.Of(a, request.Relevance)).ToImmutableArray();
        var known = RecipeFacts.Of(request.Catalogue);
        var pool = new StatementPool(Statements(facts, known.Records, request.Relevance.Files), focuses);
        var told = new Told();
        var answers = new AgentAnswer[focuses.Length];

        // One after the other, the owners of most templates first: what one agent shows, the next need not.
        foreach (var i in Enumerable.Range(0, focuses.Length).OrderByDescending(i => focuses[i].OwnedCount).ThenBy(i => focuses[i].Agent.Id, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var plan = PlanWriter.Write(focuses[i], facts, known, pool.For(focuses[i].Agent.Id), told);
            told.Remember(plan);
            answers[i] = Answer(focuses[i], plan);
        }

        return Task.FromResult(new BatchResponse([.. answers], [.. NamingStatements.Findings(facts)], [.. own.Diagnostics, .. rules.Diagnostics()], default));
    }

    internal static IEnumerable<Statement> Statements(CatalogueFacts facts, ImmutableArray<CarriedRecord> records, ImmutableArray<FileLink> files) => Echoes.Without(facts.Catalogue,
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
        .. FactoryStatements.From(facts),
        .. FailureStatements.From(facts),
        .. CaughtStatements.From(facts),
        .. GatewayStatements.From(facts),
        .. ConstantStatements.From(facts),
        .. ArgumentStatements.From(facts),
        .. RecordStatements.From(records),
        .. TestedByStatements.From(facts),
        .. SharedModuleStatements.From(facts),
        .. MarkerStatements.From(facts),
        .. NamingStatements.From(facts),
        .. FileStatements.From(files),
    ]);

    private static AgentAnswer Answer(AgentFocus focus, Plans.Plan plan)
    {
        return Shortage(focus, plan) is { } reason
            ? new DeclinedAnswer(focus.Agent.Id, reason) { Material = plan }
            : new PlannedAnswer(focus.Agent.Id, plan);
    }

    /// <summary>What a document of this plan would lack, as a clause; null where it carries one.</summary>
    private static string? Shortage(AgentFocus focus, Plans.Plan plan)
    {
        if (focus.Home.Length < FewestReferences)
        {
            return focus.Home.IsEmpty ? "no template speaks of what it is about" : "only one template speaks of what it is about";
        }

        if (plan.Examples.Length < FewestExamples)
        {
            return "its templates hold no two excerpts worth showing";
        }

        return plan.Practices.Length < FewestPractices
            ? $"its templates show only {plan.Practices.Length} practices of the {FewestPractices} that a document needs"
            : null;
    }
}
