using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.Chat;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Enhancers.Chat;

/// <summary>A model of one test: its settings, a key in a variable of its own, and what it said on the way.</summary>
internal sealed class Chat : IDisposable
{
    public const string Anthropic = nameof(EnhancerProvider.Anthropic);

    public const string OpenAI = nameof(EnhancerProvider.OpenAI);

    public const string Key = "sk-test-0123456789-abcdefghij";

    public const string Answer = """{"version":"1.0","enhancements":[{"agent":"a.md","always":["Say \"a\""]},{"agent":"b.md"},{"agent":"c.md"}],"findings":[]}""";

    private readonly string _provider;
    private readonly ConcurrentQueue<string> _progress = new();
    private readonly AskModel _ask;

    public Chat(
        string provider, string? endpoint, TimeSpan? timeout = null, string? key = Key,
        Func<EnhancerSettings, EnhancerSettings>? settings = null, Action<string>? progress = null, TimeProvider? time = null)
    {
        _provider = provider;
        Environment.SetEnvironmentVariable(Variable, key);
        var mine = new EnhancerSettings(
            Enum.Parse<EnhancerProvider>(provider), null, "a-model", endpoint, Variable, null, TimeSpan.Zero, timeout ?? TimeSpan.FromHours(2));
        mine = settings?.Invoke(mine) ?? mine;
        time ??= new HurriedTime(100);
        _ask = IsAnthropic ? ChatModel.Anthropic(mine, Say, time) : ChatModel.OpenAI(mine, Say, time);

        void Say(string line)
        {
            _progress.Enqueue(line);
            progress?.Invoke(line);
        }
    }

    /// <summary>A variable that no machine has.</summary>
    public string Variable { get; } = "AGENT_ENHANCER_TEST_" + Guid.NewGuid().ToString("N");

    public IEnumerable<string> Progress => _progress;

    public static ModelPrompt Prompt { get; } = new(
        "How to answer.", """{"agents":[]}""", """{"type":"object","properties":{"version":{"type":"string"}},"required":["version"],"additionalProperties":false}""",
        ["a.md", "b.md", "c.md"], new TokenUsage(900, 500));

    public Task<ModelReply> AskAsync(ModelPrompt? prompt = null, CancellationToken cancellationToken = default) =>
        _ask(prompt ?? Prompt, cancellationToken);

    public bool IsAnthropic => _provider == Anthropic;

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, null);
}
