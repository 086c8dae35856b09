using System.Collections.Immutable;

namespace AgentEnhancer.Plans.Rules;

/// <summary>A piece of a rules file, however it was read. Lines count from 1.</summary>
internal abstract record RuleNode(int Line);

internal sealed record RuleScalar(int Line, string Value) : RuleNode(Line);

internal sealed record RuleList(int Line, ImmutableArray<RuleNode> Items) : RuleNode(Line);

/// <param name="Entries">In order of place; a key may stand twice, which is for the reader to refuse.</param>
internal sealed record RuleMap(int Line, ImmutableArray<RuleEntry> Entries) : RuleNode(Line)
{
    public RuleNode? Find(string key) => Entries.FirstOrDefault(e => string.Equals(e.Key, key, StringComparison.Ordinal))?.Value;
}

internal sealed record RuleEntry(int Line, string Key, RuleNode Value);
