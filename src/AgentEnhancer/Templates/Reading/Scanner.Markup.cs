namespace AgentEnhancer.Templates.Reading;

/// <summary>Text with tags: comments and attribute values go, code inside is scanned in its own language.</summary>
internal sealed partial class Scanner
{
    private string? _unclosed;

    private void Markup(int i)
    {
        if (language is "astro" && At(i, "---\n") && _text.IndexOf("\n---", i + 3, StringComparison.Ordinal) is var fence and >= 0)
        {
            new Scanner(sink, "typescript").Run(i + 4, fence);
            i = fence + 4;
        }

        while (i < _end)
        {
            var c = _text[i];
            if (c is '<' or '@' or '{')
            {
                var after = TryComment(i);
                if (after >= 0)
                {
                    i = after;
                    continue;
                }

                if (c == '<' && At(i, "<![CDATA["))
                {
                    var close = sink.Occurs("]]>", i) ? _text.IndexOf("]]>", i, StringComparison.Ordinal) : -1;
                    i = close < 0 ? i + 9 : close + 3;
                    continue;
                }

                if (c == '<' && i + 1 < _end && (char.IsLetter(_text[i + 1]) || _text[i + 1] is '/' or '?' or '!'))
                {
                    i = MarkupTag(i);
                    continue;
                }

                if (language is "razor" && c == '@' && CodeBlock(i) is var brace and >= 0)
                {
                    i = new Scanner(sink, "csharp").Run(brace, _end, stopAtBalance: true);
                    continue;
                }
            }

            i++;
        }
    }

    private int MarkupTag(int i)
    {
        var start = i++;
        while (i < _end && _text[i] != '>')
        {
            var c = _text[i];
            if (c == '<' && i + 1 < _end && char.IsLetter(_text[i + 1]))
            {
                return i; // the tag before has no end
            }

            if (c is '"' or '\'' && sink.Occurs(c == '"' ? "\"" : "'", i + 1) && _text[i - 1] is '=' or ' ' or '(' or '\n')
            {
                var close = _text.IndexOf(c, i + 1, _end - i - 1);
                i = close < 0 ? i + 1 : Literal(i, i + 1, close, close + 1);
                continue;
            }

            i++;
        }

        var end = Math.Min(_end, i + 1);
        return _syntax.Has(Quirks.PlainMarkup) ? end : Embedded(start, end);
    }

    /// <summary>The contents of <c>script</c> and <c>style</c>.</summary>
    private int Embedded(int tag, int start)
    {
        var (name, embedded) =
            StartsTag(tag, "script") ? ("script", "javascript")
            : StartsTag(tag, "style") ? ("style", "css")
            : (null, null);
        if (name is null || embedded is null || (start >= 2 && _text[start - 2] == '/'))
        {
            return start;
        }

        var head = _text.AsSpan(tag, start - tag);
        embedded = embedded is "javascript"
            ? head.Contains("\"ts\"", StringComparison.Ordinal) ? "typescript" : head.Contains("\"tsx\"", StringComparison.Ordinal) ? "tsx" : embedded
            : head.Contains("scss", StringComparison.Ordinal) || head.Contains("less", StringComparison.Ordinal) ? "scss" : embedded;
        // Where one closing tag is missing, the next search would run to the end of the file again.
        var close = string.Equals(_unclosed, name, StringComparison.Ordinal) ? -1 : _text.IndexOf("</" + name, start, _end - start, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            _unclosed = name;
            return start;
        }

        if (!head.Contains("json", StringComparison.Ordinal) && !head.Contains("text/", StringComparison.Ordinal))
        {
            new Scanner(sink, embedded).Run(start, close);
        }

        return close;
    }

    private bool StartsTag(int i, string name) =>
        string.Compare(_text, i + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && i + 1 + name.Length < _end && !char.IsLetterOrDigit(_text[i + 1 + name.Length]) && _text[i + 1 + name.Length] != '-';

    /// <summary>The brace of <c>@code {</c>, <c>@functions {</c> or <c>@{</c>; -1 where there is none.</summary>
    private int CodeBlock(int i)
    {
        var k = At(i, "@code") ? i + 5 : At(i, "@functions") ? i + 10 : -1;
        while (k >= 0 && k < _end && char.IsWhiteSpace(_text[k]))
        {
            k++;
        }

        return k >= 0 && k < _end && _text[k] == '{' ? k : -1;
    }
}
