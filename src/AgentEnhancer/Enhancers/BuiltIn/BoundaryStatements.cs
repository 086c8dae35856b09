using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>
/// Layers that reach a module only through another layer: all files of one folder import it, none of another folder does,
/// and each of these takes something from the first folder instead.
/// </summary>
internal static class BoundaryStatements
{
    private const int FewestFiles = 2;

    /// <summary>That two files do without an import proves nothing.</summary>
    private const int FewestOutside = 3;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        var folders = facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Code && !t.Imports.IsEmpty)
            .GroupBy(t => (Folder: Folder(t.Path), t.Language)).Where(g => g.Count() >= FewestFiles)
            .OrderBy(g => g.Key.Folder, StringComparer.Ordinal).ThenBy(g => g.Key.Language, StringComparer.Ordinal).ToArray();
        foreach (var inner in folders)
        {
            var shared = inner.Select(t => t.Imports.Select(i => i.Module).ToHashSet(StringComparer.Ordinal))
                .Aggregate((a, b) => { a.IntersectWith(b); return a; });
            foreach (var outer in folders.Where(f => f.Count() >= FewestOutside && !string.Equals(f.Key.Folder, inner.Key.Folder, StringComparison.Ordinal)))
            {
                foreach (var module in shared.Where(m => IsOwnModule(inner.First(), m) && IsOfTheSet(facts, inner, m)).Order(StringComparer.Ordinal))
                {
                    if (!outer.Any(t => t.Imports.Any(i => string.Equals(i.Module, module, StringComparison.Ordinal)))
                        && Passage(facts, inner, outer) is { IsEmpty: false } passage)
                    {
                        var user = inner.First();
                        var place = new Evidence(user.Id, user.Imports.First(i => string.Equals(i.Module, module, StringComparison.Ordinal)).Span);
                        yield return new Statement(
                            StatementKind.Never, $"Import {Prose.Code(module)} in {Prose.Code(Name(outer.Key.Folder))}", null,
                            $"go through {Prose.Code(Name(inner.Key.Folder))}, which imports it {Prose.Cite(place)}, as {Prose.List([.. passage.Select(e => Prose.Cite(e))])} do",
                            [.. passage, place], $"boundary:{outer.Key.Folder}:{module}", 5);
                    }
                }
            }
        }
    }

    /// <summary>Where each outer file takes a name from the inner folder; empty when one of them does not.</summary>
    private static ImmutableArray<Evidence> Passage(CatalogueFacts facts, IEnumerable<Template> inner, IEnumerable<Template> outer)
    {
        var ids = inner.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var places = new List<Evidence>();
        foreach (var template in outer)
        {
            var link = facts.LinksByUser[template.Id].FirstOrDefault(l => ids.Contains(l.Definer.Id));
            if (link is null)
            {
                return [];
            }

            places.Add(new Evidence(template.Id, LineSpan.Of(link.Uses.First(u => ReferenceEquals(u.User, template)).Lines[0])));
        }

        return [.. places.Take(2)];
    }

    private static bool IsOwnModule(Template template, string module) =>
        template.Imports.Any(i => string.Equals(i.Module, module, StringComparison.Ordinal) && i.IsLocal);

    /// <summary>A template is the module. A namespace of many files is not one that can be kept to a layer.</summary>
    private static bool IsOfTheSet(CatalogueFacts facts, IEnumerable<Template> inner, string module)
    {
        var name = module[(module.LastIndexOf('/') + 1)..];
        return inner.All(t => facts.LinksByUser[t.Id].Any(l => l.Definer.FileName.Split('.')[0].Equals(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string Name(string folder) => folder[(folder.LastIndexOf('/') + 1)..] + "/";
}
