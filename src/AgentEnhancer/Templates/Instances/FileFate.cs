namespace AgentEnhancer.Templates.Instances;

/// <summary>What <c>sources</c> says of one file.</summary>
/// <param name="Condition">When the instance has it.</param>
/// <param name="IsCopied">Its text and its directives stay as they are, in some instances at least.</param>
/// <param name="Path">Below the instance's folder, before names are replaced in it; null where options decide.</param>
internal sealed record FileFate(Condition Condition, bool IsCopied, string? Path)
{
    /// <param name="path">Below the template's root, forward slashes.</param>
    public static FileFate Of(string path, TemplateConfig config)
    {
        var (exists, isCopied) = (Condition.Never, false);
        var paths = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var source in config.Sources.Where(s => path.StartsWith(s.From, StringComparison.Ordinal)))
        {
            var below = path[source.From.Length..];
            var (condition, copied) = In(source, below, config);
            if (condition.IsNever)
            {
                continue;
            }

            paths.Add(Renamed(source, below, config) is { } renamed ? source.To + renamed : null);
            (exists, isCopied) = (exists.Or(condition), isCopied || copied);
        }

        // Two sources may send it to two places.
        return new FileFate(exists, isCopied, paths.Count == 1 ? paths.Single() : null);
    }

    /// <summary>Modifiers in their order, each over what went before.</summary>
    private static (Condition Condition, bool IsCopied) In(TemplateSource source, string path, TemplateConfig config)
    {
        var condition = Matches(source.Rules.Include, path) && !Matches(source.Rules.Exclude, path) ? Condition.Always : Condition.Never;
        var isCopied = Matches(source.Rules.CopyOnly, path);
        foreach (var rules in source.Modifiers)
        {
            var holds = When(rules.Condition, config);
            if (holds.IsNever)
            {
                continue;
            }

            condition = Matches(rules.Include, path) ? condition.Or(holds) : condition;
            condition = Matches(rules.Exclude, path) ? condition.And(holds.Negated()) : condition;
            isCopied |= Matches(rules.CopyOnly, path);
        }

        return (condition.And(When(source.Condition, config)), isCopied);
    }

    private static string? Renamed(TemplateSource source, string path, TemplateConfig config)
    {
        var renamed = path;
        foreach (var rules in source.Modifiers.Prepend(source.Rules))
        {
            foreach (var (from, to) in rules.Rename)
            {
                if (!path.Equals(from, StringComparison.Ordinal) && !path.StartsWith(from.TrimEnd('/') + "/", StringComparison.Ordinal))
                {
                    continue;
                }

                // A folder's rename, and one under a condition, leave more than one place.
                if (path.Length != from.Length || !When(rules.Condition, config).IsAlways)
                {
                    return null;
                }

                renamed = to;
            }
        }

        return renamed;
    }

    private static Condition When(string? condition, TemplateConfig config) =>
        string.IsNullOrWhiteSpace(condition) ? Condition.Always : ConditionParser.Parse(condition, config);

    private static bool Matches(System.Collections.Immutable.ImmutableArray<PathGlob> globs, string path) => globs.Any(g => g.IsMatch(path));
}
