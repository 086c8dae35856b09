using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Tests.Reporting;

[TestClass]
public partial class DiagnosticCatalogueTests
{
    [TestMethod]
    public void EveryDescriptorOfTheLibraryIsInTheCatalogueOnce()
    {
        const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var declared = typeof(DiagnosticCatalogue).Assembly.GetTypes()
            .SelectMany(t => t.GetProperties(Statics).Where(p => p.PropertyType == typeof(DiagnosticDescriptor)).Select(p => p.GetValue(null))
                .Concat(t.GetFields(Statics).Where(f => f.FieldType == typeof(DiagnosticDescriptor) && !f.Name.Contains('<')).Select(f => f.GetValue(null))))
            .Cast<DiagnosticDescriptor>().ToList();

        declared.Should().HaveCountGreaterThan(50);
        DiagnosticCatalogue.All.Should().BeEquivalentTo(declared);
        DiagnosticCatalogue.All.Select(d => d.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        DiagnosticCatalogue.All.Select(d => d.Format).Should().OnlyHaveUniqueItems();
    }

    [TestMethod]
    public void CodesHaveTheFormThatNoWarnTakes() =>
        DiagnosticCatalogue.All.Should().OnlyContain(d => Code().IsMatch(d.Code));

    [TestMethod]
    public void TextsAreOneLine() =>
        DiagnosticCatalogue.All.Should().OnlyContain(d => d.Format.Length > 0 && !d.Format.Contains('\n') && d.Format == d.Format.Trim());

    [TestMethod]
    public void ThePageExplainsEveryCodeAndNoOther()
    {
        var page = MarkdownBody.Parse(File.ReadAllText(Page()));
        var sections = page.Sections.Where(s => s.Heading.Level == 2).ToDictionary(s => s.Heading.Text, StringComparer.Ordinal);

        sections.Keys.Should().BeEquivalentTo(DiagnosticCatalogue.All.Select(d => d.Code));
        foreach (var section in sections.Values)
        {
            var text = string.Join('\n', page.Lines[(section.Span.First - 1)..section.Span.Last]);
            text.Should().Contain("**Cause:** ").And.Contain("**Kept:** ").And.Contain("**Remedy:** ").And.Contain("**Example:**");
        }

        page.UnclosedFences.Should().BeEmpty();
    }

    [TestMethod]
    public void ThePageGivesEachSeverity()
    {
        var lines = File.ReadAllLines(Page());
        foreach (var descriptor in DiagnosticCatalogue.All)
        {
            var heading = Array.IndexOf(lines, "## " + descriptor.Code);
            lines[heading + 2].Should().StartWith($"*{descriptor.Severity}.*", "of {0}", descriptor.Code);
        }
    }

    [TestMethod]
    public void HelpLinksPointAtTheAnchor() =>
        DiagnosticCatalogue.HelpLink("AEB1001").Should().Be("https://github.com/agentenhancer/AgentEnhancer.Build/blob/main/docs/diagnostics.md#aeb1001");

    private static string Page([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "diagnostics.md");

    [GeneratedRegex("^AEB[1-9][0-9]{3}$")]
    private static partial Regex Code();
}
