using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What the units of a family share, and the one that goes without.</summary>
internal static class SiblingStatements
{
    private const int MostFragments = 3;

    public static IEnumerable<Statement> From(IEnumerable<Family> families)
    {
        foreach (var family in families)
        {
            yield return Shared(family);
            if (Outlier(family) is { } outlier)
            {
                yield return outlier;
            }
        }
    }

    private static Statement Shared(Family family)
    {
        var shared = family.Shared.OrderByDescending(s => s.Lines.Count).ThenByDescending(s => s.Text.Length).Take(MostFragments).ToArray();
        var inOrder = family.Shared.Where(shared.Contains).ToArray();
        var having = family.Members.Where(m => inOrder.All(s => s.Lines.ContainsKey(m))).ToArray();
        var models = (having.Length >= 2 ? having : [.. family.Members.Where(m => inOrder[0].Lines.ContainsKey(m))]).Take(2).ToArray();
        var lines = Prose.List([.. inOrder.Select(s => Prose.Code(s.Text.TrimEnd(';')))]);

        // Across files they may have one name: then the files tell them apart.
        var names = models.DistinctBy(m => m.Unit.Name).Count() == models.Length
            ? Prose.List([.. models.Select(m => Prose.Code(m.Unit.Name))])
            : $"{Prose.Code(models[0].Unit.Name)} in {Prose.List([.. models.Select(m => Prose.File(m.Template)).Distinct()])}";
        var kind = Prose.KindWord(family.Members[0].Unit);
        ImmutableArray<Evidence> evidence =
        [
            .. models.Select(m =>
            {
                var at = inOrder.Where(s => s.Lines.ContainsKey(m)).Select(s => s.Lines[m]).ToArray();
                return new Evidence(m.Template.Id, new LineSpan(at.Min(), at.Max()));
            }),
        ];
        var all = inOrder.All(s => s.Lines.Count == family.Members.Length);
        return new Statement(
            StatementKind.Practice,
            $"Write a new {kind} on the pattern of {names}, with {lines}.",
            all && family.Members.Length > 3 ? "Their siblings have these lines as well." : null,
            null, evidence, $"family:{family.Members[0].Template.Id}:{family.Members[0].Unit.Parent?.Name}:{family.Members[0].Unit.Kind}:{family.Members[0].Unit.Name}", 7);
    }

    /// <summary>Exactly one member lacks a line that three or more others have.</summary>
    private static Statement? Outlier(Family family)
    {
        // What one test sets up or asserts, another has no need of.
        if (family.Members[0].Unit.Kind == UnitKind.Test)
        {
            return null;
        }

        foreach (var shared in family.Shared)
        {
            var lacking = family.Members.Where(m => !shared.Lines.ContainsKey(m)).ToArray();
            // What shares nothing else with the others is no sibling of theirs.
            if (lacking.Length != 1 || shared.Lines.Count < 3 || !family.Shared.Any(s => s.Lines.ContainsKey(lacking[0])))
            {
                continue;
            }

            var odd = lacking[0];
            var others = shared.Lines.OrderBy(l => l.Key.Template.Path, StringComparer.Ordinal).ThenBy(l => l.Value).Take(2).ToArray();
            return new Statement(
                StatementKind.Ask,
                $"Whether {Prose.Code(odd.Unit.Name)} {Prose.Cite(odd.Template, odd.Unit.SignatureLine)} is meant to go without {Prose.Code(shared.Text.TrimEnd(';'))}, as {Prose.List([.. others.Select(o => Prose.Cite(o.Key.Template, o.Value))])} have it",
                null, null,
                [new Evidence(odd.Template.Id, LineSpan.Of(odd.Unit.SignatureLine)), .. others.Select(o => new Evidence(o.Key.Template.Id, LineSpan.Of(o.Value)))],
                $"outlier:{odd.Template.Id}:{odd.Unit.Name}", 5);
        }

        return null;
    }
}
