using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Modules of the project itself that several templates build on, though no template makes them: what exists already and should be used.</summary>
internal static class SharedModuleStatements
{
    private const int FewestUsers = 2;

    private sealed record Taken(Template Template, Import Import, string Name, int Line);

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        var roots = LocalRoots(facts);
        var made = facts.Links.Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
        var taken = facts.Catalogue.Templates.Where(t => t.Role is TemplateRole.Code or TemplateRole.Test).SelectMany(t => In(t, roots, made));
        foreach (var group in taken.GroupBy(t => (t.Import.Module, t.Name)).OrderBy(g => g.Key.Module, StringComparer.Ordinal).ThenBy(g => g.Key.Name, StringComparer.Ordinal))
        {
            var users = group.DistinctBy(t => t.Template.Id).ToArray();
            for (var i = 0; i < users.Length && users.Length >= FewestUsers; i++)
            {
                // Offered at each of its places, so that whoever works there can be told.
                Taken[] places = [users[i], users[(i + 1) % users.Length]];
                var files = Prose.List([.. places.Select(p => Prose.File(p.Template))]);
                yield return new Statement(
                    StatementKind.Always, $"Take {Prose.Code(group.Key.Name)} from {Prose.Code(group.Key.Module)}, as {files} do", null, null,
                    [.. places.Select(p => new Evidence(p.Template.Id, LineSpan.Of(p.Line)))], $"module:{group.Key.Module}", 3.4 + Math.Min(1.2, users.Length * 0.3));
            }
        }
    }

    /// <summary>What a template takes from its own project and really uses, with the first place of use.</summary>
    private static IEnumerable<Taken> In(Template template, HashSet<string> roots, HashSet<string> made)
    {
        var imports = template.Imports.Where(i => (i.IsLocal || roots.Contains(Root(i.Module))) && !i.Module.StartsWith('.')
            && !template.Source.Placeholders.Any(p => i.Module.Contains(p.Text, StringComparison.Ordinal))).ToArray();
        if (imports.Length == 0)
        {
            yield break;
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in Identifiers.In(template.Source).Where(t => !template.Imports.Any(i => i.Span.Contains(t.Line))))
        {
            first.TryAdd(token.Text, token.Line);
        }

        foreach (var import in imports)
        {
            foreach (var name in import.Names.Where(n => n.Length >= 3 && !IsNamedBy(import.Module, n) && !made.Contains(n) && Identifiers.IsIdentifier(n)))
            {
                if (first.TryGetValue(name, out var line))
                {
                    yield return new Taken(template, import, name, line);
                }
            }
        }
    }

    /// <summary>In many languages the module is the name: to take <c>Status</c> from <c>App.Status</c> goes without saying.</summary>
    private static bool IsNamedBy(string module, string name) =>
        !module.Contains('/', StringComparison.Ordinal) && module[(module.LastIndexOfAny(['.', '\\', ':']) + 1)..].Equals(name, StringComparison.Ordinal);

    /// <summary>Absolute imports are the project's own where their root also leads to a template or to a placeholder: <c>app</c> of <c>app.models.{{entity}}</c>.</summary>
    private static HashSet<string> LocalRoots(CatalogueFacts facts) =>
        facts.Catalogue.Templates.SelectMany(t => t.Imports.Where(i => t.Language is "python" or "go" or "rust" && Root(i.Module).Length > 0
                && t.Source.Placeholders.Any(p => i.Module.Contains(p.Text, StringComparison.Ordinal)))
            .Select(i => Root(i.Module))).Where(r => !r.Contains('{', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

    private static string Root(string module)
    {
        var end = module.AsSpan().IndexOfAny(['.', '/', ':']);
        return end < 0 ? module : module[..end];
    }
}
