using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Requests;

/// <summary>Writes a batch request as what a model is asked: one prompt, or more where one can't hold it. The same request gives the same bytes.</summary>
internal sealed class PromptWriter
{
    private readonly BatchRequest _request;
    private readonly RequestBudget _budget;
    private readonly string _instructions;
    private readonly string _schema;
    private readonly int _frame;
    private readonly AgentEntries _agents;
    private readonly TemplateEntries _templates;
    private readonly ILookup<string, string> _owned;

    private PromptWriter(BatchRequest request)
    {
        _request = request;
        _budget = RequestBudget.Of(request.Options.Shape);
        _instructions = PromptTexts.Of(request.Options.Shape, request.Options.Limits, hasScopes: request.Sets.Length > 1);
        _schema = AnswerSchema.Of(request.Options.Shape);
        _frame = Usage(Document([], [], [], request.Catalogue.Templates.Length), []).Input;
        _agents = new AgentEntries(request.Options.Shape);
        _templates = new TemplateEntries(request.Relevance);
        _owned = TemplateOrder.Owned(request.Relevance);
    }

    public static ImmutableArray<ModelPrompt> Write(BatchRequest request)
    {
        if (request.Agents.IsEmpty)
        {
            return [];
        }

        var writer = new PromptWriter(request);
        return [.. new Batches(request, writer._budget, writer._frame, writer._agents, writer._templates).Split().Select(writer.Write)];
    }

    /// <summary>All agents in one prompt, however much that is: for what can ask one question only. The least detail is what it falls to.</summary>
    public static ModelPrompt WriteWhole(BatchRequest request) => new PromptWriter(request).Write(request.Agents);

    private ModelPrompt Write(ImmutableArray<Agent> agents)
    {
        var order = TemplateOrder.Of(agents, _request, _owned);
        var concerning = order.Where(p => p.Round != TemplateOrder.NobodysRound).ToList();
        var room = _budget.InputCeiling(agents.Length, concerning.Count) - _frame
            - agents.Sum(_agents.FrameCost)
            - Others(agents, concerning.Select(p => p.Template.Id)).Sum(o => RequestDocument.Cost(o.Id) + RequestDocument.Cost(o.Name) + RequestDocument.Cost("""{"id":"","name":""},"""));

        var paths = concerning.Sum(p => _templates.Of(p.Template, TemplateDetail.Path).Cost);
        var entries = _agents.Within(room - paths, agents);
        room += agents.Sum(_agents.FrameCost) - entries.Sum(e => RequestDocument.Cost(RequestDocument.Json(e)));

        // Whoever is asked about must be told of its templates, also where its own text has used the room up.
        var templates = DetailAllocator.Allocate(order, _templates, Math.Max(room, paths));
        var document = Document(entries, templates, Others(agents, templates.Select(t => t.Id)), order.Length - templates.Length);
        return new ModelPrompt(_instructions, document, _schema, [.. agents.Select(a => a.Id)], Usage(document, agents));
    }

    private string Document(
        ImmutableArray<RequestAgent> agents, ImmutableArray<RequestTemplate> templates, ImmutableArray<RequestNeighbour> others, int leftOut) => new RequestDocument(
        RequestDocument.CurrentVersion,
        new RequestContext("batch", agents.Length, templates.Length, _request.OutputPath, others.IsEmpty ? null : others, leftOut == 0 ? null : leftOut),
        new RequestInstructions(
            _request.Options.Shape switch { AnswerShape.ShortPlan => "short_plan", AnswerShape.Document => "full", _ => "plan" },
            [.. AgentSections.All.Select(AgentSections.Title)],
            [.. Enum.GetValues<ConstraintList>().Select(AgentSections.Title)],
            _request.Options.Limits.MinimumLines,
            _request.Options.Limits.MaximumLines,
            _request.Options.Limits.MaximumCharacters),
        agents,
        templates).ToJson();

    /// <summary>Work is handed to an agent by name, also to one that is complete already or in another batch.</summary>
    private ImmutableArray<RequestNeighbour> Others(ImmutableArray<Agent> agents, IEnumerable<string> templateIds)
    {
        var asked = agents.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. templateIds.Select(id => _request.Relevance.Owners.GetValueOrDefault(id)).OfType<string>().Where(id => !asked.Contains(id))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => new RequestNeighbour(id, AgentEntry.NameOf(_request.Relevance.Queries.GetValueOrDefault(id)?.Agent, id))),
        ];
    }

    private TokenUsage Usage(string document, ImmutableArray<Agent> agents) => new(
        TokenEstimator.Estimate(new ModelPrompt(_instructions, document, null, [], default).Text) + TokenEstimator.Estimate(_schema),
        _budget.ExpectedOutput(agents.Length));
}
