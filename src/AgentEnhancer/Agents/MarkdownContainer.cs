using System.Text;

namespace AgentEnhancer.Agents;

/// <summary>A quotation or an item of a list that is open: what lines below it may go on with.</summary>
/// <param name="Width">Columns that a line must be indented by to stay in the item.</param>
/// <param name="Item">Null for a quotation.</param>
internal readonly record struct MarkdownContainer(bool IsQuote, int Width, int Line, bool StartsEmpty, MarkdownItem? Item = null)
{
    /// <summary>How many of the open containers this line goes on with; moves <paramref name="position"/> behind their marks.</summary>
    public static int Match(List<MarkdownContainer> open, int line, string text, ref int position)
    {
        var matched = 0;
        foreach (var container in open)
        {
            var indent = MarkdownMarks.Indent(text, position);
            if (container.IsQuote)
            {
                if (indent > 3 || position + indent >= text.Length || text[position + indent] != '>')
                {
                    break;
                }

                position = MarkdownMarks.AfterQuote(text, position + indent);
            }
            else if (MarkdownMarks.IsBlank(text, position))
            {
                // An item that begins with an empty line holds nothing after a second one.
                if (container.StartsEmpty && line == container.Line + 1)
                {
                    break;
                }
            }
            else if (indent >= container.Width)
            {
                position += container.Width;
            }
            else
            {
                break;
            }

            matched++;
        }

        return matched;
    }
}

/// <summary>An item of a list while its own paragraph is read.</summary>
internal sealed class MarkdownItem(int line, int depth)
{
    public int Line => line;

    public int Depth => depth;

    public StringBuilder Text { get; } = new();

    public void Append(ReadOnlySpan<char> text)
    {
        if (Text.Length > 0)
        {
            Text.Append(' ');
        }

        Text.Append(text);
    }
}

/// <summary>The opening line of a fence.</summary>
internal readonly record struct FenceMark(char Mark, int Length, string Info);
