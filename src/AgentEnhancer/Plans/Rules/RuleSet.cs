using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Plans.Rules;

/// <summary>The rules of one run by language, with their expressions, each built when it is first needed.</summary>
internal sealed class RuleSet
{
    private readonly Dictionary<string, ImmutableArray<ReadyRule>> _byLanguage = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ReadyRule> _any;

    public RuleSet(IEnumerable<PracticeRule> rules)
    {
        ImmutableArray<ReadyRule> ready = [.. rules.Select(r => new ReadyRule(r))];
        _any = [.. ready.Where(r => SpeaksOf(r, PracticeRule.AnyLanguage))];
        foreach (var language in ready.SelectMany(r => r.Rule.Languages).Distinct(StringComparer.Ordinal))
        {
            _byLanguage[language] = [.. ready.Where(r => SpeaksOf(r, language) || SpeaksOf(r, PracticeRule.AnyLanguage))];
        }

        All = ready;
    }

    /// <summary>In the order they were given.</summary>
    public ImmutableArray<ReadyRule> All { get; }

    /// <summary>The rules to try on a template of this language, in the order they were given.</summary>
    public ImmutableArray<ReadyRule> For(string language) => _byLanguage.GetValueOrDefault(language, _any);

    /// <summary>Of the rules that were silent somewhere because their expressions took too long, once matching is done.</summary>
    public ImmutableArray<Diagnostic> Diagnostics() =>
        [.. All.Where(r => r.IsTooSlow).Select(r => Diagnostic.At(RuleDiagnostics.RuleTooSlow, null, 0, r.Rule.Id))];

    private static bool SpeaksOf(ReadyRule ready, string language) => ready.Rule.Languages.Contains(language, StringComparer.Ordinal);
}

/// <summary>A rule and its expressions.</summary>
internal sealed class ReadyRule(PracticeRule rule)
{
    private readonly Lazy<Regex> _detect = new(() => RuleExpressions.Build(rule.Detect));
    private readonly Lazy<Regex>? _except = rule.Except is null ? null : new(() => RuleExpressions.Build(rule.Except!));
    private readonly ConcurrentDictionary<string, Regex> _conditions = new(StringComparer.Ordinal);

    public PracticeRule Rule => rule;

    public Regex Detect => _detect.Value;

    public Regex? Except => _except?.Value;

    /// <summary>One of its expressions took too long on some template, and the rule was silent there.</summary>
    public bool IsTooSlow { get; set; }

    /// <summary>A condition on the whole template, its slots filled.</summary>
    public Regex Condition(string pattern) => _conditions.GetOrAdd(pattern, RuleExpressions.Build);
}
