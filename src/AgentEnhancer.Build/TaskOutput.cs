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

    /// <summary>For the project's line in the terminal logger; empty where nothing was to be done.</summary>
    public static string Summary(EnhancementOutcome outcome) => outcome.TotalCount == 0 || outcome.Status == RunStatus.Skipped
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.EnhancedCount} of {Count(outcome.TotalCount, "agent")} enhanced with {Count(outcome.TemplateCount, "template")}");

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

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
