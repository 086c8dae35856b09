using AgentEnhancer.Enhancers;
using AgentEnhancer.Reporting;

namespace AgentEnhancer;

/// <summary>The pipeline, top to bottom.</summary>
internal static class EnhancementRun
{
    public static Task<EnhancementOutcome> ExecuteAsync(
        EnhancementInput input, IContentEnhancer enhancer, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
