using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Responses.Reading;

/// <summary>Who an answer means: by path; by a bare name only where one agent alone has it.</summary>
internal sealed class AgentNames
{
    private readonly Dictionary<string, Agent> _byPath = new(StringComparer.Ordinal);
    private readonly ILookup<string, Agent> _byName;

    public AgentNames(ImmutableArray<Agent> agents)
    {
        Agents = agents;
        foreach (var agent in agents)
        {
            _byPath.TryAdd(agent.Id, agent);
        }

        _byName = agents
            .SelectMany(a => new[] { WithoutExtension(a.Id), FileName(a.Id), WithoutExtension(FileName(a.Id)), a.Name }
                .Distinct(StringComparer.OrdinalIgnoreCase).Select(n => (Name: n, Agent: a)))
            .ToLookup(x => x.Name, x => x.Agent, StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableArray<Agent> Agents { get; }

    public Agent? Find(string name) => Find(name, out _);

    /// <param name="isAmbiguous">Several agents go by it.</param>
    public Agent? Find(string name, out bool isAmbiguous)
    {
        isAmbiguous = false;
        if (name.Length > AnswerKeys.LongestKey * 5)
        {
            return null;
        }

        var path = name.Trim().Replace('\\', '/');
        path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        if (_byPath.TryGetValue(path, out var agent))
        {
            return agent;
        }

        // The file api.md and web/api.md differ in one folder, so a path is never shortened; a name is no path.
        var named = _byName[path].Distinct().ToArray();
        isAmbiguous = named.Length > 1;
        return named.Length == 1 ? named[0] : null;
    }

    /// <summary>By a member's name, as <see cref="AnswerKeys.Normalise"/> has it: some answer with an object of agents in place of a list.</summary>
    public Agent? FindKey(string key)
    {
        var meant = key.Length is 0 or AnswerKeys.LongestKey || AnswerKeys.IsPayload(key) ? []
            : Agents.Where(a => AnswerKeys.Normalise(a.Id) == key || AnswerKeys.Normalise(WithoutExtension(a.Id)) == key || AnswerKeys.Normalise(a.Name) == key).Take(2).ToArray();
        return meant.Length == 1 ? meant[0] : null;
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string WithoutExtension(string path) =>
        path.EndsWith(".agent.md", StringComparison.OrdinalIgnoreCase) ? path[..^9]
        : path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
}
