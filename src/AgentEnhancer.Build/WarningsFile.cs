using System.Globalization;
using System.Text;
using AgentEnhancer.Output;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Build;

/// <summary>
/// A line a warning, <c>Code|File|Text</c>, for builds that have nothing to do although something is wrong: a file was left out, or a model was
/// paid for an answer that failed in part. The targets say them again, without loading this assembly, until an input changes. Paths are absolute, as
/// they were said: a project that was moved runs again.
/// </summary>
internal static class WarningsFile
{
    private const string Extension = ".warnings";

    public static void Write(string stateFile, EnhancementOutcome outcome)
    {
        var path = Path.ChangeExtension(stateFile, Extension);
        var text = outcome.IsToRunAgain
            ? ""
            : string.Concat(outcome.Diagnostics.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Warning).Select(Line));
        if (text.Length == 0)
        {
            File.Delete(path);
            return;
        }

        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
    }

    private static string Line(Diagnostic diagnostic) =>
        $"{diagnostic.Descriptor.Code}|{StateFile.Escape(Place(diagnostic))}|{StateFile.Escape(diagnostic.Message)}\n";

    /// <summary>MSBuild's own task for warnings takes no line: it stands behind the path, where a log shows it.</summary>
    private static string Place(Diagnostic diagnostic) => diagnostic switch
    {
        { File: null } => "",
        { Line: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{diagnostic.File}({diagnostic.Line})"),
        _ => diagnostic.File,
    };
}
