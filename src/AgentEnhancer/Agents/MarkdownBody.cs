using System.Collections.Immutable;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Agents;

/// <summary>What a line of markdown is, as far as agents care.</summary>
internal enum MarkdownLineKind
{
    Blank,
    Text,
    Heading,
    /// <summary>The line of dashes or equals signs under a heading.</summary>
    HeadingUnderline,
    Rule,
    FenceMarker,
    FencedCode,
    IndentedCode,
    Html,
    /// <summary>A line of an HTML comment that stands by itself.</summary>
    Comment,
}

/// <summary>A heading at the top level: not in a list, a quotation, a fence or HTML.</summary>
/// <param name="Text">Without the marks of the heading; its inline markup stands.</param>
internal sealed record MarkdownHeading(int Level, string Text, int Line);

/// <summary>A fenced block of code, wherever it stands.</summary>
/// <param name="Span">With its fence lines; to the last line that belongs to it where it is never closed.</param>
/// <param name="Info">What follows the opening fence: <c>csharp</c>.</param>
/// <param name="Fence">The opening marks: <c>```</c>.</param>
internal sealed record MarkdownFence(LineSpan Span, string Info, string Fence, bool IsClosed);

/// <summary>An item of a list with the lines that continue it, marker and task box aside.</summary>
/// <param name="Depth">0 for an item of an outermost list.</param>
/// <param name="Text">Its own paragraph on one line; what is nested in it is not part of it.</param>
internal sealed record MarkdownListItem(string Text, int Line, int Depth);

/// <summary>A heading with all that stands under it, deeper headings included.</summary>
internal sealed record MarkdownSection(MarkdownHeading Heading, LineSpan Span);

/// <summary>
/// The outline of a markdown text. Lines are numbered from 1 within the text. It reads what CommonMark reads, in one pass, as far as
/// blocks go; a library would take longer to load than all agents of a project take to read.
/// </summary>
/// <param name="Lines">Without line ends; a final line end does not begin another line.</param>
/// <param name="Kinds">One for each line.</param>
internal sealed record MarkdownBody(
    ImmutableArray<string> Lines,
    ImmutableArray<MarkdownLineKind> Kinds,
    ImmutableArray<MarkdownHeading> Headings,
    ImmutableArray<MarkdownFence> Fences,
    ImmutableArray<MarkdownListItem> ListItems)
{
    public static MarkdownBody Parse(string text) => new MarkdownScanner(SplitLines(text)).Scan();

    public ImmutableArray<MarkdownSection> Sections { get; } = FindSections(Headings, Lines.Length);

    /// <summary>Lines up to the last one that is not blank.</summary>
    public int LineCount
    {
        get
        {
            var count = Lines.Length;
            while (count > 0 && Kinds[count - 1] == MarkdownLineKind.Blank)
            {
                count--;
            }

            return count;
        }
    }

    public MarkdownLineKind KindOf(int line) => Kinds[line - 1];

    /// <summary>Fences that run to the end of the text, or of the list or quotation that they stand in.</summary>
    public IEnumerable<MarkdownFence> UnclosedFences => Fences.Where(f => !f.IsClosed);

    public IEnumerable<MarkdownListItem> ItemsOf(MarkdownSection section) =>
        ListItems.Where(item => section.Span.Contains(item.Line));

    /// <summary>Nothing but headings, blank lines, rules and comments stands in it.</summary>
    public bool IsEmpty(MarkdownSection section)
    {
        for (var line = section.Span.First; line <= section.Span.Last; line++)
        {
            if (KindOf(line) is MarkdownLineKind.Text or MarkdownLineKind.FencedCode or MarkdownLineKind.IndentedCode or MarkdownLineKind.Html)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A text's lines; CRLF, LF and a lone CR end a line.</summary>
    public static ImmutableArray<string> SplitLines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            if (length < 0)
            {
                lines.Add(text[start..]);
                break;
            }

            lines.Add(text.Substring(start, length));
            start += length + 1;
            if (text[start - 1] == '\r' && start < text.Length && text[start] == '\n')
            {
                start++;
            }
        }

        return lines.DrainToImmutable();
    }

    private static ImmutableArray<MarkdownSection> FindSections(ImmutableArray<MarkdownHeading> headings, int lastLine)
    {
        var ends = new int[headings.Length];
        var open = new Stack<int>();
        for (var i = 0; i < headings.Length; i++)
        {
            while (open.TryPeek(out var last) && headings[last].Level >= headings[i].Level)
            {
                ends[open.Pop()] = headings[i].Line - 1;
            }

            open.Push(i);
        }

        foreach (var index in open)
        {
            ends[index] = lastLine;
        }

        return [.. headings.Select((heading, i) => new MarkdownSection(heading, new LineSpan(heading.Line, ends[i])))];
    }
}
