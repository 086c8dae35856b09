using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What the practice rules say of the templates.</summary>
internal static partial class RuleStatements
{
    private const int MostPlaces = 3;

    /// <summary>Templates with which a sentence is offered first.</summary>
    private const int MostOffers = 8;

    /// <summary>A rule weighs from 1 to 10; what the templates' own structure shows starts at about the worth of a 6.</summary>
    private const double WorthOfWeight = 0.85;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        var all = facts.Catalogue.Templates.SelectMany(t => facts.RuleMatches[t.Id].Select(m => (Template: t, Match: m))).ToImmutableArray();
        return RuleMatcher.Supported(all, m => m.Match)
            .Where(m => m.Match.Rule.Kind != RuleKind.Notice)
            .GroupBy(m => (m.Template.Id, m.Match.Rule.Id))
            .SelectMany(g => Merge([.. g]))
            .GroupBy(m => (m.Match.Rule.Id, m.Match.Sentence))
            .SelectMany(g => Statements([.. g]));
    }

    /// <summary>One sentence, all its places. It is offered with each of its templates first, so that whoever works there can be told.</summary>
    private static IEnumerable<Statement> Statements((Template Template, RuleMatch Match)[] places)
    {
        for (var i = 0; i < Math.Min(places.Length, MostOffers); i++)
        {
            var (template, match) = places[i];
            yield return new Statement(
                Kind(match.Rule.Kind), match.Sentence, match.Why, match.Instead,
                [new Evidence(template.Id, match.Span), .. places.Where((p, j) => j != i).Take(MostPlaces - 1).Select(p => new Evidence(p.Template.Id, p.Match.Span))],
                $"rule:{match.Rule.Topic}", match.Rule.Weight * WorthOfWeight);
        }
    }

    /// <summary>"Pass on to A", "Pass on to B" of one template become "Pass on to A and B": the sentences differ in one captured name.</summary>
    private static IEnumerable<(Template Template, RuleMatch Match)> Merge((Template Template, RuleMatch Match)[] matches)
    {
        var open = matches.ToList();
        while (open.Count > 0)
        {
            var first = open[0];
            var alike = first.Match.Groups.Keys.Order(StringComparer.Ordinal)
                .Select(name => (Name: name, Same: open.Where(m => DiffersOnlyIn(name, first.Match, m.Match)).ToArray()))
                .Where(c => c.Same.Length > 1 && Occurrences(first.Match.Sentence, Prose.Code(first.Match.Groups[c.Name])) == 1
                    && TakesSeveral(first.Match.Sentence, Prose.Code(first.Match.Groups[c.Name])))
                .OrderByDescending(c => c.Same.Length).FirstOrDefault();
            if (alike.Same is null)
            {
                open.RemoveAt(0);
                yield return first;
                continue;
            }

            open.RemoveAll(m => alike.Same.Contains(m));
            string[] shown = [.. alike.Same.Take(MostPlaces).Select(m => Prose.Code(m.Match.Groups[alike.Name]))];
            var names = alike.Same.Length > MostPlaces ? $"{string.Join(", ", shown)} and others" : Prose.List(shown);
            yield return (first.Template, first.Match with { Sentence = first.Match.Sentence.Replace(Prose.Code(first.Match.Groups[alike.Name]), names, StringComparison.Ordinal) });
        }
    }

    /// <summary>"Before renaming table `a` and `b`" and "`a` and `b` calls it" are no English: the sentence was made for one.</summary>
    private static bool TakesSeveral(string sentence, string shown)
    {
        var at = sentence.IndexOf(shown, StringComparison.Ordinal);
        return !OfOne().IsMatch(sentence[..at]) && !AsOne().IsMatch(sentence[(at + shown.Length)..]);
    }

    [GeneratedRegex(@"\b(?:the|an?|each|every|another|new|route|endpoint|table|column|type|job|event|field|class|method|function|hook|component|key|variable|service|stage|step|parameter|index|option|probe|resource|constraint|header|queue|topic|task|test|model|schema|entity|enum|file|module|package|role|policy|property|setting|name)\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex OfOne();

    [GeneratedRegex(@"^\s+(?!as\b|is\s+not\b.*\bare\b)\w+[^suSU\W]s\b|^\s+(?:is|has|does|was)\b|\bit\b|^\s*\w*\s*\bitself\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsOne();

    private static bool DiffersOnlyIn(string name, RuleMatch one, RuleMatch other) =>
        one.Why == other.Why && one.Instead == other.Instead && one.Groups.Count == other.Groups.Count
        && one.Groups.All(g => other.Groups.TryGetValue(g.Key, out var value) && (g.Key == name || g.Value == value));

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static StatementKind Kind(RuleKind kind) => kind switch
    {
        RuleKind.Always => StatementKind.Always,
        RuleKind.Never => StatementKind.Never,
        RuleKind.Ask => StatementKind.Ask,
        _ => StatementKind.Practice,
    };
}
