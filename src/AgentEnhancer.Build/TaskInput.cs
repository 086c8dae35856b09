using AgentEnhancer.Enhancers;

namespace AgentEnhancer.Build;

/// <summary>The task's parameters as one run's input.</summary>
internal static class TaskInput
{
    public static EnhancementInput Of(EnhanceAgents task, EnhancementOptions options, EnhancerSettings settings, string projectDirectory)
    {
        var agents = ItemMapping.Agents(task.Agents, projectDirectory);
        return new EnhancementInput(
            agents,
            ItemMapping.Templates(ContentItems.Sources(task.Templates, projectDirectory, task.Log), agents, projectDirectory),
            Folder(projectDirectory, task.OutputDirectory),
            task.OwnedOutputRoot is { Length: > 0 } owned ? Folder(projectDirectory, owned) : null,
            task.StateFile is { Length: > 0 } state
                ? StateFile.ReadOutputs(ItemMapping.Absolute(projectDirectory, state), projectDirectory)
                : [],
            options)
        {
            // The built-in enhancer's answers cost nothing and are made anew.
            ResponsesPath = settings.Provider != EnhancerProvider.BuiltIn && task.ResponsesPath is { Length: > 0 } responses
                ? Folder(projectDirectory, responses)
                : null,

            // A check that called a model would compare two moods of it.
            IsLocked = task.LockedMode || task.Check,
            IsCheck = task.Check,
        };
    }

    private static string Folder(string projectDirectory, string path) =>
        Path.TrimEndingDirectorySeparator(ItemMapping.Absolute(projectDirectory, path));
}
