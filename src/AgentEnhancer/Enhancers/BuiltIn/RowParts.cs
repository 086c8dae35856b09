using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The units that an agent would open a template for, in the words of their kind: what is defined, held, created or built there.</summary>
internal static partial class RowParts
{
    private const int MostNames = 3;

    /// <summary>Empty where no name in it tells anything.</summary>
    public static string Of(Template template, AgentFocus focus, CatalogueFacts facts)
    {
        var shared = facts.LinksByDefiner[template.Id].Select(l => l.Symbol.Span).ToHashSet();
        var units = template.Units.Where(u => IsTelling(template, u))
            .Select(u => (Unit: u, Score: (shared.Contains(u.Span) ? 1 : 0) + (u.Level == 0 ? 0.5 : 0) + (2 * focus.Relevant(Terms.Of(u.Name))) + Math.Min(0.5, u.Span.Length / 40.0)))
            .OrderByDescending(u => u.Score).ThenBy(u => u.Unit.Span).Select(u => u.Unit)
            .DistinctBy(u => u.Name).ToImmutableArray();
        if (Jobs(template) is { Length: > 0 } jobs)
        {
            return $"runs the {(jobs.Length == 1 ? "job" : "jobs")} {Names(jobs, u => u.Name)}";
        }

        if (units.IsEmpty)
        {
            return "";
        }

        // What a file of tests holds is its tests; a suite is called as what it tests.
        if (template.Role == TemplateRole.Test && units.Any(u => u.Kind == UnitKind.Test))
        {
            units = [.. units.Where(u => u.Kind == UnitKind.Test)];
        }

        // Indexes go with the tables that they are of.
        var tables = units.Where(u => Created(u) is not null).ToImmutableArray();
        return !tables.IsEmpty ? $"creates {Names(tables, u => Created(u)!)}"
            : template.Language == "dockerfile" ? $"builds in the {(units.Length == 1 ? "stage" : "stages")} {Names(units, u => u.Name)}"
            : $"{(template.Role == TemplateRole.Test && units.Take(MostNames).All(u => u.Kind is UnitKind.Test or UnitKind.TestSuite) ? "holds" : "defines")} {Names(units, u => UnitNames.Of(template, u, facts))}";
    }

    private static string Names(ImmutableArray<Unit> units, Func<Unit, string> nameOf) =>
        Prose.List([.. units.Take(MostNames).OrderBy(u => u.Span).Select(u => Prose.Code(nameOf(u)))]);

    /// <summary>Of a workflow, in its order.</summary>
    private static ImmutableArray<Unit> Jobs(Template template) => template.Language != "yaml" ? []
        : [.. template.Units.Where(u => u.Parent is { Name: "jobs", Level: 0 } && u.Name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))];

    private static string? Created(Unit unit) => unit.Kind == UnitKind.Query && Creates().Match(unit.Name) is { Success: true } match ? match.Groups["name"].Value : null;

    private static bool IsTelling(Template template, Unit unit) => Rendering.TellingParts.IsTelling(template, unit)
        && unit.Kind is not (UnitKind.Implementation or UnitKind.TestSuite) && !IsOverride(template, unit) && (unit.Level == 0 || unit.Kind is UnitKind.Method or UnitKind.Test or UnitKind.Route);

    /// <summary>Called by a framework under a name that is the framework's.</summary>
    private static bool IsOverride(Template template, Unit unit) => unit.Kind == UnitKind.Method
        && (unit.Attributes.Any(a => a.StartsWith("@override", StringComparison.OrdinalIgnoreCase)) || Identifiers.Names(template.Source.Code[unit.SignatureLine - 1], "override"));

    [GeneratedRegex(@"^CREATE (?:OR REPLACE )?(?:TEMP(?:ORARY)? )?(?:MATERIALIZED )?(?:TABLE|VIEW) (?:IF NOT EXISTS )?(?<name>\S+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Creates();
}
