namespace AgentEnhancer.Templates;

/// <summary>Finds the template that each path of a manifest means.</summary>
internal static class ManifestPurposes
{
    /// <returns>By the index of the item: what its manifest says it is for, or null.</returns>
    public static string?[] Match(List<TemplateItem> items, Dictionary<string, TemplateManifest> manifests)
    {
        var purposes = new string?[items.Count];
        foreach (var group in items.Select((item, index) => (item, index)).GroupBy(x => x.item.Root, StringComparer.Ordinal))
        {
            if (manifests[group.Key].Purposes.IsEmpty)
            {
                continue;
            }

            // A manifest may write a path from the root, from the project, or as a bare name; a tail that two templates share means neither.
            var byTail = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (item, index) in group)
            {
                foreach (var tail in Tails(ManifestReader.Slashes(item.CitedPath)))
                {
                    byTail[tail] = byTail.ContainsKey(tail) ? -1 : index;
                }
            }

            foreach (var (item, index) in group)
            {
                foreach (var whole in new[] { ManifestReader.BelowRoot(item), ManifestReader.Slashes(item.CitedPath) })
                {
                    byTail[whole] = index;
                }
            }

            foreach (var (path, purpose) in manifests[group.Key].Purposes)
            {
                if (byTail.TryGetValue(path, out var index) && index >= 0)
                {
                    purposes[index] ??= purpose;
                }
            }
        }

        return purposes;
    }

    private static IEnumerable<string> Tails(string path)
    {
        var output = path.EndsWith(".template", StringComparison.OrdinalIgnoreCase) ? path[..^".template".Length] : null;
        for (var start = 0; start >= 0 && start < path.Length; start = path.IndexOf('/', start) is var cut and >= 0 ? cut + 1 : -1)
        {
            yield return path[start..];
            if (output is not null && start < output.Length)
            {
                yield return output[start..];
            }
        }
    }
}
