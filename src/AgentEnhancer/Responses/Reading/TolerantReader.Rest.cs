namespace AgentEnhancer.Responses.Reading;

/// <summary>What <see cref="RawQuotes"/> asks of the text around a document.</summary>
internal sealed partial class TolerantReader
{
    private HashSet<int>? _mentionedAt;
    private bool? _namesEverybody;

    public string Text => text;

    /// <summary>None of those who were asked about was swallowed by another one's document.</summary>
    public bool NamesEverybody => _namesEverybody ??= collector.Names.Agents.All(a => Mentions.Exists(m => ReferenceEquals(m.Agent, a)));

    /// <summary>A field that stands there names an agent.</summary>
    public bool IsMentionedAt(int at) => (_mentionedAt ??= [.. Mentions.Select(m => m.At)]).Contains(at);

    /// <summary>
    /// Whether the quote ends the document of an object: behind it the object's other fields, its brace, and then the next
    /// agent's object or, after the last, nothing but the rest of the answer.
    /// </summary>
    /// <param name="next">Where the next agent's object begins, or -1.</param>
    public bool Rest(int quote, int next, out List<KeyValuePair<string, AnswerNode>> members, out int end)
    {
        var saved = (_failedAt, _resumeAt, _isCutOff, _repairs);
        var node = new AnswerNode(NodeKind.Object, quote);
        var content = 0;
        var i = Skip(text, quote + 1);
        var whole = Members(node, text[i] == ',' ? i + 1 : i, Deepest - 4, ref content, out end)
            && node.Members.TrueForAll(m => AnswerKeys.AfterContent.Contains(m.Key))
            && (next >= 0 ? IsJustBefore(end, next) : IsRestOfAnswer(end));
        (_failedAt, _resumeAt, _isCutOff, _repairs) = saved;
        members = node.Members;
        return whole;
    }

    /// <summary>Whether a document might end at the quote, at a first glance.</summary>
    public bool MayEndDocument(int quote)
    {
        var i = Skip(text, quote + 1);
        if (i >= text.Length || text[i] != ',')
        {
            return i < text.Length && text[i] == '}';
        }

        i = Skip(text, i + 1);
        if (i >= text.Length || text[i] != '"')
        {
            return i < text.Length && text[i] == '}';
        }

        var name = text.AsSpan(i + 1, Math.Min(text.Length - i - 1, AnswerKeys.LongestKey));
        var close = name.IndexOf('"');
        return close > 0 && AnswerKeys.AfterContent.Contains(AnswerKeys.Normalise(name[..close]));
    }

    private bool IsJustBefore(int end, int next)
    {
        var i = Skip(text, end);
        i = i < text.Length && text[i] == ',' ? Skip(text, i + 1) : i;
        return i == next;
    }

    /// <summary>Brackets, other fields of the envelope, and no object or quote behind those.</summary>
    private bool IsRestOfAnswer(int end)
    {
        var i = Skip(text, end);
        while (i < text.Length && text[i] is ']' or '}' or ',')
        {
            if (text[i] == ',')
            {
                i = Skip(text, i + 1);
                if (i < text.Length && text[i] == '"' && (!Key(i, out _, out i) || Value(i, Deepest - 4, null, Place.InObject, out i) is null))
                {
                    return false;
                }
            }
            else
            {
                i++;
            }

            i = Skip(text, i);
        }

        return !text.AsSpan(i).ContainsAny('"', '{');
    }
}
