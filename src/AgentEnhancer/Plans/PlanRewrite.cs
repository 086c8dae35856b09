using System.Collections.Immutable;
using System.Text;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Plans;

/// <summary>A plan with every place in it moved: to other ids, to other lines.</summary>
internal static class PlanRewrite
{
    /// <param name="templateId">The new id of a template.</param>
    /// <param name="lines">By old id: the new place of a run of lines; null where it is gone.</param>
    /// <returns>Null where a place is gone.</returns>
    public static Plan? Move(Plan plan, Func<string, string?> templateId, Func<string, LineSpan, LineSpan?> lines)
    {
        var mover = new Mover(templateId, lines);
        var moved = new Plan(
            mover.Text(plan.Flow),
            [.. plan.References.Select(r => new PlanReference(mover.Id(r.TemplateId), mover.Text(r.Why)!))],
            [.. plan.Practices.Select(p => new PlanPractice(mover.Text(p.Do)!, mover.Text(p.Why), mover.All(p.Evidence)))],
            plan.Recipe is { } recipe
                ? new PlanRecipe(mover.Text(recipe.Title)!, [.. recipe.Steps.Select(s => new PlanStep(mover.Text(s.Do)!, mover.All(s.Evidence)))])
                : null,
            [.. plan.Examples.Select(mover.Example)],
            mover.Constraints(plan.Always),
            mover.Constraints(plan.Never),
            mover.Constraints(plan.Ask));
        return mover.IsLost ? null : moved;
    }

    private sealed class Mover(Func<string, string?> templateId, Func<string, LineSpan, LineSpan?> lines)
    {
        public bool IsLost { get; private set; }

        public string Id(string id) => templateId(id) ?? Lost(id);

        public Evidence Place(Evidence place) => new(Id(place.TemplateId), Span(place.TemplateId, place.Span));

        public ImmutableArray<Evidence> All(ImmutableArray<Evidence> places) => [.. places.Select(Place)];

        public PlanExample Example(PlanExample example) => new(
            Text(example.Title)!,
            Place(example.Span),
            [.. example.Cuts.Select(c => Span(example.Span.TemplateId, c))],
            [.. example.Imports.Select(i => Span(example.Span.TemplateId, i))],
            [.. example.Notice.Select(n => Text(n)!)]);

        public ImmutableArray<PlanConstraint> Constraints(ImmutableArray<PlanConstraint> constraints) =>
            [.. constraints.Select(c => new PlanConstraint(Text(c.Text)!, Text(c.Instead), All(c.Evidence)))];

        /// <summary>A text with its citations moved; what stands in code spans is no citation.</summary>
        public string? Text(string? text)
        {
            if (text is null || !text.Contains("[t", StringComparison.Ordinal))
            {
                return text;
            }

            var moved = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length;)
            {
                var code = text[i] == '`' ? text.IndexOf('`', i + 1) : -1;
                if (code > 0)
                {
                    moved.Append(text, i, code + 1 - i);
                    i = code + 1;
                }
                else if (CitationText.TryRead(text, i, out var end, out var citations))
                {
                    moved.Append('[').AppendJoin(", ", citations.Select(Cited)).Append(']');
                    i = end;
                }
                else
                {
                    moved.Append(text[i++]);
                }
            }

            return moved.ToString();
        }

        private string Cited(Citation citation) => citation.Span is { } span
            ? new Evidence(Id(citation.TemplateId), Span(citation.TemplateId, span)).ToString()
            : Id(citation.TemplateId);

        private LineSpan Span(string id, LineSpan span) => lines(id, span) ?? Lost(span);

        private T Lost<T>(T value)
        {
            IsLost = true;
            return value;
        }
    }
}
