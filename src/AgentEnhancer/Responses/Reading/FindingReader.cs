using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Responses.Reading;

/// <summary>Defects that a model saw in templates. They are shown to people, who know files and not the ids of a request.</summary>
internal static partial class FindingReader
{
    private const int LongestText = 400;

    public static (ImmutableArray<PlanFinding> Findings, ImmutableArray<Diagnostic> Lost) Read(List<AnswerNode> nodes, TemplateCatalogue catalogue)
    {
        var spans = new SpanReader(catalogue);
        var findings = ImmutableArray.CreateBuilder<PlanFinding>();
        var lost = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var node in nodes)
        {
            var problem = Text(node["problem"], catalogue);
            if (node["at"] is not { } place || spans.Read(place) is not { } at || problem is null)
            {
                continue;
            }

            if (catalogue.Find(at.TemplateId) is not { } template)
            {
                lost.Add(Diagnostic.At(ResponseDiagnostics.UnknownTemplate, null, 0, at.TemplateId));
            }
            else if (at.Span.First < 1 || at.Span.First > template.LineCount)
            {
                lost.Add(Diagnostic.At(ResponseDiagnostics.EvidenceOutside, null, 0, at.ToString(), template.LineCount.ToString(CultureInfo.InvariantCulture)));
            }
            else if (new PlanFinding(at, problem, Text(node["fix"], catalogue)) is var finding && !findings.Contains(finding))
            {
                findings.Add(finding);
            }
        }

        return (findings.ToImmutable(), [.. lost.Distinct()]);
    }

    private static string? Text(AnswerNode? node, TemplateCatalogue catalogue)
    {
        if (node?.Text is not { Length: <= LongestText * 2 } text || DiagnosticText.OneLine(text) is not { Length: > 0 and <= LongestText } line)
        {
            return null;
        }

        return TemplateId().Replace(line, m => catalogue.Find(m.Groups["id"].Value)?.Path is { } path ? path : m.Value);
    }

    [GeneratedRegex(@"\b(?<id>t[0-9]+)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TemplateId();
}
