using System.Collections.Immutable;
using AgentEnhancer.Rendering;
using AgentEnhancer.Relevance;

namespace AgentEnhancer.Plans;

/// <summary>
/// Tells whether a statement says what a plan says already, in other words or by the same lines. Two plans for one agent, by two authors,
/// often mean the same.
/// </summary>
internal sealed class PlanNovelty
{
    /// <summary>Fewer words in common are chance.</summary>
    private const int FewestSharedTerms = 2;

    private readonly List<Said> _said = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<Evidence> _shown = [];

    private PlanNovelty()
    {
    }

    private sealed record Said(HashSet<string> Terms, ImmutableArray<Evidence> Evidence);

    public static PlanNovelty Of(Plan plan)
    {
        var novelty = new PlanNovelty();
        foreach (var practice in plan.Practices)
        {
            novelty.Add(practice.Do, practice.Evidence);
        }

        foreach (var step in plan.Recipe?.Steps ?? [])
        {
            novelty._keys.UnionWith(PlainText.Keys(step.Do));
        }

        foreach (var constraint in plan.Always.Concat(plan.Never).Concat(plan.Ask))
        {
            novelty.Add(constraint.Text, constraint.Evidence);
        }

        foreach (var example in plan.Examples)
        {
            novelty._shown.Add(example.Span);
            novelty._keys.UnionWith(example.Notice.SelectMany(PlainText.Keys));
        }

        return novelty;
    }

    /// <param name="strictly">A few words of the same lines are enough to say the same; else most words have to be.</param>
    public bool IsNews(string text, ImmutableArray<Evidence> evidence, bool strictly)
    {
        if (PlainText.Keys(text).Any(_keys.Contains))
        {
            return false;
        }

        var terms = TermsOf(text);
        return !_said.Any(s => Shared(s.Terms, terms) is var shared && shared >= FewestSharedTerms
            && (Most(shared, s.Terms, terms, strictly) || (strictly && AreOfOnePlace(s.Evidence, evidence))));
    }

    /// <summary>Less than a third of the excerpt is shown.</summary>
    public bool IsNews(PlanExample example) => !_shown.Any(s => 3 * Overlap(s, example.Span) > Math.Min(s.Span.Length, example.Span.Span.Length));

    /// <summary>Of a notice: nobody says it in these words.</summary>
    public bool IsNews(string notice) => !PlainText.Keys(notice).Any(_keys.Contains);

    public static int Overlap(Evidence one, Evidence other) => string.Equals(one.TemplateId, other.TemplateId, StringComparison.Ordinal)
        ? Math.Max(0, Math.Min(one.Span.Last, other.Span.Last) - Math.Max(one.Span.First, other.Span.First) + 1)
        : 0;

    private void Add(string text, ImmutableArray<Evidence> evidence)
    {
        _keys.UnionWith(PlainText.Keys(text));
        _said.Add(new Said(TermsOf(text), evidence.IsEmpty
            ? [.. CitationText.ReadAll(text).Where(c => c.Span is not null).Select(c => new Evidence(c.TemplateId, c.Span!.Value))]
            : evidence));
    }

    private static HashSet<string> TermsOf(string text) => Terms.Of(text).ToHashSet(StringComparer.Ordinal);

    private static int Shared(HashSet<string> one, HashSet<string> other) => one.Count(other.Contains);

    /// <summary>Of the shorter of the two where one is strict, else of the longer.</summary>
    private static bool Most(int shared, HashSet<string> one, HashSet<string> other, bool strictly) =>
        5 * shared >= 3 * (strictly ? Math.Min(one.Count, other.Count) : Math.Max(one.Count, other.Count));

    private static bool AreOfOnePlace(ImmutableArray<Evidence> one, ImmutableArray<Evidence> other) => one.Any(a => other.Any(b => Overlap(a, b) > 0));
}
