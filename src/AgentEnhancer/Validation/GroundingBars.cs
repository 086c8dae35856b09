using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;
using static AgentEnhancer.Rendering.InlineText;

namespace AgentEnhancer.Validation;

/// <summary>What is cited exists, and most of it lies where this agent works.</summary>
internal static class GroundingBars
{
    private const int LeastPercentAtHome = 60;
    private const int MostForeignExamples = 1;

    public static IEnumerable<Violation> Paths(DocumentView view) =>
        from cited in view.Cited
        where cited.IsPath && cited.Template is null
        select Violation.Of(GateDiagnostics.PathUnresolved, view.LineOf(cited.Line), cited.Text);

    public static IEnumerable<Violation> Lines(DocumentView view) =>
        from cited in view.Cited
        where (!cited.IsPath || cited.Template is not null) && !cited.SpanExists
        let line = view.LineOf(cited.Line)
        select Violation.Of(GateDiagnostics.LinesUnresolved, line, cited.Text, Number(line));

    public static IEnumerable<Violation> Home(DocumentView view)
    {
        var section = view.Section(StandardSection.TemplateReferences) ?? (0, 0);
        var resolved = view.Cited.Where(c => c.Template is not null).ToList();
        var evidence = resolved.Where(c => c.Line < section.First || c.Line >= section.End).ToList();
        if (evidence.Count == 0)
        {
            evidence = resolved;
        }

        var percent = evidence.Count == 0 ? 0 : 100 * evidence.Count(c => view.Home.Contains(c.Template!.Id)) / evidence.Count;
        if (percent < LeastPercentAtHome)
        {
            yield return Violation.Of(GateDiagnostics.EvidenceElsewhere, 0, Number(percent), Number(LeastPercentAtHome));
        }
    }

    public static IEnumerable<Violation> ForeignExamples(DocumentView view)
    {
        var foreign = AddedExamples(view)
            .Where(f => SourceOf(view, f) is { } template && !view.Home.Contains(template.Id))
            .ToList();
        if (foreign.Count > MostForeignExamples)
        {
            yield return Violation.Of(
                GateDiagnostics.ForeignExamples, view.LineOf(foreign[MostForeignExamples].Open), Number(foreign.Count), Number(MostForeignExamples));
        }
    }

    /// <summary>Every excerpt is, run by run, the lines of the template that it names.</summary>
    public static IEnumerable<Violation> Verbatim(DocumentView view) =>
        from fence in AddedExamples(view)
        where PlaceOf(view, fence)?.Template is not { } template || !VerbatimCode.IsFrom(template, view.Content(fence), view.View)
        let line = view.LineOf(fence.Open)
        select Violation.Of(GateDiagnostics.NotVerbatim, line, Number(line));

    private static IEnumerable<OutlineFence> AddedExamples(DocumentView view) =>
        view.Section(StandardSection.CodeExamples) is { } section
            ? view.FencesIn(section).Where(f => view.Added[f.Open] || Enumerable.Range(f.Open + 1, Math.Max(0, f.Close - f.Open - 1)).Any(i => view.Added[i]))
            : [];

    /// <summary>The template that an excerpt names; else the first that holds it, the agent's own first.</summary>
    private static Template? SourceOf(DocumentView view, OutlineFence fence) =>
        PlaceOf(view, fence)?.Template
        ?? view.Catalogue.Templates
            .OrderByDescending(t => view.Home.Contains(t.Id))
            .FirstOrDefault(t => VerbatimCode.IsFrom(t, view.Content(fence), view.View));

    /// <summary>What is cited between an excerpt and whatever stands above it: another excerpt, or a heading.</summary>
    private static CitedPlace? PlaceOf(DocumentView view, OutlineFence fence)
    {
        var above = view.Outline.Fences.Where(f => f.Close < fence.Open).Select(f => f.Close)
            .Concat(view.Outline.Headings.Where(h => h.Line < fence.Open).Select(h => h.Line - 1))
            .DefaultIfEmpty(-1)
            .Max();
        return view.Cited.LastOrDefault(c => c.Line > above && c.Line < fence.Open && c.Template is not null);
    }
}
