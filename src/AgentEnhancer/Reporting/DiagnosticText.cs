using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AgentEnhancer.Reporting;

/// <summary>
/// Puts arguments into a descriptor's text. Arguments may come from files and models: they are never read as a format, and nothing
/// in them can end the line, colour the terminal or reorder what is read.
/// </summary>
internal static class DiagnosticText
{
    /// <summary>A mended line of front matter should fit; a whole file should not.</summary>
    internal const int MaximumArgumentLength = 600;

    internal const int MaximumLength = 1_600;

    private const char Ellipsis = '…';

    public static string Render(string format, ImmutableArray<string> arguments)
    {
        var text = new StringBuilder(format.Length + 64);
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '{' && i + 2 < format.Length && char.IsAsciiDigit(format[i + 1]) && format[i + 2] == '}')
            {
                var index = format[i + 1] - '0';
                if (index < arguments.Length)
                {
                    text.Append(Shorten(OneLine(arguments[index]), MaximumArgumentLength));
                }

                i += 2;
            }
            else
            {
                text.Append(format[i]);
            }
        }

        return Shorten(text.ToString().Trim(), MaximumLength);
    }

    /// <summary>The text on one line: control characters and marks of direction become spaces, halves of surrogates become U+FFFD.</summary>
    public static string OneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var unsafeRune = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || IsDirectionMark(rune.Value);
            if (unsafeRune)
            {
                // A run of them is one gap, so that a CRLF or an escape sequence does not leave a hole.
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString().Trim();
    }

    /// <summary>Keeps both ends: the head says what it is, the tail how it ends (where a quotation mark goes, say).</summary>
    private static string Shorten(string text, int maximum)
    {
        if (text.Length <= maximum)
        {
            return text;
        }

        var head = maximum * 3 / 4;
        var tail = text.Length - (maximum - head - 1);
        head -= char.IsHighSurrogate(text[head - 1]) ? 1 : 0;
        tail += char.IsLowSurrogate(text[tail]) ? 1 : 0;
        return string.Concat(text.AsSpan(0, head), [Ellipsis], text.AsSpan(tail));
    }

    private static bool IsDirectionMark(int value) => value is
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
