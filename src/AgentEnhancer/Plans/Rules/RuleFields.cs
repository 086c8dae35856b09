using System.Collections.Immutable;
using System.Globalization;

namespace AgentEnhancer.Plans.Rules;

/// <summary>Takes the fields out of one rule's map, and says what is wrong with the first one that is.</summary>
internal sealed class RuleFields(RuleMap map)
{
    private static readonly ImmutableArray<string> Known =
    [
        "id", "languages", "on", "words", "detect", "span", "except", "given", "unless",
        "practice", "why", "kind", "instead", "support", "weight", "topic", "examples",
    ];

    /// <summary>What is wrong, or null so far.</summary>
    public string? Problem { get; private set; }

    public int ProblemLine { get; private set; } = map.Line;

    public void RefuseUnknown()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (!Known.Contains(entry.Key, StringComparer.Ordinal))
            {
                Refuse(entry.Line, $"there is no field '{entry.Key}'");
            }
            else if (!seen.Add(entry.Key))
            {
                Refuse(entry.Line, $"'{entry.Key}' stands twice");
            }
        }
    }

    public string? Text(string key)
    {
        switch (map.Find(key))
        {
            case null:
                return null;
            case RuleScalar { Value: var value } when !string.IsNullOrWhiteSpace(value):
                return value.TrimEnd('\n');
            case var node:
                Refuse(node.Line, $"'{key}' must be a text");
                return null;
        }
    }

    public string Required(string key)
    {
        var text = Text(key);
        if (text is null)
        {
            Refuse(map.Line, $"'{key}' is missing");
        }

        return text ?? "";
    }

    public ImmutableArray<string> Texts(string key)
    {
        switch (map.Find(key))
        {
            case null:
                return [];
            case RuleScalar { Value.Length: > 0 } scalar:
                return [scalar.Value];
            case RuleList list when list.Items.All(i => i is RuleScalar { Value.Length: > 0 }):
                return [.. list.Items.Select(i => ((RuleScalar)i).Value)];
            case var node:
                Refuse(node.Line, $"'{key}' must be a list of texts");
                return [];
        }
    }

    public int Number(string key, int standard, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(LineOf(key), string.Create(CultureInfo.InvariantCulture, $"'{key}' must be a number from {least} to {most}"));
        return standard;
    }

    /// <summary>One of a field's few values, the first of which is the standard.</summary>
    public T Choice<T>(string key, ReadOnlySpan<(string Name, T Value)> choices)
    {
        if (Text(key) is not { } text)
        {
            return choices[0].Value;
        }

        var names = new List<string>();
        foreach (var (name, value) in choices)
        {
            if (string.Equals(text, name, StringComparison.Ordinal))
            {
                return value;
            }

            names.Add(name);
        }

        Refuse(LineOf(key), $"'{key}' must be one of {string.Join(", ", names)}");
        return choices[0].Value;
    }

    public int LineOf(string key) => map.Find(key)?.Line ?? map.Line;

    public void Refuse(int line, string problem)
    {
        if (Problem is null)
        {
            Problem = problem;
            ProblemLine = line;
        }
    }
}
