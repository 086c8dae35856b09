using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers;

/// <summary>What turns a batch request into plans or documents. One call answers for all agents.</summary>
internal interface IContentEnhancer
{
    Task<BatchResponse> EnhanceAsync(BatchRequest request, CancellationToken cancellationToken);
}
