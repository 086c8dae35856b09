using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Plans;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses.Reading;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Responses;

/// <summary>
/// Reads what a model answered, agent by agent: JSON as it should be, else what of it stands whole in the text. What is cut off
/// or ambiguous is reported and never used; an agent that the text doesn't name at all is simply absent.
/// </summary>
internal static class AnswerReader
{
    /// <summary>JSON in a string in a string in a string is nobody's mistake any more.</summary>
    private const int DeepestText = 3;

    public static BatchResponse Read(string text, StopReason stop, BatchRequest request) =>
        Read(text, stop, request.Agents, request.Catalogue);

    /// <param name="asked">Whom the answer is expected for; others are unknown to it.</param>
    public static BatchResponse Read(string text, StopReason stop, ImmutableArray<Agent> asked, TemplateCatalogue catalogue)
    {
        var collector = new AnswerCollector(new AgentNames(asked));
        ReadInto(text, collector, 0);

        var selection = AnswerSelection.Of(collector, catalogue);
        var (findings, lost) = FindingReader.Read(collector.Findings, catalogue);
        return new BatchResponse(
            selection.Answers, findings,
            [.. AboutAll(text, stop, asked, collector, selection.Answers.Length), .. selection.Diagnostics, .. lost],
            default);
    }

    private static void ReadInto(string text, AnswerCollector collector, int depth)
    {
        var trimmed = text.AsSpan().Trim(" \r\n\t\uFEFF\0");
        var root = StrictReader.Read(trimmed) ?? StrictReader.Read(WithoutSurroundings(trimmed));
        if (root is not null)
        {
            collector.AddAll(root);
            collector.Add(root, null, isSure: true);
        }
        else
        {
            new TolerantReader(text, collector).Read();
        }

        if (collector.Candidates.Count == 0 && depth < DeepestText)
        {
            foreach (var inner in root is not null ? JsonInText.In(root) : JsonInText.Find(text) is { } found ? [found] : [])
            {
                ReadInto(inner, collector, depth + 1);
            }
        }
    }

    /// <summary>From the first brace or bracket to the last: fences and prose around an answer, where the prose has no braces.</summary>
    private static ReadOnlySpan<char> WithoutSurroundings(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAny('{', '[');
        var last = text.LastIndexOfAny('}', ']');
        return first < 0 || last < first || (first == 0 && last == text.Length - 1) ? [] : text[first..(last + 1)];
    }

    private static IEnumerable<Diagnostic> AboutAll(
        string text, StopReason stop, ImmutableArray<Agent> asked, AnswerCollector collector, int answered)
    {
        var start = text.Length <= 80 ? text : text[..80];
        if (stop == StopReason.Refused && answered < asked.Length)
        {
            yield return Diagnostic.At(ResponseDiagnostics.Refused, null, 0, start);
        }
        else if (stop == StopReason.CutOff && answered < asked.Length)
        {
            yield return Diagnostic.At(ResponseDiagnostics.StoppedAtLimit, null, 0, Number(answered), Number(asked.Length));
        }
        else if (collector.Candidates.Count == 0 && collector.Broken.Count == 0 && collector.Unknown.Count == 0 && collector.Ambiguous.Count == 0 && asked.Length > 0)
        {
            yield return Diagnostic.At(ResponseDiagnostics.NothingInIt, null, 0, Number(text.Length), start);
        }

        foreach (var name in collector.Unknown)
        {
            yield return Diagnostic.At(ResponseDiagnostics.UnknownAgent, null, 0, name);
        }

        foreach (var name in collector.Ambiguous)
        {
            yield return Diagnostic.At(ResponseDiagnostics.AmbiguousAgent, null, 0, name);
        }
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
