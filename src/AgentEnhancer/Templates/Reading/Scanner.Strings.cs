namespace AgentEnhancer.Templates.Reading;

internal sealed partial class Scanner
{
    private const int LongestCharacter = 14;

    private int TryString(int i)
    {
        var c = _text[i];
        if (c == '\'' && _syntax.Has(Quirks.Characters) && TryCharacter(i) is var character and >= 0)
        {
            return character;
        }

        if (_syntax.Has(Quirks.Heredocs) && c == '<' && At(i, "<<"))
        {
            return TryHeredoc(i);
        }

        if (_syntax.Has(Quirks.DollarQuotes) && c == '$')
        {
            return TryDollarQuote(i);
        }

        if (_syntax.Has(Quirks.LongBrackets) && c == '[' && LongBracketEnd(i, out var bracket) is var close and >= 0)
        {
            return Literal(i, i + bracket, close - bracket, close);
        }

        foreach (var form in _syntax.Strings)
        {
            if (At(i, form.Open))
            {
                var refined = _syntax.Refine is { } refine ? refine(_text, i, form) : form;
                return refined is null || !MayOpen(i, refined) ? -1 : Open(i, refined);
            }
        }

        return -1;
    }

    private bool MayOpen(int i, StringForm form)
    {
        if (_syntax.Has(Quirks.YamlScalars) && !StartsValue(i))
        {
            return false;
        }

        var from = i + form.Open.Length;
        if (from > _end)
        {
            return false;
        }

        if (form.MultiLine)
        {
            return sink.Occurs(form.Close, from);
        }

        // A quote without another on its line is an apostrophe.
        return _text.IndexOf(form.Close, from, LineEnd(i) - Math.Min(from, LineEnd(i)), StringComparison.Ordinal) >= 0;
    }

    private int Open(int i, StringForm form)
    {
        if (form.IsDocumentation || (_syntax.Has(Quirks.Docstrings) && IsDocstring(i, form)))
        {
            var end = PlainEnd(i + form.Open.Length, form);
            var start = StringStart(i);
            return Comment(start, end, RawKind.Docstring, i - start + form.Open.Length, form.Close.Length);
        }

        _previous = i + form.Open.Length - 1;
        _frames.Push(new Frame { Kind = FrameKind.String, Form = form, Start = i + form.Open.Length });
        return i + form.Open.Length;
    }

    private int InString(int i)
    {
        var frame = _frames.Peek();
        var form = frame.Form!;
        while (i < _end)
        {
            var c = _text[i];
            if (c == '\n' && !form.MultiLine)
            {
                _frames.Pop();
                Add(frame, i);
                return i;
            }

            if (c == form.Close[0] && At(i, form.Close))
            {
                if (form.Escape == Escape.Doubled && i + 1 < _end && _text[i + 1] == c)
                {
                    sink.Blank(i, i + 2);
                    i += 2;
                    continue;
                }

                // """text"""": the fence is the last three.
                while (form.Close.Length >= 3 && i + form.Close.Length < _end && _text[i + form.Close.Length] == c)
                {
                    sink.Blank(i, i + 1);
                    i++;
                }

                _frames.Pop();
                Add(frame, i);
                _previous = Math.Min(i + form.Close.Length, _end) - 1;
                return Math.Min(i + form.Close.Length, _end);
            }

            if (HoleAt(i, form) is { } hole)
            {
                if (hole.Literal is { } literal && At(i, literal))
                {
                    sink.Blank(i, Math.Min(_end, i + literal.Length));
                    i = Math.Min(_end, i + literal.Length);
                    continue;
                }

                if (form.MultiLine || _text.IndexOf(hole.Close, i, LineEnd(i) - i) >= 0)
                {
                    var inside = Math.Min(_end, i + hole.Open.Length);
                    sink.Blank(i, inside - 1);
                    _brackets++;
                    _previous = inside - 1;
                    _frames.Push(new Frame { Kind = FrameKind.Code, Nests = hole.Nests, Close = hole.Close });
                    return inside;
                }
            }

            var escaped = (form.Escape == Escape.Backslash && c == '\\') || (form.Escape == Escape.Backtick && c == '`');
            var length = escaped && i + 1 < _end ? 2 : 1;
            sink.Blank(i, i + length);
            i += length;
        }

        return i;
    }

    private Hole? HoleAt(int i, StringForm form)
    {
        foreach (var hole in form.Holes)
        {
            if (_text[i] == hole.Open[0] && At(i, hole.Open))
            {
                return hole;
            }
        }

        return null;
    }

    private void Add(Frame frame, int end) => sink.Strings.Add(new RawSpan(RawKind.String, Math.Min(frame.Start, end), end));

    /// <summary>A string that holds no code, delimiters kept.</summary>
    private int Literal(int start, int from, int to, int end)
    {
        sink.Strings.Add(new RawSpan(RawKind.String, from, Math.Max(from, to)));
        sink.Blank(from, Math.Max(from, to));
        _previous = Math.Max(start, end - 1);
        return end;
    }

    private int PlainEnd(int i, StringForm form)
    {
        for (; i < _end; i++)
        {
            if (_text[i] == '\\' && form.Escape == Escape.Backslash)
            {
                i++;
            }
            else if (_text[i] == '\n' && !form.MultiLine)
            {
                return i;
            }
            else if (_text[i] == form.Close[0] && At(i, form.Close))
            {
                return Math.Min(_end, i + form.Close.Length);
            }
        }

        return _end;
    }

    /// <summary>A string that is a statement of its own, or the text of <c>@doc</c>.</summary>
    private bool IsDocstring(int i, StringForm form)
    {
        if (language is "elixir")
        {
            var word = _previous - 3 >= _begin ? _text.AsSpan(Math.Max(_begin, _previous - 9), Math.Min(10, _previous + 1 - _begin)) : default;
            return form.Open.Length == 3 && (word.EndsWith("@doc") || word.EndsWith("@moduledoc") || word.EndsWith("@typedoc"));
        }

        var start = StringStart(i);
        if (_brackets > 0 || i - start > 2 || !StartsLine(start) || (_previous >= _begin && _text[_previous] is '\\' or '=' or '+' or ','))
        {
            return false;
        }

        var end = PlainEnd(i + form.Open.Length, form);
        while (end < _end && _text[end] is ' ' or '\t')
        {
            end++;
        }

        return end >= _end || _text[end] is '\n' or '#' or ';';
    }

    /// <summary>Where the prefix of a Python string starts.</summary>
    private int StringStart(int i)
    {
        while (language is "python" && i > _begin && char.IsAsciiLetter(_text[i - 1]))
        {
            i--;
        }

        return i;
    }

    private int TryCharacter(int i)
    {
        if (i > _begin && (char.IsLetterOrDigit(_text[i - 1]) || _text[i - 1] == '_') && !(_text[i - 1] is 'b' or 'L' or 'u' or 'U'))
        {
            return -1; // 1'000, x'
        }

        var limit = Math.Min(LineEnd(i), i + LongestCharacter);
        if (i + 2 >= limit && i + 2 >= _end)
        {
            return -1;
        }

        if (_text[i + 1] == '\\')
        {
            var close = i + 3 < limit ? _text.IndexOf('\'', i + 3, limit - i - 3) : -1;
            return close < 0 ? -1 : Character(i, close);
        }

        if (_text[i + 2] == '\'' && _text[i + 1] is not ('\'' or '\n'))
        {
            return Character(i, i + 2);
        }

        if (i + 3 < _end && char.IsHighSurrogate(_text[i + 1]) && _text[i + 3] == '\'')
        {
            return Character(i, i + 3);
        }

        // '{{Letter}}', 'ABCD' in C.
        if (language is "rust" or "haskell" or "fsharp" or "scala")
        {
            return -1;
        }

        var k = i + 1;
        while (k < _end && k - i < 48 && (char.IsAsciiLetterOrDigit(_text[k]) || _text[k] == '_'))
        {
            k++;
        }

        return k < _end && k > i + 1 && _text[k] == '\'' ? Character(i, k) : -1;
    }

    private int Character(int open, int close)
    {
        sink.Blank(open + 1, close);
        _previous = close;
        return close + 1;
    }
}
