using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Relevance;
using AgentEnhancer.Requests;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Requests;

/// <summary>Requests whose ranking is given and not found out.</summary>
internal sealed class RequestSet
{
    private readonly List<Agent> _agents = [];
    private readonly List<Template> _templates = [];
    private readonly Dictionary<string, ImmutableArray<string>> _ranking = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    public EnhancementOptions Options { get; init; } = new();

    /// <param name="ranked">Ids of templates, best first.</param>
    public RequestSet Agent(string id, string text, params string[] ranked)
    {
        _agents.Add(Make.Agent(text.ReplaceLineEndings("\n"), id));
        _ranking[id] = [.. ranked];
        return this;
    }

    public RequestSet Template(string id, string text, string? path = null, string? owner = null, string? purpose = null, params Unit[] units)
    {
        _templates.Add(Make.Template(id, path ?? $"templates/{id}.cs.template", text, purpose: purpose, units: units));
        if (owner is not null)
        {
            _owners[id] = owner;
        }

        return this;
    }

    /// <summary>As many alike, each agent with its own best template where there are enough.</summary>
    public static RequestSet Of(int agents, int templates, EnhancementOptions? options = null, string? agentText = null, string? templateText = null)
    {
        var set = new RequestSet { Options = options ?? new EnhancementOptions() };
        for (var i = 0; i < templates; i++)
        {
            set.Template(Id(i), templateText ?? Make.Lines(60));
        }

        for (var i = 0; i < agents; i++)
        {
            var first = templates == 0 ? 0 : i % templates;
            set.Agent(
                string.Create(CultureInfo.InvariantCulture, $"agent-{i + 1:D3}.md"), agentText ?? "---\nname: x\n---\n\n# An agent\n\nIt works.\n",
                [.. Enumerable.Range(0, Math.Min(templates, 60)).Select(t => Id((first + t) % templates))]);
        }

        return set;
    }

    public BatchRequest Request()
    {
        var scored = _ranking.Select(r => KeyValuePair.Create(
            r.Key, r.Value.Select((id, i) => new RankedTemplate(_templates.Single(t => t.Id == id), 1.0 / (i + 1))).ToImmutableArray()));
        var queries = AgentQuery.ForAll(_agents).Select(q => KeyValuePair.Create(q.Agent.Id, q));
        return new BatchRequest(
            [.. _agents],
            Make.Catalogue([.. _templates]),
            new RelevanceMap(scored.ToImmutableDictionary(), _owners.ToImmutableDictionary(), [], queries.ToImmutableDictionary(), new TermIndex([])),
            Options);
    }

    public ImmutableArray<ModelPrompt> Prompts() => PromptWriter.Write(Request());

    /// <summary>The request of the only prompt.</summary>
    public JsonNode Json() => Json(Prompts().Should().ContainSingle().Subject);

    public static JsonNode Json(ModelPrompt prompt) => JsonNode.Parse(prompt.Request)!;

    public static JsonNode Template(JsonNode request, string id) => request["template_catalog"]!.AsArray().Single(t => (string)t!["id"]! == id)!;

    public static TemplateDetail DetailOf(JsonNode template) => (template["source"], template["line_count"], template["name"]) switch
    {
        (not null, null, _) => TemplateDetail.Source,
        (not null, not null, _) => TemplateDetail.Beginning,
        (_, not null, _) => TemplateDetail.Outline,
        (_, _, not null) => TemplateDetail.Purpose,
        _ => TemplateDetail.Path,
    };

    public static IEnumerable<string> Strings(JsonNode? list) => list!.AsArray().Select(s => (string)s!);

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"t{index + 1}");
}
