using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Where in a file of settings a line stands: under which keys, or under which heading.</summary>
internal static class SettingsSections
{
    /// <summary>The words of a line and of all that it stands under.</summary>
    public static IEnumerable<string> TermsOf(Template template, int line)
    {
        var indent = int.MaxValue;
        for (var above = line; above > 0; above--)
        {
            var code = template.Source.Code[above - 1];
            if (string.IsNullOrWhiteSpace(code))
            {
                continue;
            }

            var isHeading = template.Language is "toml" or "ini" && code.TrimStart().StartsWith('[');
            if (above == line || isHeading || (StatementEdges.Indent(code) < indent && template.Language is "yaml" or "json"))
            {
                indent = StatementEdges.Indent(code);
                foreach (var term in Terms.Of(template.Source.Lines[above - 1]))
                {
                    yield return term;
                }
            }

            if (isHeading || (indent == 0 && template.Language == "yaml"))
            {
                yield break;
            }
        }
    }
}
