using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Relevance;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates.Instances;

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
        var byId = new Dictionary<string, AgentAnswer>(StringComparer.Ordinal);
        var findings = ImmutableArray.CreateBuilder<PlanFinding>();
        foreach (var set in request.Sets)
        {
            // Another template of a pack is another project: nothing of it is known here.
            ImmutableArray<Agent> agents = [.. request.Agents.Where(a => string.Equals(a.Scope, set.Scope, StringComparison.Ordinal))];
            if (!agents.IsEmpty)
            {
                var facts = CatalogueFacts.Of(set.Catalogue, set.Relevance.Links, rules);
                findings.AddRange(NamingStatements.Findings(facts));
                foreach (var answer in Answers(agents, set, facts, cancellationToken))
                {
                    byId[answer.AgentId] = answer;
                }
            }
        }

        return Task.FromResult(new BatchResponse([.. request.Agents.Select(a => byId[a.Id])], [.. findings.Distinct()], [.. own.Diagnostics, .. rules.Diagnostics()], default));
    }

    private static AgentAnswer[] Answers(ImmutableArray<Agent> agents, TemplateSet set, CatalogueFacts facts, CancellationToken cancellationToken)
    {
        var focuses = agents.Select(a => AgentFocus.Of(a, set.Relevance, InstanceView.Of(a, set.Catalogue))).ToImmutableArray();
        var known = RecipeFacts.Of(set.Catalogue);
        var pool = new StatementPool(Statements(facts, known.Records, set.Relevance.Files).Where(s => facts.AreOfOneScope(s.Evidence)), focuses);
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

        return answers;
    }

    internal static IEnumerable<Statement> Statements(CatalogueFacts facts, ImmutableArray<CarriedRecord> records, ImmutableArray<FileLink> files) => Echoes.Without(facts.Catalogue,
    [
        .. AuthorStatements.From(facts),
        .. RuleStatements.From(facts),
        .. DocumentedRules.From(facts),
        .. NormativeStatements.From(facts),
        .. ReasonStatements.From(facts),
        .. SiblingStatements.From(SiblingFamilies.In(facts.Catalogue)),
        .. SingletonStatements.From(facts),
        .. ContractStatements.From(facts),
        .. CaseStatements.From(facts),
        .. LimitStatements.From(facts),
        .. BoundStatements.From(facts),
        .. VocabularyStatements.From(facts),
        .. RegistryStatements.From(facts),
        .. DerivedStatements.From(facts),
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
