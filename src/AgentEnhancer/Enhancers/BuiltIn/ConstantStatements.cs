using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Texts that have a name in one place, by which every template calls them.</summary>
internal static partial class ConstantStatements
{
    private const int FewestNames = 2;
    private const int MostLines = 60;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var link in facts.Links.Where(l => l.Definer.Role == TemplateRole.Code && l.Symbol.Kind is UnitKind.Class or UnitKind.Enum or UnitKind.Value && l.Symbol.Span.Length <= MostLines))
        {
            var named = link.Definer.Source.Strings
                .Where(s => s.Line > link.Symbol.SignatureLine && link.Symbol.Span.Contains(s.Line) && s.Value.Length >= 3 && Names().IsMatch(link.Definer.Source.Code[s.Line - 1][..Math.Max(0, s.Column - 1)]))
                .ToArray();
            if (named.Length < FewestNames || named.Length * 2 < link.Symbol.Span.Last - link.Symbol.SignatureLine - 1 || AreSpelledOut(facts, link.Definer, named))
            {
                continue;
            }

            foreach (var use in link.Uses.Where(u => u.User.Role == TemplateRole.Code))
            {
                if (use.Lines.FirstOrDefault(l => TakesMember(use.User, l, link.Name)) is > 0 and var line)
                {
                    var place = new Evidence(use.User.Id, LineSpan.Of(line));
                    yield return new Statement(
                        StatementKind.Never, $"Spell out a text that {Prose.Code(link.Name)} names, such as {Prose.Code(named[0].Value)}", null,
                        $"take it from {Prose.Code(link.Name)}, as {Prose.Cite(place)} does",
                        [place, new Evidence(link.Definer.Id, link.Symbol.Span)], $"constant:{link.Name}", 5);
                }
            }
        }
    }

    private static bool AreSpelledOut(CatalogueFacts facts, Template definer, StringLiteral[] named)
    {
        var values = named.Select(n => n.Value).ToHashSet(StringComparer.Ordinal);
        return facts.Catalogue.Templates.Any(t => !ReferenceEquals(t, definer) && t.Role == TemplateRole.Code && t.Source.Strings.Any(s => values.Contains(s.Value)));
    }

    private static bool TakesMember(Template user, int line, string name)
    {
        var code = user.Source.Code[line - 1];
        var at = code.IndexOf(name + ".", StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !Identifiers.IsPart(code[at - 1]));
    }

    // Read = "…", READ: '…'; with what makes it a constant before it.
    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|static|final|const|readonly|val|export)\s+)*(?:string\s+|String\s+)?[A-Za-z_]\w*\s*(?::\s*\w+\s*)?[=:]\s*$")]
    private static partial Regex Names();
}
