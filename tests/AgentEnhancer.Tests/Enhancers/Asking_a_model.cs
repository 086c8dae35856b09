using System.Collections.Concurrent;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Plans;
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

    /// <summary>Answers for every agent that it was given, and repeats the text as a finding.</summary>
    private static BatchResponse Read(string text, StopReason stop, BatchRequest request) => new(
        [.. request.Agents.Select(a => new WrittenAnswer(a.Id, text))],
        [new PlanFinding(Make.Evidence("t1", 1, 1), text, stop.ToString())],
        [],
        new TokenUsage(999, 999));

    private AskModel Model(Func<ModelPrompt, ModelReply> reply) => (prompt, _) =>
    {
        _asked.Enqueue(prompt);
        return Task.FromResult(reply(prompt));
    };

    private static ModelReply Echo(ModelPrompt prompt) => ModelReply.Of(string.Join(' ', prompt.AgentIds), StopReason.Finished);

    [TestMethod]
    public async Task Ten_agents_are_one_call()
    {
        var response = await ModelBatch.AskAsync(SampleRequest.WebApi(), Model(Echo), Read, CancellationToken.None);

        _asked.Should().ContainSingle();
        response.Calls.Should().Be(1);
        response.Answers.Should().HaveCount(10);
        response.Findings.Should().ContainSingle().Which.Fix.Should().Be("Finished");
    }

    [TestMethod]
    public async Task Answers_of_several_calls_are_one_response_in_order()
    {
        var response = await ModelBatch.AskAsync(RequestSet.Of(5, 5, OneByOne).Request(), Model(Echo), Read, CancellationToken.None);

        response.Calls.Should().Be(5);
        response.Answers.Cast<WrittenAnswer>().Select(a => (a.AgentId, a.Content)).Should()
            .Equal(Enumerable.Range(1, 5).Select(i => ($"agent-00{i}.md", $"agent-00{i}.md")), "each is read for the agents that it was asked about");
        response.Findings.Should().HaveCount(5);
    }

    [TestMethod]
    public async Task Who_cannot_be_reached_is_asked_once()
    {
        var response = await ModelBatch.AskAsync(RequestSet.Of(5, 5, OneByOne).Request(), Model(_ => ModelReply.Failed(Unreachable)), Read, CancellationToken.None);

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
            Model(p => p.AgentIds[0] is "agent-003.md" or "agent-004.md" ? ModelReply.Failed(Unreachable) : Echo(p)), Read, CancellationToken.None);

        response.Answers.Select(a => a.AgentId).Should().Equal("agent-001.md", "agent-002.md", "agent-005.md");
        response.Diagnostics.Should().Equal([Unreachable], "the same is said once");
        response.Calls.Should().Be(5);
    }

    [TestMethod]
    public async Task A_refusal_of_the_first_does_not_stop_the_others()
    {
        var response = await ModelBatch.AskAsync(
            RequestSet.Of(3, 3, OneByOne).Request(),
            Model(p => p.AgentIds[0] == "agent-001.md" ? new ModelReply(null, StopReason.Refused, null, Unreachable) : Echo(p)), Read, CancellationToken.None);

        response.Answers.Select(a => a.AgentId).Should().Equal("agent-002.md", "agent-003.md");
    }

    [TestMethod]
    public async Task What_came_before_a_call_broke_off_is_read_and_the_break_reported()
    {
        var response = await ModelBatch.AskAsync(
            RequestSet.Of(2, 2).Request(), Model(_ => new ModelReply("half", StopReason.CutOff, null, Unreachable)), Read, CancellationToken.None);

        response.Answers.Should().HaveCount(2);
        response.Diagnostics.Should().Equal(Unreachable);
    }

    [TestMethod]
    public async Task Usage_is_what_the_model_says_and_an_estimate_where_it_says_nothing()
    {
        var request = RequestSet.Of(2, 2).Request();
        var estimate = PromptWriter.Write(request).Single().EstimatedUsage;

        var said = await ModelBatch.AskAsync(request, Model(_ => ModelReply.Of("a", usage: new TokenUsage(12, 34))), Read, CancellationToken.None);
        var unsaid = await ModelBatch.AskAsync(request, Model(_ => ModelReply.Of("one two three")), Read, CancellationToken.None);

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

        await FluentActions.Awaiting(() => ModelBatch.AskAsync(RequestSet.Of(3, 3, OneByOne).Request(), ask, Read, source.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [TestMethod]
    public async Task Without_agents_nobody_is_asked()
    {
        var response = await ModelBatch.AskAsync(RequestSet.Of(0, 3).Request(), Model(Echo), Read, CancellationToken.None);

        _asked.Should().BeEmpty();
        response.Calls.Should().Be(0);
    }
}
