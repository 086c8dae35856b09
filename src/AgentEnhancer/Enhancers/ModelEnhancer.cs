using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers;

/// <summary>Any model behind the one seam: a request as prompts, the prompts' answers as one response.</summary>
/// <param name="open">Makes what carries prompts to the model; called once, and only when there is something to ask.</param>
/// <param name="name">Who is asked, as a user would say it.</param>
internal sealed class ModelEnhancer(Func<AskModel> open, string name, Action<string> progress) : IContentEnhancer
{
    public async Task<BatchResponse> EnhanceAsync(BatchRequest request, CancellationToken cancellationToken)
    {
        var calls = new ModelCalls(open(), name, progress);
        var response = await ModelBatch.AskAsync(request, calls.AskAsync, cancellationToken).ConfigureAwait(false);
        return response with { EstimatedUsage = calls.EstimatedUsage, WasAnswered = calls.WereAnswered, Model = name };
    }
}
