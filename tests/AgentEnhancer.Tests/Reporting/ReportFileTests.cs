using System.Text.Json;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Tests.Reporting;

[TestClass]
public class ReportFileTests
{
    [TestMethod]
    public void TheReportIsWhatTheOutcomeSays()
    {
        using var report = JsonDocument.Parse(ReportFile.Write(At("/home/me/p"), "/home/me/p"));

        var root = report.RootElement;
        (root.GetProperty("version").GetInt32(), root.GetProperty("status").GetString()).Should().Be((1, "success"));
        (root.GetProperty("enhanced").GetInt32(), root.GetProperty("failed").GetInt32(), root.GetProperty("total").GetInt32(), root.GetProperty("success_rate").GetInt32())
            .Should().Be((1, 1, 2, 50));
        root.GetProperty("agents").EnumerateArray().Select(a => (a.GetProperty("id").GetString(), a.GetProperty("source").GetString(), a.GetProperty("status").GetString()))
            .Should().Equal(("bad0.md", "bad0.md", "failed"), ("good0.md", "good0.md", "enhanced"));
        root.GetProperty("diagnostics").EnumerateArray().Select(d => (d.GetProperty("file").GetString(), d.GetProperty("line").GetInt32(), d.GetProperty("code").GetString()))
            .Should().Equal((null, 0, "AEB2002"), ("bad0.md", 0, "AEB4001"), ("bad0.md", 3, "AEB4013"), ("elsewhere.md", 0, "AEB5001"));
    }

    [TestMethod]
    public void WhereTheProjectLiesDoesNotShow()
    {
        var one = ReportFile.Write(At("/home/me/p"), "/home/me/p");

        one.Should().NotContain("/home").And.EndWith("}\n").And.NotContain("\r");
        ReportFile.Write(At("/srv/build/x"), "/srv/build/x/").Should().Be(one);
    }

    [TestMethod]
    public void TheOrderOfWhatHappenedDoesNotShow()
    {
        var outcome = At("/p");
        var turned = outcome with { Agents = [.. outcome.Agents.Reverse()], Diagnostics = [.. outcome.Diagnostics.Reverse()] };
        ReportFile.Write(turned, "/p").Should().Be(ReportFile.Write(outcome, "/p"));
    }

    private static EnhancementOutcome At(string folder)
    {
        var outcome = RunSummaryTests.Outcome(1, 1, 2);
        return outcome with
        {
            Agents = [.. outcome.Agents.Select(a => a with { SourcePath = folder + "/" + a.AgentId })],
            Diagnostics =
            [
                Diagnostic.At(GateDiagnostics.FenceUnbalanced, folder + "/bad0.md", 3, "9"),
                Diagnostic.At(OutputDiagnostics.CannotWrite, "/other/elsewhere.md", 0, "denied"),
                Diagnostic.At(GateDiagnostics.TooFewLines, folder + "/bad0.md", 0, "1", "150"),
                Diagnostic.At(EnhancerDiagnostics.Failed, null, 0, $"no {folder}/x"),
            ],
        };
    }
}
