using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>What a template's imports say about where a name comes from.</summary>
internal static partial class ImportScope
{
    /// <summary>Languages in which a name of another file reaches this one only by an import that names it or its module.</summary>
    public static bool IsStrict(string language) => language is "typescript" or "tsx" or "javascript" or "jsx" or "vue" or "svelte" or "astro"
        or "python" or "rust" or "elixir";

    /// <summary>The imports of <paramref name="user"/> that can bring in <paramref name="symbol"/> from its template.</summary>
    public static bool Reaches(Template user, Symbol symbol) =>
        user.Imports.Any(i => i.Names.Contains(symbol.Name) && MayMean(i, symbol.Template));

    /// <summary>An import of <paramref name="user"/> brings the name in from the file that defines <paramref name="symbol"/>.</summary>
    public static bool Names(Template user, Symbol symbol) =>
        user.Imports.Any(i => i.Names.Contains(symbol.Name) && Resolves(i.Module, symbol.Template));

    /// <summary>Names under which <paramref name="user"/> holds a module that is <paramref name="definer"/>: <c>crud_item</c> of <c>from app.crud import item as crud_item</c>.</summary>
    public static IEnumerable<string> ModuleNames(Template user, Template definer) =>
        user.Imports.SelectMany(i => Resolves(i.Module, definer) ? i.Names
            : i.Names.Where(n => (i.IsLocal || MayMean(i, definer)) && Resolves(Imported(user, i, n), definer)));

    /// <summary>What a name stands for: <c>item</c> where <c>item as crud_item</c> is imported, else the name itself.</summary>
    private static string Imported(Template user, Import import, string name)
    {
        for (var line = import.Span.First; line <= import.Span.Last; line++)
        {
            var text = user.Source.Lines[line - 1];
            var at = text.IndexOf($" as {name}", StringComparison.Ordinal);
            if (at > 0 && (at + name.Length + 4 == text.Length || !Identifiers.IsPart(text[at + name.Length + 4])))
            {
                var start = at;
                while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not (',' or '('))
                {
                    start--;
                }

                var imported = text[start..at];
                return imported.Contains('}', StringComparison.Ordinal) ? imported : imported.TrimStart('{');
            }
        }

        return name;
    }

    /// <summary>Not evidently from elsewhere: local by its form, or some part of the module is a part of the definer's path.</summary>
    private static bool MayMean(Import import, Template definer) => import.IsLocal ? SpeaksOf(import, definer)
        : import.Module.Contains("{{", StringComparison.Ordinal) || Parts(import.Module).Any(p => PathParts(definer).Contains(p, StringComparer.Ordinal));

    /// <summary>
    /// Templates are often named otherwise than what they make, but not by other words altogether: <c>./{{name}}.model</c> is not
    /// <c>entities/name.entity.ts</c>. A module without a word of its own may be any.
    /// </summary>
    private static bool SpeaksOf(Import import, Template definer)
    {
        var words = Terms.Of(TemplatePaths.Plain(Extension().Replace(import.Module, ""), "/"));
        return words.Count == 0 || words.Intersect(Terms.Of(TemplatePaths.Plain(definer.Path, "/")), StringComparer.Ordinal).Any();
    }

    private static bool Resolves(string module, Template definer)
    {
        var parts = Parts(module);
        return parts.Length > 0 && string.Equals(parts[^1], PathParts(definer)[^1], StringComparison.Ordinal);
    }

    private static string[] Parts(string module) =>
        [.. module.Split(['/', '.', ':', '\\', '@', '~'], StringSplitOptions.RemoveEmptyEntries).Select(Plain)];

    private static string[] PathParts(Template template)
    {
        var folders = template.Path.Split('/');
        var dot = template.FileName.IndexOf('.', 1);
        return [.. folders[..^1].Select(Plain), Plain(dot < 0 ? template.FileName : template.FileName[..dot])];
    }

    /// <summary>snake, kebab and camel case meet.</summary>
    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    // What ECMAScript modules are imported with is no word of the module's.
    [GeneratedRegex(@"\.(?:[cm]?[jt]sx?|vue|svelte|astro|dart|json|css)$")]
    private static partial Regex Extension();
}
