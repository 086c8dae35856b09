using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;

namespace AgentEnhancer.Build;

/// <summary>
/// Of a <c>dotnet new</c> template, which is a whole folder, what an instance can hold: not what <c>template.json</c> itself leaves out.
/// </summary>
internal static class DotnetNewContent
{
    /// <summary>Set by the targets on every file below a folder that holds <c>.template.config/template.json</c>: that folder.</summary>
    public const string RootMetadata = "TemplateRoot";

    private const string ConfigFolder = ".template.config";

    private static readonly JsonDocumentOptions LenientJson = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static IEnumerable<ITaskItem> Filter(IEnumerable<ITaskItem> items, string projectDirectory)
    {
        var excludes = new Dictionary<string, Func<string, bool>>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (ItemMapping.Metadata(item, RootMetadata) is not { } metadata)
            {
                yield return item;
                continue;
            }

            var root = ItemMapping.Absolute(projectDirectory, metadata);
            if (!excludes.TryGetValue(root, out var isExcluded))
            {
                excludes.Add(root, isExcluded = ReadExcludes(Path.Combine(root, ConfigFolder, "template.json")));
            }

            var relative = Path.GetRelativePath(root, ItemMapping.Absolute(projectDirectory, item.ItemSpec)).Replace('\\', '/');
            var isOfConfig = relative.Split('/').Contains(ConfigFolder, StringComparer.Ordinal);
            if (!isOfConfig && !isExcluded(relative))
            {
                yield return item;
            }
        }
    }

    /// <summary>What every instantiation leaves out. A conditional exclude depends on parameters: such a file is a part of the template.</summary>
    private static Func<string, bool> ReadExcludes(string templateJson)
    {
        var globs = new List<Regex>();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(templateJson).AsMemory(), LenientJson);
            foreach (var source in Array(document.RootElement, "sources"))
            {
                globs.AddRange(Strings(source, "exclude").Select(Glob));
                globs.AddRange(Array(source, "modifiers")
                    .Where(m => m.ValueKind == JsonValueKind.Object && !m.TryGetProperty("condition", out _))
                    .SelectMany(m => Strings(m, "exclude"))
                    .Select(Glob));
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // dotnet new would refuse this template and say why; here its files are still what the agents are about.
            return _ => false;
        }

        return path => globs.Exists(g => g.IsMatch(path));
    }

    private static JsonElement[] Array(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : [];

    /// <summary><c>"exclude"</c> is one glob or a list of them.</summary>
    private static IEnumerable<string> Strings(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.String
            ? [value.GetString()!]
            : Array(element, name).Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!);
    }

    /// <summary><c>**</c>, <c>*</c>, <c>?</c> and <c>[Bb]</c>, as the template engine reads them; linear over the path.</summary>
    private static Regex Glob(string glob)
    {
        var pattern = new StringBuilder("^");
        var text = glob.Replace('\\', '/');
        for (var i = 0; i < text.Length; i++)
        {
            if (string.CompareOrdinal(text, i, "**/", 0, 3) == 0)
            {
                pattern.Append("(?:.*/)?");
                i += 2;
            }
            else if (string.CompareOrdinal(text, i, "**", 0, 2) == 0)
            {
                pattern.Append(".*");
                i++;
            }
            else if (text[i] == '[' && text.IndexOf(']', i) is var end && end > i + 1)
            {
                pattern.Append('[').Append(Regex.Escape(text[(i + 1)..end])).Append(']');
                i = end;
            }
            else
            {
                pattern.Append(text[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return new Regex(pattern.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
