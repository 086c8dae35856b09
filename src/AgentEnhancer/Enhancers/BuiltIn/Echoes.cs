using System.Collections.Immutable;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What a rule knows of code whose author says the same in a comment: said once, in the author's words.</summary>
internal static class Echoes
{
    /// <summary>So much of the shorter sentence stands in the other one as well.</summary>
    private const double Same = 0.5;

    /// <summary>Two words in common are chance.</summary>
    private const int FewestWords = 3;

    /// <summary>What is longer speaks of many things.</summary>
    private const int LongestUnit = 40;

    public static ImmutableArray<Statement> Without(TemplateCatalogue catalogue, ImmutableArray<Statement> statements)
    {
        var quotes = statements.Where(NormativeStatements.IsQuote).ToLookup(s => s.Evidence[0].TemplateId, StringComparer.Ordinal);
        var rules = statements.Where(IsRule).ToLookup(s => s.Evidence[0]);
        return [.. statements.Where(s => !IsFactory(s) || !rules[s.Evidence[0]].Any(r => r.Text.Contains(Prose.Code(s.Topic[(s.Topic.IndexOf(':', StringComparison.Ordinal) + 1)..]), StringComparison.Ordinal)))
            .Where(s => !IsRule(s) || !quotes[s.Evidence[0].TemplateId].Any(q => IsEcho(catalogue.Find(q.Evidence[0].TemplateId), s, q)))];
    }

    private static bool IsRule(Statement statement) => statement.Kind != StatementKind.Ask && !statement.Evidence.IsEmpty && statement.Topic.StartsWith("rule:", StringComparison.Ordinal);

    /// <summary>A rule that knows what the factory turns into what says more.</summary>
    private static bool IsFactory(Statement statement) => statement.Kind is StatementKind.Practice or StatementKind.Always && statement.Topic.StartsWith("factory:", StringComparison.Ordinal);

    private static bool IsEcho(Template? template, Statement rule, Statement quote)
    {
        if (template is null || !AreTogether(template, rule.Evidence[0].Span, quote.Evidence[0].Span))
        {
            return false;
        }

        var (said, quoted) = (Words($"{rule.Text} {rule.Instead}"), Words(quote.Text));
        var shared = Words($"{rule.Text} {rule.Instead} {rule.Why}").Count(quoted.Contains);
        return shared >= FewestWords && shared >= Same * Math.Min(said.Count, quoted.Count);
    }

    /// <summary>In one unit, its comments included; or a line or two apart.</summary>
    private static bool AreTogether(Template template, LineSpan rule, LineSpan quote) =>
        Math.Max(rule.First, quote.First) - Math.Min(rule.Last, quote.Last) <= 2
        || template.Units.Any(u => u.Kind is not UnitKind.Statements && u.Span.Length <= LongestUnit && u.Span.Contains(rule) && (u.Span.Contains(quote) || u.Span.First - quote.Last is 1));

    private static HashSet<string> Words(string text) => [.. Terms.Of(text)];
}
