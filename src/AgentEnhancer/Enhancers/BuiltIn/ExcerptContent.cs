using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Whether an excerpt shows work, or only what stands around it.</summary>
internal static class ExcerptContent
{
    /// <summary>A head, two braces and a comment.</summary>
    public const int EmptyBody = 4;

    /// <summary>A type without the method that it is for.</summary>
    public static bool IsHollow(Template template, Excerpt excerpt) => excerpt.Cuts.Any(c =>
        template.Units.Any(u => u.Kind is UnitKind.Method or UnitKind.Function && c.Contains(u.Span) && u.Span.Length * 2 >= excerpt.Span.Length));

    /// <summary>Getters, setters and drops show nothing that their names don't say.</summary>
    public static bool IsMostlyAccessors(Template template, Excerpt excerpt)
    {
        var parts = template.Units.Where(u => excerpt.Span.Contains(u.Span) && !excerpt.Cuts.Any(c => c.Contains(u.SignatureLine))
            && u.Kind is UnitKind.Method or UnitKind.Function or UnitKind.Property or UnitKind.Query && excerpt.Span.Contains(u.Span)).ToArray();
        return parts.Length > 1 && parts.Count(u => Rendering.TellingParts.IsAccessor(u) || u.Name.StartsWith("DROP", StringComparison.OrdinalIgnoreCase)) * 2 > parts.Length;
    }

    /// <summary>Constants, fields and an empty constructor of a type that does its work in methods.</summary>
    public static bool IsOnlyDeclared(Template template, Excerpt excerpt) =>
        excerpt.Units is [{ Parent: { } parent }, ..] && Symbols.IsType(parent) && !IsOfFields(template, parent)
        && excerpt.Units.All(u => ReferenceEquals(u.Parent, parent) && (u.Kind is UnitKind.Property or UnitKind.Value or UnitKind.Statements || (u.Kind == UnitKind.Constructor && u.Span.Length <= EmptyBody)))
        && template.Units.Any(u => ReferenceEquals(u.Parent, parent) && u.Kind is UnitKind.Method or UnitKind.Function && u.Span.Length >= ExcerptFinder.Shortest);

    /// <summary>Settings and messages: what they hold is what they are for.</summary>
    private static bool IsOfFields(Template template, Unit type)
    {
        var fields = Enumerable.Range(type.SignatureLine, type.Span.Last - type.SignatureLine + 1).Count(l => FieldSyntax.Declared(template, type, l) is not null);
        return fields > 2 && fields > template.Units.Count(u => ReferenceEquals(u.Parent, type) && u.Kind is UnitKind.Method or UnitKind.Function);
    }
}
