using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Says of each template what this agent finds in it, and how it hangs together with the others; nothing where that is not to be told.</summary>
internal static class ReferenceWriter
{
    private const int MostNames = 3;
    private const int LongestWhy = 130;

    public static ImmutableArray<PlanReference> Write(AgentFocus focus, CatalogueFacts facts) =>
        [.. focus.Home.Select(t => new PlanReference(t.Id, Why(t, focus, facts)))];

    private static string Why(Template template, AgentFocus focus, CatalogueFacts facts)
    {
        var shows = Shows(template, focus, facts);
        if (shows.Length == 0 && Rendering.TellingParts.Saying(template, saysPurpose: true) is { } saying)
        {
            shows = saying;
        }

        var relation = Relations(template, focus, facts).FirstOrDefault(r => shows.Length + r.Length + 2 <= LongestWhy);
        return (shows, relation) switch
        {
            // The table says then what the document cites there.
            ("", null) => "",
            ("", _) => char.ToUpperInvariant(relation[0]) + relation[1..],
            (_, null) => shows,
            _ => $"{shows}; {relation}",
        };
    }

    /// <summary>The units that an agent would open the template for.</summary>
    private static string Shows(Template template, AgentFocus focus, CatalogueFacts facts)
    {
        var shared = facts.LinksByDefiner[template.Id].Select(l => l.Symbol.Span).ToHashSet();
        var units = template.Units.Where(u => IsTelling(template, u))
            .Select(u => (Unit: u, Score: (shared.Contains(u.Span) ? 1 : 0) + (u.Level == 0 ? 0.5 : 0) + (2 * focus.Relevant(Terms.Of(u.Name))) + Math.Min(0.5, u.Span.Length / 40.0)))
            .OrderByDescending(u => u.Score).ThenBy(u => u.Unit.Span)
            .DistinctBy(u => u.Unit.Name).Take(MostNames)
            .OrderBy(u => u.Unit.Span).Select(u => u.Unit).ToArray();
        if (units.Length == 0)
        {
            return "";
        }

        return Prose.List([.. units.Select(u => Prose.Code(UnitNames.Of(template, u, facts)))]);
    }

    private static bool IsTelling(Template template, Unit unit) => Rendering.TellingParts.IsTelling(template, unit)
        && (unit.Level == 0 || unit.Kind is UnitKind.Method or UnitKind.Test or UnitKind.Route);

    private static IEnumerable<string> Relations(Template template, AgentFocus focus, CatalogueFacts facts)
    {
        var home = focus.Home.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var users = facts.LinksByDefiner[template.Id].SelectMany(l => l.Uses).Select(u => u.User)
            .Where(u => home.Contains(u.Id)).DistinctBy(u => u.Id).OrderByDescending(u => focus.Affinity(u.Id)).Take(2).ToArray();
        if (users.Length > 0)
        {
            yield return $"used by {Prose.List([.. users.Select(u => $"[{u.Id}]")])}";
        }

        var given = facts.LinksByUser[template.Id].Where(l => home.Contains(l.Definer.Id))
            .OrderByDescending(l => focus.Affinity(l.Definer.Id)).ThenBy(l => l.Name, StringComparer.Ordinal).FirstOrDefault();
        if (given is not null)
        {
            yield return $"takes {Prose.Code(given.Name)} from [{given.Definer.Id}]";
        }
    }
}
