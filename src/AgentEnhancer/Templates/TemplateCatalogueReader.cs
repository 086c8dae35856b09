using System.Collections.Immutable;
using System.Globalization;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Templates;

/// <summary>Reads all templates of a run and what their manifests say about them.</summary>
internal static class TemplateCatalogueReader
{
    /// <summary>Below this number of files, threads cost more than they save.</summary>
    private const int ParallelFrom = 16;

    public static (TemplateCatalogue Catalogue, ImmutableArray<Diagnostic> Diagnostics) Read(ImmutableArray<TemplateItem> items)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var chosen = Choose(items, diagnostics);
        var manifests = ReadManifests(chosen, diagnostics);
        var configs = chosen.Where(i => i.TemplateRoot is not null).DistinctBy(i => i.TemplateRoot, StringComparer.Ordinal)
            .ToDictionary(i => i.TemplateRoot!, i => TemplateConfigReader.Read(i.Root), StringComparer.Ordinal);
        var readings = ReadAll(chosen, configs);

        var templates = ImmutableArray.CreateBuilder<Template>();
        var purposes = ManifestPurposes.Match(chosen, manifests);
        for (var i = 0; i < chosen.Count; i++)
        {
            if (readings[i].Diagnostic is { } diagnostic)
            {
                diagnostics.Add(diagnostic);
            }

            if (readings[i].Template is { } template)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"t{templates.Count + 1}");
                templates.Add(Complete(template with { Id = id }, chosen[i], manifests[chosen[i].Root], purposes[i]));
            }
        }

        var placeholders = ImmutableDictionary.CreateBuilder<string, PlaceholderMeaning>(StringComparer.Ordinal);
        foreach (var meaning in chosen.Select(i => i.Root).Distinct(StringComparer.Ordinal).SelectMany(r => manifests[r].Placeholders))
        {
            placeholders.TryAdd(meaning.Name, meaning);
        }

        var read = configs.Where(c => c.Value is not null).ToImmutableDictionary(c => c.Key, c => c.Value!, StringComparer.Ordinal);
        return (new TemplateCatalogue(templates.ToImmutable(), placeholders.ToImmutable()) { Configs = read }, diagnostics.ToImmutable());
    }

    /// <summary>In ordinal order of the cited path, which must be one template's only; manifests are no templates.</summary>
    private static List<TemplateItem> Choose(ImmutableArray<TemplateItem> items, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var chosen = new List<TemplateItem>();
        foreach (var item in LinkedTemplates.Follow([.. items.Where(i => !ManifestReader.IsManifest(i))], diagnostics)
            .OrderBy(i => ManifestReader.Slashes(i.CitedPath), StringComparer.Ordinal).ThenBy(i => i.FullPath, StringComparer.Ordinal))
        {
            if (chosen.Count == 0 || !string.Equals(ManifestReader.Slashes(chosen[^1].CitedPath), ManifestReader.Slashes(item.CitedPath), StringComparison.Ordinal))
            {
                chosen.Add(item);
            }
            else if (!string.Equals(chosen[^1].FullPath, item.FullPath, StringComparison.Ordinal))
            {
                diagnostics.Add(new Diagnostic(TemplateDiagnostics.Duplicate, item.FullPath, 0, [ManifestReader.Slashes(item.CitedPath)]));
            }
        }

        return chosen;
    }

    private static Dictionary<string, TemplateManifest> ReadManifests(List<TemplateItem> items, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var manifests = new Dictionary<string, TemplateManifest>(StringComparer.Ordinal);
        var told = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var root in items.Select(i => i.Root).Distinct(StringComparer.Ordinal))
        {
            var (manifest, problems) = ManifestReader.Read(root);
            manifests.Add(root, manifest);

            // Roots side by side share their parent's manifest: one warning is enough.
            diagnostics.AddRange(problems.Where(p => told.Add(p.File)));
        }

        return manifests;
    }

    private static TemplateReading[] ReadAll(List<TemplateItem> items, Dictionary<string, TemplateConfig?> configs)
    {
        TemplateConfig? ConfigOf(TemplateItem item) => item.TemplateRoot is null ? null : configs[item.TemplateRoot];
        var readings = new TemplateReading[items.Count];
        if (items.Count < ParallelFrom)
        {
            for (var i = 0; i < readings.Length; i++)
            {
                readings[i] = TemplateReader.Read(items[i], ConfigOf(items[i]));
            }
        }
        else
        {
            Parallel.For(0, readings.Length, i => readings[i] = TemplateReader.Read(items[i], ConfigOf(items[i])));
        }

        return readings;
    }

    /// <summary>Item metadata wins over the manifest, and the manifest over what the file itself says.</summary>
    private static Template Complete(Template template, TemplateItem item, TemplateManifest manifest, string? purpose)
    {
        if (purpose is not null && string.IsNullOrWhiteSpace(item.Purpose))
        {
            template = template with { Purpose = purpose };
        }

        if (string.IsNullOrWhiteSpace(item.Technologies)
            && TemplateTechnologies.Named(manifest.Technologies, template.Source, template.Imports) is { IsEmpty: false } named)
        {
            template = template with { Technologies = named };
        }

        return template;
    }
}
