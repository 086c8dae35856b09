using System.Collections.Immutable;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One place that a record's fields pass through.</summary>
/// <param name="Lines">Where the fields stand in it, first to last.</param>
/// <param name="Fields">The fields it names, as it writes them.</param>
/// <param name="Declared">All fields that it declares, in plain form; none where it only handles them.</param>
internal sealed record FieldPlace(Template Template, Unit Unit, LineSpan Lines, ImmutableArray<string> Fields, IReadOnlySet<string> Declared)
{
    /// <summary>It declares them; else it only handles them.</summary>
    public bool Declares => Declared.Count > 0;
}

/// <summary>The fields of one record and every place that carries them, in working order.</summary>
/// <param name="Telling">How many fields it has that not every record has.</param>
internal sealed record CarriedRecord(string Name, ImmutableArray<FieldPlace> Places, int Telling);

/// <summary>
/// Follows the fields of a record through templates: where several of them stand together in a declaration of another
/// template, a new field has to be added as well. One shared word proves nothing; two or more in one unit do.
/// </summary>
internal static class CarriedFields
{
    private const int FewestFields = 2;
    private const int FewestTemplates = 3;
    private const int LongestValue = 30;
    private const double LeastShare = 0.6;

    /// <summary>Words that every record has, or that frameworks use for themselves.</summary>
    private static readonly HashSet<string> Ordinary = new(StringComparer.Ordinal)
    {
        "id", "ids", "type", "data", "value", "key", "name", "error", "result", "status", "state", "index", "item", "items", "page", "total", "message", "default",
        "class", "self", "this", "from", "path", "url", "props", "children", "options", "config", "args", "params", "query", "body", "headers", "request", "response",
        "limit", "skip", "offset", "size", "count", "cursor", "pagesize", "perpage", "sort", "search",
    };

    public static ImmutableArray<CarriedRecord> In(TemplateCatalogue catalogue)
    {
        var places = new FieldIndex(catalogue.Templates.Where(t => t.Role is not TemplateRole.Prose)
            .SelectMany(t => t.Units.Where(IsPlace).Select(u => new PlacedUnit(t, u))));
        var declared = catalogue.Templates.Where(t => t.Role is TemplateRole.Code or TemplateRole.Configuration)
            .SelectMany(t => t.Units.Where(IsRecord).Select(u => (Unit: new PlacedUnit(t, u), Fields: DeclaredFields(t, u))))
            .Where(d => d.Fields.Count >= FewestFields).ToArray();
        var records = new List<CarriedRecord>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (unit, fields) in declared.OrderByDescending(d => d.Fields.Count).ThenBy(d => d.Unit.Template.Path, StringComparer.Ordinal))
        {
            // The telling fields decide; the ordinary ones only ride along.
            var telling = fields.Where(f => !Ordinary.Contains(f)).Order(StringComparer.Ordinal).ToArray();
            if (telling.Length == 0 || !taken.Add(string.Join(',', telling)))
            {
                continue;
            }

            var carried = Places(places, unit, fields, telling);
            if (carried.Select(p => p.Template.Id).Distinct(StringComparer.Ordinal).Count() >= FewestTemplates)
            {
                records.Add(new CarriedRecord(unit.Unit.Name, carried, telling.Length));
            }
        }

        return [.. records];
    }

    public static bool IsRecord(Unit unit) => Symbols.IsType(unit) || unit.Kind is UnitKind.Query or UnitKind.Block || (unit.Kind is UnitKind.Value && unit.Span.Length >= 4);

    private static ImmutableArray<FieldPlace> Places(FieldIndex index, PlacedUnit record, HashSet<string> fields, string[] telling)
    {
        var wanted = Math.Max(FewestFields, (int)Math.Ceiling(fields.Count * 0.5));

        // Who handles fewer of the telling ones handles something else that has them as well.
        var enough = Math.Min(telling.Length, Math.Max(FewestFields, (int)Math.Ceiling(telling.Length * LeastShare)));
        var found = index.Mentioning(fields)
            .Where(p => p.Fields.Count >= wanted && telling.Count(p.Fields.ContainsKey) >= enough && !IsAllColumns(p.Place))

            // Two tables may have columns in common; neither carries the other's.
            .Where(p => !(Migrations.IsTable(p.Place.Unit) && Migrations.IsTable(record.Unit)) || p.Place == record)
            .Select(p => (p.Place, p.Fields, Declared: IsRecord(p.Place.Unit) ? DeclaredFields(p.Place.Template, p.Place.Unit) : []))
            .Select(p => (p.Place, p.Fields, p.Declared, Declares: p.Declared.Count(fields.Contains) >= FewestFields))

            // Fields of ordinary names make no two things one.
            .Where(p => p.Place == record || (p.Declares ? Kinship.AreOne(record.Unit.Name, fields, p.Place.Unit.Name, p.Declared) : Kinship.IsAbout(p.Place, p.Fields.Keys, record.Unit.Name)))
            .Where(p => p.Declares || !FieldAsides.PassesAllOn(p.Place))

            // A long value that only handles the fields somewhere inside is no place to add one.
            .Where(p => p.Declares || p.Place.Unit.Kind != UnitKind.Value || p.Place.Unit.Span.Length <= LongestValue)

            // What an interface asks for is written where it is implemented; a finder takes some fields and stores none.
            .Where(p => p.Declares || p.Place.Unit.Parent?.Kind is not (UnitKind.Interface or UnitKind.Trait))

            // A type around a method that handles the fields is no place of its own.
            .Where(p => p.Declares || !Symbols.IsType(p.Place.Unit))
            .GroupBy(p => p.Place.Template.Id, StringComparer.Ordinal);
        return
        [
            // The innermost unit that has them, and the best of a template: one step a file.
            .. found.Select(template => template
                    .Where(p => p.Declares || !template.Any(q => q.Place.Unit.Level > p.Place.Unit.Level && p.Place.Unit.Span.Contains(q.Place.Unit.Span) && q.Fields.Count >= p.Fields.Count))
                    .OrderByDescending(p => p.Declares).ThenByDescending(p => p.Place.Unit.Kind == UnitKind.Value).ThenByDescending(p => p.Fields.Count).ThenBy(p => p.Place.Unit.Span)
                    .First())
                .Select(p => new FieldPlace(
                    p.Place.Template, p.Place.Unit,
                    new LineSpan(p.Fields.Values.Min(f => f.Line), p.Fields.Values.Max(f => f.Line)),
                    [.. p.Fields.OrderBy(f => Ordinary.Contains(f.Key)).ThenBy(f => f.Value.Line).Select(f => f.Value.Text)],
                    p.Declares ? p.Declared : ImmutableHashSet<string>.Empty))
                .OrderBy(Stage).ThenBy(p => p.Template.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary><c>SELECT *</c> takes a new column by itself.</summary>
    private static bool IsAllColumns(PlacedUnit place) => place.Unit.Kind == UnitKind.Query && !Migrations.IsTable(place.Unit)
        && Enumerable.Range(place.Unit.Span.First, place.Unit.Span.Length).Any(l => place.Template.Source.Lines[l - 1].Contains("SELECT *", StringComparison.OrdinalIgnoreCase));

    private static bool IsPlace(Unit unit) => IsRecord(unit) || unit.Kind is UnitKind.Value or UnitKind.Function or UnitKind.Method or UnitKind.Component or UnitKind.Element
        or UnitKind.Route or UnitKind.Constructor or UnitKind.Fixture or UnitKind.Test;

    /// <summary>Storage first, then types, then what moves them, then what shows them, then tests.</summary>
    private static int Stage(FieldPlace place) => place switch
    {
        { Template.Role: TemplateRole.Test } => 9,
        _ when Migrations.IsMigration(place.Template, place.Unit) => 0,
        { Unit.Kind: UnitKind.Query } => 0,
        { Unit.Kind: UnitKind.Block } => 1,
        { Declares: true } => IsStored(place) ? 2 : 3,
        { Unit.Kind: UnitKind.Value } => 3,
        { Unit.Kind: UnitKind.Component or UnitKind.Element } => 6,
        { Unit.Kind: UnitKind.Route } => 5,
        _ => 4,
    };

    private static bool IsStored(FieldPlace place) => ((string[])["schema", "model", "entit", "domain"]).Any(w => place.Template.Path.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Names that a type declares as its members, in plain form.</summary>
    private static HashSet<string> DeclaredFields(Template template, Unit unit)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        for (var line = unit.SignatureLine; line <= unit.Span.Last && fields.Count < 24; line++)
        {
            // What stands in a method is a variable of its own.
            if (template.Units.Any(u => u.Kind is UnitKind.Method or UnitKind.Constructor or UnitKind.Function && u.Span.Contains(line) && unit.Span.Contains(u.Span) && u.Span.Length > 1 && !ReferenceEquals(u, unit)))
            {
                continue;
            }

            if (FieldSyntax.Declared(template, unit, line) is { } name)
            {
                fields.Add(FieldIndex.Plain(name));
            }

            fields.UnionWith(FieldSyntax.Components(template, unit, line).Select(FieldIndex.Plain));
        }

        return fields;
    }
}
