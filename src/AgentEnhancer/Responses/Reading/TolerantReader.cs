namespace AgentEnhancer.Responses.Reading;

/// <summary>
/// Finds the objects in a text that is no JSON, or not only. Every object is read by itself: where one makes no sense, those
/// around it are given up with it, and reading goes on at the next object. So an answer is used if it stands whole, whatever
/// stands around it. A string ends at the first quote that isn't escaped, and structure must follow there; where none does, the
/// end is not known and the object is refused, unless <see cref="RawQuotes"/> can tell it. Time is linear in the text.
/// </summary>
internal sealed partial class TolerantReader(string text, AnswerCollector collector)
{
    private const int Deepest = StrictReader.Deepest;

    /// <summary>Of values read since the last agent's answer: a list of millions of numbers is none.</summary>
    private const int MostNodes = 200_000;

    private enum Place
    {
        Loose,
        InArray,
        InObject,
    }

    private int _nodes;
    private Repairs _repairs;
    private bool _isSure = true;

    // Of the failure that is being handed up: where, from where on to read, and whether the text just ended.
    private int _failedAt;
    private int _resumeAt;
    private bool _isCutOff;

    public void Read()
    {
        for (var at = NextObject(text, 0); at >= 0;)
        {
            (_nodes, _repairs) = (0, Repairs.None);
            if (Object(at, 0, null, Place.Loose, out var end) is not null)
            {
                at = NextObject(text, end);
            }
            else
            {
                _isSure = false;
                at = NextObject(text, Math.Max(_resumeAt, at + 1));
            }
        }

        NoteUnread();
    }

    /// <summary>The next brace with a quote behind it, or -1: prose and code have braces too.</summary>
    public static int NextObject(string text, int from)
    {
        while (from < text.Length)
        {
            var brace = text.IndexOf('{', from);
            if (brace < 0)
            {
                return -1;
            }

            from = Skip(text, brace + 1);
            if (from < text.Length && text[from] == '"')
            {
                return brace;
            }
        }

        return -1;
    }

    public static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\n' or '\r' or '\t' or '\uFEFF' or '\u00A0')
        {
            at++;
        }

        return at;
    }

    /// <summary>The next quote that isn't escaped, or -1.</summary>
    public static int EndOfString(string text, int at)
    {
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny('"', '\\');
            if (next < 0)
            {
                return -1;
            }

            if (text[at + next] == '"')
            {
                return at + next;
            }

            at += next + 2;
        }

        return -1;
    }

    private AnswerNode? Object(int start, int depth, string? key, Place place, out int end)
    {
        end = start;
        var outer = _repairs;
        _repairs = Repairs.None;
        var node = new AnswerNode(NodeKind.Object, start);
        var content = -1;
        var whole = depth < Deepest
            ? Members(node, start + 1, depth, ref content, out end) && IsBoundary(end, place)
            : Fail(start, start + 1);

        // The document's string may have ended earlier or later than it seemed.
        if (!whole && content >= 0 && RawQuotes.Find(this, node, content) is { } mended)
        {
            (node, end) = mended;
            _repairs |= Repairs.RawQuotes;
            whole = true;
        }

        node.Repairs = _repairs;
        _repairs |= outer;
        if (!whole)
        {
            NoteBroken(node, key);
            return null;
        }

        if (collector.Add(node, key, _isSure))
        {
            _nodes = 0;
        }

        return node;
    }

    /// <summary>What stands between the braces of an object, with the closing one.</summary>
    /// <param name="content">Where the quote that opens its document stands.</param>
    private bool Members(AnswerNode node, int at, int depth, ref int content, out int end)
    {
        end = at;
        var i = Skip(text, at);
        while (true)
        {
            if (i >= text.Length)
            {
                return Cut(i);
            }

            if (text[i] == '}')
            {
                end = i + 1;
                return true;
            }

            if (!Key(i, out var key, out i))
            {
                return false;
            }

            if (AnswerKeys.Content.Contains(key) && i < text.Length && text[i] == '"' && content < 0)
            {
                content = i;
            }

            if (Value(i, depth, key, Place.InObject, out i) is not { } value)
            {
                return false;
            }

            node.Members.Add(new(key, value));
            i = Skip(text, i);
            if (i >= text.Length)
            {
                return Cut(i);
            }

            if (text[i] == ',')
            {
                i = Skip(text, i + 1);
                _repairs |= i < text.Length && text[i] == '}' ? Repairs.TrailingCommas : Repairs.None;
            }
            else if (text[i] != '}')
            {
                return Fail(i, i);
            }
        }
    }

    /// <param name="value">Where the value stands.</param>
    private bool Key(int at, out string key, out int value)
    {
        (key, value) = ("", at);
        if (text[at] != '"')
        {
            return Fail(at, at);
        }

        var window = text.AsSpan(at + 1, Math.Min(text.Length - at - 1, AnswerKeys.LongestKey * 4));
        var end = window.IndexOf('"');
        if (end < 0)
        {
            return window.Length < AnswerKeys.LongestKey * 4 ? Cut(at) : Fail(at, at + 1);
        }

        var colon = Skip(text, at + end + 2);
        if (colon >= text.Length)
        {
            return Cut(colon);
        }

        if (text[colon] != ':' || window[..end].IndexOfAny('\n', '\r') >= 0 || window[..end] is [.., '\\'])
        {
            return Fail(at, at + 1);
        }

        key = AnswerKeys.Normalise(window[..end]);
        value = Skip(text, colon + 1);
        return true;
    }

    private bool Fail(int at, int resumeAt)
    {
        (_failedAt, _resumeAt, _isCutOff) = (at, resumeAt, false);
        return false;
    }

    private bool Cut(int at)
    {
        (_failedAt, _resumeAt, _isCutOff) = (at, at, true);
        return false;
    }

    private static AnswerNode? Nothing(bool _) => null;
}
