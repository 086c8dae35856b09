using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Declarations that hold the same fields and therefore grow together.</summary>
internal static class RecordStatements
{
    public static IEnumerable<Statement> From(ImmutableArray<CarriedRecord> records)
    {
        foreach (var record in records)
        {
            var declarations = record.Places.Where(p => p.Template.Role != TemplateRole.Test && p.Declares).ToArray();
            for (var i = 0; i + 1 < declarations.Length; i++)
            {
                var (one, other) = (declarations[i], declarations[i + 1]);
                var shared = one.Fields.Where(f => other.Fields.Any(g => FieldIndex.Plain(f) == FieldIndex.Plain(g))).Take(2).ToArray();
                if (shared.Length < 2 || one.Unit.Name == other.Unit.Name || (i > 0 && HasItsOwnLife(one.Unit)))
                {
                    continue;
                }

                yield return new Statement(
                    StatementKind.Never, $"Add a field to {Prose.Code(one.Unit.Name)} alone", null,
                    $"to {Prose.Code(other.Unit.Name)} as well, which shares {Prose.List([.. shared.Select(Prose.Code)])} with it",
                    [new Evidence(one.Template.Id, one.Lines), new Evidence(other.Template.Id, other.Lines)], $"record:{one.Unit.Name}:{other.Unit.Name}", 5);
            }
        }
    }

    /// <summary>What a caller sends or an event tells may have fields that nothing else has.</summary>
    private static bool HasItsOwnLife(Unit unit) => unit.Kind == UnitKind.Record || MemberTrace.IsInOrOut(unit.Name);
}
