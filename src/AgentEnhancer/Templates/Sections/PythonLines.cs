namespace AgentEnhancer.Templates.Sections;

/// <summary>Where Python's statements begin: brackets, strings over several lines and backslashes join lines.</summary>
internal static class PythonLines
{
    /// <returns>By line: a statement begins here; and the line is a part of some statement.</returns>
    public static (bool[] Starts, bool[] Content) Read(SourceLines lines)
    {
        var starts = new bool[lines.Count];
        var content = new bool[lines.Count];
        MarkDocstrings(lines, starts, content);
        var depth = 0;
        var quote = '\0';
        var joined = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var code = lines.Code(i);
            var trimmed = code.AsSpan().Trim();

            // These words begin a statement wherever they stand, so a bracket or a quote that never closes ends here.
            if (quote == '\0' && depth > 0 && IsDefinition(trimmed))
            {
                depth = 0;
            }

            var open = depth > 0 || quote != '\0' || joined;
            starts[i] |= !open && trimmed.Length > 0;
            content[i] |= trimmed.Length > 0 || quote != '\0';
            joined = Scan(code, ref depth, ref quote);
        }

        return (starts, content);
    }

    public static bool IsDefinition(ReadOnlySpan<char> code) =>
        code.StartsWith("def ", StringComparison.Ordinal) || code.StartsWith("class ", StringComparison.Ordinal)
        || code.StartsWith("async def ", StringComparison.Ordinal);

    /// <summary>Docstrings count as comments, so they are blank in code, yet they are statements.</summary>
    private static void MarkDocstrings(SourceLines lines, bool[] starts, bool[] content)
    {
        foreach (var comment in lines.Source.Comments)
        {
            var first = comment.Span.First - 1;
            if (comment.IsTrailing || lines.Text(first).AsSpan().TrimStart().StartsWith('#'))
            {
                continue;
            }

            starts[first] = true;
            for (var line = first; line < comment.Span.Last && line < lines.Count; line++)
            {
                content[line] = true;
            }
        }
    }

    /// <returns>Whether a backslash joins the next line to this one.</returns>
    private static bool Scan(string code, ref int depth, ref char quote)
    {
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            var triple = c is '"' or '\'' && i + 2 < code.Length && code[i + 1] == c && code[i + 2] == c;
            if (quote != '\0')
            {
                if (triple && c == quote)
                {
                    quote = '\0';
                    i += 2;
                }

                continue;
            }

            switch (c)
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '"' or '\'' when triple:
                    quote = c;
                    i += 2;
                    break;
                case '"' or '\'':
                    // The content is blank; a hole of an f-string may hold code, which is balanced.
                    var end = code.IndexOf(c, i + 1);
                    i = end < 0 ? code.Length : end;
                    break;
            }
        }

        return quote == '\0' && code.AsSpan().TrimEnd().EndsWith('\\');
    }
}
