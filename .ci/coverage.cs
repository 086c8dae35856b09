// Merges the coverage of all test projects, holds it to a minimum, and counts the tests. Run by .ci/run as a file-based program.
//   coverage.cs <results folder> <minimum % of lines> <minimum % of branches> <1 if a test run failed>
#:property PublishAot=false
#:property ManagePackageVersionsCentrally=false
#:property GenerateDocumentationFile=false

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

var (folder, minimumLines, minimumBranches, runFailed) = (args[0], Number(args[1]), Number(args[2]), args[3] == "1");

var lines = new Dictionary<(string File, string Line), (int Covered, int Branches, int CoveredBranches)>();
foreach (var report in Directory.EnumerateFiles(folder, "coverage.cobertura.xml", SearchOption.AllDirectories))
{
    var document = XDocument.Load(report);
    var root = (string?)document.Root!.Element("sources")?.Element("source") ?? "";
    foreach (var @class in document.Descendants("class"))
    {
        var file = Path.GetFullPath(Path.Combine(root, (string)@class.Attribute("filename")!)).Replace('\\', '/');
        if (!file.Contains("/src/", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal))
        {
            continue;
        }

        foreach (var line in @class.Element("lines")!.Elements("line"))
        {
            // condition-coverage="50% (1/2)"
            var branches = Regex.Match((string?)line.Attribute("condition-coverage") ?? "", @"\((\d+)/(\d+)\)");
            var seen = (
                Covered: (string)line.Attribute("hits")! == "0" ? 0 : 1,
                Branches: branches.Success ? Number(branches.Groups[2].Value) : 0,
                CoveredBranches: branches.Success ? Number(branches.Groups[1].Value) : 0);
            var key = (file, (string)line.Attribute("number")!);
            var before = lines.GetValueOrDefault(key);
            lines[key] = (
                Math.Max(before.Covered, seen.Covered),
                Math.Max(before.Branches, seen.Branches),
                Math.Max(before.CoveredBranches, seen.CoveredBranches));
        }
    }
}

var (passed, failed) = (0, 0);
foreach (var report in Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories))
{
    var counters = XDocument.Load(report).Descendants().Single(e => e.Name.LocalName == "Counters");
    passed += Number((string)counters.Attribute("passed")!);
    failed += Number((string)counters.Attribute("executed")!) - Number((string)counters.Attribute("passed")!);
}

var lineRate = Percent(lines.Values.Sum(l => l.Covered), lines.Count);
var branchRate = Percent(lines.Values.Sum(l => l.CoveredBranches), lines.Values.Sum(l => l.Branches));
Console.WriteLine();
foreach (var file in lines.GroupBy(l => l.Key.File).Select(g => (g.Key, Rate: Percent(g.Sum(l => l.Value.Covered), g.Count()))).Where(f => f.Rate < minimumLines).OrderBy(f => f.Rate))
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file.Rate,5:F1}% of lines  {Path.GetRelativePath(".", file.Key)}"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Coverage of src: {lineRate:F1}% of lines (at least {minimumLines}%), {branchRate:F1}% of branches (at least {minimumBranches}%)"));
var isEnough = lineRate >= minimumLines && branchRate >= minimumBranches;
if (!isEnough)
{
    Console.WriteLine("Coverage is too low.");
}

Console.WriteLine($"{passed} passed, {failed} failed");
return runFailed || failed > 0 || passed == 0 || !isEnough ? 1 : 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
