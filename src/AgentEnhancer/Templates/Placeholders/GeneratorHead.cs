using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>What a generator reads above the file that it makes: <c>to: src/&lt;%= name %&gt;.ts</c> of hygen, the directives of a T4 template.</summary>
internal static partial class GeneratorHead
{
    private const int MostLines = 40;

    /// <summary>Characters of the lines from <c>---</c> to <c>---</c> among which one says where the file goes; 0 where there is no such head.</summary>
    public static int LengthOf(string text) => Read(text).Length;

    /// <summary>Path or extension of the file that is made; null where nothing says.</summary>
    public static string? Target(string text) =>
        Read(text).Target ?? (Output().Match(text, 0, Math.Min(text.Length, TagFile.LongestBlock)) is { Success: true } output ? "x." + output.Groups["e"].Value.TrimStart('.') : null);

    private static (int Length, string? Target) Read(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal) && !text.StartsWith("---\r\n", StringComparison.Ordinal))
        {
            return (0, null);
        }

        string? target = null;
        var at = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        for (var line = 0; line < MostLines && at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at) is var cut and >= 0 ? cut : text.Length;
            var content = text.AsSpan(at, end - at).TrimEnd();
            if (content is "---")
            {
                return target is null ? (0, null) : (Math.Min(end + 1, text.Length), target);
            }

            if (content.StartsWith("to:"))
            {
                target = content[3..].Trim().Trim("\"'").ToString();
            }

            at = end + 1;
        }

        return (0, null);
    }

    [GeneratedRegex(@"<#@\s*output\s+[^#\n]*?extension\s*=\s*""(?<e>\.?\w+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Output();
}
