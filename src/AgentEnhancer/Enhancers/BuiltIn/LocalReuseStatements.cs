using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Helpers and constants that several units of one file go through: what a new unit beside them should use as well.</summary>
internal static partial class LocalReuseStatements
{
    private const int ManyRules = 3;
    private const int FewestUsers = 2;
    private const int LongestHelper = 24;

    public static IEnumerable<Statement> From(CatalogueFacts facts) => facts.Catalogue.Templates.Where(t => t.Role != TemplateRole.Prose).SelectMany(t => In(t, facts));

    private static IEnumerable<Statement> In(Template template, CatalogueFacts facts)
    {
        var callers = template.Units.Where(u => u.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Route or UnitKind.Test or UnitKind.Component or UnitKind.Hook).ToArray();
        var helpers = template.Units.Where(u => IsHelper(template, u)).Select(u => (Unit: u, Key: Key(template, u))).Where(h => h.Key is not null)
            .GroupBy(h => h.Key!, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Unit, StringComparer.Ordinal);
        if (helpers.Count == 0 || callers.Length < FewestUsers)
        {
            yield break;
        }

        var uses = new Dictionary<Unit, SortedDictionary<int, (Unit Caller, int Line)>>(ReferenceEqualityComparer.Instance);
        foreach (var token in Identifiers.In(template.Source))
        {
            if (helpers.TryGetValue(token.Text, out var helper) && !helper.Span.Contains(token.Line) && IsUse(template, token, helper)
                && Innermost(callers, token.Line) is { } caller && token.Line > caller.SignatureLine - 1 && !ReferenceEquals(caller, helper)
                && (caller.Kind != UnitKind.Test || template.Role == TemplateRole.Test || ReferenceEquals(caller.Parent, helper.Parent)))
            {
                if (!uses.TryGetValue(helper, out var list))
                {
                    uses[helper] = list = [];
                }

                list.TryAdd(caller.Span.First, (caller, token.Line));
            }
        }

        // Where little else is known of tests, what most of them go through is their practice before it is a prohibition.
        var main = template.Role != TemplateRole.Test || facts.RuleMatches[template.Id].DistinctBy(m => m.Rule.Topic).Count() >= ManyRules ? null : uses.OrderByDescending(u => u.Value.Count).ThenBy(u => u.Key.Span).Select(u => u.Key).FirstOrDefault();
        foreach (var (helper, users) in uses.OrderBy(u => u.Key.Span))
        {
            var named = users.Values.DistinctBy(u => u.Caller.Name).Take(2).ToArray();
            if (named.Length < FewestUsers)
            {
                continue;
            }

            var peers = callers.Count(c => c.Kind == named[0].Caller.Kind && ReferenceEquals(c.Parent, named[0].Caller.Parent));
            foreach (var statement in Say(template, helper, named, users.Count, users.Count * 10 >= peers * 6, ReferenceEquals(helper, main)))
            {
                yield return statement;
            }
        }
    }

    /// <summary>Said as an order or as a prohibition, whichever the document has room for: one topic, so never both.</summary>
    private static IEnumerable<Statement> Say(Template template, Unit helper, (Unit Caller, int Line)[] users, int count, bool isUsual, bool isMain)
    {
        var name = Prose.Code(helper.Name);
        var doc = CatalogueFacts.DocumentationOf(template, helper) is { } comment ? Prose.FirstSentence(comment.Text) : null;
        var names = Prose.List([.. users.Select(u => Prose.Code(u.Caller.Name))]);
        var kind = Prose.KindWord(users[0].Caller);
        var topic = $"local:{template.Id}:{helper.Name}";
        var worth = 4.2 + Math.Min(1.5, count * 0.3) + (doc is null ? 0 : 0.4);
        ImmutableArray<Evidence> evidence = [new Evidence(template.Id, helper.Span), .. users.Select(u => new Evidence(template.Id, LineSpan.Of(u.Line)))];
        var isConstant = helper.Kind == UnitKind.Value;
        if (isConstant && template.Role == TemplateRole.Test)
        {
            yield break;
        }

        if (!isConstant)
        {
            yield return new Statement(
            StatementKind.Practice,
            helper.Kind == UnitKind.Fixture && isUsual ? $"Request fixture {name} in a new {kind}, as {names} do."
                : $"Call {name}, as {names} do, instead of repeating its steps.",
            doc is { Length: >= 16 and <= 110 } ? $"It says of itself: {Prose.Quote(doc)}." : null, null, evidence, topic, worth);
        }

        if (helper.Kind is not UnitKind.Fixture)
        {
            yield return new Statement(
                StatementKind.Never,
                isConstant ? $"Spell out the value of {name} again" : $"Repeat the steps of {name} in a new {kind}",
                null, $"{(isConstant ? "use it" : "call it")}, as {names} do", evidence, topic, worth - 0.6)
            {
                IsLastResort = isMain,
            };
        }
    }

    private static bool IsHelper(Template template, Unit unit) => unit.Kind switch
    {
        UnitKind.Function or UnitKind.Method => unit.Span.Length <= LongestHelper,
        UnitKind.Fixture => !Rendering.TellingParts.IsHook(unit),
        UnitKind.Value => unit.Span.Length <= LongestHelper && IsConstant(template, unit),
        _ => false,
    };

    /// <summary>State is a value too, but using it is no advice.</summary>
    private static bool IsConstant(Template template, Unit unit) => !Empty().IsMatch(template.Source.Code[unit.SignatureLine - 1])
        && IsNamedOrMarked(template, unit);

    private static bool IsNamedOrMarked(Template template, Unit unit) =>
        unit.Name.All(c => char.IsUpper(c) || char.IsDigit(c) || c == '_')
        || Constant().IsMatch(template.Source.Code[unit.SignatureLine - 1])
        || (unit.Level == 0 && template.Source.Code[unit.SignatureLine - 1].StartsWith("const ", StringComparison.Ordinal) && template.Source.Strings.Any(x => x.Line == unit.SignatureLine));

    [System.Text.RegularExpressions.GeneratedRegex(@"^\s*(?:(?:public|private|protected|internal|pub|export)\s+)*(?:const\s+\w+\s+\w|static\s+readonly\s|static\s+final\s|final\s+static\s|const\s+[A-Z]\w*\s*(?::|=))")]
    private static partial System.Text.RegularExpressions.Regex Constant();

    private static string? Key(Template template, Unit unit)
    {
        var column = template.Source.Lines[unit.SignatureLine - 1].IndexOf(unit.Name, StringComparison.Ordinal);
        var key = column < 0 ? "" : template.Source.Masked[unit.SignatureLine - 1].Substring(column, unit.Name.Length);
        return key.Length >= (unit.Kind == UnitKind.Value ? 4 : 3) && Identifiers.IsIdentifier(key) ? key : null;
    }

    /// <summary>A call of a function, or a mention of a constant; <c>other.name</c> is somebody else's.</summary>
    private static bool IsUse(Template template, IdentifierToken token, Unit helper)
    {
        var line = template.Source.Code[token.Line - 1];
        var before = Identifiers.Before(line, token.Column);
        var after = Identifiers.After(line, token.Column + token.Text.Length);
        if (before == '.' && !line.AsSpan(0, token.Column).TrimEnd(['.', '?']).EndsWith("this") && !line.AsSpan(0, token.Column).TrimEnd('.').EndsWith("self"))
        {
            return false;
        }

        return helper.Kind switch
        {
            UnitKind.Fixture => after is ',' or ')' or ':',
            UnitKind.Value => after is not (':' or '=') || line.AsSpan(token.Column + token.Text.Length).TrimStart().StartsWith("=="),
            _ => after == '(' || (after == '{' && TakesLambda(template.Language)) || (helper.Kind == UnitKind.Method && before is '(' or ',' && after is ')' or ','),
        };
    }

    /// <summary>A block behind a name is its last argument.</summary>
    private static bool TakesLambda(string language) => language is "kotlin" or "scala" or "groovy" or "swift";

    private static Unit? Innermost(Unit[] units, int line) => units.Where(u => u.Span.Contains(line)).OrderBy(u => u.Span.Length).FirstOrDefault();

    // What is empty at first is filled elsewhere.
    [System.Text.RegularExpressions.GeneratedRegex(@"=\s*(?:\{\s*\}|\[\s*\]|dict\(\)|list\(\)|set\(\)|new\b[^;]*\(\s*\)|\w*[mM]ap\w*\(\s*\)|defaultdict\([^()]*\))\s*;?\s*$")]
    private static partial System.Text.RegularExpressions.Regex Empty();
}
