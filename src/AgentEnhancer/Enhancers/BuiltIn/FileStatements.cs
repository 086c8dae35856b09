using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Files and scripts that are named elsewhere: who moves or renames one breaks the other, and no compiler says so.</summary>
internal static class FileStatements
{
    private const int MostPlaces = 3;

    public static IEnumerable<Statement> From(IEnumerable<FileLink> links)
    {
        foreach (var link in links)
        {
            var place = new Evidence(link.Target.Id, LineSpan.Of(link.Line));
            var uses = Prose.Places(link.Uses, MostPlaces);
            var cites = Prose.List([.. uses.Select(Prose.Cite)]);
            var name = link.Script is null ? Prose.Code(link.Name) : $"the script {Prose.Code(link.Name)}";
            var (verb, change) = link.Script is null ? (uses.Count == 1 ? "names it" : "name it", "moving or renaming") : (uses.Count == 1 ? "runs it" : "run it", "renaming");
            var topic = $"file:{link.Target.Id}:{link.Script}";
            var worth = 2.6 + Math.Min(1.5, link.Uses.Sum(u => u.Lines.Length) * 0.3);
            yield return new Statement(StatementKind.Ask, $"Before {change} {name} {Prose.Cite(place)}: {cites} {verb}", null, null, [place, .. uses], topic, worth);
            foreach (var use in link.Uses)
            {
                // The same, as who writes the one that names it has to see it.
                var line = new Evidence(use.User.Id, LineSpan.Of(use.Lines[0]));
                if (link.Script is null)
                {
                    yield return new Statement(
                        StatementKind.Never, $"Change the path of {name} in {Prose.Cite(line)} alone", null, $"move {Prose.Cite(place)} with it", [line, place], topic, worth);
                }
                else
                {
                    yield return new Statement(
                        StatementKind.Never, $"Write the command behind {Prose.Code(link.Name)} out in {Prose.File(use.User)}", null,
                        $"run the script {Prose.Cite(place)}, as {Prose.Cite(line)} does", [line, place], topic, worth + 0.5);
                    yield return new Statement(
                        StatementKind.Always, $"Keep the name {Prose.Code(link.Name)} the same in {Prose.Cite(line)} and {Prose.Cite(place)}", null, null, [line, place], topic, worth);
                }
            }
        }
    }
}
