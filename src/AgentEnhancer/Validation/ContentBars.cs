using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using static AgentEnhancer.Rendering.InlineText;

namespace AgentEnhancer.Validation;

/// <summary>How much a document holds at least. A section that is missing is reported as that, not as too little.</summary>
internal static class ContentBars
{
    private const int FewestReferences = 2;
    private const int FewestExamples = 2;
    private const int FewestPractices = 3;

    public static IEnumerable<Violation> References(DocumentView view)
    {
        if (view.Section(StandardSection.TemplateReferences) is not { } section)
        {
            return [];
        }

        var count = view.Cited
            .Where(c => c.IsPath && c.Template is not null && c.Line >= section.First && c.Line < section.End)
            .Select(c => c.Template!.Id)
            .Distinct(StringComparer.Ordinal)
            .Count();
        return AtLeast(view, GateDiagnostics.TooFewReferences, section.First, count, FewestReferences);
    }

    public static IEnumerable<Violation> Examples(DocumentView view)
    {
        if (view.Section(StandardSection.CodeExamples) is not { } section)
        {
            return [];
        }

        var count = view.FencesIn(section).Count(f => view.Content(f).Any(l => !string.IsNullOrWhiteSpace(l)));
        return AtLeast(view, GateDiagnostics.TooFewExamples, section.First, count, FewestExamples);
    }

    public static IEnumerable<Violation> Practices(DocumentView view)
    {
        if (view.Section(StandardSection.BestPractices) is not { } section)
        {
            return [];
        }

        var recipes = view.Outline.Headings
            .Where(h => h.Line >= section.First && h.Line < section.End && h.Title.StartsWith("Recipe", StringComparison.OrdinalIgnoreCase))
            .ToList();
        var recipeLines = recipes.Select(view.Outline.Below).ToList();
        var items = Enumerable.Range(section.First, section.End - section.First)
            .Count(i => IsItem(view, i) && !recipeLines.Any(r => i >= r.First && i < r.End));

        // A practice may be a heading with a paragraph as well.
        var headed = view.Outline.Headings.Count(h => h.Line >= section.First && h.Line < section.End) - recipes.Count;
        return AtLeast(view, GateDiagnostics.TooFewPractices, section.First, Math.Max(items, headed), FewestPractices);
    }

    private static bool IsItem(DocumentView view, int index)
    {
        var line = view.Outline.Lines[index];
        if (view.Outline.Fenced[index] || line.Length == 0)
        {
            return false;
        }

        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        var marker = digits == 0 ? line[0] is '-' or '*' or '+' : line.Length > digits && line[digits] is '.' or ')';
        var rest = line.AsSpan(digits == 0 ? 1 : Math.Min(digits + 1, line.Length));
        return marker && rest.Length > 1 && rest[0] == ' ' && !rest.IsWhiteSpace();
    }

    private static IEnumerable<Violation> AtLeast(
        DocumentView view, DiagnosticDescriptor descriptor, int index, int count, int fewest) =>
        count >= fewest ? [] : [Violation.Of(descriptor, view.LineOf(index) - 1, Number(count), Number(fewest))];
}
