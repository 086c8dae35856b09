namespace AgentEnhancer.Templates.Reading;

/// <summary>Texts that span lines by other means than a pair of quotes.</summary>
internal sealed partial class Scanner
{
    /// <summary><c>&lt;&lt;EOF</c>, <c>&lt;&lt;-'EOF'</c>, <c>&lt;&lt;~EOS</c>, <c>&lt;&lt;&lt;SQL</c>: the text starts on the next line.</summary>
    private int TryHeredoc(int i)
    {
        var k = i + 2;
        if (k < _end && _text[k] == '<')
        {
            if (language is not "php")
            {
                _previous = k;
                return k + 1; // <<< "a string"
            }

            k++;
        }

        var indented = language is "hcl" or "php" || (k < _end && _text[k] is '-' or '~');
        if (k < _end && _text[k] is '-' or '~')
        {
            k++;
        }

        while (language is "php" && k < _end && _text[k] == ' ')
        {
            k++;
        }

        var quote = k < _end && _text[k] is '\'' or '"' ? _text[k++] : '\0';
        var start = k;
        while (k < _end && (char.IsAsciiLetterOrDigit(_text[k]) || _text[k] == '_'))
        {
            k++;
        }

        // class << self, 1 << n, array << VALUE
        if (k == start || char.IsAsciiDigit(_text[start]) || (language is "ruby" && (!indented || char.IsAsciiLetterLower(_text[start]))))
        {
            return -1;
        }

        var word = _text[start..k];
        if (!sink.Occurs("\n", k))
        {
            return -1;
        }

        _heredocs.Enqueue((word, indented));
        _previous = k - 1;
        return quote != '\0' && k < _end && _text[k] == quote ? k + 1 : k;
    }

    private int SkipHeredocs(int i)
    {
        while (_heredocs.TryDequeue(out var heredoc))
        {
            var start = i;
            var k = i;
            var found = false;
            while (k < _end && !found)
            {
                var end = _text.IndexOf('\n', k, _end - k);
                end = end < 0 ? _end : end;
                var line = _text.AsSpan(k, end - k);
                var bare = heredoc.Indented ? line.TrimStart() : line;
                found = bare.StartsWith(heredoc.Word, StringComparison.Ordinal)
                    && (bare.Length == heredoc.Word.Length || !char.IsLetterOrDigit(bare[heredoc.Word.Length]));
                if (found)
                {
                    sink.Strings.Add(new RawSpan(RawKind.String, start, Math.Max(start, k - 1)));
                    sink.Blank(start, k);
                    // The word itself closes the text; what follows it is code again.
                    i = k + (line.Length - bare.Length) + heredoc.Word.Length;
                    _previous = i - 1;
                }
                else
                {
                    k = Math.Min(_end, end + 1);
                }
            }

            if (!found)
            {
                // No end: it was no heredoc, and so are the others.
                _heredocs.Clear();
                return start;
            }
        }

        return i;
    }

    private int TryDollarQuote(int i)
    {
        var k = i + 1;
        while (k < _end && (char.IsAsciiLetterOrDigit(_text[k]) || _text[k] == '_'))
        {
            k++;
        }

        if (k >= _end || _text[k] != '$' || (i > _begin && char.IsLetterOrDigit(_text[i - 1])))
        {
            return -1;
        }

        var tag = _text[i..(k + 1)];
        var close = sink.Occurs(tag, k + 1) ? _text.IndexOf(tag, k + 1, _end - k - 1, StringComparison.Ordinal) : -1;
        return close < 0 ? -1 : Literal(i, k + 1, close, close + tag.Length);
    }

    /// <summary>Behind <c>]==]</c> for <c>[==[</c> at <paramref name="i"/>, or -1.</summary>
    private int LongBracketEnd(int i, out int length)
    {
        length = 0;
        var k = i + 1;
        while (k < _end && _text[k] == '=')
        {
            k++;
        }

        if (_text[i] != '[' || k >= _end || _text[k] != '[')
        {
            return -1;
        }

        length = k - i + 1;
        var close = $"]{new string('=', k - i - 1)}]";
        var at = sink.Occurs(close, k + 1) ? _text.IndexOf(close, k + 1, _end - k - 1, StringComparison.Ordinal) : -1;
        return at < 0 ? -1 : at + length;
    }

    /// <summary>A quote opens a YAML string where a value starts: <c>name: Don't</c> has none.</summary>
    private bool StartsValue(int i)
    {
        if (_previous < _begin || StartsLine(i))
        {
            return true;
        }

        var c = _text[_previous];
        return c is '[' or '{' or ',' || (_previous < i - 1 && c is ':' or '-' or '?' or '=') || (c == ':' && i == _previous + 1)
            || (char.IsLetterOrDigit(c) && StartsTagged(i));
    }

    // !!str "x", &anchor "x", - name "x" in a flow of words: only after a tag or an anchor.
    private bool StartsTagged(int i)
    {
        var line = _text.LastIndexOf('\n', i - 1, i - _begin) + 1;
        var word = _text.AsSpan(Math.Max(line, _begin), i - Math.Max(line, _begin)).TrimEnd();
        var space = word.LastIndexOf(' ');
        return space >= 0 && word[(space + 1)..] is ['!' or '&', ..];
    }

    /// <summary>
    /// <c>run: |</c>: quotes in the text below open nothing. Its own comments (most often a shell's) are comments.
    /// </summary>
    private int SkipBlockScalar(int i)
    {
        if (_previous < _begin || !IsScalarHeader(i, out var parent))
        {
            return i + 1;
        }

        var k = i + 1;
        while (k < _end)
        {
            var end = _text.IndexOf('\n', k, _end - k);
            end = end < 0 ? _end : end;
            var line = _text.AsSpan(k, end - k);
            var text = line.TrimStart();
            if (!text.IsEmpty && line.Length - text.Length <= parent)
            {
                break;
            }

            if (text.StartsWith("#") && !text.StartsWith("#!"))
            {
                Comment(k + line.Length - text.Length, end, RawKind.LineComment, 1, 0);
            }

            k = end + 1;
        }

        // Back to the line end before, so that the next line starts as any other.
        _previous = i;
        return Math.Min(_end, Math.Max(k, i + 1));
    }

    private bool IsScalarHeader(int newline, out int parentIndent)
    {
        var start = newline == 0 ? 0 : _text.LastIndexOf('\n', newline - 1, newline - _begin) + 1;
        start = Math.Max(start, _begin);
        parentIndent = 0;
        while (start + parentIndent < newline && _text[start + parentIndent] == ' ')
        {
            parentIndent++;
        }

        var k = _previous;
        while (k > start && _text[k] is '+' or '-' || (k > start && char.IsAsciiDigit(_text[k])))
        {
            k--;
        }

        if (k <= start || _text[k] is not ('|' or '>'))
        {
            return false;
        }

        var before = _text.AsSpan(start, k - start).TrimEnd();
        return before is [.., ':' or '-'] || before.Contains("!", StringComparison.Ordinal);
    }
}
