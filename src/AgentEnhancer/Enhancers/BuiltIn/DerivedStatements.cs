using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Fields that several types take over from one base, and types beside them that declare the same fields anew.</summary>
internal static partial class DerivedStatements
{
    private const int FewestDerived = 2;
    private const int MostNamed = 3;
    private const double Worth = 6;

    /// <summary>A field of a base, and the lines that declare it there and elsewhere.</summary>
    private sealed record Field(string Name, int Line);

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Code))
        {
            foreach (var type in template.Units.Where(u => u.Level == 0 && IsData(template, u)))
            {
                foreach (var statement in Of(facts, template, type))
                {
                    yield return statement;
                }
            }
        }
    }

    private static IEnumerable<Statement> Of(CatalogueFacts facts, Template template, Unit type)
    {
        var fields = FieldsOf(template, type).ToArray();
        var derived = Derived(facts, template, type).Take(MostNamed + 1).ToArray();
        if (fields.Length == 0 || derived.Length < FewestDerived || IsError().IsMatch(type.Name))
        {
            yield break;
        }

        // What two of them declare alike, each in its own way, is not to be shared.
        var differ = derived.SelectMany(d => FieldsOf(d.Template, d.Type).Select(f => f.Name).Distinct(StringComparer.Ordinal)).CountBy(n => n, StringComparer.Ordinal).Any(n => n.Value > 1);

        var name = Prose.Code(UnitNames.Of(template, type, facts));
        var shown = derived.Take(MostNamed).ToArray();
        var names = shown.Select(d => Prose.Code(UnitNames.Of(d.Template, d.Type, facts))).ToArray();
        var takers = derived.Length > MostNamed ? $"{string.Join(", ", names)} and others" : Prose.List(names);
        ImmutableArray<Evidence> evidence = [new Evidence(template.Id, type.Span), .. shown.Select(d => new Evidence(d.Template.Id, LineSpan.Of(d.Type.SignatureLine)))];
        var topic = $"derived:{template.Id}:{type.Name}";
        if (!differ)
        {
            yield return new Statement(StatementKind.Practice, $"Declare a field that {takers} share in {name}, from which they derive.", null, null, evidence, topic, Worth);
        }

        yield return new Statement(StatementKind.Ask, $"Before changing a field of {name} {Prose.Cite(template, type.SignatureLine)}: {takers} take it over", null, null, evidence, topic, Worth - 1);

        foreach (var other in template.Units.Where(u => u.Level == 0 && !ReferenceEquals(u, type) && IsData(template, u) && !Heritage.Names(template, u, type.Name) && IsNamedAlike(type, u)))
        {
            var repeated = FieldsOf(template, other).Where(f => fields.Any(b => b.Name == f.Name)).ToArray();
            if (repeated.Length == fields.Length)
            {
                var what = Prose.List([.. repeated.Take(MostNamed).Select(f => Prose.Code(f.Name))]);
                yield return new Statement(
                    StatementKind.Always, $"Change {what} of {name} in {Prose.Code(UnitNames.Of(template, other, facts))} as well, which declares {(repeated.Length == 1 ? "it" : "them")} anew", null, null,
                    [new Evidence(template.Id, new LineSpan(fields.Min(f => f.Line), fields.Max(f => f.Line))), new Evidence(template.Id, new LineSpan(repeated.Min(f => f.Line), repeated.Max(f => f.Line)))],
                    $"repeated:{template.Id}:{other.Name}", Worth);
            }
        }
    }

    /// <summary>Types of the same file, and of files that take this one from it.</summary>
    private static IEnumerable<(Template Template, Unit Type)> Derived(CatalogueFacts facts, Template template, Unit type)
    {
        var users = facts.LinksByDefiner[template.Id].Where(l => ReferenceEquals(l.Symbol, type)).SelectMany(l => l.Uses.Select(u => u.User));
        var name = UnitNames.Of(template, type, facts);
        return users.Prepend(template).Distinct().Where(t => t.Role == TemplateRole.Code)
            .SelectMany(t => t.Units.Where(u => u.Level == 0 && Symbols.IsType(u) && !ReferenceEquals(u, type) && Heritage.Derives(t, u, name)).Select(u => (t, u)));
    }

    /// <summary>What has operations of its own is more than the fields that it hands on.</summary>
    private static bool IsData(Template template, Unit type) => type.Kind is UnitKind.Class or UnitKind.Record or UnitKind.Struct or UnitKind.Interface
        && !template.Units.Any(u => ReferenceEquals(u.Parent, type) && u.Kind == UnitKind.Method && !LinkStatements.IsAccessor(u));

    private static IEnumerable<Field> FieldsOf(Template template, Unit type)
    {
        for (var line = type.SignatureLine; line <= type.Span.Last; line++)
        {
            // Not of a class that is nested in it.
            if (FieldSyntax.Declared(template, type, line) is { } name && (template.Language != "python" || Annotated(template.Source.Code[line - 1], name)) && !template.Units.Any(u => ReferenceEquals(u.Parent, type) && Symbols.IsType(u) && u.Span.Contains(line)))
            {
                yield return new Field(name, line);
            }
        }
    }

    /// <summary>An assignment without a type configures the class.</summary>
    private static bool Annotated(string code, string name) => code.AsSpan(code.IndexOf(name, StringComparison.Ordinal) + name.Length).TrimStart().StartsWith(":");

    // Errors derive to be told apart, not to hand fields on.
    [GeneratedRegex("(?:Error|Exception|Fault|Problem)$")]
    private static partial Regex IsError();

    /// <summary><c>OrderBase</c> and <c>OrderUpdate</c> are of one thing, <c>OrderBase</c> and <c>InvoiceBase</c> are not.</summary>
    private static bool IsNamedAlike(Unit one, Unit other) => Terms.Of(one.Name).FirstOrDefault() is { } first && first == Terms.Of(other.Name).FirstOrDefault();
}
