using System.Collections.Frozen;
using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Keys, paths, topics and variable names that stand in several templates and must change together.</summary>
internal static partial class LiteralStatements
{
    private const int ShortestLiteral = 6;
    private const int LongestLiteral = 48;

    /// <summary>A literal of more templates than this is a convention, not a pair to keep in step.</summary>
    private const int MostTemplates = 3;

    private static readonly FrozenSet<string> WellKnown =
        """
        application/json application/problem+json multipart/form-data text/plain text/html text/css image/png Content-Type content-type
        Content-Length Accept-Language X-Requested-With utf-8 UTF-8 no-cache no-store use-client us-east-1 localhost/ ubuntu-latest
        Cache-Control cache-control Set-Cookie x-www-form-urlencoded application/x-www-form-urlencoded text/event-stream application/octet-stream
        aria-label aria-hidden aria-live sr-only en-US read-only next/link user-agent User-Agent X-Forwarded-For on-failure unless-stopped
        NODE_ENV GITHUB_TOKEN ASPNETCORE_ENVIRONMENT PYTHONPATH PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE DOTNET_CLI_TELEMETRY_OPTOUT CGO_ENABLED RUST_LOG
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        var places = new SortedDictionary<string, List<(Template Template, int Line)>>(StringComparer.Ordinal);
        foreach (var template in facts.Catalogue.Templates.Where(t => t.Role != TemplateRole.Prose))
        {
            foreach (var (value, line) in Literals(template).Distinct())
            {
                if (!places.TryGetValue(value, out var list))
                {
                    places[value] = list = [];
                }

                list.Add((template, line));
            }
        }

        AddUsesInCode(places, facts);
        foreach (var (value, found) in places)
        {
            var templates = found.Select(f => f.Template).Distinct().ToArray();
            if (facts.UsedNames.Contains(value) && !IsVariable(value))
            {
                // Also a field or a name somewhere: these places are not all.
                continue;
            }

            // A key that everybody gives and nobody reads is the framework's; a column is renamed by a migration.
            if (found.All(f => IsGiven(f.Template.Source.Lines[f.Line - 1], value)) || (IsColumn(value) && templates.Any(t => t.Path.Contains("migration", StringComparison.OrdinalIgnoreCase))))
            {
                continue;
            }

            // A column and a field of an answer are two names that happen to be spelt alike.
            if (found.Select(f => Annotation().Match(f.Template.Source.Lines[f.Line - 1]).Value).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                continue;
            }

            // One word of a list that is to be kept whole.
            if (facts.Vocabularies.Any(v => found.Any(f => v.Any(p => ReferenceEquals(p.Template, f.Template) && p.Lines.Contains(f.Line)))))
            {
                continue;
            }

            if (templates.Length is < 2 or > MostTemplates || templates.All(t => t.Role == TemplateRole.Test))
            {
                continue;
            }

            ImmutableArray<Evidence> evidence =
                [.. templates.Select(t => new Evidence(t.Id, LineSpan.Of(found.First(f => ReferenceEquals(f.Template, t)).Line)))];
            var shown = Prose.Code(value);
            var cites = Prose.List([.. evidence.Select(e => Prose.Cite(e))]);
            var differ = templates.Select(t => t.Language).Distinct(StringComparer.Ordinal).Count() > 1;
            var worth = (differ ? 5.5 : 4) + (templates.Any(t => t.Role == TemplateRole.Configuration) ? 0.5 : 0);
            yield return new Statement(StatementKind.Always, $"Spell {shown} alike in {cites}", null, null, evidence, $"literal:{value}", worth);
            yield return new Statement(
                StatementKind.Never, $"Rename {shown} in one place only", null, $"change {cites} together", evidence, $"literal:{value}", worth - 0.5);
        }
    }

    /// <summary>Whoever is told where a variable stands is told all places: code reads some of them without quotes, as <c>process.env.X</c>.</summary>
    private static void AddUsesInCode(SortedDictionary<string, List<(Template Template, int Line)>> places, CatalogueFacts facts)
    {
        var variables = places.Where(p => IsVariable(p.Key) && p.Value.Select(f => f.Template).Distinct().Count() > 1).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        if (variables.Count == 0)
        {
            return;
        }

        foreach (var template in facts.Catalogue.Templates.Where(t => t.Role is not (TemplateRole.Prose or TemplateRole.Configuration)))
        {
            foreach (var token in Relevance.Identifiers.In(template.Source).Where(t => variables.Contains(t.Text)).DistinctBy(t => t.Text))
            {
                places[token.Text].Add((template, token.Line));
            }
        }
    }

    private static bool IsColumn(string value) => value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary><c>"retry_delay": 5</c>, <c>'retry_delay' => 5</c>: what the program hands over, in quotes.</summary>
    private static bool IsGiven(string line, string value)
    {
        var at = line.IndexOf(value, StringComparison.Ordinal);
        var after = at <= 0 ? "" : line[(at + value.Length)..];
        return after.Length > 1 && after[0] is '"' or '\'' && after[1..].TrimStart() is var rest
            && (rest.StartsWith(':') || rest.StartsWith("=>", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Value, int Line)> Literals(Template template)
    {
        foreach (var literal in template.Source.Strings)
        {
            if (IsKey(literal.Value) && !template.Imports.Any(i => i.Span.Contains(literal.Line)) && !IsStyling(template, literal))
            {
                yield return (literal.Value, literal.Line);
            }
        }

        // Environment variables need no quotes in .env files, YAML, Dockerfiles and shells.
        foreach (var token in Relevance.Identifiers.In(template.Source))
        {
            if (IsVariable(token.Text) && template.Role == TemplateRole.Configuration)
            {
                yield return (token.Text, token.Line);
            }
        }
    }

    /// <summary>Something that a program looks up: one word with a separator or an inner capital inside; no sentence, number or version.</summary>
    private static bool IsKey(string value)
    {
        if (value.Length is < ShortestLiteral or > LongestLiteral || WellKnown.Contains(value) || value.Contains("{{", StringComparison.Ordinal)
            || value.StartsWith("http", StringComparison.OrdinalIgnoreCase) || value.StartsWith('.') || value.StartsWith('@') || value.StartsWith("${", StringComparison.Ordinal)
            // A name that a library gave.
            || (value.StartsWith("__", StringComparison.Ordinal) && value.EndsWith("__", StringComparison.Ordinal)))
        {
            return false;
        }

        var letters = 0;
        var separators = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiLetter(c))
            {
                letters++;
            }
            else if (c is '.' or '/' or ':' or '_' or '-')
            {
                separators++;
            }
            else if (!char.IsAsciiDigit(c) && c is not ('{' or '}' or '*'))
            {
                return false;
            }
        }

        // A path goes on in other strings: who renames it has to search anyway.
        if (value[0] == '/')
        {
            return false;
        }

        return letters >= 4 && (IsVariable(value) || (separators > 0 && char.IsAsciiLetter(value[^1]) && (char.IsAsciiLetter(value[0]) || value[0] == '/'))
            || Relevance.Identifiers.IsDistinctive(value));
    }

    private static bool IsVariable(string text) => text.Length >= ShortestLiteral && text.Contains('_', StringComparison.Ordinal)
        && !WellKnown.Contains(text) && char.IsAsciiLetterUpper(text[0]) && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>Class names and test ids of markup repeat by nature.</summary>
    private static bool IsStyling(Template template, StringLiteral literal)
    {
        var before = template.Source.Lines[literal.Line - 1].AsSpan(0, Math.Min(literal.Column, template.Source.Lines[literal.Line - 1].Length));
        return before.Contains("class", StringComparison.OrdinalIgnoreCase) || template.Language is "css" or "scss" or "less" or "html" or "markdown";
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^\s*@[\w.:]+(?=\()")]
    private static partial System.Text.RegularExpressions.Regex Annotation();
}
