using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using static AgentEnhancer.Rendering.InlineText;

namespace AgentEnhancer.Validation;

/// <summary>Front matter, fences, sections and size.</summary>
internal static class StructureBars
{
    public static IEnumerable<Violation> FrontMatter(DocumentView view)
    {
        if (!view.KeepsFrontMatter)
        {
            yield return Violation.Of(GateDiagnostics.FrontMatterChanged, 1);
        }
    }

    public static IEnumerable<Violation> Fences(DocumentView view) =>
        from fence in view.Outline.Fences
        where !fence.IsClosed
        let line = view.LineOf(fence.Open)
        select Violation.Of(GateDiagnostics.FenceUnbalanced, line, Number(line));

    public static IEnumerable<Violation> Sections(DocumentView view)
    {
        foreach (var section in AgentSections.All)
        {
            if (view.Outline.Find(section) is not { } heading)
            {
                yield return Violation.Of(GateDiagnostics.SectionMissing, 0, AgentSections.Title(section));
            }
            else if (view.Outline.Body.IsEmpty(view.Outline.Body.Sections.First(s => s.Heading.Line == heading.Line + 1)))
            {
                yield return Violation.Of(GateDiagnostics.SectionEmpty, view.LineOf(heading.Line), AgentSections.Title(section));
            }
        }
    }

    public static IEnumerable<Violation> Length(DocumentView view, DocumentLimits limits)
    {
        var lines = view.LineCount;
        if (lines < limits.MinimumLines)
        {
            yield return Violation.Of(GateDiagnostics.TooFewLines, 0, Number(lines), Number(limits.MinimumLines));
        }

        if (lines > limits.MaximumLines)
        {
            yield return Violation.Of(GateDiagnostics.TooManyLines, 0, Number(lines), Number(limits.MaximumLines));
        }

        if (view.CharacterCount > limits.MaximumCharacters)
        {
            yield return Violation.Of(
                GateDiagnostics.TooManyCharacters, 0, Number(view.CharacterCount), Number(limits.MaximumCharacters));
        }
    }
}
