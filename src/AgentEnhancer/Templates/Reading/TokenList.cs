namespace AgentEnhancer.Templates.Reading;

/// <summary>A word or one character of code, by its place; line and column from 0.</summary>
internal readonly record struct Token(int Line, int Column, int Length);

/// <summary>
/// A file's code as tokens, brackets paired. Grammars look ahead and back freely: what lies outside of the file is no token,
/// and no error, for a template may end anywhere.
/// </summary>
internal sealed class TokenList
{
    private readonly LexedSource _source;
    private readonly List<Token> _tokens = [];
    private readonly List<int> _partners = [];

    public TokenList(LexedSource source)
    {
        _source = source;
        for (var line = 0; line < source.Code.Length; line++)
        {
            var code = source.Code[line];
            for (var i = 0; i < code.Length;)
            {
                if (char.IsWhiteSpace(code[i]))
                {
                    i++;
                    continue;
                }

                var end = i + 1;
                while (IsWord(code[i]) && end < code.Length && IsWord(code[end]))
                {
                    end++;
                }

                _tokens.Add(new Token(line, i, end - i));
                _partners.Add(-1);
                i = end;
            }
        }

        Pair();
    }

    public int Count => _tokens.Count;

    public Token this[int i] => _tokens[Math.Clamp(i, 0, Count - 1)];

    public int Line(int i) => this[i].Line;

    /// <summary>The token's first character; <c>\0</c> behind the end.</summary>
    public char Char(int i) => i >= 0 && i < Count ? _source.Code[_tokens[i].Line][_tokens[i].Column] : '\0';

    public ReadOnlySpan<char> Word(int i) =>
        i >= 0 && i < Count ? _source.Code[_tokens[i].Line].AsSpan(_tokens[i].Column, _tokens[i].Length) : default;

    public bool IsWordAt(int i) => IsWord(Char(i));

    public bool Is(int i, string word) => Word(i).SequenceEqual(word);

    /// <summary>As it stands in the source, placeholders and all.</summary>
    public string SourceText(int i) =>
        i >= 0 && i < Count ? _source.Lines[_tokens[i].Line].Substring(_tokens[i].Column, _tokens[i].Length) : string.Empty;

    public bool IsOpen(int i) => Char(i) is '(' or '[' or '{';

    public bool IsClose(int i) => Char(i) is ')' or ']' or '}';

    /// <summary>The token that closes the bracket at <paramref name="i"/>; the last of the file where nothing does.</summary>
    public int Close(int i) => i < 0 || i >= Count || _partners[i] < 0 ? Count - 1 : _partners[i];

    /// <summary>What opens the bracket that closes at <paramref name="i"/>, or -1.</summary>
    public int OpenOf(int i) => i >= 0 && i < Count ? _partners[i] : -1;

    /// <summary>Two characters that touch: <c>=&gt;</c>, <c>::</c>.</summary>
    public bool IsPair(int i, char first, char second) =>
        i >= 0 && i + 1 < Count && Char(i) == first && Char(i + 1) == second
        && _tokens[i].Line == _tokens[i + 1].Line && _tokens[i].Column + 1 == _tokens[i + 1].Column;

    public bool StartsLine(int i) => i <= 0 || i >= Count || _tokens[i - 1].Line != _tokens[i].Line;

    /// <summary>The source from one token to another, as one line.</summary>
    public string Text(int first, int last)
    {
        var (a, b) = (this[first], this[Math.Max(first, last)]);
        if (a.Line == b.Line)
        {
            return _source.Lines[a.Line][a.Column..(b.Column + b.Length)];
        }

        var parts = new List<string> { _source.Lines[a.Line][a.Column..].Trim() };
        for (var line = a.Line + 1; line < b.Line; line++)
        {
            parts.Add(_source.Lines[line].Trim());
        }

        parts.Add(_source.Lines[b.Line][..(b.Column + b.Length)].Trim());
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    private void Pair()
    {
        var open = new Stack<int>();
        var waiting = new int[3];
        for (var i = 0; i < Count; i++)
        {
            var kind = "([{".IndexOf(Char(i), StringComparison.Ordinal);
            if (kind >= 0)
            {
                open.Push(i);
                waiting[kind]++;
                continue;
            }

            kind = ")]}".IndexOf(Char(i), StringComparison.Ordinal);
            if (kind < 0 || waiting[kind] == 0)
            {
                continue;
            }

            // A bracket of another kind that nobody closed is passed over.
            while (open.TryPop(out var candidate))
            {
                var candidateKind = "([{".IndexOf(Char(candidate), StringComparison.Ordinal);
                waiting[candidateKind]--;
                if (candidateKind == kind)
                {
                    _partners[candidate] = i;
                    _partners[i] = candidate;
                    break;
                }
            }
        }
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
