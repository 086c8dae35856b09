using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Types that are made through their own static factories, and by nobody in another way.</summary>
internal static partial class FactoryStatements
{
    private const int MostNamed = 3;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Code && t.Language is "csharp" or "java" or "typescript" or "python" or "kotlin"))
        {
            foreach (var type in template.Units.Where(u => u.Kind is UnitKind.Class or UnitKind.Record or UnitKind.Struct))
            {
                var factories = template.Units.Where(u => ReferenceEquals(u.Parent, type) && u.Kind == UnitKind.Method && MakesItsType(template, u, type)).ToArray();
                var name = UnitNames.Of(template, type, facts);
                if (factories.Length == 0 || name.Contains("{{", StringComparison.Ordinal) || IsMadeInside(template, type, factories) || IsMadeElsewhere(facts, template, type, name))
                {
                    continue;
                }

                var named = factories.Take(MostNamed).ToArray();
                var names = Prose.List([.. named.Select(f => Prose.Code(f.Name))]);
                ImmutableArray<Evidence> evidence = [.. named.Select(f => new Evidence(template.Id, LineSpan.Of(f.SignatureLine)))];
                yield return new Statement(
                    StatementKind.Practice, $"Make {Articles.Of(name)} {Prose.Code(name)} through {names}.", "Nothing else in the templates constructs one.", null, evidence, $"factory:{name}", 5.5);
                yield return new Statement(
                    StatementKind.Never, $"Construct {Articles.Of(name)} {Prose.Code(name)} from outside", null, $"call {names}", evidence, $"factory:{name}", 5.2);
            }
        }
    }

    private static bool MakesItsType(Template template, Unit method, Unit type)
    {
        var code = template.Source.Masked[method.SignatureLine - 1];
        var source = template.Source.Lines[method.SignatureLine - 1];
        var at = source.IndexOf(type.Name, StringComparison.Ordinal);
        var own = source.IndexOf(method.Name, StringComparison.Ordinal);
        return template.Language switch
        {
            "python" => method.Attributes.Any(a => a.Contains("classmethod", StringComparison.Ordinal)) && source.Contains($"-> {type.Name}", StringComparison.Ordinal),
            "typescript" => Static().IsMatch(code) && source.Contains($"): {type.Name} ", StringComparison.Ordinal),
            "kotlin" => false,
            _ => Static().IsMatch(code) && at >= 0 && own > at && ReturnsIt().IsMatch(source[(at + type.Name.Length)..own]) && !code.Contains(" operator ", StringComparison.Ordinal),
        };
    }

    /// <summary>A conversion makes one without a call that names it; so does another method of the type; and of two types of one name nobody can tell which is made.</summary>
    private static bool IsMadeInside(Template template, Unit type, Unit[] factories) =>
        template.Units.Count(u => u.Name == type.Name && u.Kind == type.Kind) > 1
        || Enumerable.Range(type.Span.First, type.Span.Length).Any(l => template.Source.Code[l - 1] is var code
            && (Conversion().IsMatch(code) || (TargetTyped().IsMatch(code) && code.Contains(type.Name, StringComparison.Ordinal) && !factories.Any(f => f.Span.Contains(LineSpan.Of(l))))));

    private static bool IsMadeElsewhere(CatalogueFacts facts, Template template, Unit type, string name)
    {
        var pattern = new Regex($@"\bnew\s+(?:\w+\.)*{Regex.Escape(name)}\s*[({{]|(?<![\w.]){Regex.Escape(name)}\(", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return facts.Catalogue.Templates.Where(t => !ReferenceEquals(t, template) && t.Role != TemplateRole.Prose)
            .Any(t => t.Source.Code.Any(line => line.Contains(name, StringComparison.Ordinal) && pattern.IsMatch(line)))
            || template.Units.Any(u => u.Kind == UnitKind.Method && !ReferenceEquals(u.Parent, type)
                && Enumerable.Range(u.Span.First, u.Span.Length).Any(l => template.Source.Code[l - 1].Contains($"new {name}", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\s*(?:export\s+)?(?:public\s+|internal\s+)?static\b")]
    private static partial Regex Static();

    [GeneratedRegex(@"\b(?:implicit|explicit)\s+operator\b")]
    private static partial Regex Conversion();

    [GeneratedRegex(@"=>\s*new\s*\(")]
    private static partial Regex TargetTyped();

    [GeneratedRegex(@"^\s+$")]
    private static partial Regex ReturnsIt();
}
