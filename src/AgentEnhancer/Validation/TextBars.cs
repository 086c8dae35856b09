using System.Text.RegularExpressions;
using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using static AgentEnhancer.Rendering.InlineText;

namespace AgentEnhancer.Validation;

/// <summary>What must not stand in prose that was added.</summary>
internal static partial class TextBars
{
    /// <summary>What belongs to a prompt, a marker or a plan. In code, and in code spans, it is a template's own.</summary>
    public static IEnumerable<Violation> Residue(DocumentView view) =>
        from index in AddedProse(view)
        let match = Residues().Match(PlainText.WithoutCodeSpans(view.Outline.Lines[index]))
        where match.Success
        let line = view.LineOf(index)
        select Violation.Of(GateDiagnostics.Residue, line, match.Value, Number(line));

    /// <summary>Statements that the agent makes itself; headings and the head of a table state nothing.</summary>
    public static IEnumerable<Violation> Repetition(DocumentView view)
    {
        var own = MarkdownBody.SplitLines(view.Agent.Body)
            .SelectMany(PlainText.Keys)
            .ToHashSet(StringComparer.Ordinal);
        return from index in AddedProse(view)
               where !IsTableHead(view, index) && !view.Outline.Headings.Any(h => h.Line == index) && PlainText.Keys(view.Outline.Lines[index]).Any(own.Contains)
               let line = view.LineOf(index)
               select Violation.Of(GateDiagnostics.RepeatsAgent, line, view.Outline.Lines[index].Trim(), Number(line));
    }

    private static IEnumerable<int> AddedProse(DocumentView view) =>
        Enumerable.Range(0, view.Outline.Lines.Length)
            .Where(i => view.Added[i] && !view.Outline.Fenced[i]);

    private static bool IsTableHead(DocumentView view, int index) =>
        index + 1 < view.Outline.Lines.Length
        && view.Outline.Lines[index].StartsWith('|')
        && view.Outline.Lines[index + 1].AsSpan().Trim("|-: ").IsEmpty
        && view.Outline.Lines[index + 1].Contains('-', StringComparison.Ordinal);

    [GeneratedRegex(
        @"<<<|<\|\w+\|>|\bTODO\b|\bTBD\b|\bFIXME\b|\[(?i:insert|your|placeholder|fill in)\b|\b(?i:as an ai)\b|(?i:lorem ipsum)|\[t\d+[:\]]|\bt\d+:\d+\b|\benhancement_instructions\b|\btemplate_catalog\b|\bcurrent_content\b",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Residues();
}
