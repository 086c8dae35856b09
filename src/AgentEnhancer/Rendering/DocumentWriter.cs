using System.Collections.Immutable;
using System.Text;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Rendering;

/// <summary>Puts front matter, body and added lines together, and keeps count of the lines.</summary>
internal static class DocumentWriter
{
    public static Document Write(Agent agent, BodyLayout body, CitationTable citations)
    {
        var writer = new Writer(agent.UsesCrLf ? "\r\n" : "\n");
        writer.Raw(agent.FrontMatter);
        if (agent.FrontMatter.Length > 0 && agent.FrontMatter[^1] != '\n')
        {
            writer.EndLine();
        }

        var rest = body.Text.AsSpan();
        for (var line = 0; line <= body.LineCount; line++)
        {
            foreach (var inserted in body.Inserted.GetValueOrDefault(line) ?? [])
            {
                writer.Line(inserted);
            }

            if (line < body.LineCount)
            {
                var length = LineLength(rest);
                writer.Raw(rest[..length].ToString());
                rest = rest[length..];
            }
        }

        // Blank lines that end the body stay; one is added where there is none.
        if (!writer.EndsBlank)
        {
            writer.EndLine();
        }

        foreach (var appended in body.Appended)
        {
            writer.Line(appended);
        }

        writer.Line(new RenderedLine(Provenance.CommentOf(agent)));
        return writer.ToDocument(citations);
    }

    /// <summary>With its line end: CRLF, LF or a lone CR, as lines are told apart everywhere.</summary>
    private static int LineLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\n', '\r');
        return end < 0 ? text.Length : text[end..].StartsWith("\r\n") ? end + 2 : end + 1;
    }

    private sealed class Writer(string lineEnd)
    {
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<DocumentExample>.Builder _examples = ImmutableArray.CreateBuilder<DocumentExample>();
        private readonly ImmutableArray<DocumentStatement>.Builder _statements = ImmutableArray.CreateBuilder<DocumentStatement>();
        private int _line = 1;

        public bool EndsBlank { get; private set; }

        public void Raw(string text)
        {
            _text.Append(text);
            _line += text.Count(c => c == '\n');
            EndsBlank = string.IsNullOrWhiteSpace(text);
        }

        public void EndLine() => Raw(lineEnd);

        public void Line(RenderedLine line)
        {
            if (line.Example is { } example)
            {
                _examples.Add(new DocumentExample(_line, example.Title, example.Span));
            }
            else if (line.Evidence.Length > 0)
            {
                _statements.Add(new DocumentStatement(_line, line.Text, line.Evidence));
            }

            Raw(line.Text + lineEnd);
        }

        public Document ToDocument(CitationTable citations) =>
            new(_text.ToString(), citations.Templates, _examples.ToImmutable(), _statements.ToImmutable());
    }
}
