using System.Globalization;
using System.Text;

namespace AgentEnhancer.Responses.Reading;

/// <summary>
/// What stands between the quotes of a JSON string, decoded. Beyond the standard: raw line breaks and other raw characters are
/// what they are (CRLF is a line feed), and an escape that JSON doesn't know is read as it must have been meant.
/// </summary>
internal static class StringDecoder
{
    /// <summary>Null where an escape says nothing: half a <c>\u</c>, half a surrogate pair, a backslash at the end.</summary>
    public static string? Decode(ReadOnlySpan<char> raw)
    {
        if (raw.IndexOfAny('\\', '\r') < 0)
        {
            return HasLoneSurrogate(raw) ? null : raw.ToString();
        }

        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length;)
        {
            var next = raw[i..].IndexOfAny('\\', '\r');
            text.Append(next < 0 ? raw[i..] : raw.Slice(i, next));
            if (next < 0)
            {
                break;
            }

            i += next;
            if (raw[i] == '\r')
            {
                text.Append('\n');
                i += i + 1 < raw.Length && raw[i + 1] == '\n' ? 2 : 1;
            }
            else if (i + 1 == raw.Length || (raw[i + 1] == 'u' && !IsCodeUnit(raw, i + 2)))
            {
                return null;
            }
            else
            {
                i += Escape(raw, i, text);
            }
        }

        var decoded = text.ToString();
        return HasLoneSurrogate(decoded) ? null : decoded;
    }

    public static bool IsKnownEscape(char c) => c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u';

    private static int Escape(ReadOnlySpan<char> raw, int at, StringBuilder text)
    {
        var c = raw[at + 1];
        switch (c)
        {
            case '"' or '\\' or '/':
                text.Append(c);
                break;
            case 'n':
                text.Append('\n');
                break;
            case 't':
                text.Append('\t');
                break;
            case 'r':
                text.Append('\r');
                break;
            case 'b':
                text.Append('\b');
                break;
            case 'f':
                text.Append('\f');
                break;
            case 'u':
                text.Append((char)ushort.Parse(raw.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                return 6;
            default:
                // \d or \. is a regular expression whose backslash was not doubled; \_ or \$ is a mark escaped by the habit of
                // another language, where the backslash says nothing.
                if (char.IsLetterOrDigit(c) || c is '.' or '(' or ')' or '[' or ']' or '{' or '}' or '+' or '*' or '?' or '|' or '^')
                {
                    text.Append('\\');
                }

                // What stands here may be a line break, which has a form of its own.
                return c == '\r' ? 1 : Append(text, c);
        }

        return 2;
    }

    private static int Append(StringBuilder text, char c)
    {
        text.Append(c);
        return 2;
    }

    private static bool IsCodeUnit(ReadOnlySpan<char> raw, int at) =>
        at + 4 <= raw.Length && IsHex(raw.Slice(at, 4));

    private static bool IsHex(ReadOnlySpan<char> digits)
    {
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
