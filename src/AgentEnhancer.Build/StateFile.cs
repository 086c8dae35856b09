using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgentEnhancer.Output;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Build;

/// <summary>What went out for one agent, as later builds need to know it.</summary>
/// <param name="Output">As an MSBuild item: relative to the project where it lies below it.</param>
/// <param name="IsOwned">It lies under obj: Clean may delete it.</param>
internal sealed record StateEntry(AgentStatus Status, int LineCount, int TemplatesReferenced, bool IsOwned, string Source, string Output);

/// <summary>
/// A line an agent: <c>Status|LineCount|TemplatesReferenced|IsOwned|Source|Output</c>. The targets read it with property functions, without
/// loading this assembly, on every build that has nothing to do; so whatever MSBuild could take for its own syntax is written as <c>%25XX</c>:
/// the targets undo one escape to get at the parts, and MSBuild the other, as of any item.
/// </summary>
internal static class StateFile
{
    public static ImmutableArray<StateEntry> Of(EnhancementOutcome outcome, string projectDirectory, string? ownedRoot) =>
    [
        .. outcome.Agents
            .Where(a => a.Status != AgentStatus.Skipped)
            .OrderBy(a => a.AgentId, StringComparer.Ordinal)
            .Select(a => Entry(a, projectDirectory, ownedRoot)),
    ];

    /// <summary>Absolute paths of what earlier runs wrote; never an agent's own source, which a failed agent goes out as.</summary>
    public static ImmutableArray<string> ReadOutputs(string path, string projectDirectory) => !File.Exists(path)
        ? []
        :
        [
            .. File.ReadLines(path)
                .Select(line => line.Split('|'))
                .Where(parts => parts.Length == 6 && !string.Equals(parts[4], parts[5], StringComparison.Ordinal))
                .Select(parts => ItemMapping.Absolute(projectDirectory, Uri.UnescapeDataString(Uri.UnescapeDataString(parts[5])))),
        ];

    /// <summary>Whole or not at all: a build that is killed leaves the old state or the new one, and so do two at a time.</summary>
    public static void Write(string path, IReadOnlyCollection<StateEntry> entries)
    {
        if (entries.Count == 0)
        {
            File.Delete(path);
            return;
        }

        var text = string.Concat(entries.Select(e => string.Create(
            CultureInfo.InvariantCulture,
            $"{e.Status}|{e.LineCount}|{e.TemplatesReferenced}|{(e.IsOwned ? "true" : "false")}|{Escape(e.Source)}|{Escape(e.Output)}\n")));
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
    }

    private static StateEntry Entry(AgentOutcome agent, string projectDirectory, string? ownedRoot)
    {
        var output = agent.OutputPath ?? agent.SourcePath;
        var isOwned = ownedRoot is not null
            && !string.Equals(output, agent.SourcePath, StringComparison.Ordinal)
            && output.StartsWith(Path.TrimEndingDirectorySeparator(ownedRoot) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return new StateEntry(
            agent.Status,
            agent.LineCount,
            agent.TemplatesReferenced,
            isOwned,
            ItemMapping.FromProject(projectDirectory, agent.SourcePath),
            ItemMapping.FromProject(projectDirectory, output));
    }

    public static string Escape(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var c in path)
        {
            if (c > 127 || char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ':' or ' ')
            {
                text.Append(c);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"%25{(int)c:X2}");
            }
        }

        return text.ToString();
    }
}
