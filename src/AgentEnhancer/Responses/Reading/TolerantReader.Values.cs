namespace AgentEnhancer.Responses.Reading;

/// <summary>Values other than objects, and what may stand behind each.</summary>
internal sealed partial class TolerantReader
{
    private const int LongestScalar = 64;

    private AnswerNode? Value(int at, int depth, string? key, Place place, out int end)
    {
        end = at;
        if (at >= text.Length)
        {
            return Nothing(Cut(at));
        }

        if (++_nodes > MostNodes)
        {
            return Nothing(Fail(at, at));
        }

        return text[at] switch
        {
            '"' => String(at, place, out end),
            '{' => Object(at, depth + 1, key, place, out end),
            '[' => Array(at, depth + 1, out end),
            _ => Scalar(at, out end),
        };
    }

    private AnswerNode? Array(int start, int depth, out int end)
    {
        end = start;
        if (depth >= Deepest)
        {
            return Nothing(Fail(start, start + 1));
        }

        var node = new AnswerNode(NodeKind.Array, start);
        var i = Skip(text, start + 1);
        while (true)
        {
            if (i >= text.Length)
            {
                return Nothing(Cut(i));
            }

            if (text[i] == ']')
            {
                end = i + 1;
                return node;
            }

            if (Value(i, depth, null, Place.InArray, out i) is not { } item)
            {
                return null;
            }

            node.Items.Add(item);
            i = Skip(text, i);
            if (i >= text.Length)
            {
                return Nothing(Cut(i));
            }

            if (text[i] == ',')
            {
                i = Skip(text, i + 1);
                _repairs |= i < text.Length && text[i] == ']' ? Repairs.TrailingCommas : Repairs.None;
            }
            else if (text[i] != ']')
            {
                return Nothing(Fail(i, i));
            }
        }
    }

    private AnswerNode? String(int at, Place place, out int end)
    {
        end = at;
        var close = EndOfString(text, at + 1);
        if (close < 0)
        {
            // Without an end it reaches to the end of the text; what stands in it may still be looked through.
            (_failedAt, _resumeAt, _isCutOff) = (text.Length, at + 1, true);
            return null;
        }

        if (!ClosesValue(close, place))
        {
            return Nothing(Fail(close, at + 1));
        }

        var raw = text.AsSpan(at + 1, close - at - 1);
        _repairs |= raw.IndexOfAnyInRange('\0', '\x1F') >= 0 ? Repairs.RawLineBreaks : Repairs.None;
        _repairs |= HasUnknownEscape(raw) ? Repairs.UnknownEscapes : Repairs.None;
        end = close + 1;
        return new AnswerNode(text, at + 1, close);
    }

    /// <summary>After the quote stands what can stand after a value here, and after a comma what can begin the next.</summary>
    private bool ClosesValue(int quote, Place place)
    {
        var i = Skip(text, quote + 1);
        if (i >= text.Length || text[i] == (place == Place.InObject ? '}' : ']'))
        {
            return true;
        }

        if (text[i] != ',')
        {
            return false;
        }

        i = Skip(text, i + 1);
        return i >= text.Length || text[i] == '"' || (place == Place.InObject ? text[i] == '}' : text[i] != ',');
    }

    private AnswerNode? Scalar(int at, out int end)
    {
        end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '-' or '.') && end - at <= LongestScalar)
        {
            end++;
        }

        return end == at || end - at > LongestScalar ? Nothing(Fail(at, at))
            : new AnswerNode(text.AsSpan(at, end - at) is "null" or "None" ? NodeKind.Null : NodeKind.Scalar, at);
    }

    /// <summary>
    /// Whether an object may end there. A brace that a document's code closes would look like the end too, if quotes within the
    /// document were not escaped; then code goes on behind it.
    /// </summary>
    private bool IsBoundary(int end, Place place)
    {
        var i = Skip(text, end);
        if (i >= text.Length || text[i] is ']' or '}' or '{')
        {
            return true;
        }

        if (text[i] == ',')
        {
            i = Skip(text, i + 1);
            return i >= text.Length || text[i] is '{' or '[' or ']' or '}' or '"' or '`'
                || (text[i] == '/' && i + 1 < text.Length && text[i + 1] is '/' or '*') || Fail(i, i);
        }

        // Prose may follow an object that nothing is around, on a line of its own.
        return (place == Place.Loose && (text[i] is '`' or '[' || text.AsSpan(end, i - end).ContainsAny('\n', '\r'))) || Fail(i, i);
    }

    private static bool HasUnknownEscape(ReadOnlySpan<char> raw)
    {
        for (var i = raw.IndexOf('\\'); i >= 0 && i + 1 < raw.Length;)
        {
            if (!StringDecoder.IsKnownEscape(raw[i + 1]))
            {
                return true;
            }

            var next = raw[(i + 2)..].IndexOf('\\');
            i = next < 0 ? -1 : i + 2 + next;
        }

        return false;
    }
}
