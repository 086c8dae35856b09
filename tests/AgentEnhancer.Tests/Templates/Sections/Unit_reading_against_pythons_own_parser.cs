using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;
using AgentEnhancer.Templates.Sections;

namespace AgentEnhancer.Tests.Templates.Sections;

[TestClass]
[RequiresTool("python3")]
public sealed class Unit_reading_against_pythons_own_parser
{
    [TestMethod]
    public void Ninety_nine_percent_of_the_standard_librarys_units_have_the_same_span()
    {
        var (total, wrong) = Compare();

        total.Should().BeGreaterThan(3000, "the oracle must have read something");
        (wrong.Count * 100.0 / total).Should().BeLessThanOrEqualTo(1, string.Join('\n', wrong.Take(40)));
    }

    [TestMethod]
    public void Every_unit_of_hand_written_hard_cases_has_the_same_span()
    {
        var folder = Directory.CreateTempSubdirectory("units");
        try
        {
            var file = Path.Combine(folder.FullName, "hard.py");
            File.WriteAllText(file, PythonFixtures.Hard);

            var (total, wrong) = Compare(file);

            total.Should().Be(21);
            wrong.Should().BeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Total, List<string> Wrong) Compare(params string[] files)
    {
        var total = 0;
        var wrong = new List<string>();
        foreach (var file in Oracle(files).GroupBy(u => u.Path, StringComparer.Ordinal))
        {
            var truth = file.Where(u => u.First > 0).Select(u => $"{u.Name} {u.First}-{u.Last}").ToList();
            var ours = Ours(file.Key).ToHashSet(StringComparer.Ordinal);
            total += truth.Count;
            wrong.AddRange(truth.Where(u => !ours.Contains(u)).Select(u => $"{Path.GetFileName(file.Key)} lacks {u}"));
            wrong.AddRange(ours.Except(truth, StringComparer.Ordinal).Select(u => $"{Path.GetFileName(file.Key)} invents {u}"));
        }

        return (total, wrong);
    }

    /// <summary>Definitions, without the comments that lead them: those are ours to add.</summary>
    private static IEnumerable<string> Ours(string path)
    {
        var source = Lexer.Lex(File.ReadAllText(path), "python");
        foreach (var unit in PythonUnits.Read(source).Where(u => u.Kind is not (UnitKind.Value or UnitKind.Statements)))
        {
            var first = unit.Span.First;
            while (string.IsNullOrWhiteSpace(source.Code[first - 1]))
            {
                first++;
            }

            yield return $"{unit.Name} {first}-{unit.Span.Last}";
        }
    }

    private static List<(string Path, int First, int Last, string Name)> Oracle(string[] files)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Oracles", "python_units.py");
        var start = new ProcessStartInfo(RequiresToolAttribute.Find("python3")!, [script, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, error.Result);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse)];
    }

    private static (string Path, int First, int Last, string Name) Parse(string line)
    {
        var parts = line.Split('\t');
        return (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), parts.ElementAtOrDefault(3) ?? "");
    }
}
