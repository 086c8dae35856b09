using System.Text.RegularExpressions;

namespace AgentEnhancer.Plans.Rules;

/// <summary>
/// How every expression of a rule is built. It is interpreted: building the non-backtracking form of one costs tens of
/// milliseconds, in every build. What keeps matching linear in a template's length is that a detector sees a few short lines
/// at a time (<see cref="RuleMatcher"/>); what keeps a hopeless expression from holding up a build is the deadline.
/// </summary>
internal static class RuleExpressions
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    private static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentException">It is not an expression.</exception>
    public static Regex Build(string pattern) => new(pattern, Options, Deadline);
}
