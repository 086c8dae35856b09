using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Rendering;

/// <summary>How the templates hang together, their table and, under it, the placeholders that occur in them.</summary>
internal static class ReferencesSection
{
    private const int MostPlaceholders = 8;
    private const int MostSpellings = 2;
    private const int LongestDescription = 60;
    private const int MostUnits = 3;

    public static ImmutableArray<RenderedLine> Lines(Plan plan, TemplateCatalogue catalogue, CitationTable citations)
    {
        var lines = ImmutableArray.CreateBuilder<RenderedLine>();
        if (plan.Flow is { Length: > 0 } flow)
        {
            lines.Add(new(InlineText.Sentence(InlineText.Opening(InlineText.Prose(flow, citations)))));
            lines.Add(RenderedLine.Blank);
        }

        // A column that is mostly empty only takes room: what is known goes with the use.
        var purposes = citations.Templates.Count(t => t.Purpose is { Length: > 0 });
        var generates = purposes * 2 >= citations.Templates.Length && purposes > 0;
        lines.Add(new(generates ? "| # | Template | Purpose | Use it for |" : "| # | Template | Use it for |"));
        lines.Add(new(generates ? "| --- | --- | --- | --- |" : "| --- | --- | --- |"));
        var cited = PlanCitations.All(plan).ToLookup(c => c.TemplateId, StringComparer.Ordinal);
        for (var i = 0; i < citations.Templates.Length; i++)
        {
            var template = citations.Templates[i];
            var use = plan.References.FirstOrDefault(r => string.Equals(r.TemplateId, template.Id, StringComparison.Ordinal)) is { Why.Length: > 0 } reference
                ? InlineText.Prose(reference.Why, citations)
                : CitedParts(template, cited[template.Id], citations, generates);
            if (!generates && template.Purpose is { Length: > 0 } known && !use.Contains(known, StringComparison.OrdinalIgnoreCase))
            {
                use = $"{InlineText.Sentence(InlineText.Prose(known, citations))} {use}".TrimEnd();
            }
            var row = $"| {InlineText.Number(i + 1)} | {InlineText.Cell(Named(template, citations.View))} |";
            if (generates)
            {
                row += template.Purpose is { Length: > 0 } purpose ? $" {InlineText.Cell(InlineText.Prose(purpose, citations))} |" : " |";
            }

            lines.Add(new($"{row} {InlineText.Cell(use)} |".Replace("|  |", "| |", StringComparison.Ordinal)));
        }

        if (Legend(plan, catalogue, citations) is { Length: > 0 } legend)
        {
            lines.Add(RenderedLine.Blank);
            lines.Add(new(legend));
        }

        return lines.ToImmutable();
    }

    /// <summary>Its path, and the options that it comes with.</summary>
    private static string Named(Template template, InstanceView? view)
    {
        var path = InlineText.CodePath(view?.PathOf(template) ?? template.Path);
        return view?.Of(template)?.Words is { } words ? $"{path} ({words})" : path;
    }

    /// <summary>Placeholders, and the name that stands in paths: <c>dotnet new</c> writes it there as it is given, and in texts so that it is a namespace.</summary>
    private static string Legend(Plan plan, TemplateCatalogue catalogue, CitationTable citations)
    {
        var placeholders = Placeholders(plan, catalogue, citations);
        if (citations.View is not { Name: { } name, IsCopied: false } view || !citations.Templates.Any(t => view.PathOf(t).Contains(name, StringComparison.Ordinal)))
        {
            return placeholders;
        }

        var inPaths = $"In paths, {InlineText.Code(name)} is the project's name as `dotnet new` was given it.";
        return placeholders.Length == 0 ? inPaths : $"{placeholders} {inPaths}";
    }

    /// <summary>What of a template is cited: the names of its units, else what the file says of itself, else what kind of file it is.</summary>
    private static string CitedParts(Template template, IEnumerable<Citation> citations, CitationTable table, bool saysPurpose)
    {
        var spans = citations.Select(c => c.Span).OfType<LineSpan>().Distinct().Order().ToList();
        var units = spans.Select(s => UnitOf(template, s)).OfType<Unit>().ToArray();
        var verb = units.All(u => u.Kind is UnitKind.Test or UnitKind.TestSuite) ? "Holds" : template.Language == "dockerfile" ? "Builds in" : units.All(u => u.Kind == UnitKind.Query) ? "Has" : "Defines";
        var names = units.Select(u => u.Name)
            .Distinct(StringComparer.Ordinal)
            .Take(MostUnits)
            .Select(InlineText.Code)
            .ToList();
        return names.Count switch
        {
            > 1 => $"{verb} {string.Join(", ", names[..^1])} and {names[^1]}",
            1 => $"{verb} {names[0]}",
            _ when TellingParts.Saying(template, saysPurpose) is { } saying => InlineText.Prose(saying, table),
            _ when TellingParts.Content(template) is { Length: > 0 } content => content,
            _ => template.Units.Where(u => u.Level == 0 && TellingParts.IsTelling(template, u)).Select(u => u.Name).Distinct(StringComparer.Ordinal).Take(MostUnits).Select(InlineText.Code).ToArray() is { Length: > 0 } own
                ? $"Defines {Enhancers.BuiltIn.Prose.List(own)}" : "",
        };
    }

    /// <summary>The smallest unit worth a name that holds the span; else the first that the span holds.</summary>
    private static Unit? UnitOf(Template template, LineSpan span) =>
        template.Units.Where(u => u.Span.Contains(span) && TellingParts.IsTelling(template, u)).MinBy(u => u.Span.Length)
        ?? template.Units.FirstOrDefault(u => span.Contains(u.Span) && TellingParts.IsTelling(template, u));

    /// <summary>One line: the placeholders that the excerpts show, then those of other lines of these templates, and of their paths.</summary>
    private static string Placeholders(Plan plan, TemplateCatalogue catalogue, CitationTable citations)
    {
        var shown = plan.Examples.SelectMany(e => e.Imports.Add(e.Span.Span).Select(s => (e.Span.TemplateId, Span: s, e.Cuts)))
            .ToLookup(s => s.TemplateId, StringComparer.Ordinal);
        var inLines = citations.Templates
            .SelectMany(t => t.Source.Placeholders.Select(p => (Placeholder: p, IsShown: shown[t.Id].Any(s => s.Span.Contains(p.Line) && !s.Cuts.Any(c => c.Contains(p.Line))))))
            .OrderByDescending(x => x.IsShown)
            .Select(x => x.Placeholder);
        var inPaths = citations.Templates.SelectMany(t => TemplatePaths.Placeholders(t.Path));

        // A name that is written in several ways stands here in its plainest.
        var all = inLines.GroupBy(p => p.Name, StringComparer.Ordinal)
            .Concat(inPaths.GroupBy(p => p.Name, StringComparer.Ordinal))
            .DistinctBy(g => g.Key, StringComparer.Ordinal)
            .ToArray();
        var legend = string.Join(", ", all.Take(MostPlaceholders)
            .Select(g => Describe([.. g.Select(p => p.Text).Distinct(StringComparer.Ordinal)], catalogue.Placeholders.GetValueOrDefault(g.Key), citations)));
        return legend.Length == 0 ? "" : $"Placeholders: {legend}{(all.Length > MostPlaceholders ? " and others" : "")}.";
    }

    /// <summary>The plainest spelling, what it means, and up to two others, which a helper or a filter makes of the same name.</summary>
    private static string Describe(string[] spellings, PlaceholderMeaning? meaning, CitationTable citations)
    {
        var parts = new List<string>(3);
        if (meaning?.Description is { Length: > 0 and <= LongestDescription } description)
        {
            parts.Add(InlineText.Prose(description, citations).TrimEnd('.', ';', ','));
        }

        if (meaning?.Example is { Length: > 0 } example)
        {
            parts.Add($"such as {InlineText.Code(example)}");
        }

        var plainest = spellings.MinBy(s => s.Length)!;
        var others = spellings.DistinctBy(WithoutSpaces, StringComparer.Ordinal)
            .Where(s => !string.Equals(WithoutSpaces(s), WithoutSpaces(plainest), StringComparison.Ordinal))
            .Take(MostSpellings).Select(InlineText.Code).ToArray();
        if (others.Length > 0)
        {
            parts.Add($"also {string.Join(" and ", others)}");
        }

        var text = InlineText.Code(plainest);
        return parts.Count == 0 ? text : $"{text} ({string.Join(", ", parts)})";
    }

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
