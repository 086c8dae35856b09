using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Validation;

/// <summary>Tells whether code was copied from a template: in order, whole lines, nothing between but cuts marked by <c>…</c>.</summary>
internal static partial class VerbatimCode
{
    /// <param name="view">Of the agent whose document holds the code; null where it is of no matter.</param>
    public static bool IsFrom(Template template, ImmutableArray<string> code, InstanceView? view = null)
    {
        var source = template.Source.Lines;
        if (view?.Of(template) is { } instance)
        {
            // Directives are in no instance: what stands above and below one are neighbours there.
            source = [.. source.Where((_, i) => !instance.Line(i + 1).IsRemoved)];
        }

        var from = 0;
        var any = false;
        foreach (var run in Runs(code))
        {
            var at = Find(source, run, from);
            if (at < 0)
            {
                return false;
            }

            (from, any) = (at + run.Count, true);
        }

        return any;
    }

    private static int Find(ImmutableArray<string> source, List<string> run, int from)
    {
        for (var at = from; at + run.Count <= source.Length; at++)
        {
            var same = 0;
            while (same < run.Count && string.Equals(source[at + same], run[same], StringComparison.Ordinal))
            {
                same++;
            }

            if (same == run.Count)
            {
                return at;
            }
        }

        return -1;
    }

    private static List<List<string>> Runs(ImmutableArray<string> code)
    {
        var runs = new List<List<string>> { new() };
        foreach (var line in code)
        {
            if (Cut().IsMatch(line))
            {
                runs.Add([]);
            }
            else
            {
                runs[^1].Add(line);
            }
        }

        runs.RemoveAll(r => r.TrueForAll(string.IsNullOrWhiteSpace));
        return runs;
    }

    [GeneratedRegex(@"^\s*(?://|#|--|/\*|<!--|\{/\*)?\s*(?:\.\.\.|…)\s*(?:\*/\}?|-->)?\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Cut();
}
