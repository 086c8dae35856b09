using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What is new and of the kind that a table holds has to be entered there: nobody notices before it is asked for.</summary>
internal static class RegistryStatements
{
    private const double Worth = 6.6;

    /// <summary>The code says itself what becomes of what is missing.</summary>
    private const double WorthWithOutcome = 7.2;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        var templates = facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Code).ToArray();
        var defined = templates.SelectMany(t => t.Units).Where(u => u.Kind is not (UnitKind.Value or UnitKind.Property or UnitKind.Statements)).Select(u => u.Name)
            .Concat(facts.Links.Select(l => l.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var registry in templates.SelectMany(t => Registries.In(t, defined)))
        {
            var users = facts.LinksByDefiner[registry.Template.Id].Where(l => l.Name == registry.Unit.Name).SelectMany(l => l.Uses).Select(u => u.User);
            if (users.Prepend(registry.Template).Where(t => t.Role == TemplateRole.Code).Select(t => Registries.Find(registry, t)).FirstOrDefault(l => l is not null) is not { } lookup)
            {
                continue;
            }

            var table = new Evidence(registry.Template.Id, new LineSpan(registry.Unit.SignatureLine, registry.Unit.Span.Last));
            var asked = new Evidence(lookup.Template.Id, LineSpan.Of(lookup.Line));
            var by = MarkerStatements.Enclosing(lookup.Template, lookup.Line) is { Name: var name } ? Prose.Code(name) : Prose.File(lookup.Template);
            yield return new Statement(
                StatementKind.Practice, $"Enter {What(registry)} into {Prose.Code(registry.Unit.Name)} {Prose.Cite(table)}: {by} finds it there {Prose.Cite(asked)}.",
                lookup.Refusal is { } error ? $"Without an entry, it ends in {Prose.Code(error)}." : lookup.Default is { } value ? $"Without an entry, it gets {Prose.Code(value)}." : null,
                null, [table, asked], $"registry:{registry.Template.Id}:{registry.Unit.Name}", lookup is { Refusal: null, Default: null } ? Worth : WorthWithOutcome);
        }
    }

    /// <summary>By the table's own name, or by the word that all of its entries end with.</summary>
    private static string What(Registry registry)
    {
        var like = Prose.Code(registry.Entries[^1]);
        var words = registry.Entries.Select(Kinship.Words).ToArray();
        return !registry.IsByType && Kinship.Words(registry.Unit.Name) is [.., var last] && last.Length > 3 && Kinship.Singular(last) is var one && one != last ? $"each new {one}, as {like} is,"
            : words.All(w => w.Count > 1 && w[^1] == words[0][^1] && char.IsLetter(w[^1][0])) ? $"each new {words[0][^1]}, as {like} is,"
            : $"what is new and like {like}";
    }
}
