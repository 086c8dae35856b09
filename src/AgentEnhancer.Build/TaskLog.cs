using AgentEnhancer.Reporting;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AgentEnhancer.Build;

/// <summary>An outcome as lines of the build's log. No text of a file is ever a format string.</summary>
internal static class TaskLog
{
    /// <summary>
    /// Without agents, nothing. Else what was found and each agent at normal importance, one summary at high, the estimates at low.
    /// </summary>
    public static void Write(TaskLoggingHelper log, EnhancementOutcome outcome)
    {
        foreach (var diagnostic in outcome.Diagnostics)
        {
            Write(log, diagnostic);
        }

        if (outcome.TotalCount == 0)
        {
            return;
        }

        log.LogMessage(MessageImportance.Normal, "{0}", RunText.Found(outcome));
        foreach (var agent in outcome.Agents.Where(a => a.Status != AgentStatus.Skipped))
        {
            log.LogMessage(MessageImportance.Normal, "{0}", RunText.Agent(agent));
        }

        log.LogMessage(MessageImportance.High, "{0}", RunText.Summary(outcome));
        log.LogMessage(MessageImportance.Low, "{0}", RunText.Details(outcome));
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
