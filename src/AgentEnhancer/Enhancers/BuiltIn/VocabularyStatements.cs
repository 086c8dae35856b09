using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The same closed set of words in several files: an enum, the check of its column, the type of a client.</summary>
internal static class VocabularyStatements
{
    /// <summary>Two words may be the same by chance, unless both sets are called alike.</summary>
    private const int FewestByThemselves = 3;
    private const int MostPlaces = 5;
    private const int MostShown = 4;
    private const double Worth = 7.2;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var places in facts.Vocabularies)
        {
            ImmutableArray<Evidence> evidence = [.. places.Select(p => new Evidence(p.Template.Id, p.Lines))];
            var kept = evidence.Where((_, i) => !IsOfMigration(places[i])).Select(Prose.Cite).ToArray();
            var migrated = evidence.Where((_, i) => IsOfMigration(places[i])).Select(Prose.Cite).ToArray();
            var name = places.FirstOrDefault(p => p.Name is not null)?.Name;
            var what = name is null ? $"{Prose.Code(places[0].Words[0])}, {Prose.Code(places[0].Words[1])} and so on" : Prose.Code(name);
            var next = migrated.Length == 0 ? "" : $"by a new migration that widens {Prose.List(migrated)}";
            var where = kept.Length == 0 ? next
                : $"in {Prose.List(kept)}{(kept.Length > 1 && next.Length == 0 ? " together" : "")}{(next.Length == 0 ? "" : $", and {next}")}";
            var topic = $"vocabulary:{places[0].Key}";
            foreach (var own in evidence)
            {
                // To the owner of each place.
                var others = evidence.Remove(own);
                yield return new Statement(StatementKind.Always, $"Add a value to {what} {where}", $"Each lists the same values: {Shown(places[0])}.", null, [own, .. others], topic, Worth);
                yield return new Statement(
                    StatementKind.Ask, $"Before renaming or removing one of the values {Shown(places[evidence.IndexOf(own)])} {Prose.Cite(own)}: {Prose.List([.. others.Select(Prose.Cite)])} {(others.Length == 1 ? "lists" : "list")} the same",
                    null, null, [own, .. others], topic, Worth - 1);
            }
        }
    }

    /// <summary>The lists of the same words, each with a place in several files; those that a migration brought stand last.</summary>
    public static IEnumerable<ImmutableArray<Vocabulary>> Shared(TemplateCatalogue catalogue)
    {
        var all = catalogue.Templates.Where(t => t.Role is not (TemplateRole.Prose or TemplateRole.Test)).SelectMany(Vocabularies.In);
        foreach (var group in all.GroupBy(v => (v.Template.Scope, v.Key)).OrderBy(g => g.Key.Key, StringComparer.Ordinal).ThenBy(g => g.Key.Scope, StringComparer.Ordinal))
        {
            // One place a file: an enum whose members have texts of the same words is one list.
            var places = group.OrderByDescending(v => v.IsClosed).ThenByDescending(v => v.Name is not null).DistinctBy(v => v.Template.Id)
                .OrderBy(IsOfMigration).ThenByDescending(v => v.Name is not null).ThenBy(v => v.Template.Path, StringComparer.Ordinal).ToImmutableArray();
            if (places.Length is > 1 and <= MostPlaces && places.Any(p => p.IsClosed) && (places[0].Words.Length >= FewestByThemselves || AreCalledAlike(places)))
            {
                yield return places;
            }
        }
    }

    private static bool IsOfMigration(Vocabulary place) => Migrations.IsOfMigration(place.Template, place.Lines.First);

    private static string Shown(Vocabulary vocabulary) => vocabulary.Words.Length <= MostShown
        ? Prose.List([.. vocabulary.Words.Select(Prose.Code)])
        : $"{string.Join(", ", vocabulary.Words.Take(MostShown - 1).Select(Prose.Code))}, …";

    private static bool AreCalledAlike(ImmutableArray<Vocabulary> places)
    {
        var names = places.Select(p => p.Name).OfType<string>().Select(n => Terms.Of(n).ToHashSet(StringComparer.Ordinal)).ToArray();
        return names.Length == places.Length && names.Skip(1).All(n => n.Overlaps(names[0]));
    }
}
