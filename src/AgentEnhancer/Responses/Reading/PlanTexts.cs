using System.Text;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Responses.Reading;

/// <summary>
/// A model's texts, made fit for a plan: one line without control characters, places in the form that documents turn into
/// numbers. What Markdown could make of the rest is the renderer's business.
/// </summary>
internal static partial class PlanTexts
{
    /// <summary>Four times what is asked for. Half of a longer one would be half a statement.</summary>
    public const int Longest = 600;

    /// <summary>Null where nothing is left, or far too much.</summary>
    public static string? Clean(string? text, SpanReader spans)
    {
        if (text is null || text.Length > Longest * 2)
        {
            return null;
        }

        var line = DiagnosticText.OneLine(text);
        return line.Length is 0 or > Longest ? null : WithCitations(line, spans);
    }

    /// <summary>Without what the heading above it says already: "Never import X" under Never.</summary>
    public static string WithoutHeading(string text, string heading)
    {
        var rest = text.AsSpan().TrimStart("-*• ");
        if (!rest.StartsWith(heading, StringComparison.OrdinalIgnoreCase) || rest.Length == heading.Length || rest[heading.Length] is not (' ' or ':' or ','))
        {
            return rest.ToString();
        }

        rest = rest[heading.Length..].TrimStart(" :,");
        return rest.Length == 0 ? text : string.Concat([char.ToUpperInvariant(rest[0])], rest[1..]);
    }

    /// <summary>"Do this (instead: do that)" in its two parts.</summary>
    public static (string Text, string? Instead) SplitInstead(string text)
    {
        var match = Instead().Match(text);
        var before = match.Success ? text[..match.Index].TrimEnd(' ', ',', ';', '.', '-', '—', '–') : text;
        var instead = match.Groups["what"].Value.Trim().TrimEnd('.');
        return match.Success && before.Length > 0 && instead.Length > 0 ? (before, instead) : (text, null);
    }

    /// <summary>The places that a text names with their lines.</summary>
    public static IEnumerable<Evidence> Places(params ReadOnlySpan<string?> texts)
    {
        var found = new List<Evidence>();
        foreach (var text in texts)
        {
            found.AddRange(CitationText.ReadAll(text ?? "").Where(c => c.Span is not null).Select(c => new Evidence(c.TemplateId, c.Span!.Value)));
        }

        return found;
    }

    /// <summary>Places without brackets, or in round ones, as places in square ones; code spans are left alone.</summary>
    private static string WithCitations(string text, SpanReader spans)
    {
        if (!text.Contains(':') || !Place().IsMatch(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        var masked = PlainText.WithoutCodeSpans(text);
        var at = 0;
        foreach (var match in Place().EnumerateMatches(masked))
        {
            var place = masked.AsSpan(match.Index, match.Length);
            if (IsInBrackets(masked, match.Index) || (match.Index > 0 && (char.IsLetterOrDigit(masked[match.Index - 1]) || masked[match.Index - 1] is '_' or '.' or '/'))
                || spans.Read(place.ToString()) is not { } evidence)
            {
                continue;
            }

            result.Append(text, at, match.Index - at).Append('[').Append(evidence).Append(']');
            at = match.Index + match.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static bool IsInBrackets(string text, int at) => text.LastIndexOf('[', at) is var open && open >= 0 && text.IndexOf(']', open) > at;

    [GeneratedRegex(@"\(t[0-9]+:[0-9]+(?:[-–][0-9]+)?\)|t[0-9]+:[0-9]+(?:[-–][0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"[(—–;,-] ?instead[:,]? (?<what>[^()]*(?:\([^()]*\)[^()]*)*)\)?\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Instead();
}
