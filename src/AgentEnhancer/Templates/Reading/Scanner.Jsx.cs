using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Reading;

/// <summary>JSX: tags are code, their text is none, and braces bring back code.</summary>
internal sealed partial class Scanner
{
    private int TryJsx(int i)
    {
        if (i + 1 >= _end || !(char.IsAsciiLetter(_text[i + 1]) || _text[i + 1] is '>' or '_') || !OperandIsDue() || IsTypeParameter(i))
        {
            return -1;
        }

        _frames.Push(new Frame { Kind = FrameKind.JsxTag });
        return i + 1;
    }

    /// <summary><c>&lt;T,&gt;(x: T) =&gt;</c>, <c>&lt;T extends Item&gt;(…)</c>, <c>&lt;TData&gt;(…)</c>.</summary>
    private bool IsTypeParameter(int i)
    {
        var k = i + 1;
        while (k < _end && (char.IsAsciiLetterOrDigit(_text[k]) || _text[k] is '_' or '.'))
        {
            k++;
        }

        var name = _text.AsSpan(i + 1, k - i - 1);
        var spaced = k;
        while (spaced < _end && _text[spaced] is ' ' or '\t' or '\n')
        {
            spaced++;
        }

        if (spaced >= _end)
        {
            return false;
        }

        var typeName = name is [>= 'A' and <= 'Z'] or ['T', >= 'A' and <= 'Z', ..];
        return _text[spaced] == ',' || (spaced > k && At(spaced, "extends ")) || (spaced > k && _text[spaced] == '=')
            || (typeName && _text[spaced] == '>' && spaced + 1 < _end && _text[spaced + 1] == '(');
    }

    private int InJsxTag(int i)
    {
        var frame = _frames.Peek();
        while (i < _end)
        {
            var c = _text[i];
            switch (c)
            {
                case '{':
                    return OpenHole(i);
                case '"' or '\'' when sink.Occurs(c == '"' ? "\"" : "'", i + 1) && _text.IndexOf(c, i + 1, _end - i - 1) is var close and >= 0:
                    i = Literal(i, i + 1, close, close + 1);
                    continue;
                case '/' when At(i, "/>"):
                    _frames.Pop();
                    _previous = i + 1;
                    return i + 2;
                case '/' when At(i, "/*") || At(i, "//"):
                    i = TryComment(i) is var after and >= 0 ? after : i + 1;
                    continue;
                case '<':
                    frame.Depth++;
                    break;
                case '>' when frame.Depth > 0:
                    frame.Depth--;
                    break;
                case '>':
                    _frames.Pop();
                    _previous = i;
                    if (frame.Kind == FrameKind.JsxTag)
                    {
                        _frames.Push(new Frame { Kind = FrameKind.JsxText });
                    }
                    else if (_frames.Peek().Kind == FrameKind.JsxText)
                    {
                        _frames.Pop();
                    }

                    return i + 1;
                case ';' when frame.Kind == FrameKind.JsxTag:
                    // No tag holds one: what looked like a tag was a type.
                    _frames.Pop();
                    return i;
                default:
                    break;
            }

            Replace(frame);
            i++;
        }

        return i;
    }

    private void Replace(Frame frame)
    {
        _frames.Pop();
        _frames.Push(frame);
    }

    private int InJsxText(int i)
    {
        while (i < _end)
        {
            var c = _text[i];
            if (c == '{')
            {
                return OpenHole(i);
            }

            if (c == '<' && i + 1 < _end && _text[i + 1] == '/')
            {
                _frames.Push(new Frame { Kind = FrameKind.JsxClosingTag });
                return i + 2;
            }

            if (c == '<' && i + 1 < _end && (char.IsAsciiLetter(_text[i + 1]) || _text[i + 1] is '>' or '_'))
            {
                _frames.Push(new Frame { Kind = FrameKind.JsxTag });
                return i + 1;
            }

            if ((i == _begin || _text[i - 1] == '\n') && ResumesCode(i))
            {
                // An element without its end (alternatives of a template engine): code at the left margin ends it.
                while (_frames.Count > 1)
                {
                    _frames.Pop();
                }

                return i;
            }

            sink.Blank(i, i + 1);
            i++;
        }

        return i;
    }

    private bool ResumesCode(int i) =>
        StatementAtMargin().IsMatch(_text.AsSpan(i, Math.Min(40, _end - i)));

    private int OpenHole(int i)
    {
        _brackets++;
        _previous = i;
        _frames.Push(new Frame { Kind = FrameKind.Code, Nests = '{', Close = '}' });
        return i + 1;
    }

    [GeneratedRegex(@"^(?:(?:export|import|function|const|let|var|class|type|interface|async function|describe|it|test)[ (]|[)}]+;?\s*(?:\n|$))", RegexOptions.CultureInvariant)]
    private static partial Regex StatementAtMargin();
}
