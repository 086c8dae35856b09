using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Places that an author left open on purpose: "Add your columns here".</summary>
internal static partial class MarkerStatements
{
    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates)
        {
            foreach (var comment in template.Source.Comments)
            {
                if (Of(comment) is not { } text)
                {
                    continue;
                }

                var where = Enclosing(template, comment.Span.First) is { } unit && Relevance.Identifiers.IsStart(unit.Name.TrimStart('{')[..1][0])
                    ? $"in {Prose.Code(unit.Name)}"
                    : $"in {Prose.File(template)}";
                yield return new Statement(
                    StatementKind.Practice, $"Extend at the place that its author marked {where}: {Prose.Quote(text)}.",
                    "What surrounds it can stay as it is.", null, [new Evidence(template.Id, comment.Span)], $"marker:{template.Id}:{text}", 5);
            }
        }
    }

    /// <summary>The marker's text, or null.</summary>
    public static string? Of(Comment comment)
    {
        var text = Prose.Plain(comment.Text).TrimEnd('.', ':', '!');
        return text.Length is > 8 and < 70 && Marker().IsMatch(text) ? text : null;
    }

    /// <summary>What has a name of its own around a line; a run of statements has only its first word.</summary>
    public static Unit? Enclosing(Template template, int line) =>
        template.Units.Where(u => u.Kind != UnitKind.Statements && u.Span.Contains(line)).OrderBy(u => u.Span.Length).FirstOrDefault();

    [GeneratedRegex(@"^(?:Add|Put|Insert|Define|Place|Register|Extend|List)\s+(?:your|further|more|new|additional|other|custom|project|\{\{|any|extra)?\b.*\b(?:here|below|above)$", RegexOptions.IgnoreCase)]
    private static partial Regex Marker();
}
