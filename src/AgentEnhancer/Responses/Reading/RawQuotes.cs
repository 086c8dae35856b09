using System.Buffers;

namespace AgentEnhancer.Responses.Reading;

/// <summary>
/// Finds the end of a document whose quotes were not escaped. A guess would cut a document short or glue two together, so it is
/// found only where nothing else is possible: no quote in it is escaped (else the model did escape, and something is missing),
/// they come in pairs and not in its first or last line (where a stray quote of the structure would be), it holds no field of an
/// answer, everybody who was asked about is named in the text, and exactly one quote is followed by the rest of the object and
/// then by the next agent's object or by the end of the answer.
/// </summary>
internal static class RawQuotes
{
    private const int MostTries = 200;

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    /// <summary>The object with its document, and where it ends; null where that can't be told.</summary>
    /// <param name="broken">What was read of the object.</param>
    /// <param name="open">The quote that opens its document.</param>
    public static (AnswerNode Node, int End)? Find(TolerantReader reader, AnswerNode broken, int open)
    {
        var text = reader.Text;
        var next = NextAgent(reader, open);
        var limit = next < 0 ? text.Length : next;
        var body = text.AsSpan(open + 1, limit - open - 1);
        if (!reader.NamesEverybody || HasEscapedQuote(body))
        {
            return null;
        }

        var tried = 0;
        (AnswerNode Node, int End, int Close)? found = null;
        for (var quote = TolerantReader.EndOfString(text, open + 1); quote >= 0 && quote < limit; quote = TolerantReader.EndOfString(text, quote + 1))
        {
            if (!reader.MayEndDocument(quote))
            {
                continue;
            }

            // More places that might be the end than this: none is sure, and trying them all would take too long.
            if (++tried > MostTries)
            {
                return null;
            }

            if (reader.Rest(quote, next, out var members, out var end) && !HoldsField(text.AsSpan(open + 1, quote - open - 1)))
            {
                if (found is not null)
                {
                    return null;
                }

                found = (Join(text, broken, open, quote, members), end, quote);
            }
        }

        return found is { } only && IsDocument(text.AsSpan(open + 1, only.Close - open - 1)) ? (only.Node, only.End) : null;
    }

    /// <summary>Where the next object begins that answers for an agent, or -1.</summary>
    private static int NextAgent(TolerantReader reader, int from)
    {
        var text = reader.Text;
        for (var at = TolerantReader.NextObject(text, from); at >= 0; at = TolerantReader.NextObject(text, at + 1))
        {
            var quote = TolerantReader.Skip(text, at + 1);
            var key = text.AsSpan(quote + 1, Math.Min(text.Length - quote - 1, AnswerKeys.LongestKey));
            var end = key.IndexOf('"');
            if (end > 0 && AnswerKeys.Normalise(key[..end]) is var name
                && (AnswerKeys.Telling.Contains(name) || AnswerKeys.Plan.Contains(name) || reader.IsMentionedAt(quote)))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool HasEscapedQuote(ReadOnlySpan<char> body)
    {
        for (var i = body.IndexOf('\\'); i >= 0 && i + 1 < body.Length;)
        {
            if (body[i + 1] == '"')
            {
                return true;
            }

            var next = body[(i + 2)..].IndexOf('\\');
            i = next < 0 ? -1 : i + 2 + next;
        }

        return false;
    }

    /// <summary>What was read before the document, the document, and what stands behind it.</summary>
    private static AnswerNode Join(string text, AnswerNode broken, int open, int close, List<KeyValuePair<string, AnswerNode>> rest)
    {
        var node = new AnswerNode(NodeKind.Object, broken.Offset);
        foreach (var member in broken.Members)
        {
            if (member.Value.Offset >= open)
            {
                break;
            }

            node.Members.Add(member);
        }

        node.Members.Add(new("enhancedcontent", new AnswerNode(text, open + 1, close)));
        node.Members.AddRange(rest);
        return node;
    }

    private static bool IsDocument(ReadOnlySpan<char> body)
    {
        var firstLine = body.IndexOf("\\n") is var escaped and >= 0 ? escaped : int.MaxValue;
        firstLine = Math.Min(firstLine, body.IndexOf('\n') is var raw and >= 0 ? raw : int.MaxValue);
        var lastLine = Math.Max(body.LastIndexOf("\\n"), body.LastIndexOf('\n'));
        var first = body.IndexOf('"');
        var last = body.LastIndexOf('"');
        return first >= 0 && firstLine <= first && lastLine >= last && body.Count('"') % 2 == 0;
    }

    /// <summary>The text reaches over the end of its object: fields of an answer stand in it.</summary>
    private static bool HoldsField(ReadOnlySpan<char> body)
    {
        for (var i = body.IndexOf('"'); i >= 0;)
        {
            var word = body.Slice(i + 1, Math.Min(AnswerKeys.LongestKey, body.Length - i - 1));
            var end = word.IndexOfAnyExcept(Letters);
            if (IsTelling(end < 0 ? word : word[..end]))
            {
                return true;
            }

            var next = body[(i + 1)..].IndexOf('"');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    /// <summary>The name of an answer's field, or the larger part of one.</summary>
    private static bool IsTelling(ReadOnlySpan<char> word)
    {
        const int Telling = 6;
        var name = AnswerKeys.Normalise(word);
        return name.Length >= Telling && AnswerKeys.Telling.Any(t => t.StartsWith(name[..Telling], StringComparison.Ordinal) && (t.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(t, StringComparison.Ordinal)));
    }
}
