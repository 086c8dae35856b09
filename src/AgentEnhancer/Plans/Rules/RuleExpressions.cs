using System.Text.RegularExpressions;

namespace AgentEnhancer.Plans.Rules;

/// <summary>How every expression of a rule is built: linear in its input, whatever a template or a project's rule holds.</summary>
internal static class RuleExpressions
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    /// <exception cref="ArgumentException">It is not an expression.</exception>
    /// <exception cref="NotSupportedException">It can't be run without backtracking.</exception>
    public static Regex Build(string pattern) => new(pattern, Options);
}
