using System.Globalization;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Tests.Reporting;

/// <summary>What files and models say is shown, never obeyed.</summary>
[TestClass]
public class DiagnosticMessageTests
{
    private static readonly DiagnosticDescriptor Descriptor = new("AEB9999", DiagnosticSeverity.Warning, "Bad '{0}' at {1}.");

    [TestMethod]
    public void ArgumentsAreNotReadAsAFormat() => Message("{1}{0}{9}%s", "2").Should().Be("Bad '{1}{0}{9}%s' at 2.");

    [TestMethod]
    public void AnArgumentThatIsNotGivenLeavesNothing() => Message("a").Should().Be("Bad 'a' at .");

    [TestMethod]
    public void LineEndsAndControlCharactersBecomeOneSpace() =>
        Message("a\r\nb\u001b[31m\u2028c\0d\u0085e\tf").Should().Be("Bad 'a b [31m c d e f' at .");

    [TestMethod]
    public void MarksOfDirectionAreTakenOut() => Message("a\u202Ecba\u2066x").Should().Be("Bad 'a cba x' at .");

    [TestMethod]
    public void HalvesOfSurrogatesAreReplaced() => Message("a\ud83db🎉").Should().Be("Bad 'a\uFFFDb🎉' at .");

    [TestMethod]
    public void ALongArgumentKeepsBothEnds()
    {
        var message = Message("start" + new string('x', 100_000) + "end", "7");

        message.Should().StartWith("Bad 'startx").And.Contain("x…x").And.EndWith("xend' at 7.");
        message.Length.Should().BeLessThan(DiagnosticText.MaximumArgumentLength + 30);
    }

    [TestMethod]
    public void ACutNeverSplitsASurrogatePair() =>
        Message(string.Concat(Enumerable.Repeat("🎉", 1_001)) + "x").Should().NotContain("\uFFFD").And.Match(m => IsWellFormed(m));

    [TestMethod]
    public void TheWholeIsBounded() =>
        new Diagnostic(Descriptor with { Format = string.Concat(Enumerable.Repeat("{0}", 100)) }, null, 0, [new string('x', 500)])
            .Message.Length.Should().Be(DiagnosticText.MaximumLength);

    [TestMethod]
    public void TheCultureDoesNotShow()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            CultureInfo.CurrentCulture.NumberFormat.NegativeSign = "minus";
            RunSummary.Found(-1, 2).Should().Be("Found -1 agents and 2 templates");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(r => r.Value != 0xFFFD);

    private static string Message(params string[] arguments) => new Diagnostic(Descriptor, null, 0, [.. arguments]).Message;
}
