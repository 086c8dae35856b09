using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates.Sections;

/// <summary>A source seen line by line, for languages whose units follow from lines and indentation. Lines count from 0 here.</summary>
internal sealed partial class SourceLines
{
    private const int TabWidth = 8;

    private readonly bool[] _isComment;

    public SourceLines(LexedSource source)
    {
        Source = source;
        _isComment = new bool[Count];
        var next = 0;
        foreach (var comment in source.Comments)
        {
            // Comments stand in order; a line that holds many of them is looked at once.
            for (var line = Math.Max(next, comment.IsTrailing ? comment.Span.First : comment.Span.First - 1); line < comment.Span.Last && line < Count; line++)
            {
                _isComment[line] = string.IsNullOrWhiteSpace(source.Code[line]);
                next = line + 1;
            }
        }
    }

    public LexedSource Source { get; }

    public int Count => Source.Lines.Length;

    public string Code(int line) => Source.Code[line];

    public string Masked(int line) => Source.Masked[line];

    public string Text(int line) => Source.Lines[line];

    public bool IsBlank(int line) => string.IsNullOrWhiteSpace(Source.Lines[line]);

    public bool HasCode(int line) => !string.IsNullOrWhiteSpace(Source.Code[line]);

    /// <summary>Nothing but a comment (or a part of one) stands on it.</summary>
    public bool IsComment(int line) => _isComment[line];

    /// <summary>The column at which the line's code begins, tabs counted to their stops.</summary>
    public int Indent(int line)
    {
        var column = 0;
        foreach (var c in Source.Masked[line])
        {
            switch (c)
            {
                case ' ':
                    column++;
                    break;
                case '\t':
                    column += TabWidth - (column % TabWidth);
                    break;
                case '\f':
                    column = 0;
                    break;
                default:
                    return column;
            }
        }

        return column;
    }

    /// <summary>The first line of the comments that stand right above <paramref name="line"/>, with its indentation and not above <paramref name="floor"/>.</summary>
    public int LeadStart(int line, int floor)
    {
        var indent = Indent(line);
        var start = line;
        while (start > floor && IsComment(start - 1) && !IsBlank(start - 1)
            && Indent(start - 1) == indent && !UnitLead.IsBanner(Text(start - 1)) && !Heading().IsMatch(Text(start - 1)))
        {
            start--;
        }

        return start;
    }

    /// <summary>The last line from <paramref name="first"/> to <paramref name="last"/> that is neither blank nor a comment; <paramref name="first"/> where there is none.</summary>
    public int LastContent(int first, int last)
    {
        while (last > first && (IsBlank(last) || IsComment(last)))
        {
            last--;
        }

        return last;
    }

    /// <summary>The last line from <paramref name="first"/> to <paramref name="last"/> that is not blank.</summary>
    public int LastText(int first, int last)
    {
        while (last > first && IsBlank(last))
        {
            last--;
        }

        return last;
    }

    /// <summary>A group as it stands in the source: placeholders back in their place.</summary>
    public string Read(int line, Group group) => Text(line).Substring(group.Index, group.Length);

    /// <summary>Several lines as one, for attributes.</summary>
    public string Joined(int first, int last) =>
        string.Join(' ', Enumerable.Range(first, last - first + 1).Where(i => !IsComment(i)).Select(i => Text(i).Trim()).Where(t => t.Length > 0));

    public static Unit Unit(string name, UnitKind kind, int first, int last, int signature, Unit? parent = null, ImmutableArray<string> attributes = default) =>
        new(name.Trim(), kind, new LineSpan(first + 1, last + 1), signature + 1, parent is null ? 0 : parent.Level + 1, parent, attributes.IsDefault ? [] : attributes);

    public static ImmutableArray<Unit> Sorted(IEnumerable<Unit> units) =>
        [.. units.OrderBy(u => u.Span.First).ThenByDescending(u => u.Span.Last).ThenBy(u => u.Level)];

    /// <summary>A numbered heading leads many units and not one; a shebang leads the file.</summary>
    [GeneratedRegex(@"^\s*(?:#|//|--|;|<!--)+\s*\d+\.\s|^#!", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
