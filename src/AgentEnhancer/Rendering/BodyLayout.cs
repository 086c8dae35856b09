using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Rendering;

/// <summary>
/// An agent's body, the lines that go between its own, and those that follow it. What completes a section stands before what
/// is appended, also where that section is the body's last.
/// </summary>
internal sealed class BodyLayout
{
    private readonly Dictionary<int, List<RenderedLine>> _inserted = [];
    private readonly List<RenderedLine> _appended = [];
    private readonly MarkdownOutline _outline;

    private BodyLayout(string text, MarkdownOutline outline) => (Text, _outline) = (text, outline);

    /// <summary>The body, its last line ended; a fence that its author left open is closed, or all that follows would be code.</summary>
    public string Text { get; }

    /// <summary>By the index of the body line that they stand before, in the order in which they were added.</summary>
    public IReadOnlyDictionary<int, List<RenderedLine>> Inserted => _inserted;

    public IReadOnlyList<RenderedLine> Appended => _appended;

    public int LineCount => _outline.Lines.Length;

    public static BodyLayout Of(Agent agent)
    {
        var lineEnd = agent.UsesCrLf ? "\r\n" : "\n";
        var text = agent.Body.Length == 0 || agent.Body[^1] == '\n' ? agent.Body : agent.Body + lineEnd;
        var outline = MarkdownOutline.Read(text);
        if (outline.Fences is [.., { IsClosed: false } open] && !MarkdownOutline.TakesHeadings(text))
        {
            text += open.Marker + lineEnd;
            outline = MarkdownOutline.Read(text);
        }

        return new BodyLayout(text, outline);
    }

    /// <summary>Adds a section, or the rest of one that is there.</summary>
    /// <param name="lines">Makes the lines, given the level of the section's heading and its own text so far.</param>
    public void Complete(StandardSection section, int level, Func<int, ImmutableArray<string>, ImmutableArray<RenderedLine>> lines)
    {
        if (_outline.Find(section) is not { } heading)
        {
            Append(section, level, lines(level, []));
            return;
        }

        var below = _outline.Below(heading);
        var end = _outline.EndOfText(below);
        Insert(end, lines(heading.Level, [.. _outline.Lines[below.First..end]]));
    }

    /// <summary>Adds a section of named lists; a list that is there goes on.</summary>
    public void CompleteLists(StandardSection section, int level, ImmutableArray<(ConstraintList List, ImmutableArray<RenderedLine> Items)> lists)
    {
        var heading = _outline.Find(section);
        var below = heading is null ? (0, 0) : _outline.Below(heading);
        var rest = new List<RenderedLine>();
        foreach (var (list, items) in lists)
        {
            if (heading is not null && _outline.Find(below, list) is { } own)
            {
                ContinueList(_outline.EndOfText(_outline.Below(own)), items);
                continue;
            }

            if (rest.Count > 0)
            {
                rest.Add(RenderedLine.Blank);
            }

            rest.Add(RenderedLine.Heading((heading?.Level ?? level) + 1, AgentSections.Title(list)));
            rest.Add(RenderedLine.Blank);
            rest.AddRange(items);
        }

        if (heading is null)
        {
            Append(section, level, [.. rest]);
        }
        else
        {
            Insert(_outline.EndOfText(below), [.. rest]);
        }
    }

    private void Append(StandardSection section, int level, ImmutableArray<RenderedLine> lines)
    {
        if (lines.Length == 0)
        {
            return;
        }

        _appended.AddRange([RenderedLine.Heading(level, AgentSections.Title(section)), RenderedLine.Blank, .. lines, RenderedLine.Blank]);
    }

    private void Insert(int index, ImmutableArray<RenderedLine> lines)
    {
        if (lines.Length == 0)
        {
            return;
        }

        AddAt(index, [RenderedLine.Blank, .. lines]);

        // A heading that follows at once keeps its distance.
        if (index < LineCount && _outline.Lines[index].Trim().Length > 0)
        {
            AddAt(index, [RenderedLine.Blank]);
        }
    }

    private void ContinueList(int index, ImmutableArray<RenderedLine> items)
    {
        var last = index > 0 ? _outline.Lines[index - 1].TrimStart() : "";
        if (last.StartsWith("- ", StringComparison.Ordinal) || last.StartsWith("* ", StringComparison.Ordinal))
        {
            var marker = last[..1];
            AddAt(index, [.. items.Select(i => i with { Text = marker + i.Text[1..] })]);
        }
        else
        {
            Insert(index, items);
        }
    }

    private void AddAt(int index, IEnumerable<RenderedLine> lines)
    {
        if (!_inserted.TryGetValue(index, out var there))
        {
            _inserted.Add(index, there = []);
        }

        there.AddRange(lines);
    }
}
