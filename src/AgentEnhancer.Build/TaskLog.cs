using AgentEnhancer.Reporting;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AgentEnhancer.Build;

/// <summary>An outcome as lines of the build's log. No text of a file is ever a format string.</summary>
internal static class TaskLog
{
    /// <summary>
    /// Without agents, nothing; without templates, the one message that says so. Else one headline at high importance; what was found, each
    /// agent and the first errors (which stand as warnings with their place already) at normal; estimates at low.
    /// </summary>
    /// <param name="project">Where stands what is said of no file of its own.</param>
    public static void Write(TaskLoggingHelper log, EnhancementOutcome outcome, string project)
    {
        foreach (var diagnostic in outcome.Diagnostics)
        {
            Write(log, diagnostic.File is null ? diagnostic with { File = project } : diagnostic);
        }

        if (RunSummary.Headline(outcome) is not { } headline)
        {
            return;
        }

        if (outcome.Status == RunStatus.Skipped)
        {
            log.LogMessage(MessageImportance.High, "{0}", headline);
            return;
        }

        log.LogMessage(MessageImportance.Normal, "{0}", RunSummary.Found(outcome.Agents.Length, outcome.TemplateCount));
        foreach (var line in RunSummary.Agents(outcome))
        {
            log.LogMessage(MessageImportance.Normal, "{0}", line);
        }

        log.LogMessage(MessageImportance.High, "{0}", headline);
        foreach (var line in RunSummary.Errors(outcome))
        {
            log.LogMessage(MessageImportance.Normal, "{0}", line);
        }

        log.LogMessage(
            MessageImportance.Low,
            "Invocations: {0}, tokens in: {1}, out: {2} (estimated: {3}, {4})",
            outcome.InvocationCount,
            outcome.Usage.Input,
            outcome.Usage.Output,
            outcome.EstimatedUsage.Input,
            outcome.EstimatedUsage.Output);
    }

    public static void Write(TaskLoggingHelper log, Diagnostic diagnostic)
    {
        var code = diagnostic.Descriptor.Code;
        switch (diagnostic.Descriptor.Severity)
        {
            case DiagnosticSeverity.Error:
                log.LogError(
                    subcategory: null, code, helpKeyword: null, DiagnosticCatalogue.HelpLink(code), diagnostic.File, diagnostic.Line, 0, 0, 0, diagnostic.Message);
                break;
            case DiagnosticSeverity.Warning:
                log.LogWarning(
                    subcategory: null, code, helpKeyword: null, DiagnosticCatalogue.HelpLink(code), diagnostic.File, diagnostic.Line, 0, 0, 0, diagnostic.Message);
                break;
            default:
                log.LogMessage(
                    subcategory: null, code, helpKeyword: null, diagnostic.File, diagnostic.Line, 0, 0, 0, MessageImportance.Normal, diagnostic.Message);
                break;
        }
    }
}
