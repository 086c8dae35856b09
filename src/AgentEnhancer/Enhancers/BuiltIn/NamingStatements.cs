using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Names: how tests are named, and placeholders that stand for two things at once.</summary>
internal static class NamingStatements
{
    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates)
        {
            if (TestNames(template) is { } practice)
            {
                yield return practice;
            }

            foreach (var (name, units) in SharedPlaceholders(template))
            {
                var cites = Prose.List([.. units.Select(u => Prose.Cite(template, u.SignatureLine))]);
                yield return new Statement(
                    StatementKind.Ask, $"Which names the types at {cites} get: all of them stand as {Prose.Code(name)}", null, null,
                    [.. units.Select(u => new Evidence(template.Id, LineSpan.Of(u.SignatureLine)))], $"placeholder:{template.Id}:{name}", 6);
            }
        }
    }

    public static IEnumerable<PlanFinding> Findings(CatalogueFacts facts) =>
        from template in facts.Catalogue.Templates
        from shared in SharedPlaceholders(template)
        select new PlanFinding(
            new Evidence(template.Id, LineSpan.Of(shared.Units[1].SignatureLine)),
            $"{shared.Name} names this {Prose.KindWord(shared.Units[1])} and the one at line {shared.Units[0].SignatureLine} as well: filled in, one name is declared twice",
            "use a placeholder of its own for each");

    /// <summary>Types of one file whose whole name is the same placeholder.</summary>
    private static IEnumerable<(string Name, Unit[] Units)> SharedPlaceholders(Template template) =>
        template.Units
            .Where(u => u.Level == 0 && u.Kind is UnitKind.Class or UnitKind.Record or UnitKind.Struct or UnitKind.Interface or UnitKind.Enum
                && u.Name.StartsWith("{{", StringComparison.Ordinal) && u.Name.IndexOf("}}", StringComparison.Ordinal) == u.Name.Length - 2
                && !template.Source.Code[u.SignatureLine - 1].Contains(" partial ", StringComparison.Ordinal))
            .GroupBy(u => u.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1 && g.All(u => u.Kind != UnitKind.Type))
            .Select(g => (g.Key, g.ToArray()));

    private static Statement? TestNames(Template template)
    {
        var tests = template.Units.Where(u => u.Kind == UnitKind.Test && Identifiers.IsIdentifier(u.Name.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal))).ToArray();
        if (tests.Length < 3)
        {
            return null;
        }

        ImmutableArray<Evidence> places = [.. tests.Take(2).Select(t => new Evidence(template.Id, LineSpan.Of(t.SignatureLine)))];
        var name = Prose.Code(tests[0].Name);
        var style = tests.All(t => IsInThreeParts(t.Name)) ? $"Name a test in three parts, as in {name}: what is called, when, and what follows."
            : tests.All(t => t.Name.Count(c => c == '_') >= 3) ? $"Name a test as the sentence that it proves, like {name}."
            : null;
        return style is null ? null : new Statement(
            StatementKind.Practice, style, $"All tests in {Prose.File(template)} read that way.", null, places, $"test-names:{template.Language}", 5);
    }

    private static bool IsInThreeParts(string name) => name.Split('_') is { Length: 3 } parts && parts.All(p => p.Length > 0 && char.IsUpper(p.TrimStart('{')[0]));
}
