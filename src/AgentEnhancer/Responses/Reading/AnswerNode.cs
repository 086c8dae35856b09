namespace AgentEnhancer.Responses.Reading;

internal enum NodeKind
{
    Object,
    Array,
    Text,
    /// <summary>A number or a truth value: nothing that is asked for is one.</summary>
    Scalar,
    Null,
}

/// <summary>What had to be mended before a text was JSON.</summary>
[Flags]
internal enum Repairs
{
    None = 0,
    RawLineBreaks = 1,
    UnknownEscapes = 2,
    TrailingCommas = 4,
    RawQuotes = 8,
}

/// <summary>One value of an answer. A text read by the tolerant reader is decoded when it is asked for, so that what is skipped costs nothing.</summary>
internal sealed class AnswerNode(NodeKind kind, int offset)
{
    /// <summary>A hundred times the longest document: what is longer is none, and is never decoded.</summary>
    public const int LongestText = 1_000_000;

    private readonly string? _source;
    private readonly int _end;
    private readonly bool _isDecoded;
    private readonly string? _text;

    /// <summary>A text that is decoded already.</summary>
    public AnswerNode(string text, int offset)
        : this(NodeKind.Text, offset) => (_text, _isDecoded) = (text, true);

    /// <summary>A text between its quotes.</summary>
    public AnswerNode(string source, int start, int end)
        : this(NodeKind.Text, start) => (_source, _end) = (source, end);

    public NodeKind Kind { get; } = kind;

    /// <summary>Where it starts in the answer.</summary>
    public int Offset { get; } = offset;

    /// <summary>Members with their names as <see cref="AnswerKeys.Normalise"/> has them, in order.</summary>
    public List<KeyValuePair<string, AnswerNode>> Members { get; } = kind == NodeKind.Object ? [] : None<KeyValuePair<string, AnswerNode>>.List;

    public List<AnswerNode> Items { get; } = kind == NodeKind.Array ? [] : None<AnswerNode>.List;

    /// <summary>What was mended within it.</summary>
    public Repairs Repairs { get; set; }

    public bool IsObject => Kind == NodeKind.Object;

    /// <summary>Null for what is no text, and for a text that can't be read as it was meant: too long, or with escapes that say nothing.</summary>
    public string? Text => Kind != NodeKind.Text ? null
        : _isDecoded ? (_text!.Length > LongestText ? null : _text)
        : _end - Offset > LongestText ? null : StringDecoder.Decode(_source!.AsSpan(Offset, _end - Offset));

    /// <summary>The member of that name; null where there is none, or where it says null.</summary>
    public AnswerNode? this[string key]
    {
        get
        {
            foreach (var member in Members)
            {
                if (string.Equals(member.Key, key, StringComparison.Ordinal) && member.Value.Kind != NodeKind.Null)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    public AnswerNode? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (this[key] is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The first name that stands twice with different values: which of them is meant can't be known.</summary>
    public string? Contradiction(Func<string, bool> matters)
    {
        var first = new Dictionary<string, AnswerNode>(StringComparer.Ordinal);
        foreach (var (key, value) in Members)
        {
            if (matters(key) && !first.TryAdd(key, value) && !first[key].Says(value))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>Both say the same. Nesting is bounded by whoever built them.</summary>
    public bool Says(AnswerNode other)
    {
        if (Kind != other.Kind || Members.Count != other.Members.Count || Items.Count != other.Items.Count)
        {
            return false;
        }

        if (Kind == NodeKind.Text)
        {
            return Text is { } text && string.Equals(text, other.Text, StringComparison.Ordinal);
        }

        for (var i = 0; i < Items.Count; i++)
        {
            if (!Items[i].Says(other.Items[i]))
            {
                return false;
            }
        }

        for (var i = 0; i < Members.Count; i++)
        {
            if (!string.Equals(Members[i].Key, other.Members[i].Key, StringComparison.Ordinal) || !Members[i].Value.Says(other.Members[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    private static class None<T>
    {
        public static readonly List<T> List = new(0);
    }
}
