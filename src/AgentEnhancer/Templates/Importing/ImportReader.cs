using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Importing;

/// <summary>Finds the imports of a template, in the terms of its language.</summary>
internal static class ImportReader
{
    public static ImmutableArray<Import> Read(LexedSource source, string language)
    {
        if (source.Lines.IsEmpty)
        {
            return [];
        }

        var flat = new FlatSource(source);
        var found = language switch
        {
            "typescript" or "tsx" or "javascript" or "jsx" => EcmaScriptImports.Read(flat),
            "vue" or "svelte" or "astro" => ComponentFileImports(source),
            "python" => PythonImports.Read(flat),
            "go" => GoImports.Read(flat),
            "rust" => RustImports.Read(flat),
            _ => LineImports.Read(flat, language),
        };

        return [.. found.OrderBy(i => i.Span.First).ThenBy(i => i.Span.Last)];
    }

    private static IEnumerable<Import> ComponentFileImports(LexedSource source) =>
        Sections.ComponentFile.Scripts(source).SelectMany(script => EcmaScriptImports.Read(new FlatSource(script)));
}
