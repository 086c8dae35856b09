using System.Globalization;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Requests;

/// <summary>How much a request says of a template, least first.</summary>
internal enum TemplateDetail
{
    LeftOut,
    Path,
    Purpose,
    Outline,

    /// <summary>The source of its first units, and an outline of the others.</summary>
    Beginning,
    Source,
}

/// <summary>What a request says of one template.</summary>
internal static class TemplateEntry
{
    private const int LongestPurpose = 30;
    private const int MostTechnologies = 6;
    private const int MostOutlineEntries = 40;
    private const int LongestName = 20;
    private const int BeginningLines = 40;

    /// <summary>Generated lines can be longer than all else together; nobody cites a part of one.</summary>
    private const int LongestLine = 80;

    public static RequestTemplate Of(Template template, TemplateDetail detail, RelevanceMap relevance) => new(
        template.Id,
        detail >= TemplateDetail.Purpose ? template.FileName : null,
        detail >= TemplateDetail.Purpose && template.Category.Length > 0 ? template.Category : null,
        template.Scope.Length == 0 ? null : template.Scope,
        RequestPaths.Of(template),
        relevance.Owners.GetValueOrDefault(template.Id),
        detail >= TemplateDetail.Purpose && template.Purpose is { Length: > 0 } purpose ? ClippedText.Line(LongestPurpose, purpose) : null,
        detail >= TemplateDetail.Purpose && !template.Technologies.IsEmpty ? [.. template.Technologies.Take(MostTechnologies).Select(t => ClippedText.Line(LongestName, t))] : null,
        (detail == TemplateDetail.Outline && Outline(template, 0) is not null) || detail == TemplateDetail.Beginning ? template.LineCount : null,
        detail switch
        {
            TemplateDetail.Outline => Outline(template, 0),
            TemplateDetail.Beginning => Outline(template, EndOfBeginning(template)),
            _ => null,
        },
        detail switch
        {
            TemplateDetail.Source => Source(template, template.LineCount),
            TemplateDetail.Beginning => Source(template, EndOfBeginning(template)),
            _ => null,
        });

    /// <param name="shown">Lines that stand in the source.</param>
    private static List<string>? Outline(Template template, int shown)
    {
        var imports = template.Imports.IsEmpty
            ? default
            : new LineSpan(template.Imports.Min(i => i.Span.First), template.Imports.Max(i => i.Span.Last));
        List<string> entries =
        [
            .. imports.Last > shown ? [$"{imports} imports"] : Array.Empty<string>(),
            .. template.Units.Where(u => u.Level <= 1 && u.Span.Last > shown).OrderBy(u => u.Span.First).ThenByDescending(u => u.Span.Last)
                .Take(MostOutlineEntries).Select(u => $"{u.Span} {Kind(u.Kind)} {ClippedText.Line(LongestName, u.Name)}".TrimEnd()),
        ];
        return entries.Count == 0 ? null : entries;
    }

    private static string Kind(UnitKind kind) => kind switch
    {
        UnitKind.Statements => "statements",
        UnitKind.TestSuite => "suite",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The end of the last unit that ends within the first lines; there, where none does.</summary>
    private static int EndOfBeginning(Template template)
    {
        var most = Math.Min(BeginningLines, template.LineCount);
        return template.Units.Where(u => u.Level <= 1 && u.Span.Last <= most && u.Span.Last > most / 2).Select(u => u.Span.Last).DefaultIfEmpty(most).Max();
    }

    private static List<string> Source(Template template, int lines) =>
    [
        .. template.Source.Lines.Take(lines).Select((text, i) => (text, Number: i + 1)).Where(l => !string.IsNullOrWhiteSpace(l.text))
            .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Number} {ClippedText.To(LongestLine, l.text.TrimEnd())}")),
    ];
}
