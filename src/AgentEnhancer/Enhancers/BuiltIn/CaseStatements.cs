using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What a new member of an enum, or of what is used like one, needs elsewhere: a case in each decision by its members.</summary>
internal static partial class CaseStatements
{
    private const int MostDecisions = 3;
    private const int WordsOfOwn = 3;
    private const double Worth = 6;

    /// <summary>Nobody notices a case that is missing.</summary>
    private const double WorthWithDefault = 7;

    /// <summary>Where nothing tells that the type is one of members, more than a pair of cases must.</summary>
    private const int FewestOfUnknown = 3;

    /// <summary>A default that stands for more members than this is meant for them.</summary>
    private const int MostMissing = 2;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var group in facts.Decisions.GroupBy(d => (d.Type, d.Template.Id)))
        {
            var decisions = group.Take(MostDecisions).ToArray();
            var definer = DefinerOf(decisions[0], facts);
            if (definer is null && (!IsOfSet(decisions[0].Type) || !IsOfTypes(decisions[0].Template) || decisions.Max(d => d.Cases.Length) < FewestOfUnknown))
            {
                continue;
            }

            var places = decisions.Select(Place).Distinct(StringComparer.Ordinal).ToArray();
            ImmutableArray<Evidence> evidence = [.. decisions.Select(d => new Evidence(d.Template.Id, d.Span))];
            ImmutableArray<Evidence> declared = definer is { } known ? [new Evidence(known.Template.Id, known.Unit.Span)] : [];
            var statement = new Statement(
                StatementKind.Practice, $"Give a new {Word(decisions[0], definer?.Unit)} of {Prose.Code(decisions[0].Type)} its own {(decisions.All(IsTable) ? "entry" : "case")} in {Prose.List(places)}.", Why(decisions), null,
                [.. evidence, .. declared], $"cases:{decisions[0].Type}:{decisions[0].Template.Id}", decisions.Any(d => d.Default is not null) ? WorthWithDefault : Worth);
            yield return statement;
            if (!declared.IsEmpty && declared[0].TemplateId != evidence[0].TemplateId)
            {
                // Who adds the member has to know as well.
                yield return statement with { Evidence = [.. declared, .. evidence] };
            }
        }
    }

    /// <summary>Members that a decision leaves to its default, each with the line that shows that there is such a member.</summary>
    public static string? Missing(Decision decision, CatalogueFacts facts)
    {
        if (decision.Default is null || (DefinerOf(decision, facts) is null && !IsOfSet(decision.Type)))
        {
            return null;
        }

        var missing = MembersOf(decision, facts).Where(m => !decision.Cases.Any(c => c.Name == m.Name)).ToArray();
        if (missing.Length is 0 or > MostMissing || missing.Length > decision.Cases.Length)
        {
            return null;
        }

        var names = Prose.List([.. missing.Select(m => $"{Prose.Code(m.Name)} {Prose.Cite(m.Template, m.Line)}")]);
        var (verb, gets) = missing.Length == 1 ? ("has", "gets") : ("have", "get");
        return decision.Default.Result is { } result
            ? $"{names} {verb} no case of {(missing.Length == 1 ? "its" : "their")} own in {Place(decision)}, and {gets} the default: {Prose.Code(result)}."
            : $"{names} {verb} no case of {(missing.Length == 1 ? "its" : "their")} own in {Place(decision)}, and {gets} the default.";
    }

    private static string Word(Decision decision, Unit? definer) => decision.Template.Language switch
    {
        "rust" => "variant",
        "kotlin" when definer is null or { Kind: not UnitKind.Enum } => "subtype",
        _ => "member",
    };

    private static string Place(Decision decision) => decision.Unit is { } unit ? Prose.Code(unit.Name) : Prose.File(decision.Template);

    private static string Why(Decision[] decisions)
    {
        var results = decisions.Select(d => d.Default?.Result).ToArray();
        return decisions.Length == 1 && results[0] is { } result ? $"Without one, it gets {Prose.Code(result)}."
            : results.OfType<string>().Distinct(StringComparer.Ordinal).ToArray() is { Length: > 1 } several && !results.Contains(null)
                ? $"Without one, it gets {Prose.List([.. several.Select(Prose.Code)])}."
            : decisions.Any(d => d.Default is not null) ? "Without one, it gets the default."
            : decisions.All(IsTable) ? "What has no entry is not found there."
            : decisions.Length == 1 ? "It decides by them." : "They decide by them.";
    }

    private static bool IsTable(Decision decision) => decision.Unit?.Kind == UnitKind.Value;

    /// <summary>The one enum of the name that there is; none where two templates have one.</summary>
    private static (Template Template, Unit Unit)? DefinerOf(Decision decision, CatalogueFacts facts)
    {
        var family = Languages.Family(decision.Template.Language);
        var definers = facts.Catalogue.Templates
            .Where(t => t.Scope == decision.Template.Scope && Languages.Family(t.Language) == family)
            .SelectMany(t => t.Units.Where(u => u.Name == decision.Type && IsOfMembers(t, u)).Select(u => (Template: t, Unit: u))).Take(2).ToArray();
        return definers.Length == 1 ? definers[0] : null;
    }

    /// <summary>An enum, or a class that is one.</summary>
    internal static bool IsOfMembers(Template template, Unit unit) =>
        unit.Kind == UnitKind.Enum || (unit.Kind == UnitKind.Class && EnumBase().IsMatch(template.Source.Code[unit.SignatureLine - 1]));

    /// <summary>A short name may be a library's, to which nobody here adds a member: <c>ErrorType</c>, <c>StatusCodes</c>.</summary>
    private static bool IsOfSet(string type) => type.Contains("{{", StringComparison.Ordinal)
        || (!type.StartsWith("Http", StringComparison.Ordinal) && type.Where((c, i) => char.IsUpper(c) && (i == 0 || !char.IsUpper(type[i - 1]))).Count() >= WordsOfOwn);

    /// <summary>In other languages <c>Name.member</c> may be anything.</summary>
    private static bool IsOfTypes(Template template) => template.Language is "csharp" or "java" or "kotlin" or "rust" or "swift";

    private static IEnumerable<(string Name, Template Template, int Line)> MembersOf(Decision decision, CatalogueFacts facts)
    {
        if (DefinerOf(decision, facts) is not { } definer)
        {
            return Mentioned(decision);
        }

        var (template, unit) = definer;
        var lines = Enumerable.Range(unit.SignatureLine + 1, Math.Max(0, unit.Span.Last - unit.SignatureLine)).Where(l => MemberLine().IsMatch(template.Source.Code[l - 1])).ToArray();
        var indent = lines.Length == 0 ? 0 : lines.Min(l => StatementEdges.Indent(template.Source.Lines[l - 1]));
        return lines.Where(l => StatementEdges.Indent(template.Source.Lines[l - 1]) == indent)
            .Select(l => (MemberLine().Match(template.Source.Code[l - 1]).Groups["member"].Value, template, l));
    }

    /// <summary>Members of a type that no template defines, as far as the decision's own file names them.</summary>
    private static IEnumerable<(string Name, Template Template, int Line)> Mentioned(Decision decision)
    {
        var template = decision.Template;
        var pattern = new Regex($@"(?<![\w.:]){Regex.Escape(decision.Type)}(?:\.|::)(?<member>[A-Z]\w*)(?![\w(]|\.\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return IsOfTypes(template)
            ? Enumerable.Range(1, template.LineCount).SelectMany(l => pattern.Matches(template.Source.Code[l - 1]).Select(m => (m.Groups["member"].Value, template, l))).DistinctBy(m => m.Value, StringComparer.Ordinal)
            : [];
    }

    [GeneratedRegex(@"^\s*(?:case\s+)?(?<member>[A-Za-z_]\w*)\s*(?:[=,;(]|\{|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex MemberLine();

    [GeneratedRegex(@"\(\s*(?:\w+\.)?(?:str\s*,\s*)?(?:\w+\.)?(?:Enum|StrEnum|IntEnum|TextChoices|IntegerChoices)\s*\)")]
    private static partial Regex EnumBase();
}
