using System.Collections.Immutable;
using System.Globalization;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Responses.Reading;

/// <summary>
/// Reads one agent's plan. A part of the wrong type is left out and named, the rest is used. Places are taken as they are
/// written where they are evidence, whether they exist or not: whoever checks the plan reports those; excerpts are snapped to
/// units.
/// </summary>
internal sealed class PlanReader(TemplateCatalogue catalogue)
{
    /// <summary>Nobody writes so many items of a kind for a document of 250 lines.</summary>
    private const int MostItems = 20;

    private readonly SpanReader _spans = new(catalogue);
    private readonly ImmutableArray<string>.Builder _leftOut = ImmutableArray.CreateBuilder<string>();

    /// <summary>What is not used, as clauses such as "practices[2] has no 'do'".</summary>
    public ImmutableArray<string> LeftOut => _leftOut.ToImmutable();

    /// <summary>Null where nothing of it can be used.</summary>
    public Plan? Read(AnswerNode node)
    {
        var plan = new Plan(
            Optional(node, "flow", "flow"),
            Items(node["references"], "references", Reference),
            Items(node["practices"], "practices", Practice),
            node["recipe"] is { } recipe ? Recipe(recipe) : null,
            Items(node["examples"], "examples", Example),
            Items(node["always"], "always", (n, w) => Constraint(n, w, "always")),
            Items(node["never"], "never", (n, w) => Constraint(n, w, "never")),
            Items(node.First("ask", "askfirst"), "ask", (n, w) => Constraint(n, w, "ask first")));
        return plan.References.IsEmpty && plan.Practices.IsEmpty && plan.Examples.IsEmpty && plan.Recipe is null
            && plan.Always.IsEmpty && plan.Never.IsEmpty && plan.Ask.IsEmpty ? null : plan;
    }

    private PlanReference? Reference(AnswerNode node, string where)
    {
        var template = node.IsObject ? node.First("template", "templateid", "id", "path")?.Text : node.Text;
        if (string.IsNullOrWhiteSpace(template) || template.Length > PlanTexts.Longest)
        {
            return Nothing<PlanReference>(where, "names no template");
        }

        return new PlanReference(_spans.TemplateId(template), Optional(node, "why", $"{where}.why") ?? "");
    }

    private PlanPractice? Practice(AnswerNode node, string where)
    {
        if (Text(node, "do", where) is not { } text)
        {
            return null;
        }

        var why = Optional(node, "why", $"{where}.why");
        return new PlanPractice(text, why, Evidence(node, where, text, why));
    }

    private PlanRecipe? Recipe(AnswerNode node)
    {
        if (!node.IsObject || node["steps"] is not { } steps || Optional(node, "title", "recipe.title") is not { } title)
        {
            // A recipe without steps is how a model says that there is none.
            return node.IsObject && node["steps"] is null or { Kind: NodeKind.Array, Items.Count: 0 } ? null : Nothing<PlanRecipe>("recipe", "has no title or no steps");
        }

        var read = Items(steps, "recipe.steps", (n, w) => Text(n, "do", w) is { } text ? new PlanStep(text, Evidence(n, w, text)) : null);

        // A recipe that lacks a step leads astray.
        return read.IsEmpty || read.Length < steps.Items.Count ? null : new PlanRecipe(title, read);
    }

    private PlanExample? Example(AnswerNode node, string where)
    {
        var place = node.First("span", "lines", "evidence");
        if (!node.IsObject || place is null || (_spans.Read(place) ?? _spans.Read(node)) is not { } at)
        {
            return Nothing<PlanExample>(where, "names no lines");
        }

        var template = catalogue.Find(at.TemplateId);
        var stated = Items(node["imports"], $"{where}.imports", Places)
            .SelectMany(p => p).Where(e => string.Equals(e.TemplateId, at.TemplateId, StringComparison.Ordinal)).Select(e => e.Span).ToArray();
        var excerpt = template is null ? new SnappedExcerpt(at.Span, [], []) : ExampleSnapper.Snap(template, at.Span, stated);
        var title = Optional(node, "title", $"{where}.title") ?? (template is null ? at.ToString() : $"`{template.FileName}`");
        var notice = Items(node["notice"], $"{where}.notice", (n, w) => PlanTexts.Clean(n.Text, _spans) ?? Nothing<string>(w, "is no text"));
        return new PlanExample(title, at with { Span = excerpt.Span }, excerpt.Cuts, excerpt.Imports, notice);
    }

    private PlanConstraint? Constraint(AnswerNode node, string where, string heading)
    {
        var said = node.IsObject ? PlanTexts.Clean(node.First("text", "do", "phrase", "rule")?.Text, _spans) : PlanTexts.Clean(node.Text, _spans);
        if (said is null)
        {
            return Nothing<PlanConstraint>(where, "is no text");
        }

        var (text, instead) = PlanTexts.SplitInstead(said);
        if (heading is not "never" && instead is not null)
        {
            (text, instead) = (said, null);
        }

        instead ??= Optional(node, "instead", $"{where}.instead");
        var evidence = node.IsObject && node["evidence"] is not null ? Evidence(node, where) : [];
        return new PlanConstraint(PlanTexts.WithoutHeading(text, heading), instead, evidence);
    }

    /// <summary>What is given as evidence, else the places that the texts name themselves.</summary>
    private ImmutableArray<Evidence> Evidence(AnswerNode node, string where, params ReadOnlySpan<string?> texts)
    {
        var given = Items(node["evidence"], $"{where}.evidence", Grounds);
        return given.IsEmpty ? [.. PlanTexts.Places(texts).Take(MostItems)] : [.. given.SelectMany(p => p).Select(Within).Take(MostItems)];
    }

    /// <summary>As <see cref="Places"/>, and whole templates: the request holds some without lines, and "copy t10" is a step that means all of it.</summary>
    private IReadOnlyList<Evidence>? Grounds(AnswerNode node, string where) =>
        _spans.ReadAll(node) ?? (_spans.Whole(node) is { } whole ? [whole] : Nothing<IReadOnlyList<Evidence>>(where, "names no lines"));

    private IReadOnlyList<Evidence>? Places(AnswerNode node, string where) =>
        _spans.ReadAll(node) ?? Nothing<IReadOnlyList<Evidence>>(where, "names no lines");

    /// <summary>Lines that a span counts beyond the end of its file are none; a span that starts there is left for the check to report.</summary>
    private Evidence Within(Evidence evidence) =>
        catalogue.Find(evidence.TemplateId) is { } template && evidence.Span.Last > template.LineCount
            && evidence.Span.First <= template.LineCount && evidence.Span.Last - template.LineCount <= ExampleSnapper.FewLines
            ? evidence with { Span = evidence.Span with { Last = template.LineCount } } : evidence;

    private string? Text(AnswerNode node, string key, string where) =>
        PlanTexts.Clean(node.IsObject ? node[key]?.Text : node.Text, _spans) ?? Nothing<string>(where, $"has no usable '{key}'");

    private string? Optional(AnswerNode node, string key, string where)
    {
        if (node[key] is not { } value || value.Text is { } empty && string.IsNullOrWhiteSpace(empty))
        {
            return null;
        }

        return PlanTexts.Clean(value.Text, _spans) ?? Nothing<string>(where, "is no text of a sentence's length");
    }

    /// <summary>A list; where one thing stands in place of a list, a list of it.</summary>
    private ImmutableArray<T> Items<T>(AnswerNode? list, string name, Func<AnswerNode, string, T?> read)
        where T : class
    {
        if (list is null)
        {
            return [];
        }

        if (list.Kind is NodeKind.Scalar)
        {
            Nothing<T>(name, "is no list");
            return [];
        }

        var items = list.Kind == NodeKind.Array ? list.Items : [list];
        var found = ImmutableArray.CreateBuilder<T>();
        for (var i = 0; i < items.Count && found.Count < MostItems; i++)
        {
            var where = list.Kind == NodeKind.Array ? $"{name}[{i.ToString(CultureInfo.InvariantCulture)}]" : name;
            if (items[i].Kind is NodeKind.Scalar or NodeKind.Null or NodeKind.Array)
            {
                Nothing<T>(where, "has the wrong type");
            }
            else if (items[i].Contradiction(_ => true) is { } twice)
            {
                Nothing<T>(where, $"says '{twice}' twice");
            }
            else if (read(items[i], where) is { } item)
            {
                found.Add(item);
            }
        }

        return found.ToImmutable();
    }

    private T? Nothing<T>(string where, string why)
        where T : class
    {
        _leftOut.Add($"{where} {why}");
        return null;
    }
}
