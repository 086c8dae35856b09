using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Reading;

[TestClass]
[RequiresTypeScript]
public sealed class Units_against_the_TypeScript_compiler
{
    private const double Bar = 0.99;

    [TestMethod]
    public void Definitions_begin_and_end_where_the_compiler_says()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Here(), "Fixtures", "TypeScript")).Order(StringComparer.Ordinal).ToArray();
        files.Length.Should().BeGreaterThanOrEqualTo(15);

        var theirs = Oracle(files).ToHashSet(StringComparer.Ordinal);
        var ours = files.SelectMany(Ours).ToHashSet(StringComparer.Ordinal);
        var missing = theirs.Except(ours, StringComparer.Ordinal).ToArray();
        var extra = ours.Except(theirs, StringComparer.Ordinal).ToArray();

        theirs.Count.Should().BeGreaterThan(130);
        (1 - ((double)missing.Length / theirs.Count)).Should().BeGreaterThanOrEqualTo(Bar, $"missing: {string.Join("; ", missing)}");
        (1 - ((double)extra.Length / theirs.Count)).Should().BeGreaterThanOrEqualTo(Bar, $"extra: {string.Join("; ", extra)}");
    }

    private static IEnumerable<string> Ours(string file)
    {
        var language = Languages.FromPath(file);
        return UnitReader.Read(Lexer.Lex(File.ReadAllText(file), language), language, file)
            .Where(u => u.Kind is not (UnitKind.Statements or UnitKind.Element or UnitKind.Route) && u.Parent?.Kind is not UnitKind.Value
                && !u.Name.StartsWith("module.", StringComparison.Ordinal) && !u.Name.StartsWith("exports.", StringComparison.Ordinal))
            .Select(u => $"{Path.GetFileName(file)} {u.Name} {u.Span}");
    }

    private static string[] Oracle(string[] files)
    {
        var script = Path.Combine(Here(), "..", "..", "Oracles", "typescript-units.js");
        var start = new ProcessStartInfo("node", [script, RequiresTypeScriptAttribute.Folder, .. files]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var unit = json.RootElement;
            var span = new LineSpan(unit.GetProperty("first").GetInt32(), unit.GetProperty("last").GetInt32());
            return $"{Path.GetFileName(unit.GetProperty("file").GetString())} {unit.GetProperty("name").GetString()} {span}";
        }).ToArray();
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
