using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Relevance;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Validation;

/// <summary>A document as the gate reads it, whoever made it: nothing here is taken from the plan.</summary>
/// <param name="BodyLine">The document's line that its body starts on, from 1.</param>
/// <param name="Added">By line of the body: does not stand in the agent.</param>
/// <param name="Cited">Outside fences, in order of place.</param>
/// <param name="View">How the agent sees the templates: by the paths and lines that they have when the document is read.</param>
/// <param name="Home">Ids of the templates that fit the agent: its best three, and those that it owns.</param>
internal sealed record DocumentView(
    Agent Agent,
    string Text,
    bool KeepsFrontMatter,
    string Body,
    int BodyLine,
    MarkdownOutline Outline,
    ImmutableArray<bool> Added,
    ImmutableArray<CitedPlace> Cited,
    ImmutableHashSet<string> Home,
    TemplateCatalogue Catalogue,
    InstanceView View)
{
    public static DocumentView Read(Agent agent, string document, TemplateCatalogue catalogue, RelevanceMap relevance)
    {
        var kept = document.StartsWith(agent.FrontMatter, StringComparison.Ordinal);
        var body = kept ? document[agent.FrontMatter.Length..] : document;
        var outline = MarkdownOutline.Read(body);
        var added = AddedLines(outline, agent);
        var view = InstanceView.Of(agent, catalogue);
        return new DocumentView(
            agent, document, kept, body, LineBreaks(document.AsSpan(0, document.Length - body.Length)) + 1,
            outline, added, ReadCitations(outline, added, view), relevance.HomeOf(agent.Id), catalogue, view);
    }

    public int LineCount => MarkdownBody.SplitLines(Text.TrimEnd('\n', '\r')).Length;

    /// <summary>With one character for a line end, whichever it is.</summary>
    public int CharacterCount => Body.Length - Body.AsSpan().Count("\r\n");

    public int TemplatesCited =>
        Cited.Select(c => c.Template?.Id).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    public int LineOf(int index) => BodyLine + index;

    /// <summary>The lines below a section's heading, or null.</summary>
    public (int First, int End)? Section(StandardSection name) =>
        Outline.Find(name) is { } heading ? Outline.Below(heading) : null;

    public IEnumerable<OutlineFence> FencesIn((int First, int End) range) =>
        Outline.Fences.Where(f => f.Open >= range.First && f.Open < range.End);

    public ImmutableArray<string> Content(OutlineFence fence) => [.. Outline.Lines[(fence.Open + 1)..Math.Min(fence.Close, Outline.Lines.Length)]];

    /// <summary>Every line of the agent may be kept once; what is beyond that was added.</summary>
    private static ImmutableArray<bool> AddedLines(MarkdownOutline outline, Agent agent)
    {
        var own = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in MarkdownBody.SplitLines(agent.Body))
        {
            own[line] = own.GetValueOrDefault(line) + 1;
        }

        var added = ImmutableArray.CreateBuilder<bool>(outline.Lines.Length);
        foreach (var line in outline.Lines)
        {
            var left = own.GetValueOrDefault(line);
            own[line] = left - 1;
            added.Add(left <= 0);
        }

        return added.MoveToImmutable();
    }

    private static ImmutableArray<CitedPlace> ReadCitations(MarkdownOutline outline, ImmutableArray<bool> added, InstanceView view)
    {
        var table = ImmutableDictionary.CreateBuilder<int, Template>();
        for (var i = 0; i < outline.Lines.Length; i++)
        {
            if (!outline.Fenced[i] && added[i] && CitedPlaces.Row(outline.Lines[i], view) is var (number, template))
            {
                table.TryAdd(number, template);
            }
        }

        var numbers = table.ToImmutable();
        var cited = ImmutableArray.CreateBuilder<CitedPlace>();
        for (var i = 0; i < outline.Lines.Length; i++)
        {
            if (outline.Fenced[i])
            {
                continue;
            }

            cited.AddRange(CitedPlaces.Paths(outline.Lines[i], i, view));
            if (added[i])
            {
                cited.AddRange(CitedPlaces.Numbers(outline.Lines[i], i, numbers, view));
            }
        }

        return cited.ToImmutable();
    }

    private static int LineBreaks(ReadOnlySpan<char> text) => text.Count('\n');
}
