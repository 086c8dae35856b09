using System.Globalization;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Responses.Reading;

/// <summary>
/// Reads places in templates: <c>t3:12-34</c>, <c>t3:12</c>, and what models make of that: <c>[t3:L12-L34]</c>, <c>t3: 12–34</c>,
/// <c>t3:34-12</c>, a template's path for its id, an object of template and lines.
/// </summary>
internal sealed class SpanReader(TemplateCatalogue catalogue)
{
    private const int LongestPlace = 400;

    /// <summary>A place, which may not exist; null where the value names none.</summary>
    public Evidence? Read(AnswerNode node)
    {
        if (node.IsObject)
        {
            return node.First("span", "lines", "at", "evidence") is { } span
                ? Read(span, node.First("template", "templateid", "id", "path")?.Text)
                : null;
        }

        return Read(node, null);
    }

    public Evidence? Read(string text)
    {
        if (text.Length > LongestPlace)
        {
            return null;
        }

        var place = text.AsSpan().Trim(" \t[]()`'\"");
        var colon = place.LastIndexOf(':');

        // "t3:4, t5:8" is two places, and no line of either.
        return colon > 0 && place[..colon].IndexOfAny(',', ';', ':') < 0 && TryLines(place[(colon + 1)..], out var span)
            ? new Evidence(TemplateId(place[..colon].Trim().ToString()), span) : null;
    }

    /// <summary>Several places in one text, <c>t3:12-14, 20; t5:8</c>: the template stands until another is named. Null where one of them is none.</summary>
    public IReadOnlyList<Evidence>? ReadAll(AnswerNode node)
    {
        if (node.Text is not { Length: <= LongestPlace } text || text.AsSpan().IndexOfAny(',', ';') < 0)
        {
            return Read(node) is { } one ? [one] : null;
        }

        var found = new List<Evidence>();
        foreach (var part in text.Trim(' ', '[', ']', '(', ')').Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Read(part) is { } place)
            {
                found.Add(place);
            }
            else if (found.Count > 0 && TryLines(part, out var lines))
            {
                found.Add(found[^1] with { Span = lines });
            }
            else
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>A template that is named without lines; null where none is.</summary>
    public Evidence? Whole(AnswerNode node) =>
        node.Text is { Length: <= LongestPlace } text && catalogue.Find(TemplateId(text)) is { LineCount: > 0 } template && !text.Contains(':')
            ? new Evidence(template.Id, new LineSpan(1, template.LineCount)) : null;

    /// <summary>The id of the template that is meant; the text itself where none is.</summary>
    public string TemplateId(string text)
    {
        var name = text.Trim(' ', '[', ']', '`');
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        name = colon > 0 ? name[..colon] : name;
        if (catalogue.Find(name) is not null || name.Length > LongestPlace)
        {
            return name;
        }

        if (catalogue.Find(name.ToLowerInvariant()) is { } lower)
        {
            return lower.Id;
        }

        if (catalogue.FindPath(name) is { } template)
        {
            return template.Id;
        }

        var sameName = catalogue.WithFileName(name).Take(2).ToArray();
        return sameName.Length == 1 ? sameName[0].Id : name;
    }

    private Evidence? Read(AnswerNode span, string? template) =>
        span.Text is not { Length: <= LongestPlace } text ? null
        : Read(text) is { } whole ? whole
        : template is not null && TryLines(text, out var lines) ? new Evidence(TemplateId(template), lines) : null;

    private static bool TryLines(ReadOnlySpan<char> text, out LineSpan span)
    {
        span = default;
        var dash = text.IndexOfAny('-', '–', '—');
        var first = dash < 0 ? text : text[..dash];
        if (!TryLine(first, out var from))
        {
            return false;
        }

        var to = from;
        if (dash >= 0 && !TryLine(text[(dash + 1)..], out to))
        {
            return false;
        }

        span = from <= to ? new LineSpan(from, to) : new LineSpan(to, from);
        return true;
    }

    private static bool TryLine(ReadOnlySpan<char> text, out int line) =>
        int.TryParse(text.Trim().TrimStart("Ll").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out line);
}
