using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Requests;

/// <summary>Entries of templates and what they cost, each made once for however many batches.</summary>
internal sealed class TemplateEntries(RelevanceMap relevance)
{
    private readonly Dictionary<(string Id, TemplateDetail Detail), (RequestTemplate Entry, int Cost)> _made = [];

    public (RequestTemplate Entry, int Cost) Of(Template template, TemplateDetail detail)
    {
        if (!_made.TryGetValue((template.Id, detail), out var made))
        {
            var entry = TemplateEntry.Of(template, detail, relevance);
            made = (entry, RequestDocument.Cost(RequestDocument.Json(entry)));
            _made.Add((template.Id, detail), made);
        }

        return made;
    }
}
