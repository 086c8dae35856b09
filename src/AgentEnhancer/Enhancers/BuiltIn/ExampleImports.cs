using System.Collections.Immutable;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The import lines of a template that an excerpt needs.</summary>
internal static class ExampleImports
{
    private const int LongestImport = 8;
    private const int MostLines = 10;

    /// <summary>A file with no more namespaces than this shows them all: which one an extension method comes from can't be told.</summary>
    private const int FewNamespaces = 4;

    public static ImmutableArray<LineSpan> Of(Template template, LineSpan excerpt, CatalogueFacts facts)
    {
        var used = Identifiers.In(template.Source).Where(t => excerpt.Contains(t.Line))
            .Select(t => template.Source.Lines[t.Line - 1].Substring(t.Column, t.Text.Length)).ToHashSet(StringComparer.Ordinal);
        var outside = template.Imports.Where(i => !excerpt.Overlaps(i.Span) && i.Span.Length <= LongestImport).ToArray();
        var namespaces = outside.Count(i => i.Names.IsEmpty);
        var needed = outside.Where(i => i.Names.IsEmpty ? namespaces <= FewNamespaces || Defines(i, template, excerpt, facts) : i.Names.Any(n => Uses(used, n)));
        var lines = 0;
        return [.. needed.Select(i => i.Span).TakeWhile(s => (lines += s.Length) <= MostLines)];
    }

    private static bool Uses(HashSet<string> used, string name) =>
        used.Contains(name) || used.Contains(name[(name.LastIndexOfAny(['.', '/', ':']) + 1)..]);

    /// <summary>A namespace whose last part is the folder of a template that defines something the excerpt uses.</summary>
    private static bool Defines(Import import, Template template, LineSpan excerpt, CatalogueFacts facts)
    {
        var last = import.Module[(import.Module.LastIndexOf('.') + 1)..];
        return facts.LinksByUser[template.Id].Any(l => l.Definer.Path.Contains($"/{last}/", StringComparison.OrdinalIgnoreCase)
            && l.Uses.Any(u => ReferenceEquals(u.User, template) && u.Lines.Any(excerpt.Contains)));
    }
}
