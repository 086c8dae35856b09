using System.Collections.Immutable;

namespace AgentEnhancer.Templates;

/// <summary>What the author of a template set says about it in <c>manifest.json</c> and <c>.template.config/template.json</c>.</summary>
/// <param name="Purposes">A path as the manifest writes it (forward slashes, no <c>./</c>), and what that file is for; in order.</param>
/// <param name="Technologies">Names of frameworks and technologies, in order, distinct.</param>
/// <param name="Placeholders">In order; the first to describe a name wins.</param>
internal sealed record TemplateManifest(
    ImmutableArray<KeyValuePair<string, string>> Purposes,
    ImmutableArray<string> Technologies,
    ImmutableArray<PlaceholderMeaning> Placeholders)
{
    public static TemplateManifest Empty { get; } = new([], [], []);

    /// <summary>This one first, then what <paramref name="other"/> adds.</summary>
    public TemplateManifest With(TemplateManifest other) => new(
        Purposes.AddRange(other.Purposes),
        [.. Technologies.Union(other.Technologies, StringComparer.OrdinalIgnoreCase)],
        [.. Placeholders.Concat(other.Placeholders).DistinctBy(p => p.Name, StringComparer.Ordinal)]);
}
