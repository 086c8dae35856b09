using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates.Placeholders;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates;

/// <summary>Names derived from a template's path, in which kits write placeholders and conditions too.</summary>
internal static partial class TemplatePaths
{
    private const string TemplateExtension = ".template";

    /// <summary>The name of the file that the template makes: the last part of its path without conditions and without <c>.template</c>.</summary>
    public static string OutputFileName(string path)
    {
        var whole = WithoutConditions(path);
        var name = whole[(whole.LastIndexOf('/') + 1)..];
        name = name.EndsWith(TemplateExtension, StringComparison.OrdinalIgnoreCase) && name.Length > TemplateExtension.Length
            ? name[..^TemplateExtension.Length]
            : name;
        return Languages.WithoutEngine(name);
    }

    /// <summary>The path of the file that the template makes, with <paramref name="filling"/> for each placeholder.</summary>
    public static string Output(string path, string filling)
    {
        var whole = WithoutConditions(path);
        var folder = whole[..(whole.LastIndexOf('/') + 1)];
        return Filled(folder, filling) + Filled(OutputFileName(path), filling);
    }

    /// <summary>What is to be filled in to get the file's path.</summary>
    public static ImmutableArray<Placeholder> Placeholders(string path) => MayHoldTags(path) ? Read(WithoutConditions(path)) : [];

    private static ImmutableArray<Placeholder> Read(string plain) =>
    [
        .. Tag().Matches(plain)
            .Where(m => IsPlaceholder(m, plain))
            .Select(m => (Match: m, Name: m.Groups["word"] is { Success: true } word ? word.Value : TagExpression.Name(m.Groups["e"].Value, helperComesFirst: true)))
            .Where(x => x.Name is { Length: > 0 } name && !name.StartsWith("_copier", StringComparison.Ordinal))
            .Select(x => new Placeholder(x.Match.Value, x.Name!, 0, x.Match.Index)),
    ];

    /// <summary>The path with <paramref name="filling"/> for each placeholder, and without conditions.</summary>
    public static string Plain(string path, string filling) => Filled(WithoutConditions(path), filling);

    private static string Filled(string path, string filling) =>
        MayHoldTags(path) ? Tag().Replace(path, m => IsPlaceholder(m, path) ? filling : m.Value) : path;

    private static string WithoutConditions(string path) =>
        MayHoldTags(path) ? Condition().Replace(path, "") : path;

    private static bool MayHoldTags(string path) =>
        path.AsSpan().ContainsAny("{<[") || path.Contains("__", StringComparison.Ordinal);

    /// <summary><c>__tests__</c> and <c>__init__.py</c> are names.</summary>
    private static bool IsPlaceholder(Match match, string path) =>
        match.Groups["word"] is not { Success: true } word || !UnderscoreTags.IsName(word.Value, path.AsSpan(match.Index + match.Length));

    [GeneratedRegex(@"\{%.*?%\}|\{#.*?#\}|\[%.*?%\]|<%(?!=)[^=].*?%>|\{\{[#/^].*?\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    // __name@dasherize__ is how Angular's schematics write a name in a path.
    [GeneratedRegex(@"\$?\{\{\{?[-~]?\s*(?<e>[^{}]+?)\s*[-~]?\}?\}\}|<%=\s*(?<e>.+?)\s*-?%>|\[\[ (?<e>[A-Za-z_][\w.]*) \]\]|(?<![A-Za-z0-9_])__(?<word>[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*?)(?:@\w+?)*?__(?!_)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
