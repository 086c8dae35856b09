using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>
/// Which templates map or query a table that a statement of another one makes. Only where exactly one statement makes it, and only where
/// the place says that it means a table: a mapping's own words, or SQL.
/// </summary>
internal static partial class TableLinks
{
    public static IEnumerable<SymbolLink> In(ImmutableArray<Template> templates)
    {
        var tables = templates.Where(t => t.Language == "sql")
            .SelectMany(t => t.Units.Select(u => (Template: t, Unit: u, Name: Made().Match(u.Name).Groups["name"].Value)).Where(m => m.Name.Length > 0))
            .GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.First())
            .ToDictionary(m => m.Name, StringComparer.Ordinal);
        if (tables.Count == 0)
        {
            yield break;
        }

        var uses = templates.Where(t => t.Role != TemplateRole.Prose).SelectMany(t => Named(t).Where(n => tables.ContainsKey(n.Table)).Select(n => (n.Table, User: t, n.Line))).ToArray();
        foreach (var group in uses.Where(u => !ReferenceEquals(u.User, tables[u.Table].Template)).GroupBy(u => u.Table, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var table = tables[group.Key];
            yield return new SymbolLink(
                table.Template, table.Unit, group.Key,
                [.. group.GroupBy(u => u.User.Id, StringComparer.Ordinal).Select(g => new SymbolUse(g.First().User, [.. g.Select(u => u.Line).Distinct().Order()]))]);
        }
    }

    private static IEnumerable<(string Table, int Line)> Named(Template template)
    {
        var (masked, code) = (new RuleTexts(template.Source).Source.Split('\n'), template.Source.Code);
        for (var i = 0; i < masked.Length; i++)
        {
            // In a language other than SQL both stand in a string, and what is code is neither.
            foreach (Match match in (template.Language == "sql" ? Queried() : Mapped()).Matches(masked[i]))
            {
                var group = match.Groups["name"];
                if (template.Language == "sql" || code[i].AsSpan(group.Index, group.Length).IsWhiteSpace() || !match.Groups["sql"].Success)
                {
                    yield return (template.Source.Lines[i].Substring(group.Index, group.Length), i + 1);
                }
            }
        }
    }

    [GeneratedRegex(@"^CREATE (?:(?:UNLOGGED|GLOBAL|FOREIGN) )*TABLE (?:[^\s.]+\.)?(?<name>[^\s.""`\[]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Made();

    [GeneratedRegex(@"\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES)\s+(?:ONLY\s+)?(?:\w+\.)?(?<name>\w{3,})", RegexOptions.IgnoreCase)]
    private static partial Regex Queried();

    [GeneratedRegex(@"(?:@Table\(\s*(?:name\s*=\s*)?|\[Table\(|\bToTable\(|\b__tablename__\s*=\s*|\bdb_table\s*=\s*|\b(?:pg|mysql|sqlite)Table\(|@@map\(|\btable_name\s*=\s*)[""'](?<name>\w{3,})[""']|(?<sql>\b(?:FROM|JOIN|INTO|UPDATE))\s+(?:\w+\.)?(?<name>\w{3,})")]
    private static partial Regex Mapped();
}
