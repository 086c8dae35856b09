using System.Text.RegularExpressions;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Rendering;

/// <summary>What of a template says by its name, or by a sentence of its own, what one finds there.</summary>
internal static partial class TellingParts
{
    private const int MostKeys = 3;
    private const int LongestName = 60;
    private const int LongestSaying = 90;
    private const int ShortestSaying = 12;
    private const int LongestAccessor = 4;

    /// <summary>Names that any file of their kind could have.</summary>
    private static readonly string[] Anything =
        ["var", "val", "let", "const", "app", "builder", "script", "template", "style", "default", "terraform", "locals", "@code", "setup", "main", "Main", "dispose", "Dispose", "DisposeAsync", "toString", "ToString"];

    /// <summary>Whether its name alone tells a reader why to open the file.</summary>
    public static bool IsTelling(Template template, Unit unit) =>
        unit.Name.Length is > 1 and < LongestName
        && !Symbols.IsPattern(unit)
        && (unit.Name[0] is not ('<' or '_' or '.') || unit.Name.StartsWith("__", StringComparison.Ordinal))
        && !Anything.Contains(unit.Name, StringComparer.Ordinal)
        && template.Role != TemplateRole.Prose
        && !IsCall(unit)
        && !IsHook(unit)
        && unit.Kind switch
        {
            UnitKind.Constructor or UnitKind.Property or UnitKind.Statements or UnitKind.Element => false,
            UnitKind.Method or UnitKind.Function => !IsAccessor(unit),
            // IF, SET and END begin statements, and name none.
            UnitKind.Query => !unit.Name.StartsWith("DROP", StringComparison.OrdinalIgnoreCase) && !(template.Language == "sql" && unit.Name.All(char.IsAsciiLetterUpper)),
            // A key of a mapping is a word of the format, not of this file, unless it was made of a kind and a name.
            UnitKind.Block => template.Language is not ("yaml" or "json" or "toml" or "ini" or "xml") || unit.Name.Contains(' ', StringComparison.Ordinal),
            // An image is no stage.
            UnitKind.Section => template.Language is "makefile" || (template.Language is "dockerfile" && unit.Name.AsSpan().IndexOfAny(":/") < 0),
            _ => true,
        };

    /// <summary>What a test framework runs around each test by itself.</summary>
    public static bool IsHook(Unit unit) => Hook().IsMatch(unit.Name);

    /// <summary>What is exported by calling a function has no name of its own: <c>export default defineConfig(…)</c>.</summary>
    public static bool IsCall(Unit unit) => unit.Kind == UnitKind.Value && Call().IsMatch(unit.Name);

    /// <summary><c>getId</c>, <c>IsOpen</c>: a field by another name.</summary>
    public static bool IsAccessor(Unit unit) => unit.Kind == UnitKind.Property
        || (unit.Kind is UnitKind.Method or UnitKind.Function && unit.Level > 0 && unit.Span.Length <= LongestAccessor
            && (StartsWord(unit.Name, "get") || StartsWord(unit.Name, "set") || StartsWord(unit.Name, "is")));

    /// <summary>Whether a row on it would say anything beside its path.</summary>
    public static bool SaysAnything(Template template) => template.Purpose is { Length: > 0 } || Content(template) is { Length: > 0 }
        || Saying(template, saysPurpose: false) is not null || template.Units.Any(u => u.Level == 0 && IsTelling(template, u));

    /// <summary>The first whole sentence that the file says of itself, quoted; null where it says none that is short enough.</summary>
    /// <param name="saysPurpose">The template's purpose stands beside it already.</param>
    public static string? Saying(Template template, bool saysPurpose)
    {
        if (!saysPurpose && template.Purpose is { Length: >= ShortestSaying and <= LongestSaying } purpose)
        {
            return purpose.TrimEnd('.');
        }

        // A comment further down speaks of what stands below it.
        return template.Source.Comments
            .Where(c => !c.IsTrailing && IsOfFile(template, c))
            .Select(c => Prose.FirstSentence(c.Text))
            .FirstOrDefault(s => s is { Length: >= ShortestSaying and <= LongestSaying } && char.IsUpper(s[0]) && s.Count(c => c == ' ') > 1
                && !Rule().IsMatch(s) && !s.Contains('`', StringComparison.Ordinal) && !s.Contains(" to do", StringComparison.OrdinalIgnoreCase)
                && (template.Purpose is null || !template.Purpose.Contains(s, StringComparison.OrdinalIgnoreCase))) is { } sentence
            ? Prose.Quote(sentence) : null;
    }

    /// <summary>What kind of file it is, where nothing in it has a name; empty where that says nothing.</summary>
    public static string Content(Template template)
    {
        var path = template.Path;
        return template.Language switch
        {
            "yaml" when path.Contains(".github/workflows/", StringComparison.Ordinal) => Keys(template) ?? "Workflow",
            "yaml" when Manifest(template) is { } kind => $"{kind} manifest",
            "yaml" when template.FileName.Contains("compose", StringComparison.OrdinalIgnoreCase) => Keys(template) ?? "Services of a composition",
            "gradle" => "Gradle build",
            "kotlin" when template.FileName.Contains(".gradle", StringComparison.Ordinal) => "Gradle build",
            "dockerfile" => "Image",
            "terraform" or "hcl" => "Resources",
            "xaml" or "xml" or "html" or "svelte" or "vue" or "razor" or "astro" or "blade" or "erb" => "Markup",
            _ => template.Role switch
            {
                TemplateRole.Prose => "Rules",
                TemplateRole.Configuration => Keys(template) ?? "Settings",
                TemplateRole.Test => "Tests",
                _ => "",
            },
        };
    }

    /// <summary>What is set there: what is listed below <c>jobs</c> or its like, else the keys or tables at the top.</summary>
    private static string? Keys(Template template)
    {
        var lines = template.Source.Lines;
        if (template.Language == "json")
        {
            var scripts = Array.FindIndex([.. lines], l => Scripts().IsMatch(l));
            return scripts >= 0 ? Named("Scripts", JsonKey(), lines.Skip(scripts + 1).TakeWhile(l => !l.AsSpan().TrimStart().StartsWith("}"))) : Named("Settings", TopJsonKey(), lines);
        }

        if (template.Language is not ("yaml" or "toml"))
        {
            return null;
        }

        if (template.Language == "yaml" && Array.FindIndex([.. lines], l => Depending().IsMatch(l)) is >= 0 and var depending)
        {
            return Named("Dependencies", Depended(), lines.Skip(depending + 1).TakeWhile(l => l.Length == 0 || l[0] is ' ' or '#'));
        }

        var list = Enumerable.Range(0, lines.Length).FirstOrDefault(i => Listing().IsMatch(lines[i]), -1);
        var (word, key, area) = list >= 0 ? ($"{char.ToUpperInvariant(lines[list][0])}{lines[list].TrimEnd()[1..^1]}", Listed(), lines.Skip(list + 1).TakeWhile(l => l.Length == 0 || l[0] is ' ' or '#'))
            : template.Language is "toml" ? ("Tables", Table(), lines) : ("Settings", TopKey(), lines.AsEnumerable());
        return Named(word, key, area);
    }

    private static string? Named(string word, Regex key, IEnumerable<string> area)
    {
        var matches = area.Select(l => key.Match(l)).Where(m => m.Success).ToArray();
        string[] names = [.. matches.Where(m => m.Groups[1].Index == matches[0].Groups[1].Index).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Select(InlineText.Code)];
        return names.Length == 0 ? null
            : names.Length > MostKeys ? $"{word} {string.Join(", ", names.Take(MostKeys))} and others"
            : $"{word} {Prose.List(names)}";
    }

    /// <summary>Kubernetes says of each object what it is.</summary>
    private static string? Manifest(Template template)
    {
        var kinds = template.Source.Lines.Select(l => ManifestKind().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return kinds.Length == 0 ? null : InlineText.Code(kinds[0]);
    }

    /// <summary>Nothing but what every file begins with stands above it; or it documents the only type or function of the file.</summary>
    private static bool IsOfFile(Template template, Comment comment)
    {
        var above = template.Source.Code.Take(comment.Span.First - 1);
        var top = template.Units.Where(u => u.Level == 0 && u.Kind is not UnitKind.Statements).Take(2).ToArray();
        return above.All(l => Preamble().IsMatch(l)) || (comment.IsDocumentation && top.Length == 1 && comment.Span.Last < top[0].SignatureLine && comment.Span.Last >= top[0].Span.First - 1);
    }

    [GeneratedRegex(@"^\s*$|^\s*(?:import|from|using|use|package|namespace|module|require|include|#|<\?php|\?>|---|syntax|@file|extern|declare|'use |""use |<script|<template|\}|\{)", RegexOptions.None)]
    private static partial Regex Preamble();

    [GeneratedRegex(@"^\s*""scripts"":\s*\{\s*$")]
    private static partial Regex Scripts();

    [GeneratedRegex(@"^\s*""([\w:.-]+)"":")]
    private static partial Regex JsonKey();

    // As deep as the first; what every file of its kind has says nothing.
    [GeneratedRegex(@"^[ \t]{1,4}""(?!(?:name|version|private|description|license|type|author|schema)"")([\w@][\w:./@-]*)"":")]
    private static partial Regex TopJsonKey();

    [GeneratedRegex(@"^dependencies:\s*$")]
    private static partial Regex Depending();

    [GeneratedRegex(@"^ {2}(?!flutter:)([\w-]+):")]
    private static partial Regex Depended();

    [GeneratedRegex(@"^(?:jobs|services):\s*$")]
    private static partial Regex Listing();

    [GeneratedRegex(@"^ {2,4}([\w-]+):\s*(?:#.*)?$")]
    private static partial Regex Listed();

    [GeneratedRegex(@"^\[\[?(?!(?:project|build-system|dependency-groups|package|dependencies)\])([\w.-]+)\]")]
    private static partial Regex Table();

    [GeneratedRegex(@"^(?!(?:version|name|on|env|apiVersion|kind|metadata|default)\b)([\w.-]+):")]
    private static partial Regex TopKey();

    [GeneratedRegex(@"^define[A-Z]|^\w+\.\w+$")]
    private static partial Regex Call();

    // What a test framework calls around each test.
    [GeneratedRegex(@"^(?:\w+\.)?(?:(?:before|after)(?:Each|All)|(?:setUp|tearDown)(?:All|Class)?)$")]
    private static partial Regex Hook();

    [GeneratedRegex(@"^kind:\s*([A-Z]\w+)\s*$")]
    private static partial Regex ManifestKind();

    [GeneratedRegex(@"\b(?:must|never|always|do not|don't|only through)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();

    private static bool StartsWord(string name, string word) => name.Length > word.Length
        && name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (char.IsUpper(name[word.Length]) || name[word.Length] is '_' or '{');
}
