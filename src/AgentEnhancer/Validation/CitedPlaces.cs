using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Validation;

/// <summary>A template, or lines of one, that a document cites.</summary>
/// <param name="Line">Index of the body's line.</param>
/// <param name="Template">Null where what is cited does not exist.</param>
internal sealed record CitedPlace(int Line, string Text, Template? Template, LineSpan? Span)
{
    public bool IsPath => Text[0] != '[';

    public bool SpanExists => Template is not null && (Span is not { } s || (s.First >= 1 && s.First <= s.Last && s.Last <= Template.LineCount));
}

/// <summary>Finds what a line of a document cites: paths of templates, and places by the number of the document's table.</summary>
internal static partial class CitedPlaces
{
    private const string TemplateExtension = ".template";

    /// <summary>Paths: a code span that is a template's path, or a word that ends in <c>.template</c>.</summary>
    public static IEnumerable<CitedPlace> Paths(string line, int index, InstanceView view)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var span in CodeSpans(line))
        {
            if (view.FindPath(span) is { } template && seen.Add(template.Path))
            {
                yield return new CitedPlace(index, span, template, null);
            }
        }

        for (var at = 0; (at = line.IndexOf(TemplateExtension, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = at + TemplateExtension.Length;
            at = end;
            if (Word(line, end) is not { } word)
            {
                continue;
            }

            var template = Resolve(word, Unescaped(line[..end]), view);
            if (template is null || seen.Add(template.Path))
            {
                yield return new CitedPlace(index, word, template, SpanAt(line, end));
            }
        }
    }

    /// <summary><c>[3:14-16]</c>, outside code spans; and <c>[3]</c>, where options decide on which line something is.</summary>
    public static IEnumerable<CitedPlace> Numbers(string line, int index, ImmutableDictionary<int, Template> table, InstanceView view)
    {
        if (!line.Contains('[', StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (Match match in ShortCitation().Matches(PlainText.WithoutCodeSpans(line)))
        {
            if (!match.Groups["first"].Success)
            {
                // Elsewhere a bare number may be anything.
                if (table.GetValueOrDefault(Number(match.Groups["template"].Value)) is { } whole && view.Of(whole) is not null)
                {
                    yield return new CitedPlace(index, match.Value, whole, null);
                }

                continue;
            }

            yield return new CitedPlace(
                index, match.Value, table.GetValueOrDefault(Number(match.Groups["template"].Value)), SpanOf(match));
        }
    }

    /// <summary>The row <c>| 3 | `templates/api.cs.template` | …</c> of the table: its number and template.</summary>
    public static (int Number, Template Template)? Row(string line, InstanceView view)
    {
        var match = TableRow().Match(line);
        return match.Success && CodeSpans(line).FirstOrDefault() is { } path && view.FindPath(path) is { } template
            ? (Number(match.Groups["number"].Value), template)
            : null;
    }

    /// <summary>A path may hold spaces, so that its last word is a part of it only.</summary>
    private static Template? Resolve(string word, string before, InstanceView view)
    {
        var path = word.Replace('\\', '/');
        path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return view.WithFileName(path[(path.LastIndexOf('/') + 1)..]).FirstOrDefault(t =>
                view.PathOf(t) is var cited && cited.Length == path.Length ? string.Equals(cited, path, StringComparison.Ordinal) : cited.EndsWith("/" + path, StringComparison.Ordinal))
            ?? EndsWithPath(before, view);
    }

    private static Template? EndsWithPath(string before, InstanceView view)
    {
        for (var space = before.LastIndexOf(' '); space >= 0; space = space == 0 ? -1 : before.LastIndexOf(' ', space - 1))
        {
            // The file's name begins after a slash, or after one of the spaces in it.
            var name = before[(Math.Max(space, before.LastIndexOf('/')) + 1)..];
            if (view.WithFileName(name).FirstOrDefault(t => before.EndsWith(view.PathOf(t), StringComparison.Ordinal)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The word that ends here; null where it is no path: a pattern, a placeholder, the bare extension, a longer word.</summary>
    private static string? Word(string line, int end)
    {
        if (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '_' or '-'
            || (line[end] == '.' && end + 1 < line.Length && char.IsLetter(line[end + 1]))))
        {
            return null;
        }

        var start = end;
        while (start > 0 && !char.IsWhiteSpace(line[start - 1]) && !"`'\"()[]<>|,".Contains(line[start - 1], StringComparison.Ordinal))
        {
            start--;
        }

        var word = line[start..end];
        return word.Length <= TemplateExtension.Length || word.AsSpan().ContainsAny("*{}$…") ? null : word;
    }

    private static LineSpan? SpanAt(string line, int end)
    {
        var match = LineSuffix().Match(line, end);
        return match.Success ? SpanOf(match) : null;
    }

    private static LineSpan SpanOf(Match match)
    {
        var first = Number(match.Groups["first"].Value);
        return new LineSpan(first, match.Groups["last"] is { Success: true } last ? Number(last.Value) : first);
    }

    private static IEnumerable<string> CodeSpans(string line)
    {
        for (var open = line.IndexOf('`', StringComparison.Ordinal); open >= 0;)
        {
            var run = RunAt(line, open);
            var close = open + run;
            while ((close = line.IndexOf('`', close)) >= 0 && RunAt(line, close) is var other && other != run)
            {
                close += other;
            }

            if (close < 0)
            {
                // Backticks that nothing closes are text.
                open = line.IndexOf('`', open + run);
                continue;
            }

            var content = line[(open + run)..close];
            yield return Unescaped(content.Length > 2 && content[0] == ' ' && content[^1] == ' ' ? content[1..^1] : content);
            open = line.IndexOf('`', close + run);
        }
    }

    /// <summary>A pipe in a table's cell is escaped, in code too.</summary>
    private static string Unescaped(string cell) => cell.Replace("\\|", "|", StringComparison.Ordinal);

    private static int RunAt(string line, int at)
    {
        var end = at;
        while (end < line.Length && line[end] == '`')
        {
            end++;
        }

        return end - at;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w\])}])\[(?<template>\d{1,4})(?::(?<first>\d{1,6})(?:-(?<last>\d{1,6}))?)?\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortCitation();

    [GeneratedRegex(@"^\s{0,3}\|\s*(?<number>\d{1,4})\s*\|", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\G:(?<first>\d{1,6})(?:-(?<last>\d{1,6}))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineSuffix();
}
