using AgentEnhancer.Templates;

namespace AgentEnhancer.Plans.Rules;

/// <summary>One place of one template where a rule speaks, with its texts filled in.</summary>
/// <param name="Span">The lines that the match covers.</param>
/// <param name="Groups">What the detector's named groups matched, as it stands in the template.</param>
internal sealed record RuleMatch(
    PracticeRule Rule,
    string Sentence,
    string? Why,
    string? Instead,
    LineSpan Span,
    IReadOnlyDictionary<string, string> Groups)
{
    public override string ToString() => $"{Rule.Id} {Span}: {Sentence}";
}
