namespace AgentEnhancer.Templates.Reading;

internal enum RawKind
{
    LineComment,
    BlockComment,
    Docstring,
    String,
}

/// <summary>A stretch of the text; for a comment <paramref name="MarkerLength"/> is what opens it.</summary>
internal readonly record struct RawSpan(RawKind Kind, int Start, int End, int MarkerLength = 0, int CloseLength = 0);

/// <summary>What scanners of all languages in one file write to.</summary>
internal sealed class LexerSink(string text)
{
    private readonly Dictionary<string, int> _lastIndexes = new(StringComparer.Ordinal);

    public string Text { get; } = text;

    public char[] Code { get; } = text.ToCharArray();

    public List<RawSpan> Comments { get; } = [];

    public List<RawSpan> Strings { get; } = [];

    public void Blank(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Code[i] != '\n')
            {
                Code[i] = ' ';
            }
        }
    }

    /// <summary>Whether what closes a string or comment comes at all: looked up once a file, so that a lone quote costs nothing.</summary>
    public bool Occurs(string close, int from)
    {
        if (!_lastIndexes.TryGetValue(close, out var last))
        {
            last = Text.LastIndexOf(close, StringComparison.Ordinal);
            _lastIndexes.Add(close, last);
        }

        return last >= from;
    }
}
