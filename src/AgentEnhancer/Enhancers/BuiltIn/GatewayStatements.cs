using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What reaches the outside (environment, network, disk, secrets) in one place only, through which the others go.</summary>
internal static partial class GatewayStatements
{
    private const int MostPlaces = 2;

    private sealed record Reach(Template Template, int Line, string What);

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        var reaches = facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Code).SelectMany(In)
            .GroupBy(r => (Family: Languages.Family(r.Template.Language), r.What)).OrderBy(g => g.Key.What, StringComparer.Ordinal).ThenBy(g => g.Key.Family, StringComparer.Ordinal);
        foreach (var group in reaches.Where(g => g.Select(r => r.Template.Id).Distinct(StringComparer.Ordinal).Count() == 1))
        {
            var gate = group.First().Template;

            // What hands it on is itself the place of it: no part of the file that others could take without passing there.
            var links = facts.LinksByDefiner[gate.Id].Where(l => !Symbols.IsType(l.Symbol) && group.Any(r => l.Symbol.Span.Contains(r.Line))).ToArray();
            foreach (var link in links.Take(1))
            {
                var users = link.Uses.Where(u => u.User.Role == TemplateRole.Code && (!Symbols.IsCallable(link.Symbol) || UseKinds.Calls(link, u))).Select(u => new Evidence(u.User.Id, LineSpan.Of(u.Lines[0]))).ToArray();
                for (var i = 0; i < users.Length; i++)
                {
                    Evidence[] places = [users[i], .. users.Where((u, j) => j != i).Take(MostPlaces - 1)];
                    yield return new Statement(
                        StatementKind.Never, $"Reach for {Prose.Code(group.Key.What)} outside of {Prose.File(gate)}", null,
                        $"take {Prose.Code(link.Name)}, as {Prose.List([.. places.Select(Prose.Cite)])} {(places.Length == 1 ? "does" : "do")}",
                        [.. places, new Evidence(gate.Id, LineSpan.Of(group.First(r => link.Symbol.Span.Contains(r.Line)).Line))], $"gateway:{group.Key.What}", 5.6);
                }
            }
        }
    }

    private static IEnumerable<Reach> In(Template template)
    {
        for (var i = 0; i < template.LineCount; i++)
        {
            foreach (Match match in Outside().Matches(template.Source.Code[i]).Where(m => !m.Groups["library"].Success || template.Language is "typescript" or "tsx" or "javascript" or "jsx" or "vue" or "svelte" or "python"))
            {
                yield return new Reach(template, i + 1, match.Groups["what"].Value);
            }
        }
    }

    // Names that mean one thing in their language, whoever writes them.
    [GeneratedRegex(@"(?<![\w.$])(?<what>process\.env|import\.meta\.env|os\.environ|os\.getenv|os\.Getenv|os\.LookupEnv|System\.getenv|Environment\.GetEnvironmentVariable|env::var|localStorage|sessionStorage|document\.cookie|Deno\.env|Bun\.env)\b|(?<![\w.$])(?<what>(?<library>fetch|axios|requests|httpx|bcrypt|argon2|jwt|boto3|nodemailer))(?:(?<=fetch|axios)(?=\s*\()|(?=\.\w+\())")]
    private static partial Regex Outside();
}
