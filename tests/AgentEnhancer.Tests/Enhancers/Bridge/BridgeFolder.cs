using System.Text.Json;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.Bridge;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Enhancers.Bridge;

/// <summary>A bridge with a build at one end and the test at the other.</summary>
internal sealed class BridgeFolder : IDisposable
{
    public const string RequestFile = ".agent-request.json";

    public const string ResponseFile = ".agent-response.json";

    private readonly TemporaryFolder _folder = new();

    /// <summary>What the agents and templates come to.</summary>
    public ModelPrompt Prompt { get; set; } = new("Answer for \"all\".", """{"version":1,"agents":[{"id":"a.md"}]}""", null, ["a.md"], default);

    public string? Model { get; set; } = "large";

    public TimeSpan Wait { get; set; } = TimeSpan.Zero;

    public string Path(string file) => System.IO.Path.GetFullPath(_folder[$"bridge/{file}"]);

    public JsonElement Request => JsonDocument.Parse(File.ReadAllBytes(Path(RequestFile))).RootElement;

    public string RequestId => Request.GetProperty("request_id").GetString()!;

    public string Write(string file, string text) => _folder.Write($"bridge/{file}", text);

    /// <summary>As a host does: whole or not at all.</summary>
    public void Respond(string json)
    {
        var whole = Write("answer.tmp", json);
        File.Move(whole, Path(ResponseFile), overwrite: true);
    }

    public void Succeed(string requestId, string response, string more = "") =>
        Respond($$"""{"request_id":"{{requestId}}","version":"1.0","status":"success","response":{{response}}{{more}}}""");

    public Task<BatchResponse> BuildAsync(CancellationToken cancellationToken = default)
    {
        var settings = new EnhancerSettings(
            EnhancerProvider.Bridge, null, Model, null, null, Path("."), Wait, TimeSpan.FromSeconds(300));

        // The text that was read stands for what the answer's reader makes of it.
        return new BridgeEnhancer(settings, _ => Prompt, (text, _, _) => new BatchResponse([new WrittenAnswer("a.md", text)], [], [], default))
            .EnhanceAsync(new BatchRequest([], Make.Catalogue(), null!, new EnhancementOptions()), cancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}
