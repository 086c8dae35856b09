using System.Globalization;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Build;

/// <summary>
/// A line a warning, <c>Code|File|Text</c>, for builds that have nothing to do although something failed: the targets say them again without
/// loading this assembly. There only where a run failed in part and is not to be repeated.
/// </summary>
internal static class WarningsFile
{
    private const string Extension = ".warnings";

    public static void Write(string stateFile, EnhancementOutcome outcome, string projectDirectory)
    {
        var path = Path.ChangeExtension(stateFile, Extension);
        if (outcome.FailedCount == 0 || outcome.IsToRunAgain)
        {
            File.Delete(path);
            return;
        }

        var text = string.Concat(outcome.Diagnostics
            .Where(d => d.Descriptor.Severity == DiagnosticSeverity.Warning)
            .Select(d => string.Create(
                CultureInfo.InvariantCulture,
                $"{d.Descriptor.Code}|{(d.File is null ? "" : StateFile.Escape(ItemMapping.FromProject(projectDirectory, d.File)))}|{StateFile.Escape(d.Message)}\n")));
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }
}
