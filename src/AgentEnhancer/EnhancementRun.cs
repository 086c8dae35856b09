using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Output;
using AgentEnhancer.Relevance;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Stored;
using AgentEnhancer.Templates;
using AgentEnhancer.Validation;

namespace AgentEnhancer;

/// <summary>The pipeline, top to bottom. What fails on the way is a value; only a cancelled build throws.</summary>
internal static class EnhancementRun
{
    public static async Task<EnhancementOutcome> ExecuteAsync(
        EnhancementInput input, IContentEnhancer enhancer, CancellationToken cancellationToken)
    {
        var report = new RunReport();

        var agents = report.Note(AgentReader.ReadAll(input.Agents));
        if (agents.IsEmpty)
        {
            return report.WithoutAgents(OutputWriter.Write([], input));
        }

        var catalogue = report.Note(TemplateCatalogueReader.Read(input.Templates));
        if (catalogue.Templates.IsEmpty)
        {
            return report.WithoutTemplates(agents, OutputWriter.Write([], input));
        }

        var (thin, complete) = Completeness.Split(agents, input.Options.Limits);
        report.Note(complete);

        var families = report.Note(TwinFinder.Split(thin, complete));
        var sets = TemplateSets.Of([.. agents.Except(families.Twins.Select(t => t.Agent))], catalogue);
        var request = new BatchRequest(families.Originals, catalogue, sets.Relevance, input.Options) { Sets = sets.All, OutputPath = RequestPaths.Output(input) };

        using var stored = await StoredAnswers.OpenAsync(request, input, cancellationToken).ConfigureAwait(false);
        var invocation = stored.IsLocked ? stored.Refused : await Invocation.RunAsync(enhancer, stored.Unanswered, cancellationToken).ConfigureAwait(false);
        var answers = AnswerMatcher.Match(families.Originals, [.. stored.Answers, .. invocation.Response.Answers]);
        var standIn = StandIn.Behind(enhancer, request, cancellationToken);
        var judge = new AnswerJudge(request, invocation, standIn);
        var results = judge.Judge(answers, families.Twins, cancellationToken);
        report.Note(stored.Keep(results, invocation.Response));

        cancellationToken.ThrowIfCancellationRequested();
        var written = OutputWriter.Write(OutputItem.Of(agents, results), input);
        return report.Finish(request, invocation, answers, results, standIn, complete, written);
    }
}
