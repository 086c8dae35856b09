using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Rendering;

/// <summary>
/// Plan and agent to document. What the author wrote stays byte for byte and in its order; a section that the agent has
/// already is completed in place, the others follow the body.
/// </summary>
internal static class DocumentRenderer
{
    private const int SectionLevel = 2;

    public static Document Render(Agent agent, Plan plan, TemplateCatalogue catalogue)
    {
        var citations = CitationTable.Of(plan, catalogue, InstanceView.Of(agent, catalogue));
        var body = BodyLayout.Of(agent);

        body.Complete(StandardSection.TemplateReferences, SectionLevel, (_, _) => ReferencesSection.Lines(plan, catalogue, citations));
        body.Complete(StandardSection.BestPractices, SectionLevel, (level, own) =>
            PracticesSection.Lines(plan, citations, level, number: NextNumber(own)));
        body.Complete(StandardSection.CodeExamples, SectionLevel, (level, _) => ExamplesSection.Lines(plan, catalogue, citations, level));
        body.CompleteLists(StandardSection.Constraints, SectionLevel, [.. ConstraintsSection.Lists(plan, citations)]);

        return DocumentWriter.Write(agent, body, citations);
    }

    /// <summary>An agent's own numbered list goes on; anything else starts at one.</summary>
    private static int NextNumber(ImmutableArray<string> own)
    {
        for (var i = own.Length - 1; i >= 0; i--)
        {
            var digits = own[i].TakeWhile(char.IsAsciiDigit).Count();
            if (digits is > 0 and < 4 && own[i].Length > digits && own[i][digits] is '.' or ')')
            {
                return int.Parse(own[i].AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture) + 1;
            }

            if (own[i].Length > 0 && !char.IsWhiteSpace(own[i][0]))
            {
                return 1;
            }
        }

        return 1;
    }
}
