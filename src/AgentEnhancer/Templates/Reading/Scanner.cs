namespace AgentEnhancer.Templates.Reading;

/// <summary>
/// Walks a stretch of text in one language and blanks what is no code. What can nest (a string with code inside, JSX) stands
/// on a stack of frames of its own, so depth costs memory and never the call stack.
/// </summary>
internal sealed partial class Scanner(LexerSink sink, string language)
{
    private enum FrameKind
    {
        /// <summary>Code; at the root or in a hole of a string or of JSX.</summary>
        Code,
        String,
        JsxTag,
        JsxClosingTag,
        JsxText,
    }

    private struct Frame
    {
        public FrameKind Kind;
        public StringForm? Form;
        public char Nests;
        public char Close;
        public int Depth;
        public int Start;
    }

    private readonly string _text = sink.Text;
    private readonly LanguageSyntax _syntax = LanguageSyntaxes.For(language);
    private readonly Stack<Frame> _frames = new();
    private readonly Queue<(string Word, bool Indented)> _heredocs = new();
    private int _begin;
    private int _end;
    // The last character of code that is no white space.
    private int _previous = -1;
    private int _lineEnd = -1;
    private int _brackets;
    private bool _stopAtBalance;

    /// <returns>Where it stopped: <paramref name="end"/>, or behind the brace that closes the first one.</returns>
    public int Run(int start, int end, bool stopAtBalance = false)
    {
        (_begin, _end, _previous, _lineEnd, _brackets, _stopAtBalance) = (start, end, start - 1, -1, 0, stopAtBalance);
        if (_syntax.Has(Quirks.Markup))
        {
            Markup(start);
            return end;
        }

        _frames.Push(new Frame { Kind = FrameKind.Code });
        var i = start;
        if (start == 0 && At(0, "#!") && !At(0, "#!["))
        {
            i = LineEnd(0);
            sink.Blank(0, i);
        }

        while (i < _end)
        {
            i = _frames.Peek().Kind switch
            {
                FrameKind.String => InString(i),
                FrameKind.JsxTag or FrameKind.JsxClosingTag => InJsxTag(i),
                FrameKind.JsxText => InJsxText(i),
                _ => InCode(i),
            };
            if (_stopAtBalance && _frames.Count == 1 && _brackets == 0 && _previous >= start && _text[_previous] == '}')
            {
                return i;
            }
        }

        // A string without its end: the part on its first line counts.
        while (_frames.TryPop(out var frame))
        {
            if (frame.Kind == FrameKind.String)
            {
                Add(frame, _end);
            }
        }

        return _end;
    }

    private int InCode(int i)
    {
        var c = _text[i];
        if (c == '\n')
        {
            return _heredocs.Count > 0 ? SkipHeredocs(i + 1) : _syntax.Has(Quirks.YamlScalars) ? SkipBlockScalar(i) : i + 1;
        }

        if (char.IsWhiteSpace(c))
        {
            return i + 1;
        }

        if (char.IsAsciiLetterOrDigit(c) || c == '_')
        {
            _previous = i;
            return i + 1;
        }

        var next = TryComment(i);
        if (next < 0)
        {
            next = TryString(i);
        }

        if (next < 0 && c == '<' && _syntax.Has(Quirks.Jsx))
        {
            next = TryJsx(i);
        }

        if (next < 0 && c == '/' && _syntax.Has(Quirks.RegexLiterals))
        {
            next = TryRegex(i);
        }

        if (next >= 0)
        {
            return next;
        }

        _previous = i;
        Nest(c);
        return i + 1;
    }

    private void Nest(char c)
    {
        if (c is '(' or '[' or '{')
        {
            _brackets++;
        }
        else if (c is ')' or ']' or '}')
        {
            _brackets = Math.Max(0, _brackets - 1);
        }

        if (_frames.Count == 1)
        {
            return;
        }

        var frame = _frames.Peek();
        if (c == frame.Close)
        {
            _frames.Pop();
            if (frame.Depth > 0)
            {
                frame.Depth--;
                _frames.Push(frame);
            }
        }
        else if (c == frame.Nests)
        {
            _frames.Pop();
            frame.Depth++;
            _frames.Push(frame);
        }
    }

    private int TryComment(int i)
    {
        foreach (var block in _syntax.BlockComments)
        {
            if (At(i, block.Open) && (!block.LineStart || i == _begin || _text[i - 1] == '\n') && sink.Occurs(block.Close, i + block.Open.Length))
            {
                return Comment(i, BlockEnd(i, block), RawKind.BlockComment, block.Open.Length, block.Close.Length);
            }
        }

        if (_syntax.Has(Quirks.LongBrackets) && At(i, "--[="))
        {
            var close = LongBracketEnd(i + 2, out var length);
            if (close >= 0)
            {
                return Comment(i, close, RawKind.BlockComment, length + 2, length);
            }
        }

        foreach (var line in _syntax.LineComments)
        {
            if (At(i, line.Marker) && MayStart(i, line))
            {
                return Comment(i, LineEnd(i), RawKind.LineComment, line.Marker.Length, 0);
            }
        }

        if (_syntax.Has(Quirks.Directives) && _text[i] == '#' && StartsLine(i))
        {
            sink.Blank(i, LineEnd(i));
            return LineEnd(i);
        }

        return -1;
    }

    private int Comment(int start, int end, RawKind kind, int open, int close)
    {
        sink.Comments.Add(new RawSpan(kind, start, end, open, close));
        sink.Blank(start, end);
        return end;
    }

    private bool MayStart(int i, LineComment comment) => comment.Place switch
    {
        CommentPlace.AfterSpace => i == _begin || char.IsWhiteSpace(_text[i - 1]) || _text[i - 1] is ';' or '(' or ')' or '&' or '|',
        CommentPlace.LineStart => StartsLine(i),
        CommentPlace.NotAfterColon => i == _begin || _text[i - 1] != ':',
        _ => !(comment.Marker is "#" && language is "php" && At(i, "#[")),
    };

    private int BlockEnd(int i, BlockComment block)
    {
        var depth = 1;
        var k = i + block.Open.Length;
        while (k < _end)
        {
            var close = _text.IndexOf(block.Close, k, _end - k, StringComparison.Ordinal);
            if (close < 0)
            {
                return _end;
            }

            if (block.Nests)
            {
                for (var open = _text.IndexOf(block.Open, k, close - k, StringComparison.Ordinal);
                    open >= 0;
                    open = _text.IndexOf(block.Open, open + 2, close - open - 2, StringComparison.Ordinal))
                {
                    depth++;
                    if (open + 2 > close)
                    {
                        break;
                    }
                }
            }

            k = close + block.Close.Length;
            if (--depth == 0)
            {
                return k;
            }
        }

        return _end;
    }

    private bool At(int i, string word) => string.CompareOrdinal(_text, i, word, 0, word.Length) == 0;

    private bool StartsLine(int i)
    {
        // Code is blank where a comment was; what counts is that nothing stands before.
        var k = i - 1;
        while (k >= _begin && _text[k] is ' ' or '\t')
        {
            k--;
        }

        return k < _begin || _text[k] == '\n';
    }

    private int LineEnd(int i)
    {
        if (_lineEnd < i)
        {
            var found = _text.IndexOf('\n', i, _end - i);
            _lineEnd = found < 0 ? _end : found;
        }

        return _lineEnd;
    }
}
