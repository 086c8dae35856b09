using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Validation;

/// <summary>
/// A document that a model wrote whole cites files as they lie in the project. In an agent of a <c>dotnet new</c> template they become
/// the paths and lines of the instance.
/// </summary>
internal static partial class InstanceText
{
    public static string Of(Agent agent, string document, TemplateCatalogue catalogue)
    {
        var view = InstanceView.Of(agent, catalogue);
        if (!view.IsOfInstance || !document.StartsWith(agent.FrontMatter, StringComparison.Ordinal))
        {
            return document;
        }

        var lineEnd = agent.UsesCrLf ? "\r\n" : "\n";
        var outline = MarkdownOutline.Read(document[agent.FrontMatter.Length..]);
        var moved = catalogue.Templates.Where(t => view.Of(t) is not null && view.IsCitable(t) && view.PathOf(t) != t.Path)
            .OrderByDescending(t => t.Path.Length).ThenBy(t => t.Path, StringComparer.Ordinal).ToArray();
        var lines = outline.Lines.Select((line, i) => outline.Fenced[i] ? line : WithPaths(line, moved, view)).ToArray();
        var table = lines.Where((_, i) => !outline.Fenced[i]).Select(l => CitedPlaces.Row(l, view)).OfType<(int Number, Template Template)>()
            .DistinctBy(r => r.Number).ToImmutableDictionary(r => r.Number, r => r.Template);
        var text = new StringBuilder(agent.FrontMatter, document.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append(outline.Fenced[i] ? lines[i] : WithLines(lines[i], table, view)).Append(lineEnd);
        }

        return text.ToString();
    }

    private static string WithPaths(string line, Template[] moved, InstanceView view) =>
        moved.Aggregate(line, (text, template) => text.Replace(template.Path, view.PathOf(template), StringComparison.Ordinal));

    private static string WithLines(string line, ImmutableDictionary<int, Template> table, InstanceView view)
    {
        var prose = PlainText.WithoutCodeSpans(line);
        return Place().Replace(line, place =>
        {
            // What stands in a code span is no citation.
            if (prose[place.Index] != '[' || !int.TryParse(place.Groups["template"].ValueSpan, CultureInfo.InvariantCulture, out var number)
                || table.GetValueOrDefault(number) is not { } template || view.Of(template) is not { } instance)
            {
                return place.Value;
            }

            var first = int.Parse(place.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
            var last = place.Groups["last"].Success ? int.Parse(place.Groups["last"].ValueSpan, CultureInfo.InvariantCulture) : first;
            if (first < 1 || last < first || last > template.LineCount)
            {
                // Left as it is: the gate says that there are no such lines.
                return place.Value;
            }

            var (span, words) = instance.Place(new LineSpan(first, last));
            var text = span is null ? $"[{InlineText.Number(number)}]" : $"[{InlineText.Number(number)}:{span}]";
            return words is null ? text : $"{text} ({words})";
        });
    }

    [GeneratedRegex(@"(?<![\w\])}])\[(?<template>\d{1,4}):(?<first>\d{1,6})(?:-(?<last>\d{1,6}))?\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
