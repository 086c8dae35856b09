namespace AgentEnhancer.Build.Tests.TaskRun;

[TestClass]
public sealed class OptionTests : IDisposable
{
    private readonly TaskFolder _folder = new();

    [TestInitialize]
    public void ThreeAgents() => _folder.CopyShop();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("Provider", "Antrophic", "BuiltIn, Command, Anthropic, OpenAI, Bridge")]
    [DataRow("Provider", "1", "BuiltIn, Command, Anthropic, OpenAI, Bridge")]
    [DataRow("PlanDetail", "tiny", "Standard, Short")]
    [DataRow("Answer", "Plan,Document", "Plan, Document")]
    [DataRow("Fallback", "none", "BuiltIn, Original")]
    [DataRow("Grounding", "", "Warn, Require")]
    public void A_value_that_is_none_is_one_error_that_names_those_that_are(string option, string value, string allowed)
    {
        var task = With(option, value);

        task.Execute().Should().BeFalse();

        var error = _folder.Engine.Errors.Should().ContainSingle().Subject;
        error.Code.Should().Be("AEB1301");
        error.Message.Should().Be($"'{value}' is no value of AgentEnhancer{option}; no agent was enhanced. Use one of {allowed}.");
        error.File.Should().Be(Path.Combine(_folder.Root, "Some.csproj"));
        _folder.Has("obj/agents").Should().BeFalse();
    }

    [TestMethod]
    [DataRow("Timeout", 0, 1)]
    [DataRow("BatchSize", -1, 0)]
    [DataRow("BridgeWait", -5, 0)]
    public void A_number_that_is_too_small_is_one_error_that_names_the_least(string option, int value, int least)
    {
        With(option, value).Execute().Should().BeFalse();

        _folder.Engine.Errors.Should().ContainSingle().Which.Message.Should()
            .Be($"AgentEnhancer{option} is {value}; no agent was enhanced. Set it to {least} or more.");
    }

    [TestMethod]
    public void The_case_of_a_value_does_not_matter()
    {
        With("Provider", " builtin ").Execute().Should().BeTrue();

        _folder.Engine.Errors.Should().BeEmpty();
        _folder.Has("obj/agents/test-author.md").Should().BeTrue();
    }

    [TestMethod]
    public void Each_option_reaches_the_library()
    {
        var task = _folder.Task();
        (task.Provider, task.Command, task.Model, task.Endpoint, task.ApiKeyVariable) = ("command", " claude ", "large", "https://example.org/v1", "MY_KEY");
        (task.Timeout, task.BatchSize, task.BridgePath, task.BridgeWait) = (7, 3, "bridge/", 9);
        (task.PlanDetail, task.Fallback, task.Grounding) = ("short", "original", "require");

        var (options, settings, problems) = TaskOptions.Of(task, _folder.Root);

        problems.Should().BeEmpty();
        settings.Should().Be(new Enhancers.EnhancerSettings(
            Enhancers.EnhancerProvider.Command, "claude", "large", "https://example.org/v1", "MY_KEY",
            Path.Combine(_folder.Root, "bridge"), TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(7)));
        (options.Shape, options.BatchSize, options.Fallback, options.Grounding).Should().Be((AnswerShape.ShortPlan, 3, FallbackKind.Original, GroundingLevel.Require));

        task.Answer = "DOCUMENT";
        TaskOptions.Of(task, _folder.Root).Options.Shape.Should().Be(AnswerShape.Document);
    }

    [TestMethod]
    public void The_bridge_lies_in_the_projects_folder_unless_somebody_says_otherwise() =>
        TaskOptions.Of(_folder.Task(), _folder.Root).Settings.BridgePath.Should().Be(_folder.Root);

    private EnhanceAgents With(string option, object value)
    {
        var task = _folder.Task();
        typeof(EnhanceAgents).GetProperty(option)!.SetValue(task, value);
        return task;
    }
}
