using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What authors wrote under always, never and ask headings of an AGENTS.md and the like.</summary>
internal static class AuthorStatements
{
    private const int ShortestRule = 16;
    private const int LongestRule = 180;
    private const int MostLines = 8;

    public const string Source = "author";

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Prose && t.Language == "markdown"))
        {
            foreach (var rule in AuthorRules.Read(string.Join('\n', template.Source.Lines)))
            {
                if (rule.Text.Length is >= ShortestRule and <= LongestRule)
                {
                    yield return new Statement(
                        rule.Kind switch
                        {
                            AgentEnhancer.Agents.StatementKind.Never => StatementKind.Never,
                            AgentEnhancer.Agents.StatementKind.Ask => StatementKind.Ask,
                            _ => StatementKind.Always,
                        },
                        rule.Text.TrimEnd('.'), null, null, [new Evidence(template.Id, Lines(template, rule))], $"{Source}:{template.Id}:{rule.Line}", 8);
                }
            }
        }
    }

    /// <summary>An item may be wrapped: to the line on which its last words stand.</summary>
    private static LineSpan Lines(Template template, AuthorStatement rule)
    {
        var read = "";
        for (var line = rule.Line; line <= Math.Min(template.LineCount, rule.Line + MostLines - 1); line++)
        {
            read = $"{read} {template.Source.Lines[line - 1].Trim()}";
            if (read.Contains(rule.Text, StringComparison.Ordinal))
            {
                return new LineSpan(rule.Line, line);
            }
        }

        return LineSpan.Of(rule.Line);
    }
}
