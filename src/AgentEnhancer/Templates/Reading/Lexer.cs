using System.Collections.Immutable;
using AgentEnhancer.Templates.Placeholders;

namespace AgentEnhancer.Templates.Reading;

/// <summary>A template's text in its three aligned forms, for every language; see <see cref="LexedSource"/>.</summary>
internal static class Lexer
{
    /// <summary>Strings in strings that all lack their ends share one line; what is kept of each has a bound.</summary>
    private const int LongestString = 500;

    /// <param name="path">Of the template: its extension names the kit whose placeholders it holds. May be empty.</param>
    public static LexedSource Lex(string text, string language, string path = "")
    {
        var source = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var (masked, placeholders) = PlaceholderMask.Apply(source, language, path);
        var sink = new LexerSink(masked);
        new Scanner(sink, language).Run(0, masked.Length);

        var code = new string(sink.Code);
        var lines = source.Split('\n');
        var starts = Starts(lines);
        var count = lines.Length;
        while (count > 0 && string.IsNullOrWhiteSpace(lines[count - 1]))
        {
            count--;
        }

        return new LexedSource(
            [.. lines.AsSpan(0, count)],
            [.. masked.Split('\n').AsSpan(0, count)],
            [.. code.Split('\n').AsSpan(0, count)],
            CommentReader.Read(source, code, sink.Comments, starts, count),
            Strings(source, sink.Strings, starts),
            placeholders);
    }

    private static int[] Starts(string[] lines)
    {
        var starts = new int[lines.Length];
        for (var i = 1; i < lines.Length; i++)
        {
            starts[i] = starts[i - 1] + lines[i - 1].Length + 1;
        }

        return starts;
    }

    private static ImmutableArray<StringLiteral> Strings(string source, List<RawSpan> spans, int[] starts)
    {
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        var strings = ImmutableArray.CreateBuilder<StringLiteral>(spans.Count);
        foreach (var span in spans)
        {
            var content = source.AsSpan(span.Start, Math.Min(LongestString, span.End - span.Start));
            var end = content.IndexOf('\n');
            var line = LineOf(starts, span.Start);
            strings.Add(new StringLiteral(line + 1, span.Start - starts[line], (end < 0 ? content : content[..end]).ToString()));
        }

        return strings.ToImmutable();
    }

    /// <summary>From 0.</summary>
    internal static int LineOf(int[] starts, int position)
    {
        var found = Array.BinarySearch(starts, position);
        return found >= 0 ? found : ~found - 1;
    }
}
