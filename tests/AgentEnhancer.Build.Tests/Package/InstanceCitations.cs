using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>
/// Reads an enhanced agent in what <c>dotnet new</c> made of its template, as a person would who has nothing else: what it cites is there, or
/// it says which option that comes with. Nothing in here knows how the document was made.
/// </summary>
internal sealed partial class InstanceCitations
{
    private readonly string _folder;
    private readonly string _options;
    private readonly Dictionary<int, (string Path, bool IsThere)> _table = [];

    /// <param name="options">Those that it was given, as they were typed.</param>
    private InstanceCitations(string folder, string options) => (_folder, _options) = (folder, $" {options} ");

    public List<string> Problems { get; } = [];

    public int Rows => _table.Count;

    public int Lines { get; private set; }

    public int Excerpts { get; private set; }

    public int Conditions { get; private set; }

    /// <summary>Paths, lines and excerpts of one document.</summary>
    public static InstanceCitations Check(string document, string folder, string name, string options)
    {
        var check = new InstanceCitations(folder, options);
        var lines = document.ReplaceLineEndings("\n").Split('\n');
        var nameInPaths = lines.Select(l => NameInPaths().Match(l)).FirstOrDefault(m => m.Success)?.Groups["name"].Value;
        foreach (var line in lines)
        {
            check.Row(line, path => nameInPaths is null ? path : path.Replace(nameInPaths, name, StringComparison.Ordinal));
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var close = Array.FindIndex(lines, i + 1, l => l.StartsWith(lines[i][..3], StringComparison.Ordinal) && l.Trim('`').Length == 0);
                check.Excerpt(lines[..i].LastOrDefault(l => l.StartsWith("From [", StringComparison.Ordinal)) ?? "", lines[(i + 1)..close]);
                i = close;
            }
            else
            {
                check.Places(lines[i]);
            }
        }

        return check;
    }

    private void Row(string line, Func<string, string> fill)
    {
        var row = TableRow().Match(line);
        if (!row.Success)
        {
            return;
        }

        var path = fill(row.Groups["path"].Value);
        var isThere = File.Exists(Path.Combine(_folder, path));
        _table.TryAdd(int.Parse(row.Groups["number"].Value, CultureInfo.InvariantCulture), (path, isThere));
        var holds = Holds(row.Groups["rest"].Value);
        if (isThere != (holds ?? true))
        {
            Problems.Add(isThere ? $"{path} is there: {line}" : $"{path} is not there: {line}");
        }
    }

    private void Places(string line)
    {
        foreach (Match place in Place().Matches(Code().Replace(line, m => m.Value.StartsWith("`--", StringComparison.Ordinal) ? m.Value : new string(' ', m.Length))))
        {
            if (!_table.TryGetValue(Number(place, "number"), out var cited))
            {
                Problems.Add($"{place.Value} is no row of the table: {line}");
                continue;
            }

            Lines++;
            var holds = Holds(line[(place.Index + place.Value.Length)..]);
            if (cited.IsThere && holds != false && place.Groups["first"].Success
                && (Number(place, "first") < 1 || Last(place) < Number(place, "first") || Last(place) > FileLines(cited.Path).Length))
            {
                Problems.Add($"{place.Value} is outside of {cited.Path}: {line}");
            }
        }
    }

    private void Excerpt(string from, string[] code)
    {
        var place = Place().Match(from);
        if (!place.Success || !_table.TryGetValue(Number(place, "number"), out var cited))
        {
            Problems.Add($"An excerpt does not say where it is from: {from}");
            return;
        }

        Excerpts++;
        if (!cited.IsThere || Holds(from[(place.Index + place.Value.Length)..]) == false)
        {
            return;
        }

        var file = FileLines(cited.Path);
        var at = 0;
        var starts = new List<(int First, int Last)>();
        foreach (var run in Runs(code))
        {
            at = Enumerable.Range(at, Math.Max(0, file.Length - run.Length - at + 1)).FirstOrDefault(i => file.AsSpan(i, run.Length).SequenceEqual(run), -1);
            if (at < 0)
            {
                Problems.Add($"{from} These lines are not in {cited.Path}:\n{string.Join('\n', run)}");
                return;
            }

            starts.Add((at + 1, at + run.Length));
            at += run.Length;
        }

        if (place.Groups["first"].Success && (!starts.Exists(s => s.First == Number(place, "first") || (s.First < Number(place, "first") && s.Last >= Number(place, "first"))) || starts[^1].Last > Last(place)))
        {
            Problems.Add($"{from} The excerpt stands at {string.Join(", ", starts)} of {cited.Path}");
        }
    }

    /// <summary>Whether the options make true what follows a citation; null where nothing follows.</summary>
    private bool? Holds(string text)
    {
        var only = Only().Match(text);
        if (!only.Success)
        {
            return null;
        }

        Conditions++;
        var with = Option().Matches(only.Groups["with"].Value).Select(m => m.Groups["option"].Value).ToArray();
        var without = Option().Matches(only.Groups["without"].Value).Select(m => m.Groups["option"].Value).ToArray();
        var isAny = only.Groups["with"].Value.Contains(" or ", StringComparison.Ordinal);
        return (isAny ? Array.Exists(with, IsGiven) : Array.TrueForAll(with, IsGiven)) && !Array.Exists(without, IsGiven);
    }

    private bool IsGiven(string option) => _options.Contains($" {option} ", StringComparison.Ordinal);

    private string[] FileLines(string path) => File.ReadAllText(Path.Combine(_folder, path)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static IEnumerable<string[]> Runs(string[] code)
    {
        var run = new List<string>();
        foreach (var line in code.Append("…"))
        {
            if (!line.Contains('…', StringComparison.Ordinal))
            {
                run.Add(line);
            }
            else if (run.Count > 0)
            {
                yield return [.. run];
                run.Clear();
            }
        }
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int Last(Match place) => Number(place, place.Groups["last"].Success ? "last" : "first");

    [GeneratedRegex(@"^\| (?<number>\d+) \| `(?<path>[^`]+)`(?<rest>[^|]*)\|")]
    private static partial Regex TableRow();

    [GeneratedRegex("In paths, `(?<name>[^`]+)` is the project's name")]
    private static partial Regex NameInPaths();

    [GeneratedRegex(@"(?<![\w\])}])\[(?<number>\d+)(?::(?<first>\d+)(?:-(?<last>\d+))?)?\]")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\s*\(only (?:with (?<with>(?:(?!without)[^()]|\(the default\))*))?(?:without (?<without>(?:[^()]|\(the default\))*))?\)")]
    private static partial Regex Only();

    [GeneratedRegex("`(?<option>--[^`]+)`")]
    private static partial Regex Option();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();
}
