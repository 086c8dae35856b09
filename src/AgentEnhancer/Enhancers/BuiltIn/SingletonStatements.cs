using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Objects that one template builds at its top level and others import: built once, shared.</summary>
internal static partial class SingletonStatements
{
    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var link in facts.Links)
        {
            if (link.Symbol is not { Kind: UnitKind.Value, Level: 0 } || link.Definer.Role != TemplateRole.Code
                || BuiltBy(link) is not { } builder || IsBuiltElsewhere(facts, link, builder))
            {
                continue;
            }

            var users = link.Uses.Where(u => ImportLine(u.User, link.Name) > 0).ToArray();
            if (users.Length == 0)
            {
                continue;
            }

            var definition = new Evidence(link.Definer.Id, LineSpan.Of(link.Symbol.SignatureLine));
            ImmutableArray<Evidence> imports = [.. users.Take(2).Select(u => new Evidence(u.User.Id, LineSpan.Of(ImportLine(u.User, link.Name))))];
            var name = Prose.Code(link.Name);
            yield return new Statement(
                StatementKind.Practice, $"Import {name} from {Prose.File(link.Definer)}, where {Prose.Code(builder)} builds it.",
                "It is built once and shared.", null, [definition, .. imports], $"singleton:{link.Name}", 6);
            yield return new Statement(
                StatementKind.Never, $"Call {Prose.Code(builder)} for a second {name}", null,
                $"import the one of {Prose.Cite(definition)}, as {Prose.List([.. imports.Select(e => Prose.Cite(e))])} {(imports.Length == 1 ? "does" : "do")}",
                [definition, .. imports], $"singleton:{link.Name}", 5.5);
        }
    }

    /// <summary>The call that makes the value: <c>NatsBroker</c> of <c>broker = NatsBroker(url)</c>; null for anything but a call.</summary>
    private static string? BuiltBy(SymbolLink link)
    {
        var line = link.Definer.Source.Code[link.Symbol.SignatureLine - 1];
        var match = Initialiser().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var group = match.Groups["callee"];
        return link.Definer.Source.Lines[link.Symbol.SignatureLine - 1].Substring(group.Index, group.Length);
    }

    /// <summary>Somebody else makes one as well, so "once" would be false.</summary>
    private static bool IsBuiltElsewhere(CatalogueFacts facts, SymbolLink link, string builder)
    {
        var call = builder + "(";
        return facts.Catalogue.Templates.Any(t => t.Source.Code
            .Where((line, i) => !(ReferenceEquals(t, link.Definer) && i + 1 == link.Symbol.SignatureLine))
            .Any(line => line.Contains(call, StringComparison.Ordinal)));
    }

    private static int ImportLine(Template user, string name) =>
        user.Imports.FirstOrDefault(i => i.Names.Contains(name)) is { } import ? import.Span.First : 0;

    // A type or a factory that is called: a capital, or create…/make…/new…. Tables, schemas and routes are values too, but nothing that one would build twice.
    [GeneratedRegex(@"^\s*(?:export\s+)?(?:const|let|var|val|static|pub|public|final|readonly|\s)*\s*[\w.]+\s*(?::[^=]+)?=\s*(?:await\s+)?(?:new\s+)?(?<callee>(?:[A-Z]\w*|(?:create|make|new|build|init|get|connect|configure)\w+|drizzle|express|fastify|pino)(?:\.\w+)?)\s*(?:<[^>()]*>)?\(")]
    private static partial Regex Initialiser();
}
