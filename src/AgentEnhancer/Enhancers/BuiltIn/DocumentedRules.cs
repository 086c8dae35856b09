using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Lists of rules in comments: what stands below a line such as "Compatibility rules:" is asked for, in whatever form it is said, and quoted under that line.</summary>
internal static partial class DocumentedRules
{
    private const int Shortest = 16;
    private const int Longest = 170;
    private const double Worth = 6.5;

    public static IEnumerable<Statement> From(CatalogueFacts facts) =>
        facts.Catalogue.Templates.Where(t => t.Role is not TemplateRole.Prose).SelectMany(t => t.Source.Comments.SelectMany(c => In(t, c)));

    private static IEnumerable<Statement> In(Template template, Comment comment)
    {
        string? heading = null;
        for (var line = comment.Span.First; line <= comment.Span.Last; line++)
        {
            var text = TextOf(template, line);
            if (Item().Match(text) is { Success: true } item)
            {
                if (heading is null)
                {
                    continue;
                }

                // A wrapped item goes on deeper than its mark.
                var last = line;
                var rule = item.Groups["rule"].Value;
                while (last < comment.Span.Last && TextOf(template, last + 1) is var next && StatementEdges.Indent(next) > StatementEdges.Indent(text) && !Item().IsMatch(next))
                {
                    rule += " " + next.Trim();
                    last++;
                }

                if (Of(template, heading, rule, new LineSpan(line, last)) is { } statement)
                {
                    yield return statement;
                }

                line = last;
            }
            else
            {
                heading = Heading().IsMatch(text) ? Aside().Replace(text, "").Trim().TrimEnd(':') : text.Length == 0 ? heading : null;
            }
        }
    }

    /// <summary>Without what frames the comment.</summary>
    private static string TextOf(Template template, int line) => Lead().Replace(Closing().Replace(template.Source.Lines[line - 1], ""), "").TrimEnd();

    private static Statement? Of(Template template, string heading, string rule, LineSpan lines)
    {
        rule = rule.Trim().TrimEnd('.', ';', ',');
        return rule.Length is < Shortest or > Longest || !NormativeGrammar.IsQuotable(rule) ? null
            : new Statement(Forbids().IsMatch(rule) ? StatementKind.Never : StatementKind.Always, $"{heading}: {Prose.Quote(rule)}", null, null, [new Evidence(template.Id, lines)], $"says:{rule}", Worth);
    }

    [GeneratedRegex(@"^(?:\s*(?://+!?|#+!?|\*+(?!/)|--+|;+|/\*+!?|"""""")(?=\s|$)\s?)?")]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:rules?|conventions?|invariants?|guidelines?|requirements?|do and don't|please keep)\b(?:[^.;]|\.\w){0,60}:$", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\s*\([^()]*\)")]
    private static partial Regex Aside();

    [GeneratedRegex(@"^\s*(?:[-*•]|\d{1,2}[.)])\s+(?<rule>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"\s*(?:\*/|""""""|-->|'''|</\w+>)\s*$")]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:never|no|do not|don't|not|nothing|nobody|avoid)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Forbids();
}
