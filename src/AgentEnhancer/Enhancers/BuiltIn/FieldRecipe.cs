using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One more field of a record, through every place that its fields pass.</summary>
internal static class FieldRecipe
{
    private const int FewestSteps = 3;
    private const int MostSteps = 7;

    /// <summary>What only shares a version or a date with others is another record.</summary>
    private const int FewestTelling = 2;

    /// <summary>The table and the type that it is read into.</summary>
    private const int Origins = 2;
    private const int FewestOwn = 2;

    public static IEnumerable<RatedRecipe> For(AgentFocus focus, ImmutableArray<CarriedRecord> records)
    {
        var home = focus.Home.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var record in records)
        {
            // Without a declaration in a template of its own the agent would be told another's work.
            // What only repeats fields of the record, an event or a view of it, has a life of its own.
            var declared = record.Places.Where(p => p.Declares).Take(Origins).Where(p => focus.Core.Contains(p.Template.Id) && focus.Owns(p.Template.Id)).OrderByDescending(p => focus.Affinity(p.Template.Id)).FirstOrDefault();
            if (declared is null || record.Telling < FewestTelling || record.Places.Length is < FewestSteps or > MostSteps)
            {
                continue;
            }

            // A place left out would be a field left out; one that the agent knows nothing of is not its to name.
            var own = record.Places.Count(p => home.Contains(p.Template.Id));
            if (own < FewestOwn || own * 3 < record.Places.Length)
            {
                continue;
            }

            var worth = 1.5 + (2 * focus.Affinity(declared.Template.Id)) + (focus.Owns(declared.Template.Id) ? 1 : 0) + (0.4 * record.Places.Length) + (IsAboutData(focus) ? 1.2 : 0);
            yield return new RatedRecipe(new PlanRecipe(Title(declared), [.. InOrder(record.Places).Select(p => Step(p, isNamed: p == declared))]), worth);
        }
    }

    /// <summary>Alembic and EF Core make a migration from the changed model, so that comes first.</summary>
    private static IEnumerable<FieldPlace> InOrder(ImmutableArray<FieldPlace> places)
    {
        var made = places.Where(p => p.Template.Language is "python" or "csharp" && Migrations.IsMigration(p.Template, p.Unit)).ToArray();
        var last = places.LastOrDefault(p => p.Declares && !made.Contains(p));
        return made.Length == 0 || last is null ? places
            : places.Except(made).SelectMany(p => ReferenceEquals(p, last) ? [p, .. made] : (FieldPlace[])[p]);
    }

    private static bool IsAboutData(AgentFocus focus) => ((string[])["model", "schema", "entit", "migration", "persist", "column", "domain"]).Any(w => $"{focus.Agent.Name} {focus.Agent.Description}".Contains(w, StringComparison.OrdinalIgnoreCase));

    private static string Title(FieldPlace declared) => $"Add a {(declared.Unit.Kind == UnitKind.Query ? "column" : "field")} to {Prose.Code(Migrations.Bare(declared.Unit.Name))}";

    /// <summary>What renders fields reads them; it hands nothing on.</summary>
    private static bool IsShown(FieldPlace place) => place.Unit.Kind is UnitKind.Element or UnitKind.Component
        || (place.Template.Language is "tsx" or "jsx" && place.Unit.Kind == UnitKind.Function && char.IsUpper(place.Unit.Name[0]))
        || (place.Template.Language is "erb" or "blade" or "html" or "handlebars" or "xaml");

    /// <summary>What goes in or comes out has its own choice of fields.</summary>
    private static string Condition(string name) => Given.Any(w => name.EndsWith(w, StringComparison.Ordinal)) ? ", if callers may set it"
        : Shown.Any(w => name.EndsWith(w, StringComparison.Ordinal)) ? ", if callers are to see it" : "";

    private static readonly string[] Given = ["Request", "Command", "Input", "Form", "Body", "Payload", "Create", "Update", "Patch"];
    private static readonly string[] Shown = ["Response", "View", "Summary", "ListItem", "Read", "Public"];

    /// <param name="isNamed">The recipe is called after it.</param>
    private static PlanStep Step(FieldPlace place, bool isNamed)
    {
        var beside = Prose.List([.. place.Fields.Take(2).Select(Prose.Code)]);
        var name = place.Unit.Kind == UnitKind.Element ? $"{Prose.Code(place.Unit.Name)} of {Prose.File(place.Template)}"
            : Migrations.IsTable(place.Unit) ? $"the table {Prose.Code(Migrations.Bare(place.Unit.Name))}" : Prose.Code(place.Unit.Name);
        var text = place switch
        {
            { Template.Role: TemplateRole.Test } => $"Cover it in {name}, which already names {beside}.",
            _ when Migrations.IsMigration(place.Template, place.Unit) => $"Write the next migration, and leave {Prose.File(place.Template)} as it is: {beside} came with it.",
            { Unit.Kind: UnitKind.Query } => $"Add its column to {name}, beside {beside}.",
            { Declares: true } => $"Declare it in {name}, beside {beside}{(isNamed ? "" : Condition(place.Unit.Name))}.",
            _ when place.Unit.Name.Contains('{', StringComparison.Ordinal) && place.Unit.Name.Contains(',', StringComparison.Ordinal) => $"Take it in {Prose.File(place.Template)}, beside {beside}.",
            { Unit.Kind: UnitKind.Value or UnitKind.Block } => $"Add it to {name}, beside {beside}.",
            _ when IsShown(place) => $"Show it in {name}, beside {beside}.",
            { Fields.Length: 1 } => $"Pass it on in {name}, where {beside} is handled.",
            _ => $"Pass it on in {name}, where {beside} are handled.",
        };
        return new PlanStep(text, [new Evidence(place.Template.Id, place.Lines)]);
    }
}
