using System.Buffers;

namespace AgentEnhancer.Agents;

/// <summary>Where blocks of HTML begin and end: in them nothing is markdown.</summary>
internal static class MarkdownHtml
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" =>/\"'<");

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \"'=<>`");

    internal enum Kind
    {
        Raw,
        Comment,
        Instruction,
        Declaration,
        CharacterData,
        Block,
        Tag,
    }

    /// <param name="text">From the first character that is not a space.</param>
    /// <param name="inParagraph">A tag that is not a block's does not end a paragraph.</param>
    public static Kind? Start(ReadOnlySpan<char> text, bool inParagraph)
    {
        if (text.Length < 2 || text[0] != '<')
        {
            return null;
        }

        if (text[1] is '!' or '?')
        {
            return text.StartsWith("<!--", StringComparison.Ordinal) ? Kind.Comment
                : text[1] == '?' ? Kind.Instruction
                : text.StartsWith("<![CDATA[", StringComparison.Ordinal) ? Kind.CharacterData
                : text.Length > 2 && char.IsAsciiLetter(text[2]) ? Kind.Declaration
                : null;
        }

        var closes = text[1] == '/';
        var name = Name(text[(closes ? 2 : 1)..]);
        if (name.Length == 0)
        {
            return null;
        }

        var rest = text[((closes ? 2 : 1) + name.Length)..];
        if (rest.IsEmpty || rest[0] is ' ' or '>' || rest.StartsWith("/>", StringComparison.Ordinal))
        {
            if (!closes && IsRaw(name) && !rest.StartsWith("/>", StringComparison.Ordinal))
            {
                return Kind.Raw;
            }

            if (IsBlock(name.ToString().ToLowerInvariant()))
            {
                return Kind.Block;
            }
        }

        return !inParagraph && !IsRaw(name) && IsWholeTag(text) ? Kind.Tag : null;
    }

    public static bool EndsAtBlank(Kind kind) => kind is Kind.Block or Kind.Tag;

    public static bool Ends(Kind kind, ReadOnlySpan<char> text) => kind switch
    {
        Kind.Raw => text.Contains("</script>", StringComparison.OrdinalIgnoreCase) || text.Contains("</pre>", StringComparison.OrdinalIgnoreCase)
            || text.Contains("</style>", StringComparison.OrdinalIgnoreCase) || text.Contains("</textarea>", StringComparison.OrdinalIgnoreCase),
        Kind.Comment => text.Contains("-->", StringComparison.Ordinal),
        Kind.Instruction => text.Contains("?>", StringComparison.Ordinal),
        Kind.Declaration => text.Contains('>'),
        Kind.CharacterData => text.Contains("]]>", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsRaw(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("pre", StringComparison.OrdinalIgnoreCase)
        || name.Equals("style", StringComparison.OrdinalIgnoreCase) || name.Equals("textarea", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetter(text[length]) || (length > 0 && (char.IsAsciiDigit(text[length]) || text[length] == '-'))))
        {
            length++;
        }

        return text[..length];
    }

    private static bool IsBlock(string name) => name is
        "address" or "article" or "aside" or "base" or "basefont" or "blockquote" or "body" or "caption" or "center" or "col"
        or "colgroup" or "dd" or "details" or "dialog" or "dir" or "div" or "dl" or "dt" or "fieldset" or "figcaption" or "figure"
        or "footer" or "form" or "frame" or "frameset" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "head" or "header" or "hr"
        or "html" or "iframe" or "legend" or "li" or "link" or "main" or "menu" or "menuitem" or "nav" or "noframes" or "ol"
        or "optgroup" or "option" or "p" or "param" or "search" or "section" or "summary" or "table" or "tbody" or "td" or "tfoot"
        or "th" or "thead" or "title" or "tr" or "track" or "ul";

    /// <summary>One whole opening or closing tag, alone on its line.</summary>
    private static bool IsWholeTag(ReadOnlySpan<char> text)
    {
        var closes = text[1] == '/';
        text = text[(closes ? 2 : 1)..];
        text = text[Name(text).Length..];
        while (true)
        {
            var spaced = text.Length > 0 && text[0] == ' ';
            text = text.TrimStart(' ');
            if (text.Length > 0 && text[0] == '>')
            {
                return text[1..].IsWhiteSpace();
            }

            if (!closes && text.StartsWith("/>", StringComparison.Ordinal))
            {
                return text[2..].IsWhiteSpace();
            }

            if (closes || !spaced || !TakeAttribute(ref text))
            {
                return false;
            }
        }
    }

    private static bool TakeAttribute(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(NameEnds);
        if (end <= 0 || !(char.IsAsciiLetter(text[0]) || text[0] is '_' or ':'))
        {
            return false;
        }

        text = text[end..];
        var rest = text.TrimStart(' ');
        if (rest.IsEmpty || rest[0] != '=')
        {
            return true;
        }

        rest = rest[1..].TrimStart(' ');
        if (rest.IsEmpty)
        {
            return false;
        }

        var quote = rest[0];
        end = quote is '"' or '\'' ? rest[1..].IndexOf(quote) + 2 : rest.IndexOfAny(ValueEnds);
        if (end <= (quote is '"' or '\'' ? 1 : 0))
        {
            return false;
        }

        text = rest[end..];
        return true;
    }
}
