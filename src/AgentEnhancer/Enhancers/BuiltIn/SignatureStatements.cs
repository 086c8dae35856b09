using System.Collections.Immutable;
using System.Text;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What the signatures of siblings agree on: the parameter that all of them take first or last, what they return, how they are marked.</summary>
internal static partial class SignatureStatements
{
    private const int SmallestFamily = 3;

    private static readonly HashSet<string> Receivers = new(StringComparer.Ordinal) { "self", "cls", "&self", "&mut self", "mut self", "this" };

    /// <summary>Marks that say only what the framework needs anyway.</summary>
    private static readonly HashSet<string> OrdinaryMarks = new(StringComparer.Ordinal)
    {
        "Fact", "Theory", "Test", "TestMethod", "TestCase", "Override", "override", "staticmethod", "classmethod", "property", "abstractmethod", "pytest", "tokio", "test",
        "Bean", "Autowired", "Deprecated", "inline", "must_use", "allow", "SuppressWarnings", "dataclass", "InlineData", "ParameterizedTest", "BeforeEach", "AfterEach",
    };

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates)
        {
            var groups = template.Units
                .Where(u => u.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Route or UnitKind.Hook)
                .GroupBy(u => (u.Parent, IsTest: u.Kind == UnitKind.Test));
            foreach (var group in groups)
            {
                foreach (var statement in Of(template, [.. group]))
                {
                    yield return statement;
                }
            }
        }
    }

    private static IEnumerable<Statement> Of(Template template, Unit[] units)
    {
        if (units.Length < SmallestFamily)
        {
            yield break;
        }

        var kind = Prose.KindWord(units[0]);
        var parameters = units.Select(u => (Unit: u, List: Parameters(template, u))).Where(p => p.List is { Length: > 0 }).ToArray();
        if (Agreed(parameters.Select(p => (p.Unit, p.List![^1])), units.Length) is { } last && IsContext(last.Text))
        {
            yield return Say(template, last.Units, StatementKind.Practice, $"Take {Prose.Code(last.Text)} as the last parameter of a new {kind}, as {Names(last.Units)} do.", $"signature-last:{last.Text}", 4.6);
        }
        else if (Agreed(parameters.Select(p => (p.Unit, p.List![0])), units.Length) is { } first && IsContext(first.Text))
        {
            yield return Say(template, first.Units, StatementKind.Practice, $"Take {Prose.Code(first.Text)} as the first parameter of a new {kind}, as {Names(first.Units)} do.", $"signature-first:{first.Text}", 4.6);
        }

        var marks = units.SelectMany(u => u.Attributes.Select(a => (Unit: u, Mark: a))).Where(m => !OrdinaryMarks.Contains(MarkName(m.Mark)) && m.Mark.Length <= 80);
        foreach (var mark in marks.GroupBy(m => m.Mark, StringComparer.Ordinal)
            .Where(g => g.Count() >= (g.Key.Contains('(', StringComparison.Ordinal) ? 2 : SmallestFamily) && g.Count() * 10 >= units.Length * 6).Take(1))
        {
            if (mark.Key.Replace(" ", "", StringComparison.Ordinal).TrimEnd(']').EndsWith("()", StringComparison.Ordinal))
            {
                continue;
            }

            var lacking = units.Where(u => !u.Attributes.Contains(mark.Key)).ToArray();
            if (lacking.Length == 1 && lacking[0].Attributes.Any(a => MarkName(a) == MarkName(mark.Key)))
            {
                yield return Say(
                    template, [lacking[0], mark.First().Unit], StatementKind.Ask,
                    $"Whether {Prose.Code(lacking[0].Name)} {Prose.Cite(template, lacking[0].SignatureLine)} is meant to be marked otherwise than {Names([.. mark.Select(m => m.Unit)])}, which have {Prose.Code(mark.Key)}",
                    $"mark-odd:{template.Id}:{lacking[0].Name}", 5);
            }

            // What says nothing but its name is what makes it one of its kind: whoever writes another one knows.
            if (!mark.Key.Contains('(', StringComparison.Ordinal))
            {
                continue;
            }

            yield return Say(template, [.. mark.Select(m => m.Unit)], StatementKind.Practice, $"Mark a new {kind} with {Prose.Code(mark.Key)}, as {Names([.. mark.Select(m => m.Unit)])} are.", $"mark:{mark.Key}", 5);
        }
    }

    /// <summary>What is handed on from call to call: a token, a context, a session. What a framework demands or the task needs is no convention.</summary>
    private static bool IsContext(string parameter) => Context().IsMatch(parameter) && !parameter.Contains("http.", StringComparison.Ordinal) && !parameter.Contains("testing.", StringComparison.Ordinal);

    [System.Text.RegularExpressions.GeneratedRegex(@"CancellationToken|context\.Context|\bctx\b|Session\b|Depends\(|\bdb\b|\btx\b|[Tt]ransaction|[Cc]onnection|\bconn\b|AbortSignal|ILogger|[Tt]enant|\bclock\b|TimeProvider")]
    private static partial System.Text.RegularExpressions.Regex Context();

    private static Statement Say(Template template, Unit[] units, StatementKind kind, string text, string topic, double worth) => new(
        kind, text, null, null, [.. units.Take(2).Select(u => new Evidence(template.Id, LineSpan.Of(u.SignatureLine)))], topic, worth);

    private static string Names(Unit[] units) => Prose.List([.. units.Take(2).Select(u => Prose.Code(u.Name))]);

    /// <summary>The text that four fifths of the units have, at least three of different names.</summary>
    private static (string Text, Unit[] Units)? Agreed(IEnumerable<(Unit Unit, string Text)> parts, int all)
    {
        var best = parts.GroupBy(p => p.Text, StringComparer.Ordinal)
            .Select(g => (g.Key, Units: g.Select(p => p.Unit).DistinctBy(u => u.Name).ToArray(), Count: g.Count()))
            .Where(g => g.Units.Length >= SmallestFamily && g.Count * 5 >= all * 4 && g.Key.Length <= 60)
            .OrderByDescending(g => g.Count).FirstOrDefault();
        return best.Units is null ? null : (best.Key, best.Units);
    }

    private static string MarkName(string mark)
    {
        var start = 0;
        while (start < mark.Length && !char.IsLetter(mark[start]))
        {
            start++;
        }

        var end = start;
        while (end < mark.Length && Identifiers.IsPart(mark[end]))
        {
            end++;
        }

        return mark[start..end];
    }

    /// <summary>The parameters of a unit, receivers aside; null where the list can't be told.</summary>
    private static string[]? Parameters(Template template, Unit unit)
    {
        var line = unit.SignatureLine - 1;
        var column = template.Source.Lines[line].IndexOf(unit.Name, StringComparison.Ordinal);
        if (column < 0)
        {
            return null;
        }

        var parts = new List<string>();
        var part = new StringBuilder();
        var depth = 0;
        for (column += unit.Name.Length; line < Math.Min(unit.Span.Last, unit.SignatureLine + 20); line++, column = 0)
        {
            var code = template.Source.Code[line];
            for (; column < code.Length; column++)
            {
                var c = code[column];
                if (c is '(' or '[' or '{' or '<' && ++depth == 1 && c == '(')
                {
                    continue;
                }

                if (c is ')' or ']' or '}' || (c == '>' && column > 0 && code[column - 1] is not ('=' or '-')))
                {
                    depth--;
                    if (depth == 0 && c == ')')
                    {
                        parts.Add(part.ToString());
                        return [.. parts.Select(p => string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(p => p.Length > 0 && !Receivers.Contains(p) && p is not "*" and not "/")];
                    }

                    if (depth < 0)
                    {
                        return null;
                    }
                }

                if (c == ',' && depth == 1)
                {
                    parts.Add(part.ToString());
                    part.Clear();
                }
                else if (depth > 0)
                {
                    part.Append(template.Source.Lines[line][column]);
                }
                else if (c is ';' or '=' || (c != ' ' && !Identifiers.IsPart(c) && c is not (':' or '.' or '?')))
                {
                    return null;
                }
            }

            part.Append(' ');
        }

        return null;
    }
}
