using System.Collections.Immutable;
using System.Text;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests;

[TestClass]
public sealed class A_run : IDisposable
{
    private static readonly string[] Three = ["orders.md", "billing/helper.md", "shipping/helper.md"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public async Task Enhances_all_agents_in_one_invocation()
    {
        var enhancer = new FakeEnhancer(PlanFor);

        var outcome = await Run(enhancer, Three);

        outcome.Status.Should().Be(RunStatus.Success);
        outcome.Diagnostics.Where(d => d.Descriptor.Severity != DiagnosticSeverity.Message).Should().BeEmpty();
        (outcome.EnhancedCount, outcome.TotalCount, outcome.TemplateCount, outcome.InvocationCount).Should().Be((3, 3, 4, 1));
        outcome.SuccessRate.Should().Be(100);
        outcome.Agents.Should().OnlyContain(a => a.Status == AgentStatus.Enhanced && a.LineCount >= 150 && a.TemplatesReferenced == 4);
        enhancer.Requests.Should().ContainSingle();
        _folder.Files("out").Should().Equal(Three.Order(StringComparer.Ordinal));
    }

    [TestMethod]
    public async Task Is_a_success_where_some_agents_fail_and_those_keep_their_text()
    {
        var enhancer = new FakeEnhancer(a => a.Id switch
        {
            "orders.md" => PlanFor(a),
            "billing/helper.md" => new DeclinedAnswer(a.Id, "no template speaks of it"),
            _ => new PlannedAnswer(a.Id, Orders.Plan with { Examples = [] }),
        });

        var outcome = await Run(enhancer, Three);

        outcome.Status.Should().Be(RunStatus.Success);
        outcome.Agents.Select(a => a.Status).Should().Equal(AgentStatus.Enhanced, AgentStatus.Failed, AgentStatus.Failed);
        outcome.SuccessRate.Should().Be(33);
        _folder.Read("out/billing/helper.md").Should().Be(Orders.AgentText);
        _folder.Read("out/shipping/helper.md").Should().Be(Orders.AgentText);
        outcome.Diagnostics.Where(d => d.File == _folder["agents/billing/helper.md"]).Should().ContainSingle()
            .Which.Message.Should().Contain("no template speaks of it");
        outcome.Diagnostics.Where(d => d.File == _folder["agents/shipping/helper.md"]).Should().NotBeEmpty()
            .And.OnlyContain(d => d.Descriptor.Code.StartsWith("AEB40"));
    }

    [TestMethod]
    public async Task Is_skipped_without_templates_and_touches_no_agent()
    {
        var enhancer = new FakeEnhancer(PlanFor);

        var outcome = await Run(enhancer, Three, withTemplates: false);

        outcome.Status.Should().Be(RunStatus.Skipped);
        outcome.Diagnostics.Should().BeEmpty("the headline says it");
        RunSummary.Headline(outcome).Should().StartWith("Skipped: no templates for 3 agents");
        outcome.InvocationCount.Should().Be(0);
        enhancer.Requests.Should().BeEmpty();
        _folder.Files("out").Should().BeEmpty();
    }

    [TestMethod]
    public async Task Says_nothing_without_agents()
    {
        var outcome = await Run(new FakeEnhancer(PlanFor), []);

        outcome.Status.Should().Be(RunStatus.Skipped);
        outcome.Diagnostics.Should().BeEmpty();
        outcome.TotalCount.Should().Be(0);
    }

    [TestMethod]
    public async Task Has_failed_where_no_agent_can_be_read()
    {
        var outcome = await Run(new FakeEnhancer(PlanFor), ["log.md"], text: new string('x', 2_000_000));

        outcome.Status.Should().Be(RunStatus.Failed);
        outcome.FailedCount.Should().Be(1);
        RunSummary.Headline(outcome).Should().Be("Enhanced 0 of 1 agent with 0 templates (0% success)");
    }

    [TestMethod]
    public async Task Has_failed_where_the_enhancer_throws_and_every_agent_keeps_its_text()
    {
        var outcome = await Run(new FakeEnhancer(_ => throw new InvalidOperationException("{0} broke")), Three);

        outcome.Status.Should().Be(RunStatus.Failed);
        outcome.Diagnostics.Should().ContainSingle().Which.Message.Should().Contain("{0} broke");
        outcome.FailedCount.Should().Be(3);
        Three.Should().OnlyContain(id => _folder.Read("out/" + id) == Orders.AgentText);
    }

    [TestMethod]
    public async Task Has_failed_where_the_answer_is_empty()
    {
        var outcome = await Run(new FakeEnhancer(_ => null), Three);

        outcome.Status.Should().Be(RunStatus.Failed);
        outcome.Diagnostics.Should().HaveCount(3).And.OnlyContain(d => d.Descriptor == EnhancerDiagnostics.NoAnswer);
    }

    [TestMethod]
    public async Task Asks_for_all_thin_agents_with_all_templates()
    {
        var enhancer = new FakeEnhancer(PlanFor);

        await Run(enhancer, Three);

        var request = enhancer.Requests.Single();
        request.Agents.Select(a => a.Id).Should().Equal(Three);
        request.Agents.Should().OnlyContain(a => a.Text == Orders.AgentText && a.Name == "orders-specialist");
        request.Catalogue.Templates.Select(t => t.Id).Should().Equal("t1", "t2", "t3", "t4");
        request.Agents.Should().OnlyContain(a => request.Relevance.For(a.Id).Length > 0);
    }

    [TestMethod]
    public async Task Applies_each_answer_to_its_agent_whatever_the_order()
    {
        var enhancer = new FakeEnhancer(
            a => new PlannedAnswer(a.Id, PlanOf(a) with { Flow = $"It is for {a.Id.Replace('/', ' ')}" }), answers => answers.Reverse());

        var outcome = await Run(enhancer, Three);

        outcome.EnhancedCount.Should().Be(3);
        Three.Should().OnlyContain(id => _folder.Read("out/" + id).Contains($"It is for {id.Replace('/', ' ')}"));
    }

    [TestMethod]
    public async Task Reports_unknown_and_repeated_answers_and_uses_the_first()
    {
        var enhancer = new FakeEnhancer(PlanFor, answers =>
            [.. answers, new DeclinedAnswer("orders.md", "too late"), new DeclinedAnswer("stranger.md", "who?")]);

        var outcome = await Run(enhancer, Three);

        outcome.EnhancedCount.Should().Be(3);
        outcome.Diagnostics.Select(d => d.Descriptor).Should().Equal(ResponseDiagnostics.DuplicateAnswer, ResponseDiagnostics.UnknownAgent);
    }

    [TestMethod]
    public async Task Holds_a_written_document_to_the_same_gate()
    {
        var body = Orders.Document().Text[Orders.Agent.FrontMatter.Length..];
        var enhancer = new FakeEnhancer(a => a.Id == "orders.md"
            ? new WrittenAnswer(a.Id, "```markdown\n---\nname: changed\n---\n" + body + "```")
            : new WrittenAnswer(a.Id, "---\nname: x\n---\n\nFar too short.\n"));

        var outcome = await Run(enhancer, Three);

        outcome.Agents.Select(a => a.Status).Should().Equal(AgentStatus.Enhanced, AgentStatus.Failed, AgentStatus.Failed);
        _folder.Read("out/orders.md").Should().StartWith(Orders.Agent.FrontMatter).And.EndWith(Provenance.CommentOf(Orders.Agent with { Id = "orders.md" }) + "\n")
            .And.NotContain("name: changed").And.NotContain("```markdown");
    }

    [TestMethod]
    public async Task Drops_a_byte_order_mark_from_documents_and_keeps_the_bytes_of_agents_that_failed()
    {
        var enhancer = new FakeEnhancer(a => a.Id == "orders.md" ? PlanFor(a) : new DeclinedAnswer(a.Id, "no template speaks of it"));

        await Run(enhancer, Three, text: "\uFEFF" + Orders.AgentText);

        File.ReadAllBytes(_folder["out/orders.md"]).Should().StartWith(Encoding.UTF8.GetBytes(Orders.Agent.FrontMatter));
        foreach (var id in Three[1..])
        {
            File.ReadAllBytes(_folder["out/" + id]).Should().StartWith(Encoding.UTF8.GetPreamble())
                .And.Equal(File.ReadAllBytes(_folder["agents/" + id]));
        }
    }

    [TestMethod]
    [DataRow("\n")]
    [DataRow("\r\n")]
    public async Task Ends_lines_as_the_agent_does(string lineEnd)
    {
        await Run(new FakeEnhancer(PlanFor), ["orders.md"], text: Orders.AgentText.ReplaceLineEndings(lineEnd));

        var document = _folder.Read("out/orders.md");
        document.ReplaceLineEndings(lineEnd).Should().Be(document).And.EndWith(Provenance.CommentOf(Orders.Agent with { Id = "orders.md" }) + lineEnd);
    }

    [TestMethod]
    public async Task Leaves_a_complete_agent_alone_and_asks_nobody()
    {
        var complete = Orders.Document().Text;
        var enhancer = new FakeEnhancer(PlanFor);

        var outcome = await Run(enhancer, ["orders.md"], text: complete);

        outcome.Agents.Single().Status.Should().Be(AgentStatus.Complete);
        outcome.InvocationCount.Should().Be(0);
        _folder.Read("out/orders.md").Should().Be(complete);
        outcome.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(AgentDiagnostics.Complete);
    }

    [TestMethod]
    public async Task Stops_where_the_build_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var enhancer = new FakeEnhancer(a =>
        {
            source.Cancel();
            return PlanFor(a);
        });

        var run = () => Run(enhancer, Three, cancellationToken: source.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        _folder.Files("out").Should().BeEmpty();
    }

    [TestMethod]
    public async Task Asks_once_about_twins_and_gives_each_its_own_front_matter()
    {
        var enhancer = new FakeEnhancer(PlanFor);
        var twin = _folder.Write(".github/agents/orders.agent.md", Orders.AgentText.Replace("name: orders-specialist", "name: orders\ntarget: github-copilot"));

        var outcome = await Run(enhancer, ["orders.md"], more: [new(twin, ".github/agents/orders.agent.md", TwinOf: _folder["agents/orders.md"])]);

        enhancer.Requests.Single().Agents.Select(a => a.Id).Should().Equal("orders.md");
        (outcome.EnhancedCount, outcome.TotalCount, outcome.InvocationCount).Should().Be((2, 2, 1));
        var (original, shared) = (_folder.Read("out/orders.md"), _folder.Read("out/.github/agents/orders.agent.md"));
        shared.Should().Contain("target: github-copilot");
        shared[shared.IndexOf("## Template References", StringComparison.Ordinal)..]
            .Should().Be(original[original.IndexOf("## Template References", StringComparison.Ordinal)..]);
    }

    [TestMethod]
    [DataRow(".github/agents/orders.agent.md", "", "orders.md", DisplayName = "of one name and one text")]
    [DataRow(".github/agents/orders.agent.md", "\nMore.\n", "orders.md .github/agents/orders.agent.md", DisplayName = "of another text")]
    [DataRow(".github/agents/refunds.agent.md", "", "orders.md .github/agents/refunds.agent.md", DisplayName = "of another name")]
    [DataRow("other/orders.md", "", "orders.md other/orders.md", DisplayName = "for the same consumer")]
    public async Task Knows_twins_by_themselves(string path, string more, string asked)
    {
        var enhancer = new FakeEnhancer(PlanFor);
        var file = _folder.Write(path, Orders.AgentText.Replace("name: orders-specialist", "name: orders\ntarget: github-copilot") + more);

        var outcome = await Run(enhancer, ["orders.md"], more: [new(file, path)]);

        enhancer.Requests.Single().Agents.Select(a => a.Id).Should().BeEquivalentTo(asked.Split(' '));
        outcome.EnhancedCount.Should().Be(2);
    }

    [TestMethod]
    public async Task Asks_about_a_twin_of_nobody_and_warns()
    {
        var enhancer = new FakeEnhancer(PlanFor);
        var twin = _folder.Write("agents/orders.agent.md", Orders.AgentText);

        var outcome = await Run(enhancer, ["orders.md"], more: [new(twin, "orders.agent.md", TwinOf: _folder["agents/nobody.md"])]);

        enhancer.Requests.Single().Agents.Should().HaveCount(2);
        outcome.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(AgentDiagnostics.UnknownTwin);
    }

    [TestMethod]
    public async Task Asks_about_a_thin_twin_of_a_complete_agent()
    {
        var enhancer = new FakeEnhancer(PlanFor);
        var twin = _folder.Write("agents/orders.agent.md", Orders.AgentText);

        var outcome = await Run(
            enhancer, ["orders.md"], text: Orders.Document().Text, more: [new(twin, "orders.agent.md", TwinOf: _folder["agents/orders.md"])]);

        enhancer.Requests.Single().Agents.Select(a => a.Id).Should().Equal("orders.agent.md");
        outcome.Agents.Select(a => a.Status).Should().Equal(AgentStatus.Complete, AgentStatus.Enhanced);
    }

    [TestMethod]
    public async Task Reports_findings_on_the_template()
    {
        var enhancer = new FakeEnhancer(PlanFor) { Findings = [new(Make.Evidence("t3", 7, 7), "It is wrong", "Mend it")] };

        var finding = (await Run(enhancer, Three)).Diagnostics.Should().ContainSingle().Subject;

        (finding.File, finding.Line).Should().Be((_folder["templates/services/OrderService.cs.template"], 7));
        finding.Message.Should().Be("It is wrong Mend it");
    }

    private static PlannedAnswer PlanFor(Agent agent) => new(agent.Id, PlanOf(agent));

    /// <summary>The plan of <see cref="Orders"/>, by the ids that its templates get in order of path.</summary>
    private static Plan PlanOf(Agent agent)
    {
        var plan = Orders.Plan;
        return plan with
        {
            Flow = $"{agent.Name} takes `Save` from [t4]",
            References = [new("t3", "Places and ships"), new("t1", "The order itself"), new("t4", "Keeps orders")],
            Practices = [.. plan.Practices.Select(p => p with { Evidence = Renumbered(p.Evidence) })],
            Recipe = plan.Recipe! with { Steps = [.. plan.Recipe.Steps.Select(s => s with { Evidence = Renumbered(s.Evidence) })] },
            Examples = [.. plan.Examples.Select(e => e with { Span = Renumbered([e.Span])[0] })],
            Always = [.. plan.Always.Select(c => c with { Evidence = Renumbered(c.Evidence) })],
            Never = [.. plan.Never.Select(c => c with { Evidence = Renumbered(c.Evidence) })],
            Ask = [Make.Constraint("Before changing the signature of `Save`", null, Make.Evidence("t4", 3, 3))],
        };
    }

    private static ImmutableArray<Evidence> Renumbered(ImmutableArray<Evidence> evidence) =>
        [.. evidence.Select(e => e with { TemplateId = e.TemplateId switch { "t1" => "t3", "t2" => "t1", "t3" => "t4", _ => "t2" } })];

    private Task<EnhancementOutcome> Run(
        IContentEnhancer enhancer, string[] ids, bool withTemplates = true, string text = Orders.AgentText, CancellationToken cancellationToken = default,
        params ImmutableArray<AgentItem> more)
    {
        ImmutableArray<AgentItem> agents = [.. ids.Select(id => new AgentItem(_folder.Write("agents/" + id, text), id)), .. more];
        var templates = Orders.Catalogue.Templates
            .Select(t => new TemplateItem(_folder.Write(t.Path, string.Join('\n', t.Source.Lines) + "\n"), t.Path, _folder["templates"]));
        var input = new EnhancementInput(
            agents, withTemplates ? [.. templates] : [], _folder["out"], _folder["out"], [], new EnhancementOptions { Fallback = FallbackKind.Original });
        return EnhancementRun.ExecuteAsync(input, enhancer, cancellationToken);
    }

    private sealed class FakeEnhancer(
        Func<Agent, AgentAnswer?> answer, Func<IEnumerable<AgentAnswer>, IEnumerable<AgentAnswer>>? arrange = null) : IContentEnhancer
    {
        public List<BatchRequest> Requests { get; } = [];

        public ImmutableArray<PlanFinding> Findings { get; init; } = [];

        public Task<BatchResponse> EnhanceAsync(BatchRequest request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            var answers = request.Agents.Select(answer).OfType<AgentAnswer>().ToList();
            return Task.FromResult(new BatchResponse([.. arrange?.Invoke(answers) ?? answers], Findings, [], default));
        }
    }
}
