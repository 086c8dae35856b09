using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentEnhancer.Requests;

/// <summary>The request as a model or a bridge's host reads it: <c>docs/protocol.md</c>. What is null is not written.</summary>
internal sealed record RequestDocument(
    string Version,
    RequestContext Context,
    RequestInstructions EnhancementInstructions,
    IReadOnlyList<RequestAgent> Agents,
    IReadOnlyList<RequestTemplate> TemplateCatalog)
{
    public const string CurrentVersion = "1.0";

    public string ToJson() => Json(this);

    public static string Json(RequestDocument document) => JsonSerializer.Serialize(document, RequestJson.Compact.RequestDocument);

    /// <summary>Of a part of the request, with the comma after it.</summary>
    public static int Cost(string json) => TokenEstimator.Estimate(json) + 1;

    public static string Json(RequestAgent agent) => JsonSerializer.Serialize(agent, RequestJson.Compact.RequestAgent);

    public static string Json(RequestTemplate template) => JsonSerializer.Serialize(template, RequestJson.Compact.RequestTemplate);
}

/// <param name="OtherAgents">Who owns a template of this request without being asked about here.</param>
/// <param name="TemplatesLeftOut">How many templates there was no room for, not even for their paths.</param>
internal sealed record RequestContext(
    string Mode,
    int AgentCount,
    int TemplateCount,
    string OutputPath,
    IReadOnlyList<RequestNeighbour>? OtherAgents,
    int? TemplatesLeftOut);

internal sealed record RequestNeighbour(string Id, string Name);

/// <summary>What is asked for, for a reader that doesn't see the prompt.</summary>
/// <param name="Answer"><c>plan</c>, <c>short_plan</c> or <c>full</c>.</param>
internal sealed record RequestInstructions(
    string Answer,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string> BoundarySections,
    int MinimumLines,
    int MaximumLines,
    int MaximumCharacters);

/// <param name="TemplateRoot">Folder of the project template that the agent is a part of: it works from templates of the same root only.</param>
/// <param name="Metadata">The rest of the front matter, as far as it says something about the agent.</param>
internal sealed record RequestAgent(
    string Id,
    string Name,
    string? TemplateRoot,
    string? Description,
    IReadOnlyList<string>? Technologies,
    OrderedDictionary<string, string>? Metadata,
    string CurrentContent);

/// <param name="TemplateRoot">Folder of the project template that the file is a part of; <paramref name="Path"/> begins there.</param>
/// <param name="Owner">Id of the agent whose work it is.</param>
/// <param name="Outline"><c>12-34 method Create</c>.</param>
/// <param name="Source"><c>12 public void Create()</c>: a line's number, a space, the line. Blank lines are left out.</param>
internal sealed record RequestTemplate(
    string Id,
    string? Name,
    string? Category,
    string? TemplateRoot,
    string Path,
    string? Owner,
    string? Purpose,
    IReadOnlyList<string>? Technologies,
    int? LineCount,
    IReadOnlyList<string>? Outline,
    IReadOnlyList<string>? Source);

[JsonSerializable(typeof(RequestDocument))]
internal sealed partial class RequestJson : JsonSerializerContext
{
    /// <summary>On one line. Code is full of quotes and angle brackets: escaped for HTML, which nobody makes of it, each would cost six characters.</summary>
    public static RequestJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
