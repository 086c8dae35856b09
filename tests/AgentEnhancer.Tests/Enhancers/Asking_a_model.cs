using System.Collections.Concurrent;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Tests.Requests;

namespace AgentEnhancer.Tests.Enhancers;

[TestClass]
public sealed class Asking_a_model
{
    private static readonly Diagnostic Unreachable = Diagnostic.At(EnhancerDiagnostics.Failed, null, 0, "no key");

    private static readonly EnhancementOptions OneByOne = new() { BatchSize = 1 };

    private readonly ConcurrentQueue<ModelPrompt> _asked = [];

    private AskModel Model(Func<ModelPrompt, ModelReply> reply) => (prompt, _) =>
    {
        _asked.Enqueue(prompt);
        return Task.FromResult(reply(prompt));
    };

    private static ModelReply Echo(ModelPrompt prompt) => ModelReply.Of(Answer(prompt.AgentIds), StopReason.Finished);

    private static string Answer(IEnumerable<string> agents)
    {
        var plans = agents.Select(id => $$"""{"agent":"{{id}}","references":[{"template":"t1","why":"for {{id}}"}],"always":["Read {{id}}"]}""");
        return $$"""{"version":"1.0","enhancements":[{{string.Join(',', plans)}}],"findings":[{"at":"t1:1","problem":"About {{agents.First()}}.","fix":""}]}""";
    }

    [TestMethod]
    public async Task Ten_agents_are_one_call()
    {
        var response = await ModelBatch.AskAsync(SampleRequest.WebApi(), Model(Echo), CancellationToken.None);

        _asked.Should().ContainSingle();
        response.Calls.Should().Be(1);
        response.Answers.Should().HaveCount(10);
        response.Findings.Should().ContainSingle();
        response.Diagnostics.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Answers_of_several_calls_are_one_response_in_order()
    {
        var response = await ModelBatch.AskAsync(RequestSet.Of(5, 5, OneByOne).Request(), Model(Echo), CancellationToken.None);

        response.Calls.Should().Be(5);
        response.Answers.Cast<PlannedAnswer>().Select(a => (a.AgentId, a.Plan.References[0].Why)).Should()
            .Equal(Enumerable.Range(1, 5).Select(i => ($"agent-00{i}.md", $"for agent-00{i}.md")));
        response.Findings.Should().HaveCount(5);
    }

    [TestMethod]
    public async Task An_answer_counts_for_the_agents_that_it_was_asked_about()
    {
        var response = await ModelBatch.AskAsync(
            RequestSet.Of(2, 2, OneByOne).Request(), Model(_ => ModelReply.Of(Answer(["agent-001.md", "agent-003.md"]))), CancellationToken.None);

        response.Answers.Select(a => a.AgentId).Should().Equal("agent-001.md");
        response.Diagnostics.Select(d => d.Descriptor).Should().Contain(ResponseDiagnostics.UnknownAgent);
    }

    [TestMethod]
    public async Task Who_cannot_be_reached_is_asked_once()
    {
        var response = await ModelBatch.AskAsync(RequestSet.Of(5, 5, OneByOne).Request(), Model(_ => ModelReply.Failed(Unreachable)), CancellationToken.None);

        _asked.Should().ContainSingle();
        response.Calls.Should().Be(1);
        response.Answers.Should().BeEmpty();
        response.Diagnostics.Should().Equal(Unreachable);
        response.Usage.Should().Be(default(TokenUsage));
    }

    [TestMethod]
    public async Task A_call_that_fails_later_does_not_cost_the_others_theirs()
    {
        var response = await ModelBatch.AskAsync(
            RequestSet.Of(5, 5, OneByOne).Request(),
            Model(p => p.AgentIds[0] is "agent-003.md" or "agent-004.md" ? ModelReply.Failed(Unreachable) : Echo(p)), CancellationToken.None);

        response.Answers.Select(a => a.AgentId).Should().Equal("agent-001.md", "agent-002.md", "agent-005.md");
        response.Diagnostics.Should().Equal([Unreachable], "the same is said once");
        response.Calls.Should().Be(5);
    }

    [TestMethod]
    public async Task A_refusal_of_the_first_does_not_stop_the_others()
    {
        var response = await ModelBatch.AskAsync(
            RequestSet.Of(3, 3, OneByOne).Request(),
            Model(p => p.AgentIds[0] == "agent-001.md" ? new ModelReply(null, StopReason.Refused, null, Unreachable) : Echo(p)), CancellationToken.None);

        response.Answers.Select(a => a.AgentId).Should().Equal("agent-002.md", "agent-003.md");
    }

    [TestMethod]
    public async Task What_came_before_a_call_broke_off_is_read_and_the_break_reported()
    {
        var response = await ModelBatch.AskAsync(
            RequestSet.Of(2, 2).Request(), Model(_ => new ModelReply(Answer(["agent-001.md"])[..^60], StopReason.Unknown, null, Unreachable)), CancellationToken.None);

        response.Answers.Select(a => a.AgentId).Should().Equal("agent-001.md");
        response.Diagnostics.Should().Contain(Unreachable);
    }

    [TestMethod]
    public async Task An_empty_answer_is_reported()
    {
        var response = await ModelBatch.AskAsync(RequestSet.Of(2, 2).Request(), Model(_ => ModelReply.Of("")), CancellationToken.None);

        response.Answers.Should().BeEmpty();
        response.Diagnostics.Select(d => d.Descriptor).Should().Contain(ResponseDiagnostics.NothingInIt);
    }

    [TestMethod]
    public async Task Usage_is_what_the_model_says_and_an_estimate_where_it_says_nothing()
    {
        var request = RequestSet.Of(2, 2).Request();
        var estimate = PromptWriter.Write(request).Single().EstimatedUsage;

        var said = await ModelBatch.AskAsync(request, Model(_ => ModelReply.Of("a", usage: new TokenUsage(12, 34))), CancellationToken.None);
        var unsaid = await ModelBatch.AskAsync(request, Model(_ => ModelReply.Of("one two three")), CancellationToken.None);

        said.Usage.Should().Be(new TokenUsage(12, 34));
        unsaid.Usage.Should().Be(new TokenUsage(estimate.Input, TokenEstimator.Estimate("one two three")));
    }

    [TestMethod]
    public async Task Cancelling_ends_it()
    {
        using var source = new CancellationTokenSource();
        AskModel ask = async (_, token) =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            return ModelReply.Of("never");
        };

        await FluentActions.Awaiting(() => ModelBatch.AskAsync(RequestSet.Of(3, 3, OneByOne).Request(), ask, source.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [TestMethod]
    public async Task Without_agents_nobody_is_asked()
    {
        var response = await ModelBatch.AskAsync(RequestSet.Of(0, 3).Request(), Model(Echo), CancellationToken.None);

        _asked.Should().BeEmpty();
        response.Calls.Should().Be(0);
    }
}
