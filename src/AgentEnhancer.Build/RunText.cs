using System.Globalization;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Build;

/// <summary>How a run went, in words.</summary>
internal static class RunText
{
    public static string Found(EnhancementOutcome outcome) =>
        $"Found {Count(outcome.TotalCount, "agent")} and {Count(outcome.TemplateCount, "template")}";

    public static string Agent(AgentOutcome agent) => agent.Status == AgentStatus.Failed
        ? $"  {agent.AgentId}: original text"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"  {agent.AgentId}: {(agent.Status == AgentStatus.Complete ? "complete already" : "enhanced")}, {Count(agent.LineCount, "line")}, {Count(agent.TemplatesReferenced, "template")}");

    public static string Summary(EnhancementOutcome outcome)
    {
        var templates = Count(outcome.TemplateCount, "template");
        return outcome.FailedCount == 0
            ? $"Enhanced {Count(outcome.EnhancedCount, "agent")} with {templates} ({Percent(outcome)}, {Count(outcome.InvocationCount, "invocation")})"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Enhanced {outcome.EnhancedCount} of {Count(outcome.TotalCount, "agent")} with {templates} ({Percent(outcome)})");
    }

    /// <summary>For the project's line in the terminal logger; empty where nothing was to be done.</summary>
    public static string Short(EnhancementOutcome outcome) => outcome.TotalCount == 0 || outcome.Status == RunStatus.Skipped
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.EnhancedCount} of {Count(outcome.TotalCount, "agent")} enhanced with {Count(outcome.TemplateCount, "template")}");

    public static string Details(EnhancementOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"Status {TaskOutput.Name(outcome.Status)}, {Count(outcome.InvocationCount, "invocation")}, {outcome.Usage.Input} tokens in, {outcome.Usage.Output} tokens out");

    private static string Percent(EnhancementOutcome outcome) =>
        string.Create(CultureInfo.InvariantCulture, $"{outcome.SuccessRate}% success");

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
