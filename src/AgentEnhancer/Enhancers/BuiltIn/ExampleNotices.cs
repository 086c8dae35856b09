using System.Collections.Immutable;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What to notice in an excerpt: where the names that it uses are defined, and who relies on what it defines.</summary>
internal static class ExampleNotices
{
    private const int MostNames = 3;

    public static ImmutableArray<string> Of(Template template, LineSpan excerpt, AgentFocus focus, CatalogueFacts facts)
    {
        var notices = ImmutableArray.CreateBuilder<string>();
        var taken = facts.LinksByUser[template.Id]
            .Where(l => l.Uses.Any(u => ReferenceEquals(u.User, template) && u.Lines.Any(excerpt.Contains)))
            .OrderByDescending(l => focus.Affinity(l.Definer.Id) + (l.Uses.Length * 0.05)).ThenBy(l => l.Name, StringComparer.Ordinal)
            .Take(MostNames).ToArray();
        if (taken.Length > 0)
        {
            notices.Add($"{Prose.List([.. taken.Select(l => $"{Prose.Code(l.Name)} comes from {Prose.Cite(l.Definer, l.Symbol.SignatureLine)}")])}.");
        }

        var given = facts.LinksByDefiner[template.Id]
            .Where(l => excerpt.Contains(l.Symbol.SignatureLine))
            .OrderByDescending(l => l.Uses.Length).ThenBy(l => l.Symbol.Span).FirstOrDefault();
        if (given is not null)
        {
            var places = Prose.Places(given.Uses.Where(u => !u.Lines.IsEmpty), 3);
            var verb = Symbols.IsCallable(given.Symbol) ? "called" : "used";
            notices.Add($"{Prose.Code(given.Name)} is {verb} at {Prose.List([.. places.Select(Prose.Cite)])}.");
        }

        var ruled = facts.RuleMatches[template.Id].Where(m => m.Rule.Kind == RuleKind.Notice && excerpt.Contains(m.Span))
            .OrderByDescending(m => m.Rule.Weight).ThenBy(m => m.Span).FirstOrDefault();
        if (ruled is not null)
        {
            notices.Add(ruled.Sentence);
        }

        return notices.ToImmutable();
    }
}
