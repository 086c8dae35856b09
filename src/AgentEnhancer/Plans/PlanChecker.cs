using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Plans;

/// <summary>A plan that holds nothing it can't show.</summary>
/// <param name="Problems">On the agent's file: evidence that does not exist.</param>
internal sealed record CheckedPlan(Plan Plan, ImmutableArray<Diagnostic> Problems);

/// <summary>
/// Takes out of a plan what does not resolve, with all that rested on it alone, and what the agent says itself already.
/// Practices, steps and excerpts need evidence. A constraint may come without (a model's phrases do), but not have lost it.
/// </summary>
internal static class PlanChecker
{
    private const int FewestSteps = 3;

    public static CheckedPlan Check(Agent agent, Plan plan, TemplateCatalogue catalogue)
    {
        var check = new Checker(agent, catalogue);
        return new CheckedPlan(
            new Plan(
                Flow: check.Whole(plan.Flow),
                References: [.. plan.References
                    .Where(r => check.Exists(r.TemplateId))
                    .DistinctBy(r => r.TemplateId, StringComparer.Ordinal)
                    .Select(r => r with { Why = check.Text(r.Why) })],
                Practices: [.. plan.Practices
                    .Select(p => p with { Do = check.Text(p.Do), Why = check.OptionalText(p.Why), Evidence = check.Resolved(p.Evidence) })
                    .Where(p => p.Evidence.Length > 0 && check.StaysTrue(p.Evidence, p.Do, p.Why) && check.IsNews(p.Do))],
                Recipe: Recipe(plan.Recipe, check),
                Examples: [.. plan.Examples.Select(check.Example).OfType<PlanExample>()],
                Always: check.Constraints(plan.Always),
                Never: check.Constraints(plan.Never),
                Ask: check.Constraints(plan.Ask)),
            check.Problems);
    }

    private static PlanRecipe? Recipe(PlanRecipe? recipe, Checker check)
    {
        var steps = recipe?.Steps
            .Select(s => s with { Do = check.Text(s.Do), Evidence = check.Resolved(s.Evidence) })
            .Where(s => s.Evidence.Length > 0 && check.StaysTrue(s.Evidence, s.Do) && !check.IsOwn(s.Do))
            .ToImmutableArray() ?? [];
        return steps.Length < FewestSteps ? null : recipe! with { Title = check.Text(recipe.Title), Steps = steps };
    }

    private sealed class Checker(Agent agent, TemplateCatalogue catalogue)
    {
        private readonly InstanceView _view = InstanceView.Of(agent, catalogue);
        private readonly HashSet<string> _own = MarkdownBody.SplitLines(agent.Body).SelectMany(PlainText.Keys).ToHashSet(StringComparer.Ordinal);
        private readonly HashSet<string> _said = new(StringComparer.Ordinal);
        private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
        private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

        public ImmutableArray<Diagnostic> Problems => _problems.ToImmutable();

        public bool Exists(string templateId) => Resolves(templateId, null);

        public ImmutableArray<Evidence> Resolved(ImmutableArray<Evidence> evidence) =>
            [.. evidence.Where(e => Resolves(e.TemplateId, e.Span)).Distinct()];

        /// <summary>What is quoted reads the same in the document and in the files, once both are an instance.</summary>
        public bool StaysTrue(ImmutableArray<Evidence> evidence, params ReadOnlySpan<string?> texts)
        {
            foreach (var text in texts)
            {
                if (!_view.StaysTrue(text, evidence.Select(e => e.TemplateId)))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>The agent says it itself.</summary>
        public bool IsOwn(string text) => PlainText.Key(text) is { } key && _own.Contains(key);

        /// <summary>Neither the agent nor an earlier statement of the plan says it.</summary>
        public bool IsNews(string text) => PlainText.Key(text) is not { } key || (!_own.Contains(key) && _said.Add(key));

        /// <summary>A text without the citations in it that don't resolve.</summary>
        public string Text(string text)
        {
            foreach (var citation in CitationText.ReadAll(text))
            {
                if (!Resolves(citation.TemplateId, citation.Span))
                {
                    text = text.Replace(Written(citation), "", StringComparison.Ordinal);
                }
            }

            return text.Trim();
        }

        /// <summary>A text that would be wrong without one of its citations.</summary>
        public string? Whole(string? text) =>
            text is not null && CitationText.ReadAll(text).All(c => Resolves(c.TemplateId, c.Span)) && IsNews(text) ? text.Trim() : null;

        public string? OptionalText(string? text) => text is null ? null : Text(text);

        public PlanExample? Example(PlanExample example)
        {
            if (!Resolves(example.Span.TemplateId, example.Span.Span))
            {
                return null;
            }

            var lines = catalogue.Find(example.Span.TemplateId)!.LineCount;
            var cuts = example.Cuts.Where(c => c.First <= c.Last && example.Span.Span.Contains(c) && c != example.Span.Span);
            var imports = example.Imports.Where(i => i.First >= 1 && i.First <= i.Last && i.Last <= lines);
            if (ExcerptCopy.Copy(example with { Cuts = [.. cuts], Imports = [] }, catalogue.Find(example.Span.TemplateId)!, _view).IsEmpty)
            {
                return null;
            }

            return example with
            {
                Title = Text(example.Title),
                Cuts = [.. cuts],
                Imports = [.. imports],
                Notice = [.. example.Notice.Select(Text).Where(n => n.Length > 0 && StaysTrue([example.Span], n) && IsNews(n))],
            };
        }

        public ImmutableArray<PlanConstraint> Constraints(ImmutableArray<PlanConstraint> constraints) =>
            [.. constraints
                .Select(c => (Claimed: c.Evidence.Length, Constraint: c with
                {
                    Text = Text(c.Text), Instead = OptionalText(c.Instead), Evidence = Resolved(c.Evidence),
                }))
                .Where(c => (c.Claimed == 0 || c.Constraint.Evidence.Length > 0) && StaysTrue(c.Constraint.Evidence, c.Constraint.Text, c.Constraint.Instead) && IsNews(c.Constraint.Text))
                .Select(c => c.Constraint)];

        private bool Resolves(string templateId, LineSpan? span)
        {
            if (catalogue.Find(templateId) is not { } template)
            {
                Report(ResponseDiagnostics.UnknownTemplate, templateId);
                return false;
            }

            if (span is { } s && (s.First < 1 || s.First > s.Last || s.Last > template.LineCount))
            {
                Report(ResponseDiagnostics.EvidenceOutside, $"{templateId}:{s}", InlineText.Number(template.LineCount));
                return false;
            }

            // What the engine takes away, or puts where no text can follow, is no fault of who cites it.
            return _view.IsCitable(template) && (span is not { } lines || _view.Has(template, lines));
        }

        private void Report(DiagnosticDescriptor descriptor, string cited, params ImmutableArray<string> more)
        {
            if (_reported.Add(cited))
            {
                _problems.Add(new Diagnostic(descriptor, agent.FullPath, 0, [cited, .. more]));
            }
        }

        private static string Written(Citation citation) =>
            citation.Span is { } span ? $"[{citation.TemplateId}:{span}]" : $"[{citation.TemplateId}]";
    }
}
