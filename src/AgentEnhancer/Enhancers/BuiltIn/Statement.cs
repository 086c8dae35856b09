using System.Collections.Immutable;
using AgentEnhancer.Plans;

namespace AgentEnhancer.Enhancers.BuiltIn;

internal enum StatementKind
{
    Practice,
    Always,
    Never,
    Ask,
}

/// <summary>One thing that the templates show, before it is known which agent is told.</summary>
/// <param name="Text">Imperative for a practice; a bare phrase under its heading for the others.</param>
/// <param name="Why">The reason, for a practice.</param>
/// <param name="Instead">For Never.</param>
/// <param name="Evidence">All places that it rests on, those that <paramref name="Text"/> or <paramref name="Instead"/> cite among them.</param>
/// <param name="Topic">Statements of one topic say the same thing: an agent gets one of them.</param>
/// <param name="Worth">How much an author would want it, 0 to 10, before any agent is looked at.</param>
internal sealed record Statement(
    StatementKind Kind,
    string Text,
    string? Why,
    string? Instead,
    ImmutableArray<Evidence> Evidence,
    string Topic,
    double Worth)
{
    /// <summary>Said for want of anything better only, in a list that has too little.</summary>
    public bool IsLastResort { get; init; }

    /// <summary>An author's own rule for the whole set: it may go to any agent whose words it shares.</summary>
    public bool IsGeneral => IsOfAll || Topic.StartsWith(AuthorStatements.Source, StringComparison.Ordinal);

    /// <summary>A comment that asks it of all code, wherever it stands.</summary>
    public bool IsOfAll { get; init; }
}
