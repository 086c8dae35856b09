using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Tests.Requests;

namespace AgentEnhancer.Tests.Enhancers;

[TestClass]
public sealed class Standing_in_for_a_model : IDisposable
{
    private static readonly BatchRequest Sample = SampleRequest.WebApi();

    private static readonly ImmutableDictionary<string, AgentAnswer> BuiltIn = new BuiltInEnhancer().EnhanceAsync(Sample, CancellationToken.None).Result.Answers
        .ToImmutableDictionary(a => a.AgentId, StringComparer.Ordinal);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public async Task Ten_agents_of_which_seven_are_answered_are_seven_enhanced_and_three_warned()
    {
        var outcome = await Run(new Model(r => [.. r.Agents.Take(7).Select(a => BuiltIn[a.Id])]));

        (outcome.EnhancedCount, outcome.FailedCount, outcome.FellBackCount, outcome.SuccessRate).Should().Be((7, 3, 3, 70));
        outcome.Status.Should().Be(RunStatus.Success);
        outcome.InvocationCount.Should().Be(1);
        var warnings = Warnings(outcome);
        warnings.Select(w => w.File).Should().BeEquivalentTo(Sample.Agents.Skip(7).Select(a => a.FullPath));
        warnings.Should().OnlyContain(w => w.Descriptor == EnhancerDiagnostics.NoAnswer && w.Message.Contains("gets its built-in document instead"));
        RunSummary.Headline(outcome).Should().Be("Enhanced 7 of 10 agents with 24 templates (70% success), 3 by the built-in enhancer instead");
        RunSummary.Clause(outcome).Should().Be("7 of 10 agents enhanced with 24 templates, 3 by the built-in enhancer instead");
        RunSummary.Errors(outcome).Should().HaveCount(3);
    }

    [TestMethod]
    public async Task The_built_in_document_goes_out_byte_for_byte()
    {
        await Run(new BuiltInEnhancer());
        var expected = Documents();

        var outcome = await Run(new Model(_ => []));

        Documents().Should().Equal(expected);
        outcome.Agents.Should().OnlyContain(a => a.Status == AgentStatus.FellBack && a.LineCount >= 150);
    }

    [TestMethod]
    public async Task A_failure_of_all_is_one_warning_that_says_what_stands_in()
    {
        var outcome = await Run(new Model(_ => throw new InvalidOperationException("no network")));

        Warnings(outcome).Should().ContainSingle().Which.Message.Should().Contain("no network").And.Contain("the built-in enhancer stands in for all agents");
        (outcome.Status, outcome.FellBackCount, outcome.SuccessRate).Should().Be((RunStatus.Failed, 10, 0));
        outcome.IsToRunAgain.Should().BeTrue();
    }

    [TestMethod]
    public async Task A_failure_that_the_enhancer_explains_itself_is_not_said_again_for_each_agent()
    {
        var outcome = await Run(new Model(_ => []) { Diagnostics = [Diagnostic.At(CommandDiagnostics.NotFound, null, 0, "claude", "Install it")] });

        Warnings(outcome).Should().ContainSingle().Which.Message.Should().Contain("its agents fall back to the built-in enhancer");
    }

    [TestMethod]
    public async Task With_the_original_as_fallback_the_agent_keeps_its_text_and_the_warning_says_so()
    {
        var model = new Model(r => [.. r.Agents.Take(9).Select(a => BuiltIn[a.Id])]);

        var outcome = await Run(model, Options with { Fallback = FallbackKind.Original });

        var last = Sample.Agents[^1];
        outcome.Agents.Single(a => a.AgentId == last.Id).Status.Should().Be(AgentStatus.Failed);
        Warnings(outcome).Should().ContainSingle().Which.Message.Should().Contain("it keeps its original text");
        _folder.Read("out/" + last.Id).Should().Be(last.Text);
        RunSummary.Headline(outcome).Should().EndWith("(90% success)");
    }

    [TestMethod]
    public async Task A_failure_of_all_with_the_original_as_fallback_says_that()
    {
        var model = new Model(_ => []) { Diagnostics = [Diagnostic.At(CommandDiagnostics.NotFound, null, 0, "claude", "Install it")] };

        var outcome = await Run(model, Options with { Fallback = FallbackKind.Original });

        Warnings(outcome).Should().ContainSingle().Which.Message.Should().Contain("its agents keep their original text");
        Sample.Agents.Should().OnlyContain(a => _folder.Read("out/" + a.Id) == a.Text);
    }

    [TestMethod]
    public async Task A_document_that_the_gate_refuses_falls_back_with_the_reasons()
    {
        var first = Sample.Agents[0];
        var model = new Model(r => [.. r.Agents.Select(a => a.Id == first.Id ? new WrittenAnswer(a.Id, "# Far too short\n") : BuiltIn[a.Id])]);

        var outcome = await Run(model);

        outcome.Agents.Single(a => a.AgentId == first.Id).Status.Should().Be(AgentStatus.FellBack);
        Warnings(outcome).Should().NotBeEmpty().And.OnlyContain(w => w.File == first.FullPath && w.Descriptor.Code.StartsWith("AEB40")
            && w.Message.Contains("the agent gets its built-in document instead"));
        _folder.Read("out/" + first.Id).Should().Contain("## Best Practices");
    }

    [TestMethod]
    public async Task A_thin_plan_is_completed_and_counts_as_enhanced()
    {
        var model = new Model(r => [.. r.Agents.Select(a => new PlannedAnswer(a.Id, Make.EmptyPlan with
        {
            Practices = [Make.Practice("Begin with the words of the model", null, ((PlannedAnswer)BuiltIn[a.Id]).Plan.Practices[0].Evidence[0])],
        }))]);

        var outcome = await Run(model);

        Warnings(outcome).Should().BeEmpty();
        outcome.EnhancedCount.Should().Be(10);
        Sample.Agents.Should().OnlyContain(a => _folder.Read("out/" + a.Id).Contains("1. **Begin with the words of the model"));
    }

    [TestMethod]
    public async Task An_agent_that_neither_can_do_keeps_its_text_and_has_both_reasons()
    {
        var (agents, templates) = Items();
        var odd = _folder.Write("agents/poet.md", "---\nname: poet\ndescription: Sings of clouds\n---\n\nSings.\n");
        var input = new EnhancementInput([.. agents, new AgentItem(odd, "poet.md")], templates, _folder["out"], _folder["out"], [], Options);

        var outcome = await EnhancementRun.ExecuteAsync(input, new Model(r => [.. r.Agents.Where(a => a.Id != "poet.md").Select(a => BuiltIn[a.Id])]), CancellationToken.None);

        outcome.Agents.Single(a => a.AgentId == "poet.md").Status.Should().Be(AgentStatus.Failed);
        Warnings(outcome).Select(w => w.Descriptor.Code).Should().Equal("AEB2003", "AEB2001");
        Warnings(outcome).Should().OnlyContain(w => w.Message.Contains("it keeps its original text"));
    }

    [TestMethod]
    public async Task What_was_paid_for_is_not_asked_again_though_something_failed()
    {
        var outcome = await Run(new Model(r => [BuiltIn[r.Agents[0].Id]]) { WasAnswered = true });

        outcome.FailedCount.Should().Be(9);
        outcome.IsToRunAgain.Should().BeFalse();
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_written_document_with_code_of_its_own_is_warned_of_or_refused(bool require)
    {
        await Run(new BuiltInEnhancer());
        var first = Sample.Agents[0];
        var document = _folder.Read("out/" + first.Id);
        var fence = document.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        var model = new Model(r => [.. r.Agents.Select(a => a.Id == first.Id ? new WrittenAnswer(a.Id, document.Insert(fence, "services.AddMadeUpThings();\n")) : BuiltIn[a.Id])]);

        var outcome = await Run(model, Options with { Grounding = require ? GroundingLevel.Require : GroundingLevel.Warn });

        var warning = Warnings(outcome).Should().ContainSingle().Subject;
        warning.Descriptor.Should().Be(require ? GateDiagnostics.CodeRefused : GateDiagnostics.CodeUnknown);
        warning.Message.Should().Contain("services.AddMadeUpThings();");
        outcome.Agents.Single(a => a.AgentId == first.Id).Status.Should().Be(require ? AgentStatus.FellBack : AgentStatus.Enhanced);
        _folder.Read("out/" + first.Id).Contains("AddMadeUpThings", StringComparison.Ordinal).Should().Be(!require);
    }

    [TestMethod]
    public async Task Excerpts_from_elsewhere_beyond_the_first_are_left_out_and_told()
    {
        var first = Sample.Agents[0];
        var home = Sample.Relevance.HomeOf(first.Id);
        var foreign = Sample.Catalogue.Templates.Where(t => !home.Contains(t.Id) && t.LineCount >= 20).Take(3)
            .Select(t => Make.Example($"From {t.FileName}", Make.Evidence(t.Id, 1, 12)));
        var plan = ((PlannedAnswer)BuiltIn[first.Id]).Plan;
        var model = new Model(r => [.. r.Agents.Select(a => a.Id == first.Id ? new PlannedAnswer(a.Id, plan with { Examples = [.. foreign, .. plan.Examples] }) : BuiltIn[a.Id])]);

        var outcome = await Run(model);

        outcome.EnhancedCount.Should().Be(10);
        outcome.Diagnostics.Should().ContainSingle(d => d.Descriptor == ResponseDiagnostics.ForeignExamples).Which.Arguments.Should().Equal("2");
    }

    private static EnhancementOptions Options => new();

    private static List<Diagnostic> Warnings(EnhancementOutcome outcome) =>
        [.. outcome.Diagnostics.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Warning)];

    private Dictionary<string, string> Documents() => Sample.Agents.ToDictionary(a => a.Id, a => _folder.Read("out/" + a.Id), StringComparer.Ordinal);

    private static (ImmutableArray<AgentItem> Agents, ImmutableArray<TemplateItem> Templates) Items()
    {
        var root = Sample.Catalogue.Templates[0].FullPath[..^Sample.Catalogue.Templates[0].Path.Length];
        return (
            [.. Sample.Agents.Select(a => new AgentItem(a.FullPath, a.Id))],
            [.. Sample.Catalogue.Templates.Select(t => new TemplateItem(t.FullPath, t.Path, Path.Combine(root, "templates")))]);
    }

    private Task<EnhancementOutcome> Run(IContentEnhancer enhancer, EnhancementOptions? options = null)
    {
        var (agents, templates) = Items();
        return EnhancementRun.ExecuteAsync(
            new EnhancementInput(agents, templates, _folder["out"], _folder["out"], [], options ?? Options), enhancer, CancellationToken.None);
    }

    /// <summary>A model that answers what a test says.</summary>
    private sealed class Model(Func<BatchRequest, ImmutableArray<AgentAnswer>> answer) : IContentEnhancer
    {
        public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

        public bool WasAnswered { get; init; }

        public Task<BatchResponse> EnhanceAsync(BatchRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(new BatchResponse(answer(request), [], Diagnostics, default) { WasAnswered = WasAnswered });
    }
}
