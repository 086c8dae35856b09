using System.Collections.Immutable;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Plans.Rules;

/// <summary>
/// One template as one text per view. All of them are aligned with <see cref="Raw"/>, offset by offset, so that what is found
/// in a view is read back from the source.
/// </summary>
internal sealed class RuleTexts
{
    private readonly LexedSource _source;
    private readonly int[] _starts;
    private readonly Lazy<string> _sourceView;
    private readonly Lazy<string> _commentView;
    private readonly Lazy<string> _rawView;

    public RuleTexts(LexedSource source)
    {
        _source = source;
        _starts = new int[source.Lines.Length];
        for (var line = 1; line < _starts.Length; line++)
        {
            _starts[line] = _starts[line - 1] + source.Lines[line - 1].Length + 1;
        }

        Raw = string.Join('\n', source.Lines);
        Code = string.Join('\n', source.Code);
        _sourceView = new(() => WithoutComments(source));
        _commentView = new(() => CommentsAlone(source));
        _rawView = new(() => RawWithoutComments(source, _commentView.Value));
    }

    public string Raw { get; }

    public string Code { get; }

    /// <summary>Placeholders masked, comments blank, strings as they are.</summary>
    public string Source => _sourceView.Value;

    public int LineCount => _starts.Length;

    public string Of(RuleView view) => view switch
    {
        RuleView.Code => Code,
        RuleView.Source => Source,
        RuleView.Raw => _rawView.Value,
        _ => _commentView.Value,
    };

    public int StartOf(int line) => _starts[line];

    /// <summary>Where a line ends, its line end not included.</summary>
    public int EndOf(int line) => line + 1 < _starts.Length ? _starts[line + 1] - 1 : Raw.Length;

    /// <summary>The line, from 0, that an offset stands on.</summary>
    public int LineAt(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Whether a run of characters begins or ends inside of a placeholder, and so would be half a name.</summary>
    public bool CutsPlaceholder(int start, int length)
    {
        foreach (var placeholder in _source.Placeholders)
        {
            var first = _starts[placeholder.Line - 1] + placeholder.Column;
            var end = first + placeholder.Text.Length;
            if ((start > first && start < end) || (start + length > first && start + length < end))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutComments(LexedSource source)
    {
        var commented = LinesWithComments(source);
        var strings = source.Strings.ToLookup(s => s.Line - 1);
        return string.Join('\n', source.Masked.Select((masked, line) =>
        {
            if (!commented[line])
            {
                return masked;
            }

            var text = source.Code[line].ToCharArray();
            foreach (var literal in strings[line])
            {
                var length = Math.Min(FirstLineLength(literal.Value), text.Length - literal.Column);
                masked.AsSpan(literal.Column, length).CopyTo(text.AsSpan(literal.Column));
            }

            return new string(text);
        }));
    }

    /// <summary>A line of nothing but a comment goes as a whole: a tag inside of the comment is masked in its view.</summary>
    private static string RawWithoutComments(LexedSource source, string comments)
    {
        var start = 0;
        return string.Join('\n', source.Lines.Select((raw, line) =>
        {
            var comment = comments.AsSpan(start, raw.Length);
            start += raw.Length + 1;
            if (comment.IsWhiteSpace())
            {
                return raw;
            }

            var text = raw.ToCharArray();
            var isAll = string.IsNullOrWhiteSpace(source.Code[line]);
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = isAll || comment[i] != ' ' ? ' ' : text[i];
            }

            return new string(text);
        }));
    }

    private static string CommentsAlone(LexedSource source)
    {
        var commented = LinesWithComments(source);
        var strings = source.Strings.ToLookup(s => s.Line - 1);
        return string.Join('\n', source.Masked.Select((masked, line) =>
        {
            var text = new char[masked.Length];
            Array.Fill(text, ' ');
            for (var i = 0; commented[line] && i < text.Length; i++)
            {
                text[i] = source.Code[line][i] == ' ' ? masked[i] : ' ';
            }

            foreach (var literal in strings[line])
            {
                text.AsSpan(literal.Column, Math.Min(FirstLineLength(literal.Value), text.Length - literal.Column)).Fill(' ');
            }

            return new string(text);
        }));
    }

    private static int FirstLineLength(string value)
    {
        var end = value.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? value.Length : end;
    }

    private static bool[] LinesWithComments(LexedSource source)
    {
        var commented = new bool[source.Lines.Length];
        foreach (var comment in source.Comments)
        {
            commented.AsSpan(comment.Span.First - 1, comment.Span.Length).Fill(true);
        }

        return commented;
    }
}
