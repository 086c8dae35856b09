using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>A file, or a script of it, that other templates name: <c>COPY nginx.conf</c>, <c>run: npm run lint</c>.</summary>
/// <param name="Script">Name of the script; null where the file itself is named.</param>
/// <param name="Line">Where the script stands; 1 for a file.</param>
/// <param name="Uses">By user, in order of template: the lines that name it.</param>
internal sealed record FileLink(Template Target, string? Script, int Line, ImmutableArray<SymbolUse> Uses)
{
    public string Name => Script ?? Target.FileName;
}

/// <summary>
/// Which templates name the file that another one makes, or run one of its scripts: what holds containers, pipelines and configuration
/// together, where no symbol is shared. In text that a program reads only, never in comments, and only where one template can be meant.
/// </summary>
internal static partial class FileLinks
{
    /// <summary>Names that every project has: only what lies beside or below them can mean them.</summary>
    private static readonly FrozenSet<string> Ordinary =
        """
        package.json tsconfig.json requirements.txt pyproject.toml setup.py Dockerfile Makefile justfile README.md main.py app.py manage.py main.go go.mod
        Program.cs appsettings.json index.js index.ts index.tsx index.html main.ts main.tsx App.tsx main.rs lib.rs mod.rs Cargo.toml pom.xml build.gradle
        build.gradle.kts composer.json Gemfile Rakefile config.yml config.yaml config.json settings.json settings.py values.yaml __init__.py conftest.py
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static ImmutableArray<FileLink> In(ImmutableArray<Template> templates)
    {
        var byName = templates.ToLookup(t => t.FileName, StringComparer.Ordinal);
        var scripts = templates.SelectMany(Scripts).GroupBy(s => s.Name, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var found = new SortedDictionary<(string Id, int Line, string Script), List<(Template User, int Line)>>();
        foreach (var user in templates.Where(t => t.Role != TemplateRole.Prose))
        {
            foreach (var (text, line) in Read(user))
            {
                foreach (Match match in Path().Matches(text))
                {
                    if (Meant(match.Value, user, byName) is { } target)
                    {
                        Note(found, (target.Id, 1, ""), user, line);
                    }
                }

                foreach (Match match in Run().Matches(text))
                {
                    if (scripts.TryGetValue(match.Groups["name"].Value, out var script) && script.Runner == Runner(match.Groups["tool"].Value) && !ReferenceEquals(script.Template, user))
                    {
                        Note(found, (script.Template.Id, script.Line, script.Name), user, line);
                    }
                }
            }
        }

        var byId = templates.ToDictionary(t => t.Id, StringComparer.Ordinal);
        return
        [
            .. found.Select(f => new FileLink(
                byId[f.Key.Id], f.Key.Script.Length == 0 ? null : f.Key.Script, f.Key.Line,
                [.. f.Value.GroupBy(u => u.User.Id, StringComparer.Ordinal).Select(g => new SymbolUse(g.First().User, [.. g.Select(u => u.Line).Distinct().Order()]))])),
        ];
    }

    private static void Note(SortedDictionary<(string Id, int Line, string Script), List<(Template User, int Line)>> found, (string Id, int Line, string Script) key, Template user, int line)
    {
        if (!found.TryGetValue(key, out var uses))
        {
            found[key] = uses = [];
        }

        uses.Add((user, line));
    }

    /// <summary>What a program reads as a name: all of a configuration or a script but its comments, and strings of code that are no imports.</summary>
    private static IEnumerable<(string Text, int Line)> Read(Template template)
    {
        if (template.Role != TemplateRole.Configuration && template.Language is not ("shell" or "powershell" or "makefile" or "dockerfile"))
        {
            return template.Source.Strings.Where(s => !template.Imports.Any(i => i.Span.Contains(s.Line))).Select(s => (s.Value, s.Line));
        }

        var comments = template.Source.Comments.SelectMany(c => Enumerable.Range(c.Span.First, c.Span.Length)).ToHashSet();
        return template.Source.Lines.Select((text, i) => (text, i + 1)).Where(l => !comments.Contains(l.Item2) || template.Source.Code[l.Item2 - 1].Trim().Length > 0);
    }

    private static Template? Meant(string token, Template user, ILookup<string, Template> byName)
    {
        var path = token.TrimStart('.', '/');
        var name = path[(path.LastIndexOf('/') + 1)..];
        var candidates = byName[name].Where(t => !ReferenceEquals(t, user)).ToArray();
        if (candidates.Length == 0)
        {
            return null;
        }

        if (path.Length > name.Length)
        {
            candidates = [.. candidates.Where(t => Output(t).EndsWith($"/{path}", StringComparison.Ordinal))];
            return candidates.Length == 1 ? candidates[0] : null;
        }

        var beside = candidates.Where(t => Folder(t) == Folder(user)).ToArray();
        return beside.Length == 1 ? beside[0] : candidates.Length == 1 && !Ordinary.Contains(name) ? candidates[0] : null;
    }

    private static string Folder(Template template) => template.Path[..Math.Max(0, template.Path.LastIndexOf('/'))];

    private static string Output(Template template) => $"/{Folder(template)}/{template.FileName}";

    /// <summary>Scripts of a package manager's manifest, targets of a Makefile, recipes of a justfile.</summary>
    private static IEnumerable<(string Name, Template Template, int Line, string Runner)> Scripts(Template template)
    {
        var runner = template.FileName switch
        {
            "package.json" => "npm",
            "composer.json" => "composer",
            "Makefile" or "makefile" => "make",
            "justfile" or "Justfile" => "just",
            _ => null,
        };
        if (runner is null)
        {
            yield break;
        }

        var isJson = runner is "npm" or "composer";
        var isOpen = !isJson;
        for (var i = 0; i < template.LineCount; i++)
        {
            var line = template.Source.Lines[i];
            if (isJson && line.Contains("\"scripts\"", StringComparison.Ordinal))
            {
                isOpen = true;
            }
            else if (isJson && isOpen && line.TrimStart().StartsWith('}'))
            {
                yield break;
            }
            else if (isOpen && (isJson ? Entry() : Recipe()).Match(line) is { Success: true } match)
            {
                yield return (match.Groups["name"].Value, template, i + 1, runner);
            }
        }
    }

    private static string Runner(string tool) => tool switch
    {
        "composer" or "make" or "just" => tool,
        _ => "npm",
    };

    [GeneratedRegex(@"(?<![\w@.{}$-])(?:\.{0,2}/)?(?:[\w@-][\w.@-]*/)*(?:[\w@.-]*\w\.[A-Za-z]\w*|Dockerfile|Makefile|Procfile|Gemfile|Rakefile)(?![\w/{}$-])")]
    private static partial Regex Path();

    [GeneratedRegex(@"(?<![\w./-])(?:(?<tool>npm|pnpm|yarn|bun)(?: --?[\w-]+)* (?:run(?:-script)? )?|(?<tool>composer) (?:run(?:-script)? )?|(?<tool>make|just) )(?<name>[\w:.-]+)")]
    private static partial Regex Run();

    [GeneratedRegex(@"^\s*""(?<name>[\w:.-]+)""\s*:")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(?<name>[A-Za-z][\w.-]*)(?: [^:=]*)?:(?!=)")]
    private static partial Regex Recipe();
}
