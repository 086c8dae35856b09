using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Validation;

/// <summary>What every document passes before it is written, whoever made it.</summary>
internal static class Gate
{
    /// <param name="plan">What the document was assembled from; null where a model wrote it whole.</param>
    /// <returns>Nothing where the document may go out.</returns>
    public static ImmutableArray<Violation> Check(
        Agent agent, string document, Plan? plan, TemplateCatalogue catalogue, RelevanceMap relevance, DocumentLimits limits)
    {
        var view = DocumentView.Read(agent, document, catalogue, relevance);
        return
        [
            .. StructureBars.FrontMatter(view),
            .. StructureBars.Fences(view),
            .. StructureBars.Sections(view),
            .. StructureBars.Length(view, limits),
            .. ContentBars.References(view),
            .. ContentBars.Examples(view),
            .. ContentBars.Practices(view),
            .. GroundingBars.Paths(view),
            .. GroundingBars.Lines(view),
            .. GroundingBars.Home(view),
            .. GroundingBars.ForeignExamples(view),
            .. plan is null ? [] : GroundingBars.Verbatim(view),
            .. TextBars.Residue(view),
            .. TextBars.Repetition(view),
        ];
    }
}
