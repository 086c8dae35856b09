using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Rendering;

/// <summary>The numbers that a document cites templates by: its references first, then what else is cited, in order of place.</summary>
internal sealed class CitationTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private CitationTable(ImmutableArray<Template> templates, InstanceView? view)
    {
        (Templates, View) = (templates, view);
        for (var i = 0; i < templates.Length; i++)
        {
            _numbers.Add(templates[i].Id, i + 1);
        }
    }

    public ImmutableArray<Template> Templates { get; }

    /// <summary>Of the agent whose document cites; null where nobody's does.</summary>
    public InstanceView? View { get; }

    public static CitationTable Of(Plan plan, TemplateCatalogue catalogue, InstanceView? view = null) =>
        new([.. PlanCitations.TemplateIds(plan)
            .Distinct(StringComparer.Ordinal)
            .Select(catalogue.Find)
            .OfType<Template>()], view);

    /// <summary>
    /// <c>[3:14-16]</c>, several with a space between; null where one of them is not in the table. Lines that come with an option of
    /// <c>dotnet new</c> say so.
    /// </summary>
    /// <param name="saysFile">Whether to say it also where the whole file does, which stands in the table.</param>
    public string? Format(IEnumerable<Citation> citations, bool saysFile = false)
    {
        var texts = new List<string>();
        foreach (var citation in citations)
        {
            if (!_numbers.TryGetValue(citation.TemplateId, out var number))
            {
                return null;
            }

            var place = Place(citation, Templates[number - 1]);
            var text = place.Span is { } span
                ? $"[{InlineText.Number(number)}:{span}]"
                : $"[{InlineText.Number(number)}]";
            var words = place.Words ?? (saysFile ? View?.Of(Templates[number - 1])?.Words : null);
            text = words is null ? text : $"{text} ({words})";
            if (!texts.Contains(text, StringComparer.Ordinal))
            {
                texts.Add(text);
            }
        }

        return string.Join(' ', texts);
    }

    /// <summary>Where the cited lines are when the document is read.</summary>
    private InstancePlace Place(Citation citation, Template template) =>
        citation.Span is { } span && View?.Of(template) is { } instance ? instance.Place(span) : new InstancePlace(citation.Span, null);

    /// <summary>A statement's evidence, as the end of its line; what its text cites already is not cited twice.</summary>
    public string Append(string statement, ImmutableArray<Evidence> evidence)
    {
        var missing = evidence
            .Where(e => _numbers.ContainsKey(e.TemplateId))
            .Select(e => new Citation(e.TemplateId, e.Span))
            .Where(c => !statement.Contains(Format([c])!, StringComparison.Ordinal))
            .ToList();
        return missing.Count == 0 ? statement : $"{statement} {Format(missing, saysFile: true)}";
    }
}
