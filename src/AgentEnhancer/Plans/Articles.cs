using System.Text.RegularExpressions;

namespace AgentEnhancer.Plans;

/// <summary>"A" or "an", which only the name behind it decides.</summary>
internal static partial class Articles
{
    public static string Of(string name) => Vowel().IsMatch(name) ? "an" : "a";

    public static string With(string noun) => $"{Of(noun)} {noun}";

    /// <summary>A sentence that was written for any name, <c>a `Envelope`</c>, as this name needs it.</summary>
    public static string Mend(string sentence) => BeforeCode().Replace(sentence, m => m.Groups["a"].Value + (Vowel().IsMatch(m.Groups["name"].Value) ? "n" : ""));

    // As it is spoken: "a user", "a one-off", but "an update".
    [GeneratedRegex(@"^(?:[AEIOaeio](?<!^[Oo](?=ne))(?<!^[Ee](?=u))|[Uu](?:n(?!i)|p|r(?=ge)|lt))")]
    private static partial Regex Vowel();

    [GeneratedRegex(@"\b(?<a>[Aa])(?= `(?<name>\w+))")]
    private static partial Regex BeforeCode();
}
