using System.Collections.Immutable;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Agents;

/// <summary>One key of the front matter, read leniently.</summary>
/// <param name="Span">Its lines in the file, from its key to the last line of its value.</param>
/// <param name="Value">As text; of a list, its items joined by commas.</param>
/// <param name="Items">Of a list; otherwise default.</param>
/// <param name="IsNested">A mapping, or something else that is neither text nor a list: its value is the raw text.</param>
internal sealed record FrontMatterField(string Key, LineSpan Span, string Value, ImmutableArray<string> Items, bool IsNested)
{
    public bool IsList => !Items.IsDefault;

    /// <summary>The value as a list, whichever way it is written: flow, block or <c>a, b, c</c>.</summary>
    public ImmutableArray<string> AsList() => IsList ? Items : FrontMatterValues.SplitAtCommas(Value);
}

/// <summary>
/// Reads the keys of a front matter whether or not YAML would: values with unquoted colons, dialogue in <c>&lt;example&gt;</c> blocks,
/// continuations without an indent. Where the text is valid YAML, the values are those of YAML.
/// </summary>
internal static class FrontMatterFields
{
    /// <summary>The file's line that the first line of the head is.</summary>
    public const int FirstLine = 2;

    /// <param name="lines">What stands between the marks.</param>
    public static ImmutableArray<FrontMatterField> Read(ImmutableArray<string> lines)
    {
        var fields = ImmutableArray.CreateBuilder<FrontMatterField>();
        var index = 0;
        while (index < lines.Length)
        {
            if (KeyOf(lines[index]) is not { } key)
            {
                index++;
                continue;
            }

            var end = EndOf(lines, index, key);
            var span = new LineSpan(index + FirstLine, end - 1 + FirstLine);
            fields.Add(FrontMatterValues.Read(key.Name, span, lines[index][key.ValueStart..], lines[(index + 1)..end]));
            index = end;
        }

        return fields.DrainToImmutable();
    }

    /// <summary>The line after the last one of the value that begins at <paramref name="start"/>.</summary>
    private static int EndOf(ImmutableArray<string> lines, int start, Key key)
    {
        var first = lines[start].AsSpan(key.ValueStart).Trim();
        if (first.Length > 0 && first[0] is '"' or '\'' && QuoteEnd(lines, start, key.ValueStart) is { } closed)
        {
            return closed + 1;
        }

        var isText = key.Name.Equals("description", StringComparison.OrdinalIgnoreCase);
        var end = start + 1;
        var tagEnd = OpensTag(first) ? TagEnd(lines, start) : null;
        var isUnclosed = false;
        for (var i = start + 1; i < lines.Length; i++)
        {
            var line = lines[i];
            if (tagEnd is not null)
            {
                end = i + 1;
                tagEnd = i >= tagEnd ? null : tagEnd;
                continue;
            }

            if (KeyOf(line) is { } next && !(isText && IsDialogue(next.Name)))
            {
                break;
            }

            if (!isUnclosed && OpensTag(line))
            {
                // Looked for once: after a block that nothing closes there is no other one that something does.
                tagEnd = TagEnd(lines, i);
                isUnclosed = tagEnd is null && !line.Contains("</example>", StringComparison.OrdinalIgnoreCase);
            }

            if (!line.AsSpan().IsWhiteSpace() && !line.StartsWith('#'))
            {
                end = i + 1;
            }
        }

        return end;
    }

    /// <summary>The line on which a quotation that begins on <paramref name="start"/> ends, with nothing after it; null if it does not.</summary>
    private static int? QuoteEnd(ImmutableArray<string> lines, int start, int valueStart)
    {
        var quote = lines[start].AsSpan(valueStart).TrimStart()[0];
        for (var i = start; i < lines.Length; i++)
        {
            var text = i == start ? lines[i].AsSpan(valueStart).TrimStart()[1..] : lines[i].AsSpan();
            if (i > start && text.Length > 0 && !char.IsWhiteSpace(text[0]) && KeyOf(lines[i]) is { } key && IsKnown(key.Name))
            {
                return null;
            }

            var close = FrontMatterValues.ClosingQuote(text, quote);
            if (close >= 0)
            {
                return FrontMatterValues.IsCommentOrBlank(text[(close + 1)..]) ? i : null;
            }
        }

        return null;
    }

    /// <summary>The line that closes the block opened on <paramref name="start"/>; null where none does.</summary>
    private static int? TagEnd(ImmutableArray<string> lines, int start)
    {
        var open = lines[start].LastIndexOf("<example>", StringComparison.OrdinalIgnoreCase);
        if (lines[start].IndexOf("</example>", open, StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return null;
        }

        for (var i = start + 1; i < lines.Length; i++)
        {
            if (lines[i].Contains("</example>", StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }

    private static bool OpensTag(ReadOnlySpan<char> line) => line.Contains("<example>", StringComparison.OrdinalIgnoreCase);

    /// <summary>A word before a colon that continues a text: speech, or a sentence that begins with a capital letter.</summary>
    private static bool IsDialogue(string key) => !IsKnown(key)
        && (char.IsUpper(key[0]) || key is "user" or "assistant" or "context" or "commentary" or "example" or "examples" or "note");

    private static bool IsKnown(string key) => key.ToLowerInvariant() is
        "name" or "description" or "technologies" or "tools" or "tags" or "keywords" or "model" or "color" or "priority" or "version"
        or "author" or "category" or "license" or "target" or "skills" or "hooks" or "permissionmode" or "mcp-servers" or "mcpservers"
        or "allowed-tools" or "disallowedtools" or "argument-hint" or "handoffs" or "infer" or "temperature" or "memory" or "mode"
        or "maxturns" or "background" or "isolation" or "title" or "metadata" or "agents" or "stack" or "phase" or "capabilities";

    private static Key? KeyOf(string line)
    {
        var end = 0;
        if (line.Length > 0 && line[0] is '"' or '\'')
        {
            var close = line.IndexOf(line[0], 1);
            if (close < 2)
            {
                return null;
            }

            end = close + 1;
        }
        else
        {
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || (end > 0 && line[end] is '-' or '.') || line[end] == '_'))
            {
                end++;
            }
        }

        var colon = end;
        while (colon < line.Length && line[colon] == ' ')
        {
            colon++;
        }

        return end == 0 || colon == line.Length || line[colon] != ':' || (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t'))
            ? null
            : new Key(line[..end].Trim('"', '\''), colon + 1);
    }

    private readonly record struct Key(string Name, int ValueStart);
}
