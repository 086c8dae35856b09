using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Which tests exercise what: a change there wants a look here.</summary>
internal static class TestedByStatements
{
    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var link in facts.Links.Where(l => l.Definer.Role == TemplateRole.Code && (Symbols.IsCallable(l.Symbol) || Symbols.IsType(l.Symbol) || l.Symbol.Kind is UnitKind.Component or UnitKind.Value)))
        {
            foreach (var use in link.Uses.Where(u => u.User.Role == TemplateRole.Test && Exercises(u)))
            {
                ImmutableArray<Evidence> evidence = [new Evidence(link.Definer.Id, LineSpan.Of(link.Symbol.SignatureLine)), new Evidence(use.User.Id, LineSpan.Of(use.Lines[0]))];
                yield return new Statement(
                    StatementKind.Always, $"Carry a change of {Prose.Code(link.Name)} into {Prose.File(use.User)}, which exercises it",
                    null, null, evidence, $"tested:{link.Definer.Id}", 4.2);
            }
        }
    }

    /// <summary>Inside a test or a helper of tests, not only named at the top of the file.</summary>
    private static bool Exercises(SymbolUse use) =>
        use.Lines.Any(l => use.User.Units.Any(u => u.Kind is UnitKind.Test or UnitKind.Fixture or UnitKind.Method or UnitKind.Function or UnitKind.TestSuite or UnitKind.Constructor or UnitKind.Class && u.Span.Contains(l)));
}
