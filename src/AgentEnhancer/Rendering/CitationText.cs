using System.Collections.Immutable;
using System.Globalization;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Rendering;

/// <summary>A template, or lines of it, as a text cites it.</summary>
internal readonly record struct Citation(string TemplateId, LineSpan? Span);

/// <summary>
/// Reads <c>[t3]</c>, <c>[t3:14]</c>, <c>[t3:14-16]</c> and lists of them, <c>[t3:14, t4:2-5]</c>, in a plan's texts.
/// Not in code spans, and not right after a name or a bracket: there it is an index.
/// </summary>
internal static class CitationText
{
    public static bool TryRead(string text, int start, out int end, out ImmutableArray<Citation> citations)
    {
        (end, citations) = (start, []);
        if (text[start] != '[' || start + 2 >= text.Length || text[start + 1] != 't' || !char.IsAsciiDigit(text[start + 2])
            || (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or ']' or ')' or '}')))
        {
            return false;
        }

        var close = text.IndexOf(']', start);
        if (close < 0 || close - start > 200)
        {
            return false;
        }

        var found = ImmutableArray.CreateBuilder<Citation>();
        foreach (var part in text[(start + 1)..close].Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(part) is not { } citation)
            {
                return false;
            }

            found.Add(citation);
        }

        (end, citations) = (close + 1, found.ToImmutable());
        return true;
    }

    /// <summary>All citations of a text, in order, code spans left out.</summary>
    public static ImmutableArray<Citation> ReadAll(string text)
    {
        if (!text.Contains("[t", StringComparison.Ordinal))
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<Citation>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '`')
            {
                var close = text.IndexOf('`', i + 1);
                i = close < 0 ? i + 1 : close + 1;
            }
            else if (TryRead(text, i, out var end, out var citations))
            {
                all.AddRange(citations);
                i = end;
            }
            else
            {
                i++;
            }
        }

        return all.ToImmutable();
    }

    private static Citation? Parse(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var id = colon < 0 ? part : part[..colon];
        if (id.Length < 2 || id[0] != 't' || !id.AsSpan(1).ContainsOnlyDigits())
        {
            return null;
        }

        if (colon < 0)
        {
            return new Citation(id, null);
        }

        var lines = part[(colon + 1)..].Split('-');
        if (lines.Length > 2 || !TryLine(lines[0], out var first) || !TryLine(lines[^1], out var last))
        {
            return null;
        }

        return new Citation(id, new LineSpan(first, last));
    }

    private static bool TryLine(string text, out int line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out line);

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
