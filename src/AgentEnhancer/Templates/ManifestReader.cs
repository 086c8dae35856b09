using System.Collections.Immutable;
using System.Text.Json;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Templates;

/// <summary>
/// Reads manifests of any shape. Nobody has agreed on one, so known names are looked for wherever they stand, and what
/// has another type than expected is passed over.
/// </summary>
internal static class ManifestReader
{
    private static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly ImmutableArray<string> PathNames = ["path", "file", "template", "source", "filename", "file_path", "filePath", "target"];
    private static readonly ImmutableArray<string> PurposeNames = ["purpose", "description", "summary"];
    private static readonly ImmutableArray<string> TechnologyNames = ["frameworks", "technologies"];
    private static readonly ImmutableArray<string> ExampleNames = ["example", "default", "defaultValue", "default_value", "examples"];

    /// <summary>The manifests that lie in the templates' root and in its parent; <c>manifest.json</c> before <c>template.json</c>, and the nearer before the other; then those of other kits.</summary>
    public static (TemplateManifest Manifest, ImmutableArray<Diagnostic> Diagnostics) Read(string root)
    {
        var manifest = TemplateManifest.Empty;
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        string[] folders = [root, .. Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(root)) is { Length: > 0 } parent ? [parent] : Array.Empty<string>()];
        foreach (var folder in folders)
        {
            Add(Path.Combine(folder, "manifest.json"), Json(ReadManifest));
        }

        foreach (var folder in folders)
        {
            Add(Path.Combine(folder, ".template.config", "template.json"), Json(ReadTemplateConfig));
        }

        foreach (var folder in folders)
        {
            Add(Path.Combine(folder, KitManifests.CookiecutterName), Json(KitManifests.ReadCookiecutter));
            foreach (var name in KitManifests.CopierNames)
            {
                Add(Path.Combine(folder, name), KitManifests.ReadCopier);
            }
        }

        return (manifest, diagnostics.ToImmutable());

        static Func<string, TemplateManifest> Json(Func<JsonElement, TemplateManifest> read) => text =>
        {
            using var document = JsonDocument.Parse(text, Tolerant);
            return read(document.RootElement);
        };

        void Add(string path, Func<string, TemplateManifest> read)
        {
            var text = TemplateText.Read(path);
            switch (text.Status)
            {
                case TextReadingStatus.Missing:
                    return;
                case TextReadingStatus.Unreadable:
                    diagnostics.Add(new Diagnostic(TemplateDiagnostics.ManifestUnreadable, path, 0, [text.Problem]));
                    return;
                case TextReadingStatus.TooLarge or TextReadingStatus.Binary:
                    diagnostics.Add(new Diagnostic(TemplateDiagnostics.ManifestUnreadable, path, 0, ["it is too large or not text"]));
                    return;
            }

            try
            {
                manifest = manifest.With(read(text.Text));
            }
            catch (JsonException e)
            {
                // The parser's message ends with its own idea of the place; the line goes where MSBuild expects it.
                var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
                var problem = (end < 0 ? e.Message : e.Message[..end]).ReplaceLineEndings(" ").TrimEnd('.');
                diagnostics.Add(new Diagnostic(TemplateDiagnostics.ManifestInvalid, path, (int)(e.LineNumber ?? 0) + 1, [problem]));
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair is a valid escape and no valid text; the parser notices when a string is asked for.
                diagnostics.Add(new Diagnostic(TemplateDiagnostics.ManifestInvalid, path, 0, ["a string holds half of a surrogate pair"]));
            }
        }
    }

    /// <summary>A manifest lying among the templates describes them and is none itself.</summary>
    public static bool IsManifest(TemplateItem item)
    {
        var below = BelowRoot(item);
        var name = below[(below.LastIndexOf('/') + 1)..];
        return below.StartsWith(".template.config/", StringComparison.Ordinal)
            || (name.Length == below.Length && (name is "manifest.json" or "patterns-manifest.json" or "settings.json" or "template.json" || KitManifests.IsManifest(name)));
    }

    /// <summary>The item's path below its templates' root, forward slashes; the cited path where it lies elsewhere.</summary>
    public static string BelowRoot(TemplateItem item)
    {
        var full = Slashes(item.FullPath);
        var root = Slashes(item.Root).TrimEnd('/') + "/";
        return full.StartsWith(root, StringComparison.Ordinal) ? full[root.Length..] : Slashes(item.CitedPath);
    }

    public static string Slashes(string path) => path.Replace('\\', '/');

    private static TemplateManifest ReadManifest(JsonElement root)
    {
        var purposes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var technologies = ImmutableArray.CreateBuilder<string>();
        var placeholders = ImmutableArray.CreateBuilder<PlaceholderMeaning>();
        Visit(root);
        return TemplateManifest.Empty.With(new(purposes.ToImmutable(), technologies.ToImmutable(), placeholders.ToImmutable()));

        // The parser refuses what is nested deeper than 64, so this recursion has a floor.
        void Visit(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    Visit(item);
                }
            }

            if (element.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            if (FirstString(element, PathNames) is { } path && FirstString(element, PurposeNames) is { } purpose)
            {
                AddPurpose(path, purpose);
            }

            foreach (var property in element.EnumerateObject())
            {
                if (property.NameEquals("placeholders"))
                {
                    placeholders.AddRange(ReadMeanings(property.Value));
                    continue;
                }

                if (TechnologyNames.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
                {
                    technologies.AddRange(ReadNames(property.Value));
                    continue;
                }

                if (LooksLikePath(property.Name))
                {
                    AddPurpose(property.Name, Text(property.Value) ?? FirstString(property.Value, PurposeNames));
                }

                Visit(property.Value);
            }
        }

        void AddPurpose(string path, string? purpose)
        {
            var normal = Slashes(path).Trim();
            normal = normal.StartsWith("./", StringComparison.Ordinal) ? normal[2..] : normal.TrimStart('/');
            if (normal.Length > 0 && purpose is not null)
            {
                purposes.Add(new(normal, OneLine(purpose)));
            }
        }
    }

    private static TemplateManifest ReadTemplateConfig(JsonElement root)
    {
        var placeholders = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("symbols", out var symbols)
            ? ReadMeanings(symbols)
            : [];
        return TemplateManifest.Empty.With(new([], [], [.. placeholders]));
    }

    /// <summary>An object keyed by name (whose values are objects or plain descriptions), or a list of objects or names.</summary>
    private static List<PlaceholderMeaning> ReadMeanings(JsonElement element)
    {
        var found = new List<PlaceholderMeaning>();
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Add(property.Name, property.Value);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Add(Text(item) ?? FirstString(item, ["name", "placeholder", "key", "id"]), item);
            }
        }

        return found;

        void Add(string? name, JsonElement value)
        {
            name = BareName(name);
            if (name.Length == 0)
            {
                return;
            }

            var description = value.ValueKind == JsonValueKind.String && element.ValueKind == JsonValueKind.Object
                ? Text(value)
                : FirstString(value, PurposeNames);
            found.Add(new(name, description is null ? null : OneLine(description), Example(value)));

            // What stands in the files may be spelled differently from the symbol's key.
            foreach (var spelling in new[] { FirstString(value, ["name"]), FirstString(value, ["replaces"]) })
            {
                if (BareName(spelling) is { Length: > 0 } other && !string.Equals(other, name, StringComparison.Ordinal) && !other.Contains(' ', StringComparison.Ordinal))
                {
                    found.Add(found[^1] with { Name = other });
                }
            }
        }
    }

    private static string? Example(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in ExampleNames)
        {
            if (!value.TryGetProperty(name, out var example))
            {
                continue;
            }

            if (example.ValueKind == JsonValueKind.Array && example.GetArrayLength() > 0)
            {
                example = example[0];
            }

            if (Text(example) is { } text)
            {
                return OneLine(text);
            }

            if (example.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            {
                return example.GetRawText();
            }
        }

        return null;
    }

    /// <summary>A list of names or of objects with a <c>name</c>, or an object keyed by name.</summary>
    private static IEnumerable<string> ReadNames(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray()
            .Select(e => Text(e) ?? FirstString(e, ["name", "id"])).OfType<string>().Select(OneLine).ToList(),
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(p => p.Value.ValueKind == JsonValueKind.Array ? ReadNames(p.Value) : [OneLine(p.Name)]).ToList(),
        JsonValueKind.String => element.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };

    private static string? FirstString(JsonElement element, ImmutableArray<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && Text(value) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static bool LooksLikePath(string name) =>
        !name.Contains(' ', StringComparison.Ordinal) && name.IndexOf('.', StringComparison.Ordinal) > 0
        || name.EndsWith(".template", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>{{EntityName}}</c>, <c>__name__</c>, <c>&lt;%= name %&gt;</c> and <c>${name}</c> by their bare name.</summary>
    private static string BareName(string? name) => (name ?? "").Trim('{', '}', '$', '<', '>', '%', '=', ' ', '\t', '_', '\r', '\n');

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
