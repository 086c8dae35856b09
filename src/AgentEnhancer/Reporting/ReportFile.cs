using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentEnhancer.Reporting;

/// <summary>
/// A run as JSON, for tools. The same outcome gives the same bytes wherever the project lies: no clock, no absolute path, one order.
/// </summary>
internal static class ReportFile
{
    internal const int Version = 1;

    /// <param name="baseDirectory">Absolute; files under it are named relative to it, others by their name alone.</param>
    public static string Write(EnhancementOutcome outcome, string baseDirectory)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            Write(json, outcome, baseDirectory);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, EnhancementOutcome outcome, string baseDirectory)
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("status", Name(outcome.Status));
        json.WriteNumber("enhanced", outcome.EnhancedCount);
        json.WriteNumber("failed", outcome.FailedCount);
        json.WriteNumber("total", outcome.TotalCount);
        json.WriteNumber("success_rate", outcome.SuccessRate);
        json.WriteNumber("templates", outcome.TemplateCount);
        json.WriteNumber("invocations", outcome.InvocationCount);
        json.WriteNumber("input_tokens", outcome.Usage.Input);
        json.WriteNumber("output_tokens", outcome.Usage.Output);

        json.WriteStartArray("agents");
        foreach (var agent in outcome.Agents.OrderBy(a => a.AgentId, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", agent.AgentId);
            json.WriteString("source", Relative(agent.SourcePath, baseDirectory));
            json.WriteString("status", Name(agent.Status));
            json.WriteNumber("lines", agent.LineCount);
            json.WriteNumber("templates", agent.TemplatesReferenced);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        var diagnostics = outcome.Diagnostics
            .Select(d => (File: d.File is null ? null : Relative(d.File, baseDirectory), Diagnostic: d))
            .OrderBy(d => d.File, StringComparer.Ordinal)
            .ThenBy(d => d.Diagnostic.Line)
            .ThenBy(d => d.Diagnostic.Descriptor.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Diagnostic.Message, StringComparer.Ordinal);
        foreach (var (file, diagnostic) in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Descriptor.Code);
            json.WriteString("severity", Name(diagnostic.Descriptor.Severity));
            json.WriteString("file", file);
            json.WriteNumber("line", diagnostic.Line);
            json.WriteString("message", WithoutBase(diagnostic.Message, baseDirectory));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Relative(string path, string baseDirectory)
    {
        var relative = Path.GetRelativePath(baseDirectory, path);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal)
            ? Path.GetFileName(path)
            : relative.Replace('\\', '/');
    }

    private static string WithoutBase(string message, string baseDirectory)
    {
        var folder = Path.TrimEndingDirectorySeparator(baseDirectory);
        return folder.Length < 2 ? message : message
            .Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Replace(folder + Path.AltDirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
