namespace AgentEnhancer.Tests;

/// <summary>Runs a test only where a tool is on the path: an oracle must not fail a machine that lacks it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class RequiresToolAttribute : ConditionBaseAttribute
{
    private readonly string _tool;

    public RequiresToolAttribute(string tool)
        : base(ConditionMode.Include)
    {
        _tool = tool;
        IgnoreMessage = $"{tool} is not on the path.";
    }

    public override string GroupName => "tool " + _tool;

    public override bool IsConditionMet => Find(_tool) is not null;

    /// <summary>Absolute path of a tool, or null.</summary>
    public static string? Find(string tool)
    {
        var names = OperatingSystem.IsWindows() ? new[] { tool + ".exe", tool + ".cmd" } : [tool];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
