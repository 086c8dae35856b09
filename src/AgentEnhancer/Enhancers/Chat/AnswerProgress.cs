namespace AgentEnhancer.Enhancers.Chat;

/// <summary>
/// Counts the agents of an answer while it arrives, by one look at each character: an agent has been answered when the next one's id
/// begins. For a message to a person; what is whole is found out by the answer's reader.
/// </summary>
internal sealed class AnswerProgress
{
    private readonly HashSet<string> _expected;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly char[] _string;
    private int _length;
    private bool _isInString;
    private bool _isEscaped;
    private bool _followsKey;

    public AnswerProgress(IEnumerable<string> agentIds)
    {
        _expected = new(agentIds, StringComparer.Ordinal);
        _lookup = _expected.GetAlternateLookup<ReadOnlySpan<char>>();
        Total = _expected.Count;
        _string = new char[Math.Max("agent_name".Length, _expected.Max(id => (int?)id.Length) ?? 0)];
    }

    public int Total { get; }

    /// <summary>Agents whose answer has ended.</summary>
    public int Complete => Math.Max(0, Total - _expected.Count - 1);

    /// <summary>Takes the next piece; true where it ended an agent's answer.</summary>
    public bool Read(string text)
    {
        var before = Complete;
        foreach (var c in text)
        {
            Read(c);
        }

        return Complete > before;
    }

    private void Read(char c)
    {
        if (!_isInString)
        {
            (_isInString, _length) = (c == '"', 0);
        }
        else if (_isEscaped)
        {
            _isEscaped = false;
            Keep(c);
        }
        else if (c == '\\')
        {
            _isEscaped = true;
        }
        else if (c == '"')
        {
            _isInString = false;
            End(_string.AsSpan(0, Math.Min(_length, _string.Length)), _length > _string.Length);
        }
        else
        {
            Keep(c);
        }
    }

    private void Keep(char c)
    {
        if (_length < _string.Length)
        {
            _string[_length] = c;
        }

        _length++;
    }

    private void End(ReadOnlySpan<char> text, bool isTooLong)
    {
        if (_followsKey && !isTooLong)
        {
            _lookup.Remove(text);
        }

        _followsKey = !isTooLong && text is ("agent" or "agent_name" or "id");
    }
}
