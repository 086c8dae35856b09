using System.Collections.Immutable;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Agents;

/// <summary>
/// CommonMark's first phase: which containers (list items, quotations) a line continues, then which block it begins. Every line is
/// looked at once. Tables of GitHub's dialect are known, because a row of dashes under one is no heading.
/// </summary>
internal sealed class MarkdownScanner(ImmutableArray<string> lines)
{
    /// <summary>Nobody nests deeper; without a bound one hostile line could cost the square of its length.</summary>
    private const int MaximumDepth = 100;

    private readonly MarkdownLineKind[] _kinds = new MarkdownLineKind[lines.Length];
    private readonly List<MarkdownHeading> _headings = [];
    private readonly List<MarkdownFence> _fences = [];
    private readonly List<MarkdownItem> _items = [];
    private readonly List<MarkdownContainer> _containers = [];

    private Leaf _leaf;
    private FenceMark _fence;
    private int _leafStart;
    private MarkdownHtml.Kind _html;
    private bool _paragraphIsTable;
    private MarkdownItem? _paragraphItem;

    private enum Leaf
    {
        None,
        Paragraph,
        Fence,
        Html,
    }

    public MarkdownBody Scan()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Scan(i + 1, MarkdownMarks.ExpandTabs(lines[i]));
        }

        CloseLeaf(lines.Length);
        return new MarkdownBody(
            lines,
            [.. _kinds],
            [.. _headings],
            [.. _fences.OrderBy(f => f.Span)],
            [.. _items.Select(i => new MarkdownListItem(MarkdownMarks.WithoutTaskBox(i.Text.ToString()), i.Line, i.Depth)).Where(i => i.Text.Length > 0)]);
    }

    private void Scan(int line, string text)
    {
        var position = 0;
        var matched = MarkdownContainer.Match(_containers, line, text, ref position);
        if (_leaf is Leaf.Fence or Leaf.Html)
        {
            if (matched == _containers.Count)
            {
                ContinueRaw(line, text, position);
                return;
            }

            CloseLeaf(line - 1);
        }

        if (MarkdownMarks.IsBlank(text, position))
        {
            CloseLeaf(line - 1);
            Truncate(matched);
            _kinds[line - 1] = MarkdownLineKind.Blank;
            return;
        }

        _kinds[line - 1] = BeginBlocks(line, text, ref position, matched);
    }

    private void ContinueRaw(int line, string text, int position)
    {
        if (_leaf == Leaf.Fence)
        {
            var closes = MarkdownMarks.ClosesFence(text, position, _fence);
            _kinds[line - 1] = closes ? MarkdownLineKind.FenceMarker : MarkdownLineKind.FencedCode;
            if (closes)
            {
                AddFence(line, isClosed: true);
            }

            return;
        }

        if (MarkdownMarks.IsBlank(text, position) && MarkdownHtml.EndsAtBlank(_html))
        {
            _leaf = Leaf.None;
            _kinds[line - 1] = MarkdownLineKind.Blank;
            return;
        }

        ContinueHtml(line, text, position);
    }

    private void ContinueHtml(int line, string text, int position)
    {
        _kinds[line - 1] = _html == MarkdownHtml.Kind.Comment ? MarkdownLineKind.Comment : MarkdownLineKind.Html;
        if (MarkdownHtml.Ends(_html, text.AsSpan(position)))
        {
            _leaf = Leaf.None;
        }
    }

    private MarkdownLineKind BeginBlocks(int line, string text, ref int position, int matched)
    {
        while (true)
        {
            var continuesParagraph = _leaf == Leaf.Paragraph && matched == _containers.Count;
            var indent = MarkdownMarks.Indent(text, position);
            if (indent >= 4)
            {
                return _leaf == Leaf.Paragraph ? AddText(line, text, position) : BeginLeaf(line, matched, MarkdownLineKind.IndentedCode);
            }

            var start = position + indent;
            if (text[start] == '>' && _containers.Count < MaximumDepth)
            {
                Close(line, matched);
                _containers.Add(new MarkdownContainer(IsQuote: true, 0, line, StartsEmpty: false));
                position = MarkdownMarks.AfterQuote(text, start);
            }
            else if (MarkdownMarks.Heading(text, start) is { } heading)
            {
                BeginLeaf(line, matched, MarkdownLineKind.Heading);
                return AddHeading(heading.Level, heading.Text, line);
            }
            else if (MarkdownMarks.Fence(text, start) is { } fence)
            {
                BeginLeaf(line, matched, MarkdownLineKind.FenceMarker);
                (_leaf, _fence, _leafStart) = (Leaf.Fence, fence, line);
                return MarkdownLineKind.FenceMarker;
            }
            else if (MarkdownHtml.Start(text.AsSpan(start), _leaf == Leaf.Paragraph) is { } html)
            {
                BeginLeaf(line, matched, MarkdownLineKind.Html);
                (_leaf, _html) = (Leaf.Html, html);
                ContinueHtml(line, text, position);
                return _kinds[line - 1];
            }
            else if (continuesParagraph && !_paragraphIsTable && MarkdownMarks.UnderlineLevel(text, start) is { } level)
            {
                return UnderlineParagraph(line, level);
            }
            else if (MarkdownMarks.IsRule(text, start))
            {
                return BeginLeaf(line, matched, MarkdownLineKind.Rule);
            }
            else if (_containers.Count < MaximumDepth && MarkdownMarks.ListItem(text, start, continuesParagraph) is { } mark)
            {
                Close(line, matched);
                var item = new MarkdownItem(line, _containers.Count(c => !c.IsQuote));
                _items.Add(item);
                _containers.Add(new MarkdownContainer(IsQuote: false, indent + mark.Width, line, mark.IsEmpty, item));
                position = Math.Min(text.Length, start + mark.Width);
            }
            else
            {
                // A paragraph goes on even where the marks of its containers are left out.
                if (_leaf != Leaf.Paragraph)
                {
                    Close(line, matched);
                }

                return AddText(line, text, position);
            }

            matched = _containers.Count;
            if (MarkdownMarks.IsBlank(text, position))
            {
                return MarkdownLineKind.Text;
            }
        }
    }

    private MarkdownLineKind AddText(int line, string text, int position)
    {
        var content = text.AsSpan(position).Trim();
        if (_leaf != Leaf.Paragraph)
        {
            _leaf = Leaf.Paragraph;
            _leafStart = line;
            _paragraphIsTable = false;
            _paragraphItem = _containers.Count > 0 && _containers[^1].Item is { } item && item.Line == line ? item : null;
        }
        else if (line == _leafStart + 1)
        {
            _paragraphIsTable = MarkdownMarks.IsTableDelimiter(content);
        }

        _paragraphItem?.Append(content);
        return MarkdownLineKind.Text;
    }

    private MarkdownLineKind UnderlineParagraph(int line, int level)
    {
        _leaf = Leaf.None;
        if (_containers.Count > 0)
        {
            return MarkdownLineKind.Text;
        }

        for (var i = _leafStart; i < line; i++)
        {
            _kinds[i - 1] = MarkdownLineKind.Heading;
        }

        AddHeading(level, string.Join(' ', lines[(_leafStart - 1)..(line - 1)].Select(l => l.Trim())), _leafStart);
        return MarkdownLineKind.HeadingUnderline;
    }

    private MarkdownLineKind AddHeading(int level, string text, int line)
    {
        if (_containers.Count > 0)
        {
            return MarkdownLineKind.Text;
        }

        _headings.Add(new MarkdownHeading(level, text, line));
        return MarkdownLineKind.Heading;
    }

    private MarkdownLineKind BeginLeaf(int line, int matched, MarkdownLineKind kind)
    {
        Close(line, matched);
        return kind;
    }

    private void Close(int line, int matched)
    {
        CloseLeaf(line - 1);
        Truncate(matched);
    }

    private void CloseLeaf(int lastLine)
    {
        if (_leaf == Leaf.Fence)
        {
            AddFence(lastLine, isClosed: false);
        }

        _leaf = Leaf.None;
    }

    private void AddFence(int lastLine, bool isClosed)
    {
        _fences.Add(new MarkdownFence(new LineSpan(_leafStart, lastLine), _fence.Info, new string(_fence.Mark, _fence.Length), isClosed));
        _leaf = Leaf.None;
    }

    private void Truncate(int count) => _containers.RemoveRange(count, _containers.Count - count);
}
