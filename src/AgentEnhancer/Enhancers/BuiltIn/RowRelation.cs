using System.Collections.Immutable;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Names of one template, and what some of the agent's others do with them all.</summary>
/// <param name="IsAsked">Several places do so: who adds another does as well.</param>
internal sealed record RowRelation(UseKind Kind, ImmutableArray<string> Names, ImmutableArray<string> Users, bool IsAsked)
{
    /// <summary>As the first thing that a row says.</summary>
    public string Lead => IsAsked ? Asked : $"defines {Listed(Names)}, {Relative}";

    /// <summary>As what follows it; what the row has named already is not named again.</summary>
    public string Following(string lead) => IsAsked ? Asked
        : Names.All(n => lead.Contains(Prose.Code(n), StringComparison.Ordinal)) ? $"{Places} {Verb} {(Names.Length > 1 ? "them" : "it")}"
        : $"{Places} {Verb} its {Listed(Names)}";

    /// <summary>Both in one where both go to the same.</summary>
    public RowRelation? With(RowRelation? other) => other is { IsAsked: false } && !IsAsked && Users.SequenceEqual(other.Users, StringComparer.Ordinal)
        ? new(Kind == other.Kind ? Kind : UseKind.Use, [.. Names, other.Names[0]], Users, false) : null;

    private string Asked => $"{UseKinds.Plural(Kind)} its {Listed(Names)}, as {Places} {(Users.Length > 1 ? "do" : "does")}";

    private string Relative => $"which {Places} {Verb}";

    private string Verb => Users.Length > 1 ? UseKinds.Plural(Kind) : UseKinds.Singular(Kind);

    private string Places => Prose.List([.. Users.Select(u => $"[{u}]")]);

    private static string Listed(ImmutableArray<string> names) => Prose.List([.. names.Select(Prose.Code)]);
}
