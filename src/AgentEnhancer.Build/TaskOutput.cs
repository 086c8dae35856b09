using System.Globalization;
using AgentEnhancer.Reporting;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AgentEnhancer.Build;

/// <summary>An outcome as the task's output parameters.</summary>
internal static class TaskOutput
{
    public static ITaskItem[] Items(EnhancementOutcome outcome) =>
    [
        .. outcome.Agents
            .Where(a => a.Status != AgentStatus.Skipped)
            .OrderBy(a => a.AgentId, StringComparer.Ordinal)
            .Select(Item),
    ];

    public static string Name(RunStatus status) => status switch
    {
        RunStatus.Success => "success",
        RunStatus.Skipped => "skipped",
        _ => "failed",
    };

    private static ITaskItem Item(AgentOutcome agent)
    {
        // The constructor reads its argument as escaped; a path is not.
        ITaskItem2 item = new TaskItem((agent.OutputPath ?? agent.SourcePath).Replace("%", "%25", StringComparison.Ordinal));
        item.SetMetadataValueLiteral("SourceAgent", agent.SourcePath);
        item.SetMetadataValueLiteral("Status", agent.Status.ToString());
        item.SetMetadataValueLiteral("LineCount", agent.LineCount.ToString(CultureInfo.InvariantCulture));
        item.SetMetadataValueLiteral("TemplatesReferenced", agent.TemplatesReferenced.ToString(CultureInfo.InvariantCulture));
        return item;
    }
}
