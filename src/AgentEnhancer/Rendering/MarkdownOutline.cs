using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Rendering;

/// <summary>A heading by index.</summary>
/// <param name="Line">Index of its line, from 0.</param>
/// <param name="Content">Index of the first line below it: further down for a heading that is underlined.</param>
internal sealed record OutlineHeading(int Line, int Content, int Level, string Title);

/// <summary>A fenced block by index. <paramref name="Close"/> is the index of its closing line, or the one after its last where it is never closed.</summary>
internal sealed record OutlineFence(int Open, int Close, string Marker, bool IsClosed);

/// <summary>A body's lines by index, as lines are inserted and looked at: what is a fence, what is a heading, what lies below it.</summary>
/// <param name="Fenced">By line: stands in a fence, or opens or closes one.</param>
internal sealed record MarkdownOutline(
    MarkdownBody Body,
    ImmutableArray<bool> Fenced,
    ImmutableArray<OutlineFence> Fences,
    ImmutableArray<OutlineHeading> Headings)
{
    public ImmutableArray<string> Lines => Body.Lines;

    public static MarkdownOutline Read(string text)
    {
        var body = MarkdownBody.Parse(text);
        return new MarkdownOutline(
            body,
            [.. body.Kinds.Select(k => k is MarkdownLineKind.FenceMarker or MarkdownLineKind.FencedCode)],
            [.. body.Fences.Select(f => new OutlineFence(f.Span.First - 1, f.IsClosed ? f.Span.Last - 1 : f.Span.Last, f.Fence, f.IsClosed))],
            [.. body.Headings.Select(h => new OutlineHeading(h.Line - 1, ContentOf(body, h), h.Level, h.Text))]);
    }

    /// <summary>The heading of a section; null where there is none.</summary>
    public OutlineHeading? Find(StandardSection section) =>
        AgentSections.Find(Body, section) is { } found ? Headings[Body.Headings.IndexOf(found.Heading)] : null;

    /// <summary>The heading of a list within a section.</summary>
    public OutlineHeading? Find((int First, int End) section, ConstraintList list) =>
        Headings.FirstOrDefault(h => h.Line >= section.First && h.Line < section.End && AgentSections.ListOf(h.Title) == list);

    /// <summary>The lines below a heading, up to the next heading of its level or above, as a half-open range.</summary>
    public (int First, int End) Below(OutlineHeading heading)
    {
        var next = Headings.FirstOrDefault(h => h.Line > heading.Line && h.Level <= heading.Level);
        return (heading.Content, next?.Line ?? Lines.Length);
    }

    /// <summary>The index after the last line of a range that is not blank; its first line where all are.</summary>
    public int EndOfText((int First, int End) range)
    {
        var end = range.End;
        while (end > range.First && string.IsNullOrWhiteSpace(Lines[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>A line that begins a heading where nothing is left open above it.</summary>
    public static bool TakesHeadings(string text) =>
        MarkdownBody.Parse(text + "\n# x\n") is { Headings: [.., var last] } body && last.Line == body.Lines.Length;

    private static int ContentOf(MarkdownBody body, MarkdownHeading heading)
    {
        var line = heading.Line;
        while (line < body.Lines.Length && body.KindOf(line) == MarkdownLineKind.Heading && body.KindOf(line + 1) is MarkdownLineKind.HeadingUnderline)
        {
            line++;
        }

        return line;
    }
}
