using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Names of fields that carry nothing: conditions that find a record, reports of what is wrong with it.</summary>
internal sealed partial class FieldAsides
{
    /// <summary>What is longer is no condition.</summary>
    private const int LongestAside = 30;

    private readonly Dictionary<int, List<(int First, int End)>> _byLine = [];

    public static FieldAsides In(Template template)
    {
        var asides = new FieldAsides();
        for (var line = 0; line < template.Source.Code.Length; line++)
        {
            var code = template.Source.Code[line];
            foreach (Match match in Bracketed().Matches(code))
            {
                asides.AddToClose(template, line, match.Index + match.Length - 1);
            }

            if ((template.Language == "sql" ? SqlCondition() : Thrown()).Match(code) is { Success: true } rest)
            {
                asides.Add(line + 1, rest.Index, code.Length);
            }
        }

        return asides;
    }

    public bool Contain(int line, int column) => _byLine.TryGetValue(line, out var spans) && spans.Exists(s => s.First <= column && column < s.End);

    /// <summary>The columns of a statement, without those that it only looks rows up by.</summary>
    public static string WithoutCondition(string sql) => SqlCondition().Match(sql) is { Success: true, Index: > 0 } match ? sql[..match.Index] : sql;

    /// <summary>Code that hands a whole record on hands each new field on as well.</summary>
    public static bool PassesAllOn(PlacedUnit place)
    {
        if (place.Template.Role == TemplateRole.Test || place.Unit.Kind is not (UnitKind.Function or UnitKind.Method) || place.Template.Language is not ("typescript" or "javascript"))
        {
            return false;
        }

        return Enumerable.Range(place.Unit.SignatureLine, place.Unit.Span.Last - place.Unit.SignatureLine + 1).Any(l => Spread().IsMatch(place.Template.Source.Code[l - 1]));
    }

    private void AddToClose(Template template, int line, int column)
    {
        var depth = 0;
        for (var at = line; at < template.Source.Code.Length && at - line <= LongestAside; at++)
        {
            var code = template.Source.Code[at];
            var start = at == line ? column : 0;
            for (var i = start; i < code.Length; i++)
            {
                depth += code[i] is '(' or '[' or '{' ? 1 : code[i] is ')' or ']' or '}' ? -1 : 0;
                if (depth == 0)
                {
                    Add(at + 1, start, i);
                    return;
                }
            }

            Add(at + 1, start, code.Length);
        }
    }

    private void Add(int line, int first, int end)
    {
        if (!_byLine.TryGetValue(line, out var spans))
        {
            _byLine[line] = spans = [];
        }

        spans.Add((first, end));
    }

    [GeneratedRegex(@"\b(?:where|having|orderBy|order_by|errors?|fieldErrors|filter|filterBy|filter_by|findBy|find_by)\b(?:\s*[:=]\s*|(?<!rrors?)(?=\())[({\[]", RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b(?:throw|raise)\s")]
    private static partial Regex Thrown();

    [GeneratedRegex(@"\bWHERE\b|^\s*(?:AND|OR)\b|\bORDER BY\b", RegexOptions.IgnoreCase)]
    private static partial Regex SqlCondition();

    [GeneratedRegex(@"(?:^|[{,])\s*\.\.\.(?!state|prev|current|default|initial|base|old|existing)[\w.]+\s*(?:[,}]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Spread();
}
