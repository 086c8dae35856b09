using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>How code fails: with types of its own, where no template throws a general one.</summary>
internal static partial class FailureStatements
{
    private const int FewestTypes = 2;

    private sealed record Thrown(Template Template, int Line, string Name);

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var family in facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Code).GroupBy(t => Templates.Reading.Languages.Family(t.Language)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (GeneralName(family.Key) is not { } general)
            {
                continue;
            }

            var thrown = family.SelectMany(In).ToArray();
            if (thrown.Any(t => t.Name is "Exception" or "RuntimeException" or "Error" or "ApplicationException" or "Throwable"))
            {
                continue;
            }

            var own = thrown.Where(t => facts.Links.Any(l => l.Name == t.Name && Symbols.IsType(l.Symbol) && l.Uses.Any(u => ReferenceEquals(u.User, t.Template)))).ToArray();
            foreach (var group in own.GroupBy(t => t.Template.Id, StringComparer.Ordinal))
            {
                var types = group.DistinctBy(t => t.Name).ToArray();
                var all = types.Concat(own.Where(t => t.Template.Id != group.Key)).DistinctBy(t => t.Name).Take(3).ToArray();
                if (all.Length < FewestTypes)
                {
                    continue;
                }

                yield return new Statement(
                    StatementKind.Never, $"{(family.Key == "python" ? "Raise" : "Throw")} a bare {Prose.Code(general)}", null,
                    $"a type of this code base, such as {Prose.List([.. all.Select(t => Prose.Code(t.Name))])}",
                    [.. all.Select(t => new Evidence(t.Template.Id, LineSpan.Of(t.Line)))], $"throw:{family.Key}", 5.5);
            }
        }
    }

    private static IEnumerable<Thrown> In(Template template)
    {
        for (var i = 0; i < template.LineCount; i++)
        {
            var match = Throw().Match(template.Source.Code[i]);
            if (match.Success)
            {
                var group = match.Groups["name"];
                yield return new Thrown(template, i + 1, template.Source.Lines[i].Substring(group.Index, group.Length));
            }
        }
    }

    private static string? GeneralName(string family) => family switch
    {
        "csharp" => "Exception",
        "jvm" => "RuntimeException",
        "python" => "Exception",
        "typescript" => "Error",
        _ => null,
    };

    // Java hands exceptions over as well: orElseThrow(() -> new X()), orElseThrow(X::new).
    [GeneratedRegex(@"(?:\b(?:throw\s+(?:new\s+)?|raise\s+)(?:\w+\.)*|->\s*new\s+(?=\w*Exception\b))(?<name>[A-Z]\w*)\s*(?:\(|$|;|from\b)|\b(?<name>[A-Z]\w*(?:Exception|Error)|Exception|Error)::new\b")]
    private static partial Regex Throw();
}
