namespace AgentEnhancer.Templates.Reading;

/// <summary>Regular expressions as literals, which look like divisions.</summary>
internal sealed partial class Scanner
{
    /// <summary>Bounds the search for a closing slash, which every division on a long line starts.</summary>
    private const int LongestPattern = 1_000;

    /// <summary>A slash where an operand is due opens a regular expression.</summary>
    private int TryRegex(int i)
    {
        if (!OperandIsDue())
        {
            return -1;
        }

        var end = Math.Min(LineEnd(i), i + LongestPattern);
        var inClass = false;
        for (var k = i + 1; k < end; k++)
        {
            switch (_text[k])
            {
                case '\\':
                    k++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass && k > i + 1:
                    return Literal(i, i + 1, k, k + 1);
                default:
                    break;
            }
        }

        return -1;
    }

    /// <summary>Whether an expression is to start here, by what stands before.</summary>
    private bool OperandIsDue()
    {
        if (_previous < _begin)
        {
            return true;
        }

        var c = _text[_previous];
        if (!(char.IsLetterOrDigit(c) || c is '_' or '$'))
        {
            return c is '(' or ',' or '=' or ':' or '[' or '!' or '&' or '|' or '?' or '{' or ';' or '~' or '+' or '-' or '*' or '%' or '<' or '^'
                || (c == '>' && _previous > _begin && _text[_previous - 1] == '=');
        }

        var k = _previous;
        while (k > _begin && _previous - k < 12 && char.IsAsciiLetter(_text[k - 1]))
        {
            k--;
        }

        return _text.AsSpan(k, _previous - k + 1) is
            "return" or "default" or "case" or "typeof" or "yield" or "await" or "else" or "in" or "of" or "do" or "void" or "delete" or "new"
            or "if" or "unless" or "when" or "and" or "or" or "not";
    }
}
