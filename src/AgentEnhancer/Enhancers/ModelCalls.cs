using System.Globalization;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers;

/// <summary>Keeps count of the calls of one invocation, which may run at the same time: what they were expected to cost, and whether anything came back.</summary>
/// <param name="name">Who is asked, as a user would say it.</param>
/// <param name="progress">Takes what a watcher of the build may like to know, a line at a time.</param>
internal sealed class ModelCalls(AskModel ask, string name, Action<string> progress)
{
    private readonly Lock _lock = new();

    public TokenUsage EstimatedUsage { get; private set; }

    /// <summary>A model sent a text, or said what it cost not to.</summary>
    public bool WereAnswered { get; private set; }

    public async Task<ModelReply> AskAsync(ModelPrompt prompt, CancellationToken cancellationToken)
    {
        var estimate = prompt.EstimatedUsage;
        progress(string.Create(
            CultureInfo.InvariantCulture,
            $"Asking {name} about {prompt.AgentIds.Length} {(prompt.AgentIds.Length == 1 ? "agent" : "agents")}: about {estimate.Input:N0} tokens in, {estimate.Output:N0} out"));
        var reply = await ask(prompt, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            EstimatedUsage = new TokenUsage(EstimatedUsage.Input + estimate.Input, EstimatedUsage.Output + estimate.Output);
            WereAnswered |= !string.IsNullOrWhiteSpace(reply.Text) || reply.Usage is { Output: > 0 };
        }

        return reply;
    }
}
