using System.Collections.Immutable;
using System.Text;
using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Output;

/// <summary>What goes out for one agent.</summary>
/// <param name="Document">The document, written as UTF-8 without a byte order mark; null where the agent goes out in its source's bytes.</param>
internal sealed record OutputItem(string AgentId, string SourcePath, string? Document)
{
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The source may not be read.</exception>
    public byte[] Bytes() => Document is { } document ? Encoding.UTF8.GetBytes(document) : File.ReadAllBytes(SourcePath);

    /// <summary>Every agent goes out: with its document, or as it is.</summary>
    public static ImmutableArray<OutputItem> Of(ImmutableArray<Agent> agents, ImmutableArray<AgentResult> results)
    {
        var documents = results.ToDictionary(r => r.Agent.Id, r => r.Document, StringComparer.Ordinal);
        return [.. agents.Select(a => new OutputItem(a.Id, a.FullPath, documents.GetValueOrDefault(a.Id)))];
    }
}

/// <param name="Paths">By agent id: where its file is now. An agent that could not be written is absent.</param>
internal sealed record WrittenOutputs(ImmutableDictionary<string, string> Paths, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// Writes what a run made. A source agent is never written; outside the owned folder neither is a file that is not known to be
/// ours. What fails for one agent is reported, and the others are done.
/// </summary>
internal static class OutputWriter
{
    public static WrittenOutputs Write(ImmutableArray<OutputItem> items, EnhancementInput input)
    {
        if (input.IsCheck)
        {
            return OutputChecker.Compare(items, input);
        }

        var folder = Path.GetFullPath(input.OutputDirectory);
        if (items.Length > 0 && CreateFolder(folder) is { } failure)
        {
            return new WrittenOutputs(ImmutableDictionary<string, string>.Empty, [failure]);
        }

        var target = new Target(
            folder,
            input.OwnedOutputRoot is { } owned ? Path.GetFullPath(owned) : null,
            input.PreviousOutputs.Select(Path.GetFullPath).ToImmutableHashSet(OutputPaths.Comparer),
            items.Select(i => OutputPaths.Real(Path.GetFullPath(i.SourcePath))).ToImmutableHashSet(OutputPaths.Comparer));

        foreach (var place in items.Select(i => Path.GetDirectoryName(OutputPaths.Of(folder, i.AgentId))!).Distinct(OutputPaths.Comparer))
        {
            AtomicFile.Sweep(place);
        }

        var taken = new HashSet<string>(OutputPaths.Comparer);
        var paths = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var item in items)
        {
            var path = OutputPaths.Of(folder, item.AgentId);
            var refusal = taken.Add(path)
                ? WriteItem(item, path, target)
                : Diagnostic.At(OutputDiagnostics.CannotWrite, item.SourcePath, 0, $"another agent goes to {path}");
            if (refusal is null)
            {
                paths.Add(item.AgentId, path);
            }
            else
            {
                diagnostics.Add(refusal);
            }
        }

        diagnostics.AddRange(OutputPruner.Prune(target.Previous.Except(taken), target));
        return new WrittenOutputs(paths.ToImmutable(), diagnostics.ToImmutable());
    }

    private static Diagnostic? CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Diagnostic.At(OutputDiagnostics.CannotCreateFolder, folder, 0, e.Message);
        }
    }

    /// <returns>Why it was not written, or null.</returns>
    private static Diagnostic? WriteItem(OutputItem item, string path, Target target)
    {
        if (!OutputPaths.IsBelow(path, target.Folder))
        {
            return Diagnostic.At(OutputDiagnostics.OutsideOutput, item.SourcePath, 0, item.AgentId);
        }

        try
        {
            if (target.Sources.Contains(OutputPaths.Real(path)))
            {
                return Diagnostic.At(OutputDiagnostics.OutputIsSource, item.SourcePath, 0);
            }

            if (File.Exists(path) && !target.IsOurs(path) && !File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(item.SourcePath)))
            {
                return Diagnostic.At(OutputDiagnostics.NotOurs, path, 0);
            }

            AtomicFile.Write(path, item.Bytes());
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Diagnostic.At(OutputDiagnostics.CannotWrite, item.SourcePath, 0, e.Message);
        }
    }

    /// <summary>Where files go, and what tells ours from others.</summary>
    /// <param name="Owned">Folder below which every file is ours.</param>
    /// <param name="Sources">With links followed.</param>
    internal sealed record Target(string Folder, string? Owned, ImmutableHashSet<string> Previous, ImmutableHashSet<string> Sources)
    {
        public bool IsOurs(string path) =>
            OutputPaths.IsBelow(path, Owned) || Previous.Contains(path) || HasMark(path);

        public static bool HasMark(string path) => File.ReadAllText(path).Contains(Provenance.Mark, StringComparison.Ordinal);
    }
}
