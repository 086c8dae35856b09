using System.Collections.Immutable;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A unit with the template it stands in.</summary>
internal sealed record PlacedUnit(Template Template, Unit Unit);

/// <summary>A whole one-line statement that most units of a family have.</summary>
/// <param name="Lines">By member that has it: where.</param>
internal sealed record SharedLine(string Text, ImmutableDictionary<PlacedUnit, int> Lines);

/// <summary>Units of one kind that stand beside each other, and what they share.</summary>
/// <param name="Shared">In the order in which they stand.</param>
internal sealed record Family(ImmutableArray<PlacedUnit> Members, ImmutableArray<SharedLine> Shared);

/// <summary>Finds families of at least three units whose bodies repeat at least two whole statements.</summary>
internal static class SiblingFamilies
{
    private const int SmallestFamily = 3;
    private const double SharedBy = 0.6;
    private const int FewestFragments = 2;

    public static IEnumerable<Family> In(TemplateCatalogue catalogue)
    {
        foreach (var template in catalogue.Templates)
        {
            foreach (var group in template.Units.Where(IsMember).GroupBy(u => (u.Kind, u.Parent)))
            {
                if (Of([.. group.Select(u => new PlacedUnit(template, u))]) is { } family)
                {
                    yield return family;
                }
            }
        }

        // Across files: functions of one folder, and methods of one name, such as each endpoint's Handle.
        var across = catalogue.Templates
            .SelectMany(t => t.Units.Where(u => IsMember(u) && u.Kind is not UnitKind.Test).Select(u => new PlacedUnit(t, u)))
            .GroupBy(p => (Folder(p.Template.Path), p.Template.Language, p.Unit.Kind, p.Unit.Kind is UnitKind.Method ? p.Unit.Name : ""));
        foreach (var group in across.OrderBy(g => g.Key.Item1, StringComparer.Ordinal).ThenBy(g => g.Key.Item4, StringComparer.Ordinal))
        {
            var members = group.ToImmutableArray();
            if (members.Select(m => m.Template.Id).Distinct(StringComparer.Ordinal).Count() >= SmallestFamily && Of(members) is { } family)
            {
                yield return family;
            }
        }
    }

    private static bool IsMember(Unit unit) =>
        unit.Kind is UnitKind.Method or UnitKind.Function or UnitKind.Route or UnitKind.Hook or UnitKind.Component or UnitKind.Test && unit.Span.Length >= 4;

    private static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static Family? Of(ImmutableArray<PlacedUnit> members)
    {
        if (members.Length < SmallestFamily)
        {
            return null;
        }

        var lines = new Dictionary<string, Dictionary<PlacedUnit, int>>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            for (var line = member.Unit.SignatureLine + 1; line <= member.Unit.Span.Last; line++)
            {
                if (Statement(member.Template, line) is { } text)
                {
                    if (!lines.TryGetValue(text, out var having))
                    {
                        lines[text] = having = [];
                    }

                    having.TryAdd(member, line);
                }
            }
        }

        var enough = Math.Max(SmallestFamily, (int)Math.Ceiling(SharedBy * members.Length));
        var shared = InOrder(lines.Where(l => l.Value.Count >= enough), members);
        return shared.Length >= FewestFragments ? new Family(members, shared) : Kernel(lines);
    }

    /// <summary>Some of the units that share what the rest does not: a family within the others.</summary>
    private static Family? Kernel(Dictionary<string, Dictionary<PlacedUnit, int>> lines)
    {
        var common = lines.Where(l => l.Value.Count >= SmallestFamily).OrderByDescending(l => l.Value.Count).ThenBy(l => l.Key, StringComparer.Ordinal).ToArray();
        foreach (var seed in common)
        {
            var members = seed.Value.Keys.ToHashSet();
            var with = new List<KeyValuePair<string, Dictionary<PlacedUnit, int>>> { seed };
            foreach (var other in common.Where(l => l.Key != seed.Key && l.Value.Keys.Count(members.Contains) >= SmallestFamily))
            {
                members.IntersectWith(other.Value.Keys);
                with.Add(other);
            }

            if (with.Count >= FewestFragments)
            {
                ImmutableArray<PlacedUnit> family = [.. members.OrderBy(m => m.Template.Path, StringComparer.Ordinal).ThenBy(m => m.Unit.Span)];
                return new Family(family, InOrder(with, family));
            }
        }

        return null;
    }

    private static ImmutableArray<SharedLine> InOrder(IEnumerable<KeyValuePair<string, Dictionary<PlacedUnit, int>>> lines, ImmutableArray<PlacedUnit> members) =>
    [
        .. lines.Select(l => new SharedLine(l.Key, l.Value.Where(p => members.Contains(p.Key)).ToImmutableDictionary()))
            .OrderBy(s => s.Lines.Average(p => p.Value - p.Key.Unit.SignatureLine)).ThenBy(s => s.Text, StringComparer.Ordinal),
    ];

    /// <summary>The line, if it is one whole statement that tells something; else null.</summary>
    private static string? Statement(Template template, int line)
    {
        var code = template.Source.Code[line - 1].Trim();
        var text = template.Source.Lines[line - 1].Trim();
        if (IsOpeningTag(text, code))
        {
            return text;
        }

        if (text.Length is < 14 or > 88 || code.Length < 12 || !Brackets.AreBalanced(code) || code[0] is '.' or '?' or ':' or ')' or '}' or ']' or '&' or '|' or '<' or '@' or '['
            || (!code.Contains('(', StringComparison.Ordinal) && !code.Contains('=', StringComparison.Ordinal)))
        {
            return null;
        }

        var isHeader = code.EndsWith(':') && (code.StartsWith("with ", StringComparison.Ordinal) || code.StartsWith("async with ", StringComparison.Ordinal));
        if (code[^1] is ',' or '=' or '+' or '-' or '*' or '&' or '|' or '?' or '.' || (code[^1] == ':' && !isHeader) || code.EndsWith("=>", StringComparison.Ordinal))
        {
            return null;
        }

        // In a language with semicolons a line without one may be half a statement.
        if (template.Language is "csharp" or "java" or "rust" or "c" or "cpp" or "php" or "dart" && code[^1] is not (';' or '}'))
        {
            return null;
        }

        return Words(code) >= 2 ? text : null;
    }

    /// <summary>An element that wraps what is specific to the unit: <c>&lt;Guard roles={…}&gt;</c>.</summary>
    private static bool IsOpeningTag(string text, string code) =>
        text.Length is >= 14 and <= 88 && code.Length > 1 && code[0] == '<' && char.IsUpper(code[1]) && code[^1] == '>' && code[^2] is not ('/' or '=')
        && code.Contains('=', StringComparison.Ordinal) && Brackets.AreBalanced(code);

    private static int Words(string code)
    {
        var words = 0;
        for (var i = 0; i < code.Length; i++)
        {
            if (Identifiers.IsStart(code[i]) && (i == 0 || !Identifiers.IsPart(code[i - 1])))
            {
                var end = i;
                while (end < code.Length && Identifiers.IsPart(code[end]))
                {
                    end++;
                }

                words += end - i >= 3 && code[i..end] is not ("return" or "const" or "let" or "var" or "await" or "null" or "None" or "true" or "false" or "nil" or "self" or "this" or "err") ? 1 : 0;
            }
        }

        return words;
    }
}
