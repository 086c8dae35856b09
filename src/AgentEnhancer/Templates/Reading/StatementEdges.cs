namespace AgentEnhancer.Templates.Reading;

/// <summary>Where statements begin and end inside a unit, by indent and by what the lines around them leave open.</summary>
internal static class StatementEdges
{
    /// <summary>Nothing but attributes (<c>[Fact]</c>, <c>#[test]</c>) or decorators (<c>@Test</c>, <c>@app.get("/")</c>).</summary>
    public static bool IsMark(LexedSource source, int first, int last)
    {
        var code = string.Join(' ', source.Code[(first - 1)..last].Select(l => l.Trim()).Where(l => l.Length > 0));
        for (var at = 0; at < code.Length;)
        {
            var end = code[at] == '#' ? at + 1 : at;
            if (code[at] == '@')
            {
                end++;
                while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] is '_' or '.'))
                {
                    end++;
                }

                end = end == at + 1 ? -1 : end < code.Length && code[end] == '(' ? AfterBracket(code, end) : end;
            }
            else
            {
                end = end < code.Length && code[end] == '[' ? AfterBracket(code, end) : -1;
            }

            if (end < 0 || (end < code.Length && code[end] != ' '))
            {
                return false;
            }

            at = end + 1;
        }

        return code.Length > 0;
    }

    /// <summary>Behind the bracket that closes the one at <paramref name="open"/>, or -1.</summary>
    private static int AfterBracket(string code, int open)
    {
        var depth = 0;
        for (var i = open; i < code.Length; i++)
        {
            depth += code[i] is '(' or '[' or '{' ? 1 : code[i] is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return -1;
    }

    /// <summary>A statement begins on the line, at the indent of its siblings.</summary>
    public static bool Starts(LexedSource source, int line, int indent)
    {
        var (text, code) = (source.Lines[line - 1], source.Code[line - 1]);
        var start = Indent(text);
        if (start != indent || start >= code.Length || char.IsWhiteSpace(code[start]))
        {
            return false;
        }

        var rest = code.AsSpan(start);
        if (rest[0] is '.' or '?' or ':' or '&' or '|' or ')' or ']' or '}' or '=' or '+' or '{' or ','
            || rest.StartsWith("else") || rest.StartsWith("catch") || rest.StartsWith("finally") || rest.StartsWith("elif") || rest.StartsWith("except")
            || rest.StartsWith("where ") || rest.StartsWith("\"\"\""))
        {
            return false;
        }

        // The inside of a text over several lines is blank in code, and no comment.
        var above = line - 1;
        return above < 1 || !string.IsNullOrWhiteSpace(source.Code[above - 1]) ? Ends(source, above)
            : string.IsNullOrWhiteSpace(source.Lines[above - 1]) || IsComment(source, above);
    }

    private static bool Ends(LexedSource source, int line)
    {
        var code = line < 1 ? string.Empty : source.Code[line - 1].TrimEnd();
        return code.Length == 0 || !(code[^1] is '=' or '+' or '&' or '|' or '?' or '\\' or '(' || code.EndsWith("=>", StringComparison.Ordinal))
            || source.Masked[line - 1].TrimEnd().Length > code.Length + 1;
    }

    private static bool IsComment(LexedSource source, int line)
    {
        var (low, high) = (0, source.Comments.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = source.Comments[middle].Span;
            if (span.Contains(line))
            {
                return true;
            }

            (low, high) = span.Last < line ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    /// <summary>The first line of the comment that leads a statement, or the statement's own.</summary>
    public static int LeadOf(LexedSource source, int line, int floor)
    {
        while (line - 1 > floor && string.IsNullOrWhiteSpace(source.Code[line - 2]) && IsComment(source, line - 1))
        {
            line--;
        }

        return line;
    }

    public static int Indent(string line)
    {
        var i = 0;
        while (i < line.Length && char.IsWhiteSpace(line[i]))
        {
            i++;
        }

        return i;
    }
}
