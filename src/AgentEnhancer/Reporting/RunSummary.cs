using System.Collections.Immutable;
using System.Globalization;

namespace AgentEnhancer.Reporting;

/// <summary>A run in words: pure text, for a log of any kind.</summary>
internal static class RunSummary
{
    private const int FirstErrors = 3;

    public static string Found(int agents, int templates) => $"Found {Count(agents, "agent")} and {Count(templates, "template")}";

    /// <summary>The line that a newcomer sees; null where there is nothing to say.</summary>
    public static string? Headline(EnhancementOutcome outcome)
    {
        var total = outcome.TotalCount;
        if (WithoutTemplates(outcome) is { Length: > 0 } without)
        {
            return $"Skipped: {without}. Add AgentTemplate items, or name the target that makes them in AgentEnhancerTemplateTarget";
        }

        if (total == 0 || outcome.Status == RunStatus.Skipped)
        {
            return null;
        }

        var templates = Count(outcome.TemplateCount, "template");
        if (outcome.FailedCount > 0)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Enhanced {outcome.EnhancedCount} of {Count(total, "agent")} with {templates} ({outcome.SuccessRate}% success){StandIns(outcome)}");
        }

        var complete = outcome.Agents.Count(a => a.Status == AgentStatus.Complete);
        var already = complete == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {complete} complete already");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Enhanced {Count(total, "agent")} with {templates} ({outcome.SuccessRate}% success, {Count(outcome.InvocationCount, "invocation")}{already})");
    }

    /// <summary>How it went, as a clause that follows a project's name; empty where nothing was to be done.</summary>
    public static string Clause(EnhancementOutcome outcome) => outcome.TotalCount == 0 || outcome.Status == RunStatus.Skipped
        ? WithoutTemplates(outcome)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.EnhancedCount} of {Count(outcome.TotalCount, "agent")} enhanced with {Count(outcome.TemplateCount, "template")}{StandIns(outcome)}");

    /// <summary>One line for each agent, in the order of their ids.</summary>
    public static ImmutableArray<string> Agents(EnhancementOutcome outcome) =>
        [.. outcome.Agents.OrderBy(a => a.AgentId, StringComparer.Ordinal).Select(Agent)];

    /// <summary>
    /// Why agents failed, at most three: warnings of no agent, which concern all, then the first one of each failed agent. Empty where none failed.
    /// </summary>
    public static ImmutableArray<string> Errors(EnhancementOutcome outcome)
    {
        var failed = outcome.Agents.Where(a => a.Status is AgentStatus.Failed or AgentStatus.FellBack).OrderBy(a => a.AgentId, StringComparer.Ordinal).ToList();
        if (failed.Count == 0)
        {
            return [];
        }

        var serious = outcome.Diagnostics.Where(d => d.Descriptor.Severity != DiagnosticSeverity.Message).ToList();
        var agents = outcome.Agents.Select(a => a.SourcePath).ToHashSet(StringComparer.Ordinal);
        var own = failed
            .Select(a => (a.AgentId, Diagnostic: serious.Find(d => string.Equals(d.File, a.SourcePath, StringComparison.Ordinal))))
            .Where(pair => pair.Diagnostic is not null)
            .Select(pair => Line(pair.AgentId + ": ", pair.Diagnostic!));
        return [.. serious.Where(d => d.File is null || (IsOfEnhancer(d) && !agents.Contains(d.File))).Select(d => Line("", d)).Concat(own).Distinct(StringComparer.Ordinal).Take(FirstErrors)];
    }

    /// <summary>Empty where there are templates, or no agents.</summary>
    private static string WithoutTemplates(EnhancementOutcome outcome)
    {
        if (outcome is not { Status: RunStatus.Skipped, TemplateCount: 0 })
        {
            return "";
        }

        // Files that turned out to be no agents have no lines, and nothing to wait for.
        var agents = outcome.Agents.Count(a => a is { Status: AgentStatus.Skipped, LineCount: > 0 });
        return agents == 0 ? "" : $"no templates for {Count(agents, "agent")}, which {(agents == 1 ? "stays as it is" : "stay as they are")}";
    }

    /// <summary>Told at a file of the enhancer's, it concerns all agents none the less.</summary>
    private static bool IsOfEnhancer(Diagnostic diagnostic) => diagnostic.Descriptor.Code.StartsWith("AEB2", StringComparison.Ordinal);

    private static string StandIns(EnhancementOutcome outcome) => outcome.FellBackCount == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", {outcome.FellBackCount} by the built-in enhancer instead");

    private static string Line(string subject, Diagnostic diagnostic) =>
        $"  {DiagnosticText.OneLine(subject)}{(subject.Length > 0 ? " " : "")}{diagnostic.Descriptor.Code} {diagnostic.Message}";

    private static string Agent(AgentOutcome agent)
    {
        var id = DiagnosticText.OneLine(agent.AgentId);
        return agent.Status switch
        {
            AgentStatus.Enhanced => $"  {id}: enhanced, {Count(agent.LineCount, "line")}, {Count(agent.TemplatesReferenced, "template")}",
            AgentStatus.FellBack => $"  {id}: built-in document instead, {Count(agent.LineCount, "line")}, {Count(agent.TemplatesReferenced, "template")}",
            AgentStatus.Complete => $"  {id}: complete already, {Count(agent.LineCount, "line")}",
            AgentStatus.Failed => $"  {id}: not enhanced, keeps its original text",
            _ => $"  {id}: skipped",
        };
    }

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
