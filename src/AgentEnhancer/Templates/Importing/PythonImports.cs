using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Importing;

/// <summary><c>import a.b as c</c> and <c>from a import (b, c as d)</c>, also inside functions.</summary>
internal static partial class PythonImports
{
    public static IEnumerable<Import> Read(FlatSource source)
    {
        foreach (Match match in From().Matches(source.Code))
        {
            var module = source.Text.Substring(match.Groups["m"].Index, match.Groups["m"].Length);
            var names = Items(source, match.Groups["n"]).Select(i => i.Name).Where(n => n is not "*");
            yield return new Import(source.Lines(match.Index, match.Index + match.Length), module, [.. names], IsLocal(module));
        }

        foreach (Match match in Plain().Matches(source.Code))
        {
            var span = source.Lines(match.Index, match.Index + match.Length);
            foreach (var (module, name) in Items(source, match.Groups["n"]))
            {
                // Without an alias the file uses the first part: import a.b gives a.
                var used = string.Equals(name, module, StringComparison.Ordinal) && module.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && !module[..dot].Contains("{{", StringComparison.Ordinal)
                    ? module[..dot]
                    : name;
                yield return new Import(span, module, [used], IsLocal(module));
            }
        }
    }

    private static IEnumerable<(string Module, string Name)> Items(FlatSource source, Group list)
    {
        foreach (Match item in Item().Matches(source.Code[list.Index..(list.Index + list.Length)]))
        {
            var module = Text(item.Groups["m"]);
            yield return (module, item.Groups["a"].Success ? Text(item.Groups["a"]) : module);
        }

        string Text(Group group) => source.Text.Substring(list.Index + group.Index, group.Length);
    }

    /// <summary>Relative, or under a root that only the project itself can have.</summary>
    private static bool IsLocal(string module) =>
        module.StartsWith('.') || module.StartsWith("{{", StringComparison.Ordinal)
        || module.Split('.')[0] is "app" or "src" or "tests";

    [GeneratedRegex(@"^[ \t]*from[ \t]+(?<m>\.*[ \t]?[\w.]*)[ \t]+import\b[ \t]*(?:\((?<n>[\w\s,*]*)\)|(?<n>(?:[\w*]|\\\n)(?:[\w ,\t*]|\\\n)*))", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^[ \t]*import[ \t]+(?<n>(?:[\w., \t]|\\\n)+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<m>\*|[\w.]+)(?:[ \t\\\n]+as[ \t\\\n]+(?<a>\w+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
