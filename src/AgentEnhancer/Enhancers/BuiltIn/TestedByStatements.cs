using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Which tests exercise what: a change there wants a look here.</summary>
internal static partial class TestedByStatements
{
    private const int ShortestWord = 4;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var link in facts.Links.Where(l => l.Definer.Role == TemplateRole.Code && (Symbols.IsCallable(l.Symbol) || Symbols.IsType(l.Symbol) || l.Symbol.Kind is UnitKind.Component or UnitKind.Value)))
        {
            foreach (var use in link.Uses.Where(u => u.User.Role == TemplateRole.Test && u.User.Units.Any(t => t.Kind is UnitKind.Test or UnitKind.TestSuite) && IsOf(link, u)))
            {
                ImmutableArray<Evidence> evidence = [new Evidence(link.Definer.Id, LineSpan.Of(link.Symbol.SignatureLine)), new Evidence(use.User.Id, LineSpan.Of(CallOf(link, use)))];
                yield return new Statement(
                    StatementKind.Always, $"Update {Prose.File(use.User)} whenever {Prose.Code(link.Name)} changes; its tests exercise it",
                    null, null, evidence, $"tested:{link.Definer.Id}", 4.2);
            }
        }
    }

    /// <summary>The test is about it, and does not only get along with it.</summary>
    public static bool IsOf(SymbolLink link, SymbolUse test) => Exercises(link, test) && (Symbols.IsCallable(link.Symbol) || IsAbout(test.User, link));

    /// <summary>It is named there otherwise than in an import, or in what a mock is told.</summary>
    public static bool Concerns(SymbolUse test) => test.Lines.Any(l => !test.User.Imports.Any(i => i.Span.Contains(l)) && !IsOfMock(test.User, l));

    private static bool IsOfMock(Template test, int line) => Mock().IsMatch(test.Source.Lines[line - 1]) || (line > 1 && Mock().IsMatch(test.Source.Lines[line - 2]));

    /// <summary>Tests make many types that they are not about: their name says which one they are about.</summary>
    private static bool IsAbout(Template test, SymbolLink link) =>
        Terms.Of(Symbols.Stem(test.FileName)).ToHashSet(StringComparer.Ordinal) is var words
        && Terms.Of($"{link.Name} {Symbols.Stem(link.Definer.FileName)}").Any(t => t.Length >= ShortestWord && t is not ("test" or "spec") && words.Contains(t));

    /// <summary>It is called or built there; what is only imported, typed, or put in its place by a mock is not tested.</summary>
    public static bool Exercises(SymbolLink link, SymbolUse use) => CallOf(link, use) > 0;

    private static int CallOf(SymbolLink link, SymbolUse use) => use.Lines.FirstOrDefault(l => IsCall(link, use.User, l));

    private static bool IsCall(SymbolLink link, Template test, int line)
    {
        var source = test.Source.Lines[line - 1];
        if (IsOfMock(test, line) || test.Imports.Any(i => i.Span.Contains(line)))
        {
            return false;
        }

        var at = source.IndexOf(link.Name, StringComparison.Ordinal);
        var end = at + link.Name.Length;
        return at >= 0 && end < source.Length
            && (source[end] is '(' or '{' or '.' || (source[end] == '<' && source.IndexOf('(', end) > 0) || (source[end] == ':' && source[at..].StartsWith(link.Name + "::", StringComparison.Ordinal))
                || source[..at].EndsWith("describe ", StringComparison.Ordinal)
                || (at > 0 && source[at - 1] == '<' && link.Symbol.Kind == UnitKind.Component));
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"[Mm]ock|[Ss]tub|[Ff]ake|Substitute\.For|patch\(|\bspy|\bArg\.(?:Any|Is)|\bIt\.Is|\bargThat\(|\.Returns|\.Setup|Received|\bgiven\(|\bwhen\(|\bverify\(|thenReturn|willReturn")]
    private static partial System.Text.RegularExpressions.Regex Mock();
}
