using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates;

/// <summary>What the manifests of other kits ask for: <c>cookiecutter.json</c> and <c>copier.yml</c>. Only questions are read, and what is made up by a template is no example.</summary>
internal static partial class KitManifests
{
    public static readonly ImmutableArray<string> CopierNames = ["copier.yml", "copier.yaml"];

    public const string CookiecutterName = "cookiecutter.json";

    /// <summary>Files at the templates' root that tell a kit what to do, and that make nothing themselves.</summary>
    public static bool IsManifest(string name) =>
        name is CookiecutterName or "plopfile.js" or "plopfile.mjs" or "plopfile.cjs" or "plopfile.ts" || CopierNames.Contains(name, StringComparer.Ordinal);

    /// <summary>Names with defaults, of which the first of a list is one; <c>__prompts__</c> says what each means.</summary>
    public static TemplateManifest ReadCookiecutter(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            return TemplateManifest.Empty;
        }

        var prompts = root.TryGetProperty("__prompts__", out var p) && p.ValueKind is JsonValueKind.Object ? p : default;
        return TemplateManifest.Empty.With(new([], [],
        [
            .. root.EnumerateObject()
                .Where(question => !question.Name.StartsWith('_'))
                .Select(question => new PlaceholderMeaning(question.Name, Prompt(prompts, question.Name), Example(question.Value))),
        ]));
    }

    /// <summary>
    /// Questions at the top of the file, each with <c>help</c> and <c>default</c> or with its default alone. Lines are enough for that: a YAML
    /// library costs more than the whole of this run.
    /// </summary>
    public static TemplateManifest ReadCopier(string text)
    {
        var meanings = new List<PlaceholderMeaning>();
        var indent = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Setting().Match(line) is not { Success: true } setting)
            {
                continue;
            }

            var (depth, key, value) = (setting.Groups["indent"].Length, setting.Groups["key"].Value, Plain(setting.Groups["value"].Value));
            if (depth == 0)
            {
                // A setting of Copier, with all that is below it.
                indent = key.StartsWith('_') ? -1 : 0;
                if (indent == 0)
                {
                    meanings.Add(new PlaceholderMeaning(key, null, value));
                }
            }
            else if (indent >= 0 && meanings.Count > 0)
            {
                // What is deeper than the question's own keys (a list of choices) says nothing of it.
                indent = indent == 0 ? depth : indent;
                meanings[^1] = depth != indent || value is null ? meanings[^1] : key switch
                {
                    "help" => meanings[^1] with { Description = value },
                    "default" => meanings[^1] with { Example = value },
                    _ => meanings[^1],
                };
            }
        }

        return TemplateManifest.Empty.With(new([], [], [.. meanings]));
    }

    private static string? Prompt(JsonElement prompts, string name)
    {
        if (prompts.ValueKind is not JsonValueKind.Object || !prompts.TryGetProperty(name, out var prompt))
        {
            return null;
        }

        if (prompt.ValueKind is JsonValueKind.Object)
        {
            prompt = prompt.TryGetProperty("__prompt__", out var inner) ? inner : default;
        }

        return prompt.ValueKind is JsonValueKind.String ? Plain(prompt.GetString()!) : null;
    }

    private static string? Example(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array when value.GetArrayLength() > 0 => Example(value[0]),
        JsonValueKind.String => Plain(value.GetString()!),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>A scalar on one line, without quotes; null where there is none, or where a template makes it up.</summary>
    private static string? Plain(string value)
    {
        var text = value.Trim();
        if (text.Length > 1 && text[0] is '"' or '\'' && text.IndexOf(text[0], 1) is var end and > 0)
        {
            text = text[1..end];
        }
        else if (text.IndexOf(" #", StringComparison.Ordinal) is var comment and >= 0)
        {
            text = text[..comment].TrimEnd();
        }

        var isMade = text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("[[", StringComparison.Ordinal);
        return text.Length == 0 || isMade || text[0] is '|' or '>' or '[' or '{' or '&' or '*' or '#' ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"^(?<indent>[ ]*)(?<key>[A-Za-z_]\w*):(?:[ ]+(?<value>.*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
