using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>What a module of TypeScript or JavaScript lets others take from it. Modules of other languages hide nothing here.</summary>
internal static class ScriptExports
{
    /// <summary>Exported where it is declared, by a list further down, or in the older form, of which the names are not told apart.</summary>
    public static bool Reach(Template template, Unit unit)
    {
        if (template.Language is not ("typescript" or "tsx" or "javascript" or "jsx"))
        {
            return true;
        }

        var code = template.Source.Code;
        var key = Symbols.KeyOf(template, unit);
        return Enumerable.Range(unit.Span.First, unit.SignatureLine - unit.Span.First + 1).Any(l => Identifiers.IndexOf(code[l - 1], "export") >= 0 && !CallsOnExport(code[l - 1], key))
            || code.Any(c => c.Contains("exports", StringComparison.Ordinal) || c.AsSpan().TrimEnd() is "export {" || (key is not null && Lists(c, key)));
    }

    /// <summary><c>export default open((boat) => boat)</c> exports what <c>open</c> makes.</summary>
    private static bool CallsOnExport(string line, string? key) => key is not null && line.Contains($"export default {key}(", StringComparison.Ordinal);

    private static bool Lists(string line, string key) => line.Trim().TrimEnd(';') is var code
        && (code.StartsWith("export {", StringComparison.Ordinal) ? Identifiers.IndexOf(code, key) >= 0 : code == $"export default {key}");
}
