using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What the built-in enhancer knows of the templates before it looks at an agent.</summary>
internal sealed record CatalogueFacts(
    TemplateCatalogue Catalogue,
    ImmutableArray<SymbolLink> Links,
    ILookup<string, SymbolLink> LinksByDefiner,
    ILookup<string, SymbolLink> LinksByUser,
    ILookup<string, RuleMatch> RuleMatches,
    IReadOnlySet<string> UsedNames)
{
    public static CatalogueFacts Of(TemplateCatalogue catalogue, ImmutableArray<SymbolLink> links, RuleSet rules) => new(
        catalogue,
        links,
        links.ToLookup(l => l.Definer.Id, StringComparer.Ordinal),
        links.SelectMany(l => l.Uses.Select(u => (u.User.Id, Link: l))).ToLookup(p => p.Id, p => p.Link, StringComparer.Ordinal),
        catalogue.Templates.AsParallel().AsOrdered().SelectMany(t => RuleMatcher.Match(t, rules).Select(m => (t.Id, Match: m))).AsSequential()
            .ToLookup(p => p.Id, p => p.Match, StringComparer.Ordinal),
        catalogue.Templates.SelectMany(t => Identifiers.In(t.Source)).Select(t => t.Text).ToHashSet(StringComparer.Ordinal));

    /// <summary>Where cases of one type are told from each other, in order of the templates.</summary>
    public ImmutableArray<Decision> Decisions { get; } = [.. Catalogue.Templates.SelectMany(BuiltIn.Decisions.In)];

    /// <summary>Closed sets of words that several files list.</summary>
    public ImmutableArray<ImmutableArray<Vocabulary>> Vocabularies { get; } = [.. VocabularyStatements.Shared(Catalogue)];

    /// <summary>Two templates of a pack are two projects: what seems to join them is chance.</summary>
    public bool AreOfOneScope(IEnumerable<Evidence> evidence) => !_hasScopes || evidence.Select(e => Catalogue.Find(e.TemplateId)?.Scope).Distinct(StringComparer.Ordinal).Count() < 2;

    private readonly bool _hasScopes = Catalogue.Templates.Select(t => t.Scope).Distinct(StringComparer.Ordinal).Skip(1).Any();

    /// <summary>The documentation that leads a unit, or null.</summary>
    public static Comment? DocumentationOf(Template template, Unit unit) =>
        template.Source.Comments.FirstOrDefault(c => c.IsDocumentation && !c.IsTrailing && unit.Span.Contains(c.Span)
            && (c.Span.Last < unit.SignatureLine ? unit.SignatureLine - c.Span.Last <= 6 : c.Span.First <= BodyStart(template, unit)));

    /// <summary>Docstrings stand below the signature, which may run over lines.</summary>
    private static int BodyStart(Template template, Unit unit)
    {
        if (template.Language is not "python")
        {
            return 0;
        }

        for (var line = unit.SignatureLine; line <= unit.Span.Last; line++)
        {
            if (template.Source.Code[line - 1].TrimEnd().EndsWith(':'))
            {
                return line + 1;
            }
        }

        return unit.SignatureLine + 1;
    }
}
