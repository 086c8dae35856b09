using System.Collections.Immutable;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers;

/// <summary>Asks a model about a batch and reads what it says: one call, or as many as the request has to be split into.</summary>
internal static class ModelBatch
{
    /// <summary>Calls of a request that was split, at the same time: they share one deadline.</summary>
    private const int CallsAtOnce = 4;

    public static async Task<BatchResponse> AskAsync(BatchRequest request, AskModel ask, CancellationToken cancellationToken)
    {
        var prompts = PromptWriter.Write(request);
        if (prompts.IsEmpty)
        {
            return new BatchResponse([], [], [], default) { Calls = 0 };
        }

        // The first goes alone: where there is no key or nobody listens, the others would only say so again.
        var replies = new ModelReply?[prompts.Length];
        replies[0] = await ask(prompts[0], cancellationToken).ConfigureAwait(false);
        if (!IsUnreachable(replies[0]!))
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForAsync(1, prompts.Length, parallel, async (i, token) => replies[i] = await ask(prompts[i], token).ConfigureAwait(false)).ConfigureAwait(false);
        }

        return Join(request, prompts, replies);
    }

    private static bool IsUnreachable(ModelReply reply) => reply is { Failure: not null, Stop: StopReason.Unknown } && string.IsNullOrWhiteSpace(reply.Text);

    private static BatchResponse Join(BatchRequest request, ImmutableArray<ModelPrompt> prompts, ModelReply?[] replies)
    {
        var responses = new List<BatchResponse>(replies.Length);
        for (var i = 0; i < replies.Length; i++)
        {
            if (replies[i] is { } reply)
            {
                responses.Add(Read(request, prompts[i], reply));
            }
        }

        return new BatchResponse(
            [.. responses.SelectMany(r => r.Answers)],
            [.. responses.SelectMany(r => r.Findings)],
            [.. responses.SelectMany(r => r.Diagnostics).DistinctBy(d => (d.Descriptor.Code, d.File, d.Line, d.Message))],
            new TokenUsage(responses.Sum(r => r.Usage.Input), responses.Sum(r => r.Usage.Output)))
        {
            Calls = responses.Count,
        };
    }

    /// <summary>What is whole in an answer is used even where the call broke off after it.</summary>
    private static BatchResponse Read(BatchRequest request, ModelPrompt prompt, ModelReply reply)
    {
        var asked = prompt.AgentIds.ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Diagnostic> failure = reply.Failure is { } diagnostic ? [diagnostic] : [];
        if (string.IsNullOrWhiteSpace(reply.Text) && reply.Failure is not null)
        {
            // Nobody knows whether it was received at all: only what a model says that it cost is counted.
            return new BatchResponse([], [], failure, reply.Usage ?? default);
        }

        var usage = reply.Usage ?? new TokenUsage(prompt.EstimatedUsage.Input, TokenEstimator.Estimate(reply.Text ?? ""));

        var response = AnswerReader.Read(reply.Text ?? "", reply.Stop, request with { Agents = [.. request.Agents.Where(a => asked.Contains(a.Id))] });
        return response with { Diagnostics = [.. failure, .. response.Diagnostics], Usage = usage };
    }
}
