using System.Text.RegularExpressions;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

/// <summary>The names that a sentence shows as code.</summary>
internal static partial class Backticks
{
    public static IEnumerable<string> In(string? text) => Code().Matches(text ?? "").Select(m => m.Groups["code"].Value.Trim());

    [GeneratedRegex(@"(?<!`)(?<fence>`{1,3})(?!`)(?<code>.+?)(?<!`)\k<fence>(?!`)")]
    private static partial Regex Code();
}
