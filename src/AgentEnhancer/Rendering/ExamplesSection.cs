using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Rendering;

/// <summary>Excerpts, copied line for line, each with its place and what to notice.</summary>
internal static class ExamplesSection
{
    public static ImmutableArray<RenderedLine> Lines(Plan plan, TemplateCatalogue catalogue, CitationTable citations, int level)
    {
        var lines = ImmutableArray.CreateBuilder<RenderedLine>();
        foreach (var example in plan.Examples)
        {
            if (catalogue.Find(example.Span.TemplateId) is not { } template)
            {
                continue;
            }

            Add(lines, example, template, citations, level + 1);
        }

        return lines.ToImmutable();
    }

    private static void Add(
        ImmutableArray<RenderedLine>.Builder lines, PlanExample example, Template template, CitationTable citations, int level)
    {
        var code = ExcerptCopy.Copy(example, template, citations.View);
        if (code.IsEmpty)
        {
            return;
        }

        var fence = new string('`', Math.Max(3, code.Max(l => InlineText.LongestRun(l, '`')) + 1));
        if (lines.Count > 0)
        {
            lines.Add(RenderedLine.Blank);
        }

        lines.Add(RenderedLine.Heading(level, InlineText.Prose(example.Title, citations)) with { Example = example });
        lines.Add(RenderedLine.Blank);
        lines.Add(new($"From {citations.Format([new(template.Id, example.Span.Span)], saysFile: true)}:", [example.Span], null));
        lines.Add(RenderedLine.Blank);
        lines.Add(new(fence + Languages.FenceTag(template.Language)));
        lines.AddRange(code.Select(l => new RenderedLine(l)));
        lines.Add(new(fence));
        if (example.Notice.Length > 0)
        {
            lines.Add(RenderedLine.Blank);
            lines.AddRange(example.Notice.Select(n =>
                new RenderedLine($"- {InlineText.Sentence(InlineText.Opening(InlineText.Prose(n, citations)))}")));
        }
    }
}
