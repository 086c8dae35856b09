using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Enhancers.Command;

/// <summary>The end of what a program said, fit for a log: one line, no colours, no secrets.</summary>
internal static partial class ErrorText
{
    private const int Most = 500;

    /// <summary>Shorter values are switches and names, and would blot out innocent words.</summary>
    private const int ShortestSecret = 8;

    private const string Blot = "***";

    private static readonly ImmutableArray<string> SecretNames = ["KEY", "TOKEN", "SECRET", "PASSW", "CREDENTIAL", "AUTH", "_PAT", "_PWD"];

    /// <summary>The values of variables whose names say that they are nobody's business; longest first, for one may hold another.</summary>
    public static ImmutableArray<string> Secrets(IEnumerable<KeyValuePair<string, string?>> environment) =>
    [
        .. environment
            .Where(e => SecretNames.Any(n => e.Key.Contains(n, StringComparison.OrdinalIgnoreCase)))
            .Select(e => (e.Value ?? "").Trim())
            .Where(value => value.Length >= ShortestSecret)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(value => value.Length)
            .ThenBy(value => value, StringComparer.Ordinal),
    ];

    public static string End(string text, ImmutableArray<string> secrets)
    {
        var clean = WithoutEscapes(text);
        foreach (var secret in secrets)
        {
            clean = clean.Replace(secret, Blot, StringComparison.Ordinal);
        }

        clean = DiagnosticText.OneLine(KeyShape().Replace(clean, Blot));
        if (clean.Length <= Most)
        {
            return clean;
        }

        // From the start of a word on.
        var start = clean.IndexOf(' ', clean.Length - Most);
        return "…" + clean[(start < 0 ? clean.Length - Most : start + 1)..];
    }

    /// <summary>Without the sequences that colour a terminal or name its window: their ends are plain letters, so they go before control characters do.</summary>
    private static string WithoutEscapes(string text)
    {
        if (!text.Contains('\e', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\e')
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            if (i < text.Length && text[i] == '[')
            {
                // Up to its final letter.
                do
                {
                    i++;
                }
                while (i < text.Length && text[i] is >= ' ' and < '@');
            }
            else if (i < text.Length && text[i] == ']')
            {
                // Up to a bell, or the escape that ends it; a line at most.
                do
                {
                    i++;
                }
                while (i < text.Length && text[i] is not ('\a' or '\e' or '\n'));
            }
        }

        return result.ToString();
    }

    /// <summary>Keys that came from a file of the program's own, by the shapes that providers give them.</summary>
    [GeneratedRegex(
        @"\b(?:sk-|sk_|gsk_|xai-|gh[opsu]_|github_pat_|AIza|xox[abp]-)[A-Za-z0-9_\-]{8,}|\b[Bb]earer\s+[A-Za-z0-9_\-.=+/]{8,}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex KeyShape();
}
