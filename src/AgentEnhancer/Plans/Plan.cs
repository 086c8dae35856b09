using System.Collections.Immutable;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Plans;

/// <summary>A place in a template that shows what a statement says: <c>t3:14-16</c>.</summary>
internal readonly record struct Evidence(string TemplateId, LineSpan Span)
{
    public override string ToString() => $"{TemplateId}:{Span}";
}

/// <summary>A template that the agent works from.</summary>
/// <param name="Why">What this agent uses it for, or what it gives and takes.</param>
internal sealed record PlanReference(string TemplateId, string Why);

/// <summary>Imperative, reason, evidence.</summary>
internal sealed record PlanPractice(string Do, string? Why, ImmutableArray<Evidence> Evidence);

/// <summary>An excerpt to be copied.</summary>
/// <param name="Cuts">Runs of lines inside <paramref name="Span"/> to leave out; each is replaced by a comment <c>…</c>.</param>
/// <param name="Imports">Import lines of the same template that the excerpt uses.</param>
/// <param name="Notice">Facts to notice; not the code in words.</param>
internal sealed record PlanExample(
    string Title,
    Evidence Span,
    ImmutableArray<LineSpan> Cuts,
    ImmutableArray<LineSpan> Imports,
    ImmutableArray<string> Notice);

internal sealed record PlanStep(string Do, ImmutableArray<Evidence> Evidence);

/// <summary>The agent's commonest task as ordered steps.</summary>
internal sealed record PlanRecipe(string Title, ImmutableArray<PlanStep> Steps);

/// <summary>A phrase under Always, Never or Ask first.</summary>
/// <param name="Instead">For Never: what to do instead.</param>
internal sealed record PlanConstraint(string Text, string? Instead, ImmutableArray<Evidence> Evidence);

/// <summary>A defect seen in a template; becomes a message on its file and line, never a part of the document.</summary>
internal sealed record PlanFinding(Evidence At, string Problem, string? Fix);

/// <summary>
/// What will be said about one agent. Every list is in order of worth, best first: what is too long is trimmed from the end.
/// Texts may cite templates as <c>[t3:14-16]</c> or <c>[t3]</c>; the document turns those into the numbers of its table.
/// </summary>
/// <param name="Flow">One line on how the referenced templates hang together; stands under the references' heading.</param>
internal sealed record Plan(
    string? Flow,
    ImmutableArray<PlanReference> References,
    ImmutableArray<PlanPractice> Practices,
    PlanRecipe? Recipe,
    ImmutableArray<PlanExample> Examples,
    ImmutableArray<PlanConstraint> Always,
    ImmutableArray<PlanConstraint> Never,
    ImmutableArray<PlanConstraint> Ask);
