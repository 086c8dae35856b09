using System.Collections.Concurrent;
using System.Text;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Validation;

/// <summary>
/// All lines of all templates, for telling whether a line of code stands in one of them. Spaces don't count; a placeholder may be filled.
/// Made once a run, and only where a model wrote whole documents.
/// </summary>
internal sealed class CatalogueCode
{
    /// <summary>Stands for a placeholder; no source line holds it.</summary>
    private const char Hole = '\0';

    private readonly TemplateCatalogue _catalogue;
    private readonly HashSet<string> _lines = new(StringComparer.Ordinal);

    /// <summary>Lines with placeholders by their first character: most lines of code begin with what is fixed.</summary>
    private readonly Dictionary<char, List<string[]>> _patterns = [];

    private readonly ConcurrentDictionary<string, bool> _mentions = new(StringComparer.Ordinal);

    public CatalogueCode(TemplateCatalogue catalogue)
    {
        _catalogue = catalogue;
        foreach (var template in catalogue.Templates)
        {
            var holes = template.Source.Placeholders.ToLookup(p => p.Line);
            for (var i = 0; i < template.LineCount; i++)
            {
                var line = template.Source.Lines[i];
                if (_lines.Add(Key(line)) && holes.Contains(i + 1))
                {
                    AddPattern(Key(WithHoles(line, holes[i + 1])));
                }
            }
        }
    }

    public bool Contains(string line)
    {
        var key = Key(line);
        return _lines.Contains(key)
            || (key.Length > 0 && (PatternsAt(key[0]).Any(p => Fits(p, key)) || PatternsAt(Hole).Any(p => Fits(p, key))));
    }

    /// <summary>A template speaks of it: in its code or comments, or in what its author says of it.</summary>
    public bool Mentions(string technology) => _mentions.GetOrAdd(technology, name =>
    {
        var joined = name.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return _catalogue.Templates.Any(t => Says(t.Path, name, joined) || Says(t.Purpose ?? "", name, joined)
            || t.Technologies.Any(x => Says(x, name, joined)) || t.Source.Lines.Any(l => Says(l, name, joined)));
    });

    private static bool Says(string text, string name, string joined) =>
        text.Contains(name, StringComparison.OrdinalIgnoreCase) || text.Contains(joined, StringComparison.OrdinalIgnoreCase);

    private static string Key(string line)
    {
        var key = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c))
            {
                key.Append(c);
            }
        }

        return key.ToString();
    }

    private static string WithHoles(string line, IEnumerable<Placeholder> placeholders)
    {
        foreach (var placeholder in placeholders.OrderByDescending(p => p.Text.Length))
        {
            line = line.Replace(placeholder.Text, Hole.ToString(), StringComparison.Ordinal);
        }

        return line;
    }

    private void AddPattern(string key)
    {
        var parts = key.Split(Hole);

        // A line that is hardly more than its placeholders fits any other.
        if (parts.Sum(p => p.Count(char.IsLetterOrDigit)) < 2)
        {
            return;
        }

        var first = parts[0].Length > 0 ? parts[0][0] : Hole;
        if (!_patterns.TryGetValue(first, out var patterns))
        {
            _patterns.Add(first, patterns = []);
        }

        patterns.Add(parts);
    }

    private List<string[]> PatternsAt(char first) => _patterns.GetValueOrDefault(first) ?? [];

    /// <summary>The fixed parts in their order, and something for each placeholder between them.</summary>
    private static bool Fits(string[] parts, string key)
    {
        if (!key.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length - 1; i++)
        {
            var found = at + 1 > key.Length ? -1 : key.IndexOf(parts[i], at + 1, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return key.Length - parts[^1].Length > at && key.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
