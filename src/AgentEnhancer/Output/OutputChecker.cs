using System.Collections.Immutable;
using System.Text;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Output;

/// <summary>Says how the files under source control differ from what a run would write. Writes and deletes nothing.</summary>
internal static class OutputChecker
{
    private const int LongestQuote = 120;

    public static WrittenOutputs Compare(ImmutableArray<OutputItem> items, EnhancementInput input)
    {
        var folder = Path.GetFullPath(input.OutputDirectory);
        var paths = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var item in items)
        {
            var path = OutputPaths.Of(folder, item.AgentId);
            paths[item.AgentId] = path;
            try
            {
                if (Difference(item, path) is { } difference)
                {
                    diagnostics.Add(difference);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                diagnostics.Add(Diagnostic.At(OutputDiagnostics.CannotCheck, path, 0, e.Message));
            }
        }

        diagnostics.AddRange(LeftOver(folder, items, paths.Values.ToHashSet(OutputPaths.Comparer)));
        return new WrittenOutputs(paths.ToImmutable(), diagnostics.ToImmutable());
    }

    private static Diagnostic? Difference(OutputItem item, string path)
    {
        if (!File.Exists(path))
        {
            return Diagnostic.At(OutputDiagnostics.Missing, path, 0, item.AgentId);
        }

        var expected = item.Bytes();
        var actual = File.ReadAllBytes(path);
        return actual.AsSpan().SequenceEqual(expected) ? null : FirstDifference(path, Lines(expected), Lines(actual));
    }

    /// <summary>Line ends don't count: version control may have changed them on the way, and changes them back.</summary>
    private static Diagnostic? FirstDifference(string path, ImmutableArray<string> expected, ImmutableArray<string> actual)
    {
        var line = 0;
        while (line < expected.Length && line < actual.Length && string.Equals(expected[line], actual[line], StringComparison.Ordinal))
        {
            line++;
        }

        return line == expected.Length && line == actual.Length
            ? null
            : Diagnostic.At(OutputDiagnostics.Differs, path, line + 1, Quote(expected.ElementAtOrDefault(line)), Quote(actual.ElementAtOrDefault(line)));
    }

    private static ImmutableArray<string> Lines(byte[] bytes) => MarkdownBody.SplitLines(Encoding.UTF8.GetString(bytes));

    private static string Quote(string? line) => line switch
    {
        null => "the end of the file",
        "" => "an empty line",
        { Length: > LongestQuote } => $"'{line[..LongestQuote]}…'",
        _ => $"'{line}'",
    };

    /// <summary>Files of ours that no agent stands for any more. No state of earlier builds is asked: a fresh clone has none.</summary>
    private static IEnumerable<Diagnostic> LeftOver(string folder, ImmutableArray<OutputItem> items, HashSet<string> current)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var sources = items.Select(i => OutputPaths.Real(Path.GetFullPath(i.SourcePath))).ToHashSet(OutputPaths.Comparer);
        return Directory.EnumerateFiles(folder, "*.md", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(path => !current.Contains(path) && !sources.Contains(OutputPaths.Real(path)) && OutputWriter.Target.HasMark(path))
            .Order(StringComparer.Ordinal)
            .Select(path => Diagnostic.At(OutputDiagnostics.LeftOver, path, 0));
    }
}
