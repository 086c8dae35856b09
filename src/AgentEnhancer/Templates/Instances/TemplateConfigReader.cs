using System.Collections.Immutable;
using System.Text.Json;

namespace AgentEnhancer.Templates.Instances;

/// <summary>Reads <c>template.json</c> and the names of options beside it. What has another type than expected is passed over.</summary>
internal static class TemplateConfigReader
{
    private const string HostFile = "dotnetcli.host.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>Null where the folder is no template, or where <c>template.json</c> can't be read: who reads the manifests says so.</returns>
    public static TemplateConfig? Read(string root)
    {
        // Most roots are no template: what is made once for those that are waits for the first.
        var folder = Path.Combine(root, TemplateConfig.Folder);
        if (!Directory.Exists(folder))
        {
            return null;
        }

        using var config = Parse(Path.Combine(folder, TemplateConfig.FileName));
        if (config is null || config.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        using var host = Parse(Path.Combine(folder, HostFile));
        try
        {
            return Read(config.RootElement, host?.RootElement ?? default) with { Root = root };
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is a valid escape and no valid text.
            return null;
        }
    }

    private static JsonDocument? Parse(string path)
    {
        var text = TemplateText.Read(path);
        if (text.Status is not (TextReadingStatus.Read or TextReadingStatus.ReadAsLatin1))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text.Text, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TemplateConfig Read(JsonElement root, JsonElement host)
    {
        var sources = Items(root, "sources").Where(s => s.ValueKind == JsonValueKind.Object).Select(Source).ToImmutableArray();
        return new TemplateConfig(
            Text(root, "sourceName") is { Length: > 0 } name ? name : null,
            Property(root, "symbols") is { ValueKind: JsonValueKind.Object } symbols
                ? symbols.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object).DistinctBy(p => p.Name, StringComparer.Ordinal)
                    .ToImmutableDictionary(p => p.Name, p => Symbol(p.Name, p.Value, host), StringComparer.Ordinal)
                : ImmutableDictionary<string, TemplateSymbol>.Empty,
            sources.IsEmpty ? [new TemplateSource("", "", null, Rules(default, isSource: true), [])] : sources,
            [.. Texts(root, "guids")],
            [.. Directives(root)]);
    }

    private static TemplateSymbol Symbol(string name, JsonElement symbol, JsonElement host)
    {
        var longName = Property(Property(Property(host, "symbolInfo"), name), "longName") is { ValueKind: JsonValueKind.String } told ? told.GetString()! : name;
        return new TemplateSymbol(
            name,
            Text(symbol, "type") switch { "parameter" or null => SymbolKind.Parameter, "computed" => SymbolKind.Computed, _ => SymbolKind.Other },
            "--" + longName,
            Text(symbol, "datatype")?.ToLowerInvariant() ?? "text",
            Scalar(Property(symbol, "defaultValue")),
            [.. Items(symbol, "choices").Select(c => c.ValueKind == JsonValueKind.String ? c.GetString() : Text(c, "choice")).OfType<string>()],
            Property(symbol, "allowMultipleValues").ValueKind == JsonValueKind.True,
            Text(symbol, "replaces") is { Length: > 0 } replaces ? replaces : null,
            Text(symbol, "fileRename") is { Length: > 0 } rename ? rename : null,
            Property(symbol, "forms").ValueKind == JsonValueKind.Object,
            Text(symbol, "value") ?? "");
    }

    private static TemplateSource Source(JsonElement source) => new(
        AsFolder(Text(source, "source")),
        AsFolder(Text(source, "target")),
        Text(source, "condition"),
        Rules(source, isSource: true),
        [.. Items(source, "modifiers").Where(m => m.ValueKind == JsonValueKind.Object).Select(m => Rules(m, isSource: false))]);

    private static FileRules Rules(JsonElement element, bool isSource) => new(
        isSource ? null : Text(element, "condition"),
        Globs(element, "include", isSource ? Defaults.Include : []),
        Globs(element, "exclude", isSource ? Defaults.Exclude : []),
        Globs(element, "copyOnly", isSource ? Defaults.CopyOnly : []),
        Property(element, "rename") is { ValueKind: JsonValueKind.Object } rename
            ? rename.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).DistinctBy(p => p.Name, StringComparer.Ordinal)
                .ToImmutableDictionary(p => Below(p.Name), p => Below(p.Value.GetString()!), StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty);

    private static IEnumerable<(PathGlob Files, DirectiveSyntax Syntax)> Directives(JsonElement root)
    {
        if (Property(root, "SpecialCustomOperations") is not { ValueKind: JsonValueKind.Object } special)
        {
            yield break;
        }

        foreach (var files in special.EnumerateObject())
        {
            // A condition decides which of two syntaxes holds: then neither is sure.
            var operations = Items(files.Value, "operations").Where(o => Text(o, "type") is "conditional").Select(o => Property(o, "configuration")).ToArray();
            yield return (new PathGlob(files.Name), operations.Select(o => Syntax(o, Text(files.Value, "flagPrefix"))).FirstOrDefault() ?? DirectiveSyntax.None);
        }
    }

    private static DirectiveSyntax? Syntax(JsonElement configuration, string? flagPrefix) => Text(configuration, "style")?.ToLowerInvariant() switch
    {
        "line" when Text(configuration, "token") is { Length: > 0 } token => DirectiveSyntax.Line(token, flagPrefix ?? token),
        "block" when Text(configuration, "startToken") is { Length: > 0 } start => DirectiveSyntax.Block(start, flagPrefix ?? start),
        null or "" or "custom" => new DirectiveSyntax(
            [.. Texts(configuration, "if")], [.. Texts(configuration, "elseif")], [.. Texts(configuration, "else")], [.. Texts(configuration, "endif")],
            [.. Texts(configuration, "actionableIf"), .. Texts(configuration, "actionableElseif"), .. Texts(configuration, "actionableElse")],
            flagPrefix ?? "//"),
        _ => null,
    };

    private static ImmutableArray<PathGlob> Globs(JsonElement element, string name, ImmutableArray<PathGlob> otherwise) =>
        Property(element, name).ValueKind is JsonValueKind.String or JsonValueKind.Array ? [.. Texts(element, name).Select(t => new PathGlob(t))] : otherwise;

    private static string AsFolder(string? path) => Below(path ?? "").Trim('/') is { Length: > 0 } folder && folder != "." ? folder + "/" : "";

    private static string Below(string path) =>
        path.Replace('\\', '/') is var slashes && slashes.StartsWith("./", StringComparison.Ordinal) ? slashes[2..] : slashes;

    private static JsonElement Property(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        // The engine does not mind the case of its own words.
        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return default;
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary><c>"exclude"</c> is one glob or a list of them.</summary>
    private static IEnumerable<string> Texts(JsonElement element, string name) => Property(element, name) is { ValueKind: JsonValueKind.String } value
        ? [value.GetString()!]
        : Items(element, name).Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!);

    private static string Scalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => element.GetRawText(),
        _ => "",
    };

    /// <summary>What the engine takes, leaves out, and only copies, where a source does not say otherwise.</summary>
    private static class Defaults
    {
        public static readonly ImmutableArray<PathGlob> Include = [new("**/*")];

        public static readonly ImmutableArray<PathGlob> Exclude =
        [
            new("**/[Bb]in/**"), new("**/[Oo]bj/**"), new("**/.template.config/**"), new("**/*.filelist"), new("**/*.user"), new("**/*.lock.json"),
        ];

        public static readonly ImmutableArray<PathGlob> CopyOnly = [new("**/node_modules/**")];
    }
}
