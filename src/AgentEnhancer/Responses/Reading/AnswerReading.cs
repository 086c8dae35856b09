using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Responses.Reading;

/// <summary>What one whole object says for its agent: a document, a plan, or neither.</summary>
/// <param name="Answer">Null where nothing in it can be used.</param>
/// <param name="Problem">Why, as a clause after "because".</param>
/// <param name="LeftOut">Parts that are no good, while the rest is.</param>
internal sealed record AnswerReading(Candidate Candidate, AgentAnswer? Answer, string Problem, ImmutableArray<string> LeftOut)
{
    private const int MostLeftOut = 5;

    public static AnswerReading Of(Candidate candidate, DocumentCheck documents, TemplateCatalogue catalogue)
    {
        var (agent, node) = (candidate.Agent, candidate.Node);
        if (node.Contradiction(AnswerKeys.Matters) is { } twice)
        {
            return Nothing(candidate, $"it says '{twice}' twice, each time different");
        }

        var problem = "it holds neither a document nor a plan";
        if (DocumentCheck.DocumentOf(node) is { } content)
        {
            problem = documents.Problem(agent, content) ?? "";
            if (problem.Length == 0)
            {
                return new AnswerReading(candidate, new WrittenAnswer(agent.Id, content.Text!), "", []);
            }
        }

        var holder = node.Members.Find(m => AnswerKeys.PlanHolder.Contains(m.Key) && m.Value.IsObject).Value ?? node;
        if (!holder.Members.Exists(m => AnswerKeys.Plan.Contains(m.Key)))
        {
            return Nothing(candidate, problem);
        }

        var reader = new PlanReader(catalogue);
        return reader.Read(holder) is { } plan
            ? new AnswerReading(candidate, new PlannedAnswer(agent.Id, plan), "", reader.LeftOut)
            : Nothing(candidate, reader.LeftOut.IsEmpty ? "its plan is empty" : $"nothing of its plan can be used: {reader.LeftOut[0]}");
    }

    public IEnumerable<Diagnostic> Diagnostics(Agent agent)
    {
        if (!LeftOut.IsEmpty)
        {
            var parts = string.Join("; ", LeftOut.Take(MostLeftOut));
            yield return Diagnostic.At(
                ResponseDiagnostics.PartsLeftOut, agent.FullPath, 0, LeftOut.Length > MostLeftOut ? $"{parts}; …" : parts);
        }

        if (Candidate.Node.Repairs != Repairs.None)
        {
            yield return Diagnostic.At(ResponseDiagnostics.Mended, agent.FullPath, 0, Names(Candidate.Node.Repairs));
        }
    }

    private static AnswerReading Nothing(Candidate candidate, string problem) => new(candidate, null, problem, []);

    private static string Names(Repairs repairs)
    {
        (Repairs Repair, string Name)[] names =
        [
            (Repairs.RawLineBreaks, "raw line breaks"), (Repairs.UnknownEscapes, "unknown escapes"),
            (Repairs.TrailingCommas, "trailing commas"), (Repairs.RawQuotes, "unescaped quotes"),
        ];
        return string.Join(", ", names.Where(n => repairs.HasFlag(n.Repair)).Select(n => n.Name));
    }
}
