using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What the practice rules say of the templates.</summary>
internal static class RuleStatements
{
    private const int MostPlaces = 3;

    /// <summary>A rule weighs from 1 to 10; what the templates' own structure shows starts at about the worth of a 6.</summary>
    private const double WorthOfWeight = 0.85;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        var all = facts.Catalogue.Templates.SelectMany(t => facts.RuleMatches[t.Id].Select(m => (Template: t, Match: m))).ToImmutableArray();
        return RuleMatcher.Supported(all, m => m.Match)
            .Where(m => m.Match.Rule.Kind != RuleKind.Notice)
            .GroupBy(m => (m.Match.Rule.Id, m.Match.Sentence))
            .SelectMany(g => Statements([.. g]));
    }

    /// <summary>One sentence, all its places. It is offered with each of its templates first, so that whoever works there can be told.</summary>
    private static IEnumerable<Statement> Statements((Template Template, RuleMatch Match)[] places)
    {
        for (var i = 0; i < Math.Min(places.Length, MostPlaces); i++)
        {
            var (template, match) = places[i];
            yield return new Statement(
                Kind(match.Rule.Kind), match.Sentence, match.Why, match.Instead,
                [new Evidence(template.Id, match.Span), .. places.Where((p, j) => j != i).Take(MostPlaces - 1).Select(p => new Evidence(p.Template.Id, p.Match.Span))],
                $"rule:{match.Rule.Topic}", match.Rule.Weight * WorthOfWeight);
        }
    }

    private static StatementKind Kind(RuleKind kind) => kind switch
    {
        RuleKind.Always => StatementKind.Always,
        RuleKind.Never => StatementKind.Never,
        RuleKind.Ask => StatementKind.Ask,
        _ => StatementKind.Practice,
    };
}
