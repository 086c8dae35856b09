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
        foreach (var name in SectionNames.All)
        {
            if (SectionNames.Find(view.Outline, name) is not { } heading)
            {
                yield return Violation.Of(GateDiagnostics.SectionMissing, 0, name);
            }
            else if (IsEmpty(view, view.Outline.Below(heading)))
            {
                yield return Violation.Of(GateDiagnostics.SectionEmpty, view.LineOf(heading.Line), name);
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

    /// <summary>Headings alone, and comments, are no content.</summary>
    private static bool IsEmpty(DocumentView view, (int First, int End) range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            var line = view.Outline.Lines[i].Trim();
            var isHeading = view.Outline.Headings.Any(h => i >= h.Line && i < h.Content);
            if (line.Length > 0 && !isHeading && !(line.StartsWith("<!--", StringComparison.Ordinal) && line.EndsWith("-->", StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }
}
