using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Agents;

/// <summary>What came of reading one agent file.</summary>
/// <param name="Agent">Null where the file is not an agent or cannot be read as one.</param>
/// <param name="Status">Skipped or Failed where there is no agent; else null: nothing is decided yet.</param>
internal sealed record AgentReading(AgentItem Item, Agent? Agent, AgentStatus? Status, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads agent files. Whatever is wrong with one of them is a diagnostic, and the others go on.</summary>
internal static class AgentReader
{
    internal const int MaximumBytes = 1024 * 1024;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// All of them, in their order. A file that is named twice is one agent; of two files with one id the second is left out, and the
    /// case of letters does not tell ids apart, because it does not tell files apart everywhere.
    /// </summary>
    public static ImmutableArray<AgentReading> ReadAll(ImmutableArray<AgentItem> items)
    {
        var readings = ImmutableArray.CreateBuilder<AgentReading>(items.Length);
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            if (ids.TryAdd(item.RelativePath, item.FullPath))
            {
                readings.Add(Read(item));
            }
            else if (!string.Equals(ids[item.RelativePath], item.FullPath, StringComparison.Ordinal))
            {
                readings.Add(Without(item, AgentStatus.Failed, AgentDiagnostics.DuplicateId, 0, item.RelativePath));
            }
        }

        return readings.DrainToImmutable();
    }

    public static AgentReading Read(AgentItem item)
    {
        try
        {
            var file = new FileInfo(item.FullPath);
            if (!file.Exists)
            {
                return Directory.Exists(item.FullPath)
                    ? Without(item, AgentStatus.Failed, AgentDiagnostics.Unreadable, 0, "it is a folder")
                    : Without(item, AgentStatus.Failed, AgentDiagnostics.Missing, 0);
            }

            return file.Length > MaximumBytes
                ? Without(item, AgentStatus.Failed, AgentDiagnostics.TooLarge, 0, MaximumBytes.ToString(CultureInfo.InvariantCulture))
                : Parse(item, File.ReadAllBytes(item.FullPath));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return exception is FileNotFoundException or DirectoryNotFoundException
                ? Without(item, AgentStatus.Failed, AgentDiagnostics.Missing, 0)
                : Without(item, AgentStatus.Failed, AgentDiagnostics.Unreadable, 0, Reason(exception));
        }
    }

    /// <summary>The file's bytes as an agent.</summary>
    public static AgentReading Parse(AgentItem item, ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes.StartsWith(Mark);
        var content = hasMark ? bytes[Mark.Length..] : bytes;
        if (bytes.Length >= 2 && (bytes[..2].SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes[..2].SequenceEqual((ReadOnlySpan<byte>)[0xFE, 0xFF])))
        {
            return Without(item, AgentStatus.Failed, AgentDiagnostics.NotUtf8, 0, "it is UTF-16 or UTF-32");
        }

        if (content.Contains((byte)0))
        {
            return Without(item, AgentStatus.Skipped, AgentDiagnostics.Binary, 0);
        }

        if (!Utf8.IsValid(content))
        {
            var (line, offset) = FirstInvalid(content);
            return Without(item, AgentStatus.Failed, AgentDiagnostics.NotUtf8, line, string.Create(CultureInfo.InvariantCulture, $"byte {offset + (hasMark ? Mark.Length : 0)}"));
        }

        var text = Encoding.UTF8.GetString(content);
        return string.IsNullOrWhiteSpace(text) ? Without(item, AgentStatus.Skipped, AgentDiagnostics.Empty, 0) : Parse(item, text);
    }

    private static AgentReading Parse(AgentItem item, string text)
    {
        var split = FrontMatterReader.Split(text);
        if (split.State != FrontMatterState.Present)
        {
            var (descriptor, line) = split.State switch
            {
                FrontMatterState.NeverClosed => (AgentDiagnostics.FrontMatterNeverClosed, 1),
                FrontMatterState.NotFirst => (AgentDiagnostics.FrontMatterNotFirst, split.Line),
                _ => (AgentDiagnostics.NoFrontMatter, 1),
            };
            return Without(item, AgentStatus.Skipped, descriptor, line);
        }

        var head = split.HeadLines;
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (!FrontMatterShape.IsSurelyValid(head))
        {
            diagnostics.AddRange(FrontMatterYaml.Check(item.FullPath, head, out _));
        }

        foreach (var fence in MarkdownBody.Parse(split.Body).UnclosedFences)
        {
            diagnostics.Add(Diagnostic.At(AgentDiagnostics.FenceNeverClosed, item.FullPath, split.BodyLine + fence.Span.First - 1, fence.Fence));
        }

        return new AgentReading(item, Create(item, text, split, FrontMatterFields.Read(head)), null, diagnostics.DrainToImmutable());
    }

    private static Agent Create(AgentItem item, string text, FrontMatterSplit split, ImmutableArray<FrontMatterField> fields)
    {
        FrontMatterField? Field(string key) =>
            fields.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.Ordinal))
            ?? fields.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.OrdinalIgnoreCase));

        ImmutableArray<string> List(string key) => Field(key) is { IsNested: false } field ? [.. field.AsList().Distinct(StringComparer.Ordinal)] : [];

        var name = Field("name")?.Value.Trim();
        return new Agent(
            item.RelativePath,
            item.FullPath,
            text,
            split.FrontMatter,
            split.Body,
            split.BodyLine,
            string.IsNullOrEmpty(name) ? Stem(item.RelativePath) : name,
            Field("description")?.Value.Trim() ?? "",
            List("technologies"),
            HasMoreCrLf(text))
        {
            Tools = List("tools"),
            Tags = [.. List("tags").Concat(List("keywords")).Distinct(StringComparer.Ordinal)],
            TwinOf = item.TwinOf,
            Scope = item.TemplateRoot ?? "",
        };
    }

    /// <summary>The file's name without <c>.md</c> and <c>.agent.md</c>.</summary>
    private static string Stem(string path)
    {
        var stem = path[(path.LastIndexOf('/') + 1)..];
        stem = stem.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? stem[..^3] : stem;
        return stem.EndsWith(".agent", StringComparison.OrdinalIgnoreCase) ? stem[..^6] : stem;
    }

    private static bool HasMoreCrLf(string text)
    {
        var (pairs, feeds) = (0, 0);
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            feeds++;
            pairs += i > 0 && text[i - 1] == '\r' ? 1 : 0;
        }

        return pairs > feeds - pairs;
    }

    private static (int Line, int Offset) FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var (line, offset) = (1, 0);
        while (offset < bytes.Length && Rune.DecodeFromUtf8(bytes[offset..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            line += rune.Value == '\n' ? 1 : 0;
            offset += length;
        }

        return (line, offset);
    }

    /// <summary>Not the exception's own words: they hold absolute paths and speak the machine's language.</summary>
    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "access is denied",
        PathTooLongException => "its path is too long",
        IOException => "another program uses it, or its disk fails",
        _ => "its path is not valid",
    };

    private static AgentReading Without(AgentItem item, AgentStatus status, DiagnosticDescriptor descriptor, int line, params ImmutableArray<string> arguments) =>
        new(item, null, status, [Diagnostic.At(descriptor, item.FullPath, line, arguments)]);
}
