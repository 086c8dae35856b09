using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Reporting;

[TestClass]
public class RunSummaryTests
{
    [TestMethod]
    public void WhatWasFound()
    {
        RunSummary.Found(10, 15).Should().Be("Found 10 agents and 15 templates");
        RunSummary.Found(1, 1).Should().Be("Found 1 agent and 1 template");
        RunSummary.Found(0, 0).Should().Be("Found 0 agents and 0 templates");
    }

    [TestMethod]
    public void AllEnhanced() =>
        RunSummary.Headline(Outcome(10, 0, 15)).Should().Be("Enhanced 10 agents with 15 templates (100% success, 1 invocation)");

    [TestMethod]
    public void OneOfOne() =>
        RunSummary.Headline(Outcome(1, 0, 1) with { InvocationCount = 2 }).Should().Be("Enhanced 1 agent with 1 template (100% success, 2 invocations)");

    [TestMethod]
    public void SomeFailed() =>
        RunSummary.Headline(Outcome(7, 3, 15)).Should().Be("Enhanced 7 of 10 agents with 15 templates (70% success)");

    [TestMethod]
    public void TheOnlyOneFailed() =>
        RunSummary.Headline(Outcome(0, 1, 1)).Should().Be("Enhanced 0 of 1 agent with 1 template (0% success)");

    [TestMethod]
    public void CompleteOnesAreCountedAndNamed()
    {
        var outcome = Outcome(2, 0, 3);
        RunSummary.Headline(outcome with { Agents = outcome.Agents.SetItem(0, outcome.Agents[0] with { Status = AgentStatus.Complete }) })
            .Should().Be("Enhanced 2 agents with 3 templates (100% success, 1 invocation, 1 complete already)");
    }

    [TestMethod]
    public void WithoutTemplatesOneSkippedMessage()
    {
        const string Remedy = "Add AgentTemplate items, or name the target that makes them in AgentEnhancerTemplateTarget";
        var outcome = Outcome(2, 0, 0) with { Status = RunStatus.Skipped };
        var note = new AgentOutcome("notes.md", "/p/notes.md", null, AgentStatus.Skipped, 0, 0);
        outcome = outcome with { Agents = [.. outcome.Agents.Select(a => a with { Status = AgentStatus.Skipped }), note] };
        RunSummary.Headline(outcome).Should().Be("Skipped: no templates for 2 agents, which stay as they are. " + Remedy);
        RunSummary.Headline(outcome with { Agents = outcome.Agents[..1] }).Should().Be("Skipped: no templates for 1 agent, which stays as it is. " + Remedy);
        RunSummary.Headline(outcome with { Agents = [note] }).Should().BeNull();
        RunSummary.Clause(outcome).Should().Be("no templates for 2 agents, which stay as they are");
        RunSummary.Clause(outcome with { Agents = [note] }).Should().BeEmpty();
    }

    [TestMethod]
    public void AClauseFollowsTheNameOfAProject()
    {
        RunSummary.Clause(Outcome(2, 1, 1)).Should().Be("2 of 3 agents enhanced with 1 template");
        RunSummary.Clause(Outcome(0, 0, 5)).Should().BeEmpty();
    }

    [TestMethod]
    public void WithoutAgentsNothing()
    {
        RunSummary.Headline(Outcome(0, 0, 15)).Should().BeNull();
        RunSummary.Headline(Outcome(0, 0, 0) with { Status = RunStatus.Skipped }).Should().BeNull();
        RunSummary.Agents(Outcome(0, 0, 15)).Should().BeEmpty();
        RunSummary.Errors(Outcome(0, 0, 15)).Should().BeEmpty();
    }

    [TestMethod]
    public void EachAgentHasALine()
    {
        var outcome = Outcome(1, 1, 2);
        var skipped = new AgentOutcome("a\nb.md", "/p/ab.md", null, AgentStatus.Skipped, 0, 0);
        var complete = new AgentOutcome("c.md", "/p/c.md", null, AgentStatus.Complete, 1, 0);
        RunSummary.Agents(outcome with { Agents = [.. outcome.Agents, complete, skipped] }).Should().Equal(
            "  a b.md: skipped", "  bad0.md: not enhanced, keeps its original text", "  c.md: complete already, 1 line", "  good0.md: enhanced, 180 lines, 3 templates");
    }

    [TestMethod]
    public void TheFirstThreeErrorsAreRepeatedWithTheirAgents()
    {
        var outcome = Outcome(1, 5, 2);
        var diagnostics = outcome.Agents.Reverse().Where(a => a.Status == AgentStatus.Failed).SelectMany(a => new[]
        {
            Diagnostic.At(GateDiagnostics.TooFewLines, a.SourcePath, 0, "90", "150"),
            Diagnostic.At(GateDiagnostics.TooFewReferences, a.SourcePath, 0, "1", "2"),
        });
        var errors = RunSummary.Errors(outcome with { Diagnostics = [Diagnostic.At(AgentDiagnostics.NoFrontMatter, "/p/bad0.md", 1), .. diagnostics] });

        errors.Should().HaveCount(3);
        errors[0].Should().StartWith("  bad0.md: AEB4001 The document has 90 lines");
        errors.Select(e => e[2..10]).Should().Equal("bad0.md:", "bad1.md:", "bad2.md:");
    }

    [TestMethod]
    public void AnErrorOfTheWholeRunComesFirst()
    {
        var errors = RunSummary.Errors(Outcome(0, 2, 2) with { Diagnostics = [Diagnostic.At(EnhancerDiagnostics.Failed, null, 0, "boom")] });
        errors.Should().ContainSingle().Which.Should().StartWith("  AEB2002 The enhancer failed (boom)");
    }

    internal static EnhancementOutcome Outcome(int enhanced, int failed, int templates) => new(
        RunStatus.Success,
        [
            .. Enumerable.Range(0, enhanced).Select(i => new AgentOutcome($"good{i}.md", $"/p/good{i}.md", $"/p/obj/good{i}.md", AgentStatus.Enhanced, 180, 3)),
            .. Enumerable.Range(0, failed).Select(i => new AgentOutcome($"bad{i}.md", $"/p/bad{i}.md", $"/p/obj/bad{i}.md", AgentStatus.Failed, 30, 0)),
        ],
        templates,
        1,
        new TokenUsage(0, 0),
        []);
}
