using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers;

/// <summary>What came of asking an enhancer.</summary>
/// <param name="Count">How often it was asked: once, or not at all where no agent needs it.</param>
/// <param name="Failure">Why it gave no answer at all.</param>
internal sealed record Invocation(BatchResponse Response, int Count, Diagnostic? Failure)
{
    /// <summary>At most so many defects of templates are reported: a model may find one in every line.</summary>
    private const int MostFindings = 10;

    private static readonly BatchResponse NoResponse = new([], [], [], default);

    public static Invocation None { get; } = new(NoResponse, 0, null);

    /// <summary>It was asked, and nothing came: an empty answer is a failure too, not a success without agents.</summary>
    public bool FailedWholly => !ReferenceEquals(this, None) && Response.Answers.IsEmpty;

    /// <summary>One call for all agents. Whatever an enhancer throws is its failure, not the build's; only a cancelled build ends here.</summary>
    public static async Task<Invocation> RunAsync(IContentEnhancer enhancer, BatchRequest request, CancellationToken cancellationToken)
    {
        if (request.Agents.IsEmpty)
        {
            return None;
        }

        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var response = await enhancer.EnhanceAsync(request, cancellationToken).ConfigureAwait(false);
            return new Invocation(response, response.Calls, null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new Invocation(NoResponse, 1, Diagnostic.At(EnhancerDiagnostics.Failed, null, 0, Reason(e)));
        }
    }

    /// <summary>It is said already why this agent has no answer: because nobody has one, or on the agent itself.</summary>
    public bool Explains(Agent agent) => Failure is not null || (Response.Answers.IsEmpty
        ? Response.Diagnostics.Any(d => d.Descriptor.Severity != DiagnosticSeverity.Message)
        : Response.Diagnostics.Any(d => d.Descriptor.Severity != DiagnosticSeverity.Message && string.Equals(d.File, agent.FullPath, StringComparison.Ordinal)));

    /// <summary>The failure, what the answer's reader had to say, and what was found in templates.</summary>
    public IEnumerable<Diagnostic> Diagnostics(BatchRequest request)
    {
        if (Failure is not null)
        {
            yield return Failure;
        }

        foreach (var diagnostic in Response.Diagnostics)
        {
            yield return diagnostic;
        }

        foreach (var finding in Response.Findings.Take(MostFindings))
        {
            if (request.Catalogue.Find(finding.At.TemplateId) is { } template)
            {
                yield return Diagnostic.At(
                    EnhancerDiagnostics.Finding, template.FullPath, finding.At.Span.First, finding.Problem, finding.Fix ?? "");
            }
        }
    }

    /// <summary>The cause: an aggregate's own message says nothing.</summary>
    private static string Reason(Exception exception)
    {
        var cause = exception is AggregateException ? exception.GetBaseException() : exception;
        return $"{cause.GetType().Name}: {cause.Message}";
    }
}
