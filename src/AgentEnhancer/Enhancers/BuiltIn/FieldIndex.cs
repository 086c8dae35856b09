using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Which units mention which words: built once, asked for each record.</summary>
internal sealed class FieldIndex
{
    /// <summary>A word of more places than this says nothing about any of them.</summary>
    private const int MostPlaces = 400;

    private readonly List<PlacedUnit> _places = [];
    private readonly Dictionary<string, List<(int Place, string Text, int Line)>> _mentions = new(StringComparer.Ordinal);

    public FieldIndex(IEnumerable<PlacedUnit> places)
    {
        var strings = new Dictionary<string, ILookup<int, StringLiteral>>(StringComparer.Ordinal);
        var asides = new Dictionary<string, FieldAsides>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            if (!strings.TryGetValue(place.Template.Id, out var literals))
            {
                strings[place.Template.Id] = literals = place.Template.Source.Strings.ToLookup(s => s.Line);
                asides[place.Template.Id] = FieldAsides.In(place.Template);
            }

            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var line = place.Unit.SignatureLine; line <= place.Unit.Span.Last; line++)
            {
                foreach (var text in FieldSyntax.Mentioned(place.Template, line, literals, asides[place.Template.Id]))
                {
                    var plain = Plain(text);
                    if (seen.Add(plain))
                    {
                        if (!_mentions.TryGetValue(plain, out var list))
                        {
                            _mentions[plain] = list = [];
                        }

                        list.Add((_places.Count, text, line));
                    }
                }
            }

            _places.Add(place);
        }
    }

    /// <summary>Places that mention any of the fields, with those that they mention and where first.</summary>
    public IEnumerable<(PlacedUnit Place, Dictionary<string, (string Text, int Line)> Fields)> Mentioning(IEnumerable<string> fields)
    {
        var found = new SortedDictionary<int, Dictionary<string, (string Text, int Line)>>();
        foreach (var field in fields.Order(StringComparer.Ordinal))
        {
            if (!_mentions.TryGetValue(field, out var list) || list.Count > MostPlaces)
            {
                continue;
            }

            foreach (var (place, text, line) in list)
            {
                if (!found.TryGetValue(place, out var mentioned))
                {
                    found[place] = mentioned = new(StringComparer.Ordinal);
                }

                mentioned[field] = (text, line);
            }
        }

        return found.Select(f => (_places[f.Key], f.Value));
    }

    /// <summary><c>created_at</c>, <c>createdAt</c>, <c>CreatedAt</c> are one field.</summary>
    public static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
