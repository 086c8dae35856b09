using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Output;
using AgentEnhancer.Rendering;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Reporting;

/// <summary>Collects what a run has to say, in the order of its stages, and makes its outcome.</summary>
internal sealed class RunReport
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private ImmutableArray<AgentReading> _readings = [];
    private int _templates;

    public ImmutableArray<Agent> Note(ImmutableArray<AgentReading> readings)
    {
        _readings = readings;
        _diagnostics.AddRange(readings.SelectMany(r => r.Diagnostics));
        return [.. readings.Select(r => r.Agent).OfType<Agent>()];
    }

    public TemplateCatalogue Note((TemplateCatalogue Catalogue, ImmutableArray<Diagnostic> Diagnostics) read)
    {
        _diagnostics.AddRange(read.Diagnostics);
        _templates = read.Catalogue.Templates.Length;
        return read.Catalogue;
    }

    public void Note(ImmutableArray<Agent> complete)
    {
        foreach (var agent in complete)
        {
            _diagnostics.Add(Diagnostic.At(AgentDiagnostics.Complete, agent.FullPath, 0, InlineText.Number(LineCount(agent.Text))));
        }
    }

    public AgentFamilies Note(AgentFamilies families)
    {
        _diagnostics.AddRange(families.Diagnostics);
        return families;
    }

    public void Note(IEnumerable<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    public EnhancementOutcome WithoutAgents(WrittenOutputs written)
    {
        _diagnostics.AddRange(written.Diagnostics);
        // An agent that could not be read was not skipped.
        var status = _readings.Any(r => r.Status == AgentStatus.Failed) ? RunStatus.Failed : RunStatus.Skipped;
        return Outcome(status, ImmutableDictionary<string, AgentOutcome>.Empty, Invocation.None);
    }

    public EnhancementOutcome WithoutTemplates(ImmutableArray<Agent> agents, WrittenOutputs written)
    {
        _diagnostics.AddRange(written.Diagnostics);
        var untouched = agents.Select(a => new AgentOutcome(a.Id, a.FullPath, null, AgentStatus.Skipped, LineCount(a.Text), 0));
        return Outcome(RunStatus.Skipped, untouched.ToImmutableDictionary(o => o.AgentId, StringComparer.Ordinal), Invocation.None);
    }

    public EnhancementOutcome Finish(
        BatchRequest request,
        Invocation invocation,
        MatchedAnswers answers,
        ImmutableArray<AgentResult> results,
        StandIn standIn,
        ImmutableArray<Agent> complete,
        WrittenOutputs written)
    {
        // What is said of an agent's file is about that agent; anything else is about all.
        var isReplaced = results.ToDictionary(r => r.Agent.FullPath, r => r.IsStandIn, StringComparer.Ordinal);
        _diagnostics.AddRange(invocation.Diagnostics(request).Select(d => d with
        {
            FallenBackTo = (d.File is not null && isReplaced.TryGetValue(d.File, out var replaced) ? replaced : standIn.TakesOver)
                ? FallbackKind.BuiltIn
                : FallbackKind.Original,
        }));
        _diagnostics.AddRange(standIn.Diagnostics(withFindings: invocation.Response.Findings.IsEmpty));
        _diagnostics.AddRange(answers.Diagnostics);
        _diagnostics.AddRange(results.SelectMany(r => r.Diagnostics));
        _diagnostics.AddRange(written.Diagnostics);

        var outcomes = results.Select(r => Outcome(r, written))
            .Concat(complete.Select(a => Outcome(a, AgentStatus.Complete, a.Text, 0, written)))
            .ToImmutableDictionary(o => o.AgentId, StringComparer.Ordinal);
        return Outcome(invocation.FailedWholly && answers.ById.IsEmpty ? RunStatus.Failed : RunStatus.Success, outcomes, invocation);
    }

    /// <summary>One for every file that was read, in the order of the items, also for those that turned out to be no agents.</summary>
    private EnhancementOutcome Outcome(RunStatus status, ImmutableDictionary<string, AgentOutcome> outcomes, Invocation invocation)
    {
        var agents = _readings.Select(r => r.Agent is not null && outcomes.TryGetValue(r.Agent.Id, out var outcome)
            ? outcome
            : new AgentOutcome(r.Item.RelativePath, r.Item.FullPath, null, r.Status ?? AgentStatus.Skipped, 0, 0));
        return new EnhancementOutcome(
            status, [.. agents], _templates, invocation.Count, invocation.Response.Usage, _diagnostics.ToImmutable())
        {
            EstimatedUsage = invocation.Response.EstimatedUsage,
            WasAnswered = invocation.Response.WasAnswered,
        };
    }

    private static AgentOutcome Outcome(AgentResult result, WrittenOutputs written) =>
        result.Document is { } document
            ? Outcome(result.Agent, result.IsStandIn ? AgentStatus.FellBack : AgentStatus.Enhanced, document, result.TemplatesReferenced, written)
            : Outcome(result.Agent, AgentStatus.Failed, result.Agent.Text, 0, written);

    /// <summary>What could not be written has failed, however good it was.</summary>
    private static AgentOutcome Outcome(Agent agent, AgentStatus status, string text, int templates, WrittenOutputs written) =>
        written.Paths.TryGetValue(agent.Id, out var path)
            ? new AgentOutcome(agent.Id, agent.FullPath, path, status, LineCount(text), templates)
            : new AgentOutcome(agent.Id, agent.FullPath, null, AgentStatus.Failed, LineCount(agent.Text), 0);

    private static int LineCount(string text) => MarkdownBody.SplitLines(text).Length;
}
