using AgentEnhancer.Requests;

namespace AgentEnhancer.Tests.Requests;

[TestClass]
public sealed class Keeping_within_the_budget
{
    /// <summary>The product's promise for ten agents and fifteen templates.</summary>
    [TestMethod]
    [DataRow(AnswerShape.Plan, 15, 10_000, 20_000)]
    [DataRow(AnswerShape.ShortPlan, 15, 10_000, 9_000)]
    [DataRow(AnswerShape.Document, 15, 10_000, 25_000)]
    [DataRow(AnswerShape.Plan, 24, 10_000, 20_000)]
    [DataRow(AnswerShape.ShortPlan, 24, 10_000, 9_000)]
    [DataRow(AnswerShape.Document, 24, 10_000, 25_000)]
    public void The_sample_of_ten_agents_stays_within_its_tokens(object shape, int templates, int input, int total)
    {
        var request = SampleRequest.WebApi(templates, (AnswerShape)shape);
        request.Agents.Should().HaveCount(10);
        request.Catalogue.Templates.Should().HaveCount(templates);

        var prompt = PromptWriter.Write(request).Should().ContainSingle().Subject;

        prompt.EstimatedUsage.Input.Should().Be(TokenEstimator.Estimate(prompt.Text) + TokenEstimator.Estimate(prompt.Schema!)).And.BeLessThanOrEqualTo(input);
        (prompt.EstimatedUsage.Input + prompt.EstimatedUsage.Output).Should().BeLessThanOrEqualTo(total);
    }

    [TestMethod]
    [DataRow(AnswerShape.Plan)]
    [DataRow(AnswerShape.ShortPlan)]
    [DataRow(AnswerShape.Document)]
    public void The_room_is_used(object shape)
    {
        var prompt = PromptWriter.Write(SampleRequest.WebApi(shape: (AnswerShape)shape)).Single();

        prompt.EstimatedUsage.Input.Should().BeGreaterThan(RequestBudget.Of((AnswerShape)shape).InputCeiling(10, 24) * 95 / 100);
    }

    [TestMethod]
    [DataRow(AnswerShape.Plan, 9_900)]
    [DataRow(AnswerShape.ShortPlan, 2_780)]
    [DataRow(AnswerShape.Document, 16_550)]
    public void What_is_expected_back_follows_the_shape(object shape, int output)
    {
        var prompt = PromptWriter.Write(SampleRequest.WebApi(shape: (AnswerShape)shape)).Single();

        prompt.EstimatedUsage.Output.Should().Be(output);
    }

    [TestMethod]
    [DataRow(1, 3, 7_300)]
    [DataRow(10, 15, 10_000)]
    [DataRow(10, 30, 10_000)]
    [DataRow(30, 200, 33_000)]
    [DataRow(1_000, 2_000, 60_000)]
    public void The_ceiling_follows_the_size_of_the_set(int agents, int templates, int tokens) =>
        RequestBudget.Of(AnswerShape.Plan).InputCeiling(agents, templates).Should().Be(tokens);

    /// <summary>An agent's answer of the size that the instructions ask for, with long names: what the expectation rests on.</summary>
    [TestMethod]
    public void An_answer_as_asked_for_costs_what_is_expected()
    {
        const string Reference = """{"template":"t12","why":"the handler that every write of the service goes through"},""";
        const string Example = """{"title":"Check the state, then save","span":"t12:12-34","imports":["t12:1-4"],"notice":["`SaveAsync` runs once, after the last check, and its failure is returned"]},""";
        const string Practice = """{"do":"Return `Outcome<Order>` from every handler and let the endpoint map its cases","why":"a thrown rule would answer with status 500","evidence":["t12:14-16","t5:8"]},""";
        const string Step = """{"do":"Declare the request record beside the handler and validate its required fields","evidence":["t2:5-9"]},""";
        const string Phrase = """ "Pass the cancellation token to the store and to the queue",""";
        var plan = """{"agent":"backend/order-specialist.md","references":[],"examples":[],"practices":[],"recipe":{"title":"Add a write","steps":[]},"always":[],"never":[],"ask":[]},"""
            + Repeat(Reference, 4) + Repeat(Example, 3) + Repeat(Practice, 4) + Repeat(Step, 5) + Repeat(Phrase, 9);

        TokenEstimator.Estimate(plan).Should().BeInRange(RequestBudget.Of(AnswerShape.Plan).OutputPerAgent * 85 / 100, RequestBudget.Of(AnswerShape.Plan).OutputPerAgent);

        static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
    }
}
