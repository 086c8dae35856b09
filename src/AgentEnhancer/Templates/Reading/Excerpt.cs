using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Reading;

/// <summary>A part of a template that reads by itself.</summary>
/// <param name="Cuts">Runs of lines inside <paramref name="Span"/> to leave out; each is replaced by a comment <c>…</c>.</param>
/// <param name="Units">What it shows; empty for a file or for paragraphs.</param>
/// <param name="Title">Names of its units, or of the file.</param>
internal sealed record Excerpt(LineSpan Span, ImmutableArray<LineSpan> Cuts, ImmutableArray<Unit> Units, string Title)
{
    /// <summary>Lines that are shown, one for each cut included.</summary>
    public int ShownLines => Span.Length - Cuts.Sum(c => c.Length - 1);
}
