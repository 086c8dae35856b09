using AgentEnhancer.Enhancers.Bridge;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Enhancers.Chat;
using AgentEnhancer.Enhancers.Command;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers;

/// <summary>The enhancer that a user chose. Nothing of any other is touched, so that its libraries are not even loaded.</summary>
internal static class EnhancerFactory
{
    /// <param name="baseDirectory">Absolute; what a relative path of a program is relative to.</param>
    /// <param name="progress">Takes what a watcher of the build may like to know, a line at a time.</param>
    public static IContentEnhancer Create(EnhancerSettings settings, string baseDirectory, Action<string> progress) => settings.Provider switch
    {
        EnhancerProvider.Command => new ModelEnhancer(() => CommandModel.Ask(settings, baseDirectory), settings.Command ?? "a command", progress),
        EnhancerProvider.Anthropic => new ModelEnhancer(() => ChatModel.Anthropic(settings, progress), NameOf(settings), progress),
        EnhancerProvider.OpenAI => new ModelEnhancer(() => ChatModel.OpenAI(settings, progress), NameOf(settings), progress),
        EnhancerProvider.Bridge => new BridgeEnhancer(settings, PromptWriter.WriteWhole, AnswerReader.Read),
        _ => new BuiltInEnhancer(),
    };

    private static string NameOf(EnhancerSettings settings) => settings.Model ?? settings.Provider.ToString();
}
