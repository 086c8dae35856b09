using System.Collections.Immutable;
namespace AgentEnhancer.Templates.Reading;
internal sealed record Excerpt(LineSpan Span, ImmutableArray<LineSpan> Cuts, ImmutableArray<Unit> Units, string Title);
internal static class ExcerptFinder
{
    public static IEnumerable<Excerpt> Find(Template t)
    {
        foreach (var u in t.Units.Where(u => u.Span.Length is >= 8 and <= 40)) yield return new Excerpt(u.Span, [], [u], u.Name);
        if (t.LineCount is >= 8 and <= 40) yield return new Excerpt(new LineSpan(1, t.LineCount), [], t.Units, t.FileName);
    }
}
