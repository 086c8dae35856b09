using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.Chat;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class An_endpoint
{
    [TestMethod]
    [DataRow(nameof(ChatApi.Messages), null, "https://api.anthropic.com/", "ANTHROPIC_API_KEY", "claude-sonnet-5-5", true)]
    [DataRow(nameof(ChatApi.Completions), null, "https://api.openai.com/v1", "OPENAI_API_KEY", "gpt-5.1", true)]
    [DataRow(nameof(ChatApi.Completions), "https://eu.api.openai.com/v1/", "https://eu.api.openai.com/v1", "OPENAI_API_KEY", "gpt-5.1", true)]
    [DataRow(nameof(ChatApi.Messages), "https://api.anthropic.com/v1/", "https://api.anthropic.com/", "ANTHROPIC_API_KEY", "claude-sonnet-5-5", true)]
    [DataRow(nameof(ChatApi.Messages), "http://gateway.example/claude/v1", "http://gateway.example/claude", null, "claude-sonnet-5-5", false)]
    public void Of_a_provider_has_its_key_and_its_model(string api, string? given, string address, string? variable, string model, bool needsKey)
    {
        var (endpoint, failure) = ChatEndpoint.Of(Enum.Parse<ChatApi>(api), Settings(given));

        failure.Should().BeNull();
        endpoint.Should().Be(new ChatEndpoint(Enum.Parse<ChatApi>(api), new Uri(address), model, variable, needsKey, IsGeneric: !needsKey));
    }

    [TestMethod]
    [DataRow("http://localhost:11434", "http://localhost:11434/v1")]
    [DataRow("http://localhost:11434/v1/", "http://localhost:11434/v1")]
    [DataRow("https://models.example/team/openai/v1", "https://models.example/team/openai/v1")]
    [DataRow("http://api.openai.com/v1", "http://api.openai.com/v1")]
    [DataRow("https://api.openai.com.example/v1", "https://api.openai.com.example/v1")]
    [DataRow("https://notopenai.com/v1", "https://notopenai.com/v1")]
    public void Of_ones_own_gets_no_providers_key(string given, string address)
    {
        var (endpoint, _) = ChatEndpoint.Of(ChatApi.Completions, Settings(given, "llama"));

        endpoint.Should().Be(new ChatEndpoint(ChatApi.Completions, new Uri(address), "llama", null, NeedsKey: false, IsGeneric: true));
    }

    [TestMethod]
    [DataRow("https://team.openai.azure.com", "https://team.openai.azure.com/openai/v1")]
    [DataRow("https://team.openai.azure.com/openai/v1/", "https://team.openai.azure.com/openai/v1")]
    [DataRow("https://team.services.ai.azure.com/openai/v1", "https://team.services.ai.azure.com/openai/v1")]
    public void At_Azure_has_a_key_of_its_own_and_a_deployments_name(string given, string address)
    {
        var (endpoint, _) = ChatEndpoint.Of(ChatApi.Completions, Settings(given, "our-gpt"));

        endpoint.Should().Be(new ChatEndpoint(
            ChatApi.Completions, new Uri(address), "our-gpt", "AZURE_OPENAI_API_KEY", NeedsKey: true, IsGeneric: false));
    }

    [TestMethod]
    [DataRow("https://team.openai.azure.com")]
    [DataRow("http://localhost:11434")]
    public void Whose_models_nobody_knows_needs_one_named(string given)
    {
        var (endpoint, failure) = ChatEndpoint.Of(ChatApi.Completions, Settings(given, " "));

        endpoint.Should().BeNull();
        failure!.Descriptor.Should().Be(ChatDiagnostics.ModelMissing);
        failure.Message.Should().Contain(new Uri(given).Authority).And.Contain("AgentEnhancerModel");
    }

    [TestMethod]
    [DataRow("localhost:11434")]
    [DataRow("/v1")]
    [DataRow("ftp://localhost/v1")]
    [DataRow("https://user:secret@localhost/v1")]
    [DataRow("https://localhost/v1?key=secret")]
    [DataRow("https://localhost/v1#secret")]
    public async Task That_is_no_address_is_refused_and_not_repeated(string given)
    {
        using var chat = new Chat(Chat.OpenAI, given);

        var reply = await chat.AskAsync();

        reply.Failure!.Descriptor.Should().Be(ChatDiagnostics.EndpointInvalid);
        reply.Failure.Message.Should().NotContain("secret");
    }

    [TestMethod]
    public void Takes_the_variable_that_the_project_names() =>
        ChatEndpoint.Of(ChatApi.Completions, Settings("http://localhost:8000", "m") with { ApiKeyVariable = "VLLM_KEY" })
            .Endpoint!.KeyVariable.Should().Be("VLLM_KEY");

    private static EnhancerSettings Settings(string? endpoint, string? model = null) =>
        new(EnhancerProvider.OpenAI, null, model, endpoint, null, null, TimeSpan.Zero, TimeSpan.FromMinutes(5));
}
