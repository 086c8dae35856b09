using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A case of a decision, or a member of what is decided by.</summary>
internal readonly record struct Case(string Name, int Line);

/// <summary>A switch, a match, a chain of conditions or a table with a case for each of several members of one type.</summary>
/// <param name="Unit">What the decision stands in; null at the top of a file.</param>
/// <param name="Type">The name before the members, as the source has it.</param>
/// <param name="Cases">The members that have a case, in order.</param>
/// <param name="Default">What stands for all others, where there is such a case.</param>
internal sealed record Decision(Template Template, Unit? Unit, string Type, ImmutableArray<Case> Cases, DefaultCase? Default)
{
    public LineSpan Span { get; } = new(Cases[0].Line, Cases[^1].Line);
}

/// <param name="Result">What it gives, as the source has it; null where that takes more than a line.</param>
internal sealed record DefaultCase(int Line, string? Result);

/// <summary>Finds the decisions of a template by their cases: arms of the form <c>Type.Member</c>, in code only.</summary>
internal static partial class Decisions
{
    private const int FewestCases = 2;

    /// <summary>Cases further apart than this belong to two decisions.</summary>
    private const int WidestGap = 12;

    /// <summary>A longer result is not quoted.</summary>
    private const int LongestResult = 60;

    public static IEnumerable<Decision> In(Template template)
    {
        if (template.Role == TemplateRole.Prose)
        {
            yield break;
        }

        var found = new List<(string Type, Unit? Unit, Case Case, bool IsCondition)>();
        for (var line = 1; line <= template.LineCount; line++)
        {
            foreach (var (type, member, isCondition) in Heads(template, line))
            {
                found.Add((type, MarkerStatements.Enclosing(template, line), new Case(member, line), isCondition));
            }
        }

        foreach (var group in found.GroupBy(f => (f.Type, Unit: f.Unit is null ? 0 : template.Units.IndexOf(f.Unit) + 1)))
        {
            var run = new List<(Case Case, bool IsCondition)>();
            foreach (var (_, _, at, isCondition) in group.Append(("", null, new Case("", int.MaxValue), false)))
            {
                if (run.Count > 0 && at.Line - run[^1].Case.Line > WidestGap)
                {
                    // Conditions of their own, one below the other, guard; they don't decide.
                    var cases = run.Select(r => r.Case).DistinctBy(c => c.Name, StringComparer.Ordinal).ToImmutableArray();
                    if (cases.Length >= FewestCases && !run.TrueForAll(r => r.IsCondition))
                    {
                        yield return new Decision(template, group.First().Unit, group.Key.Type, cases, DefaultOf(template, group.First().Unit, cases));
                    }

                    run.Clear();
                }

                run.Add((at, isCondition));
            }
        }
    }

    /// <summary>The members that a line has a case for, with their type, and whether it is a condition that stands by itself.</summary>
    private static IEnumerable<(string Type, string Member, bool IsCondition)> Heads(Template template, int line)
    {
        var code = template.Source.Code[line - 1];
        if (!code.Contains('.', StringComparison.Ordinal) && !code.Contains("::", StringComparison.Ordinal))
        {
            yield break;
        }

        if (Arm().Match(code) is not { Success: true } arm)
        {
            yield break;
        }

        var heads = arm.Groups["heads"];
        var source = template.Source.Lines[line - 1];
        foreach (Match match in Qualified().Matches(heads.Value))
        {
            string Text(string group) => source.Substring(heads.Index + match.Groups[group].Index, match.Groups[group].Length);
            if ((Text("type") is "Self" ? OwnType(template, line) : Text("type")) is { } type)
            {
                yield return (type, Text("member"), arm.Groups["if"].Success);
            }
        }
    }

    private static string? OwnType(Template template, int line) => template.Units
        .Where(u => u.Span.Contains(line) && (u.Kind == UnitKind.Implementation || Symbols.IsType(u))).OrderBy(u => u.Span.Length).FirstOrDefault() is { } type
        && Identifiers.IsIdentifier(type.Name) ? type.Name : null;

    /// <summary>The case for the rest, among the others or right below them, no deeper than they stand.</summary>
    private static DefaultCase? DefaultOf(Template template, Unit? unit, ImmutableArray<Case> cases)
    {
        var indent = StatementEdges.Indent(template.Source.Lines[cases[0].Line - 1]);
        var last = Math.Min(unit?.Span.Last ?? template.LineCount, cases[^1].Line + WidestGap);
        for (var line = cases[0].Line + 1; line <= last; line++)
        {
            if (StatementEdges.Indent(template.Source.Lines[line - 1]) == indent && Rest().Match(template.Source.Code[line - 1]) is { Success: true } rest)
            {
                return new DefaultCase(line, ResultOf(template, line, rest.Length));
            }
        }

        return null;
    }

    private static string? ResultOf(Template template, int line, int column)
    {
        var beside = Trimmed(template, line, column);
        if (beside is null && line < template.LineCount && Trimmed(template, line + 1, 0) is { } below && Leaves().IsMatch(below))
        {
            return below;
        }

        return beside;
    }

    private static string? Trimmed(Template template, int line, int column)
    {
        var code = template.Source.Code[line - 1];
        var text = template.Source.Lines[line - 1][Math.Min(column, code.Length)..code.TrimEnd().Length.Clamp(column)].Trim().TrimEnd(',', ';');
        return text.Length is > 0 and <= LongestResult && Brackets.AreBalanced(text) && !text.EndsWith('{') ? text : null;
    }

    private static int Clamp(this int length, int least) => Math.Max(length, least);

    // case Type.Member: | Type.Member => | Type::Member(x) -> | [Type.Member]: | if (x == Type.Member) | { Type.Member, x } | [Type.Member] = x | entry(Type.Member, x) | Type.Member, "x" of Map.of
    [GeneratedRegex(@"^\s*(?:(?:\{\s*|(?:Map\.)?entry\(\s*)(?<heads>[A-Z][\w.]*\.\w+)\s*,\s*\S|\[(?<heads>[A-Z][\w.]*\.\w+)\]\s*=(?!=)|(?<heads>[A-Z][\w.]*\.\w+)\s*,\s*""|(?:case|when)\s+(?<heads>[\w.:|,{}() ]+?)\s*(?::(?!:)|=>|->|\{|\bthen\b|$)|\|?\s*(?<heads>(?:is\s+)?\w[\w.:|, ]*?(?:\([^()]*\)|\{[^{}]*\})?)\s*(?:when\b[^=]*?|if\b[^=]*?)?(?:=>|->)|\[?(?<heads>[A-Z]\w*\.\w+)\]?\s*:(?![:=])|(?:\}\s*)?(?:else\s+if|elif|(?<if>if))\b(?!.*(?:&&|\band\b)).*?(?:==|\bis\b)=?\s*(?<heads>[A-Z]\w*(?:\.|::)\w+)\s*[):{]?)", RegexOptions.ExplicitCapture)]
    private static partial Regex Arm();

    [GeneratedRegex(@"(?<![\w.:])(?:\w+(?:\.|::))*?(?<type>[A-Z]\w*)(?:\.|::)(?<member>[A-Za-z_]\w*)(?![\w]|\.\w|::)", RegexOptions.ExplicitCapture)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^\s*(?:(?:case\s+)?_|default|else|otherwise)\s*(?:=>|->|:)\s*")]
    private static partial Regex Rest();

    [GeneratedRegex(@"^(?:return|throw|raise|panic)\b")]
    private static partial Regex Leaves();
}
