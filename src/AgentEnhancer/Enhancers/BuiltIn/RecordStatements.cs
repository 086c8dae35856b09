using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Declarations that hold the same fields and therefore grow together.</summary>
internal static class RecordStatements
{
    private const double Most = 0.6;

    public static IEnumerable<Statement> From(ImmutableArray<CarriedRecord> records)
    {
        foreach (var record in records)
        {
            var declarations = record.Places.Where(p => p.Template.Role != TemplateRole.Test && p.Declares).ToArray();
            for (var i = 0; i + 1 < declarations.Length; i++)
            {
                var (one, other) = (declarations[i], declarations[i + 1]);
                var shared = one.Fields.Where(f => other.Fields.Any(g => FieldIndex.Plain(f) == FieldIndex.Plain(g))).Take(2).ToArray();
                if (shared.Length < 2 || one.Unit.Name == other.Unit.Name || (i > 0 && HasItsOwnLife(one.Unit)) || !GrowTogether(one, other))
                {
                    continue;
                }

                var also = $"{Prose.Code(Migrations.Bare(other.Unit.Name))} as well, which shares {Prose.List([.. shared.Select(Prose.Code)])} with it";
                var bare = Prose.Code(Migrations.Bare(one.Unit.Name));
                var (text, instead) = Migrations.IsMigration(one.Template, one.Unit)
                    ? ($"Put a new column of {bare} into {Prose.File(one.Template)}, which may have been applied", $"into the next migration, and into {also}")
                    : ($"Add a {(Migrations.IsTable(one.Unit) ? "column to the table" : "field to")} {bare} alone", $"to {also}");
                yield return new Statement(
                    StatementKind.Never, text, null, instead,
                    [new Evidence(one.Template.Id, one.Lines), new Evidence(other.Template.Id, other.Lines)], $"record:{one.Unit.Name}:{other.Unit.Name}", 5);
            }
        }
    }

    /// <summary>The other has most of what the one has; what a caller sends or gets may rightly lack some, unless it has all.</summary>
    private static bool GrowTogether(FieldPlace one, FieldPlace other)
    {
        var fields = one.Declared.Where(f => f != "id").ToArray();
        var shared = fields.Count(other.Declared.Contains);
        return !MemberTrace.IsInOrOut(one.Unit.Name)
            && (HasItsOwnLife(other.Unit) ? shared == fields.Length : shared >= Most * Math.Max(fields.Length, other.Declared.Count(f => f != "id")));
    }

    /// <summary>What a caller sends or an event tells may have fields that nothing else has.</summary>
    private static bool HasItsOwnLife(Unit unit) => unit.Kind == UnitKind.Record || MemberTrace.IsInOrOut(unit.Name);
}
