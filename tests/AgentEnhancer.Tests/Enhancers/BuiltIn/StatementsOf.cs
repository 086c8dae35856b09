using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

/// <summary>Everything that the built-in enhancer knows of a set, read once.</summary>
internal sealed record Known(ImmutableArray<Agent> Agents, CatalogueFacts Facts, RelevanceMap Relevance)
{
    public ImmutableArray<Template> Templates => Facts.Catalogue.Templates;

    public AgentFocus Focus(string agent) => AgentFocus.Of(Agents.Single(a => a.Name == agent), Relevance);
}

/// <summary>What the sources of statements say of a set, as one line each, so that a test can hold it to the letter.</summary>
internal static class StatementsOf
{
    public static CatalogueFacts Facts(this TestSet set, bool withRules = false)
    {
        var catalogue = set.Catalogue();
        var rules = withRules ? RuleReader.ReadBuiltIn(catalogue.Templates.Select(t => t.Language).Distinct(StringComparer.Ordinal)) : [];
        return CatalogueFacts.Of(catalogue, SymbolLinker.Link(catalogue.Templates, Languages.Family), new RuleSet(rules));
    }

    public static Known Know(this TestSet set)
    {
        var agents = set.Agents();
        var catalogue = set.Catalogue();
        var relevance = RelevanceAnalyzer.Analyze(agents, catalogue);
        return new Known(agents, CatalogueFacts.Of(catalogue, relevance.Links, new RuleSet([])), relevance);
    }

    public static ImmutableArray<Statement> Statements(this TestSet set, bool withRules = false)
    {
        var facts = set.Facts(withRules);
        return [.. BuiltInEnhancer.Statements(facts, CarriedFields.In(facts.Catalogue), FileLinks.In(facts.Catalogue.Templates))];
    }

    /// <summary>The statements whose topic begins so: <c>Never: Do this; instead: that [t1:3 t2:4-5]</c>.</summary>
    public static string[] Says(this TestSet set, string topic) => Says(set.Statements(), topic);

    public static string[] SaysByRule(this TestSet set) => Says(set.Statements(withRules: true), "rule:");

    public static IEnumerable<SymbolLink> Links(this TestSet set) => set.Facts().Links;

    private static string[] Says(IEnumerable<Statement> statements, string topic) =>
        [.. statements.Where(s => s.Topic.StartsWith(topic, StringComparison.Ordinal)).Select(Line)];

    private static string Line(Statement statement) =>
        $"{statement.Kind}: {statement.Text}{(statement.Why is null ? "" : $" ({statement.Why})")}{(statement.Instead is null ? "" : $"; instead: {statement.Instead}")} [{string.Join(' ', statement.Evidence)}]";
}
