using System.Collections.Immutable;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers;

/// <summary>
/// The built-in enhancer behind a model: it completes thin plans, and answers where the model did not. It is asked once, for all agents,
/// and only when the model's answer leaves something to do; nobody stands behind the built-in enhancer itself.
/// </summary>
internal sealed class StandIn
{
    private readonly Lazy<Answered>? _answered;
    private readonly BatchRequest _request;

    private StandIn(BatchRequest request, Lazy<Answered>? answered) => (_request, _answered) = (request, answered);

    private sealed record Answered(Invocation Invocation, ImmutableDictionary<string, AgentAnswer> ById);

    /// <summary>False behind the built-in enhancer itself.</summary>
    public bool IsThere => _answered is not null;

    /// <summary>It answers in place of a model, and not only completes.</summary>
    public bool TakesOver => IsThere && _request.Options.Fallback == FallbackKind.BuiltIn;

    public static StandIn Behind(IContentEnhancer enhancer, BatchRequest request, CancellationToken cancellationToken) =>
        new(request, enhancer is BuiltInEnhancer ? null : new Lazy<Answered>(() => Ask(request, cancellationToken)));

    /// <summary>What it has to say about an agent; null where nobody stands behind.</summary>
    public Plan? MaterialFor(string agentId) => AnswerFor(agentId) switch
    {
        PlannedAnswer planned => planned.Plan,
        DeclinedAnswer declined => declined.Material,
        _ => null,
    };

    public AgentAnswer? AnswerFor(string agentId) => _answered?.Value.ById.GetValueOrDefault(agentId);

    /// <summary>Of its own, where it was asked. What it found in templates is told only where the model told nothing.</summary>
    public IEnumerable<Diagnostic> Diagnostics(bool withFindings) => _answered is not { IsValueCreated: true }
        ? []
        : _answered.Value.Invocation.Diagnostics(_request)
            .Where(d => withFindings || !ReferenceEquals(d.Descriptor, EnhancerDiagnostics.Finding));

    private static Answered Ask(BatchRequest request, CancellationToken cancellationToken)
    {
        // It does nothing that could be waited for.
        var invocation = Invocation.RunAsync(new BuiltInEnhancer(), request, cancellationToken).GetAwaiter().GetResult();
        return new Answered(invocation, invocation.Response.Answers.ToImmutableDictionary(a => a.AgentId, StringComparer.Ordinal));
    }
}
