using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One limit of one field that several places state: what a form allows, a request accepts and a column holds.</summary>
internal static partial class LimitStatements
{
    /// <summary>A field of more templates than this is a word of the kit, not one field.</summary>
    private const int MostTemplates = 4;

    /// <summary>How far below its annotations a field may stand, or above a call that is chained to it; two limits so near are of one field.</summary>
    private const int Reach = 6;
    private const double Worth = 7;

    private sealed record Limit(Template Template, int Line, string Field, string Number);

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        var limits = facts.Catalogue.Templates.Where(t => t.Role is not (TemplateRole.Prose or TemplateRole.Test)).SelectMany(In);
        foreach (var group in limits.GroupBy(l => (l.Template.Scope, Field: FieldIndex.Plain(l.Field), l.Number)).OrderBy(g => g.Key.Field, StringComparer.Ordinal).ThenBy(g => g.Key.Number, StringComparer.Ordinal))
        {
            var places = group.Where((l, i) => !group.Take(i).Any(o => ReferenceEquals(o.Template, l.Template) && l.Line - o.Line <= Reach)).ToArray();
            if (places.Length is < 2 or > MostTemplates)
            {
                continue;
            }

            ImmutableArray<Evidence> evidence = [.. places.Select(p => new Evidence(p.Template.Id, LineSpan.Of(p.Line)))];
            var kept = evidence.Where((_, i) => !Migrations.IsOfMigration(places[i].Template, places[i].Line)).Select(Prose.Cite).ToArray();
            var migrated = evidence.Where((_, i) => Migrations.IsOfMigration(places[i].Template, places[i].Line)).Select(Prose.Cite).ToArray();
            var where = migrated.Length == 0 ? $"in {Prose.List(kept)} together"
                : $"{(kept.Length == 0 ? "" : $"in {Prose.List(kept)}, and ")}by a new migration that changes the column of {Prose.List(migrated)}";
            var topic = $"limit:{group.Key.Field}:{group.Key.Number}";
            foreach (var own in evidence)
            {
                // To the owner of each place.
                var others = evidence.Remove(own);
                yield return new Statement(
                    StatementKind.Always, $"Change the limit {group.Key.Number} of {Prose.Code(places[0].Field)} {where}",
                    "What one of them accepts, the next would refuse.", null, [own, .. others], topic, Worth);
                yield return new Statement(
                    StatementKind.Ask, $"Before changing the limit {group.Key.Number} of {Prose.Code(places[evidence.IndexOf(own)].Field)} {Prose.Cite(own)}: {Prose.List([.. others.Select(Prose.Cite)])} {(others.Length == 1 ? "states" : "state")} it as well",
                    null, null, [own, .. others], topic, Worth - 1);
            }
        }
    }

    private static IEnumerable<Limit> In(Template template)
    {
        for (var line = 1; line <= template.LineCount; line++)
        {
            if (NamedInText().Match(template.Source.Lines[line - 1]) is { Success: true } column)
            {
                yield return new Limit(template, line, column.Groups["field"].Value, column.Groups["n"].Value);
                continue;
            }

            if (Checked().Match(template.Source.Code[line - 1]) is { Success: true } check)
            {
                yield return new Limit(template, line, check.Groups["field"].Value, check.Groups["n"].Value);
                continue;
            }

            if (Number().Match(template.Source.Code[line - 1]) is not { Success: true } number || Field(template, line, number.Index) is not { } field)
            {
                // In markup the number stands in quotes.
                if (Attribute(template, line) is { } attribute)
                {
                    yield return attribute;
                }

                continue;
            }

            yield return new Limit(template, line, field, number.Groups["n"].Value);
        }
    }

    /// <summary>The field whose limit a line states: named on it, above it in the same chain of calls, or below its annotations.</summary>
    private static string? Field(Template template, int line, int column)
    {
        var source = template.Source;
        if (Annotation().IsMatch(source.Code[line - 1]))
        {
            for (var below = line + 1; below <= Math.Min(template.LineCount, line + Reach); below++)
            {
                var code = source.Code[below - 1];
                if (!Annotation().IsMatch(code) && Declared().Match(code) is { Success: true } declared)
                {
                    return Text(source, below, declared.Groups["field"]);
                }

                if (string.IsNullOrWhiteSpace(code))
                {
                    return null;
                }
            }

            return null;
        }

        for (var above = line; above >= Math.Max(1, line - Reach); above--)
        {
            var code = source.Code[above - 1];
            if (Selected().Matches(above == line ? code[..column] : code).LastOrDefault() is { } selected)
            {
                return Text(source, above, selected.Groups["field"]);
            }

            if (!Chained().IsMatch(code))
            {
                return Named().Match(above == line ? code[..column] : code) is { Success: true } named ? Text(source, above, named.Groups["field"]) : null;
            }
        }

        return null;
    }

    /// <summary><c>name="title" maxlength="80"</c>, in one element.</summary>
    private static Limit? Attribute(Template template, int line)
    {
        var text = template.Source.Lines[line - 1];
        return MarkupLimit().Match(text) is { Success: true } limit && MarkupName().Match(text) is { Success: true } name
            ? new Limit(template, line, name.Groups["field"].Value, limit.Groups["n"].Value) : null;
    }

    /// <summary>A placeholder names another field in each project; a letter names none.</summary>
    private static string? Text(LexedSource source, int line, Group group) =>
        source.Lines[line - 1].Substring(group.Index, group.Length).TrimStart('_') is { Length: > 2 } name && !name.Contains('{', StringComparison.Ordinal) ? name : null;

    [GeneratedRegex(@"(?:(?i:\bmax_?length|\bmaximum_?length|\bha(?:s|ve)maxlength|\bvarchar|\bcharacter varying|\bstringlength|\bCharField)|\bString|\bString_|\.max|\bmax|\blength)\s*(?:\(\s*(?:max(?:_length)?\s*[:=]\s*)?|[:=]\s*\{?)(?<n>[1-9]\d{1,5})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:#?\[|@\w)")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"^\s*(?:(?:public|private|protected|internal|required|readonly|final|static|var|val|pub)\s+)*(?:[\w.<>\[\],?]+\s+)?(?<field>[A-Za-z_]\w*)\s*[!?]?\s*(?:[:;=]|\{\s*get)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    // RuleFor(x => x.Title) | Property(order => order.Title)
    [GeneratedRegex(@"\b(?<it>\w+)\s*=>\s*\k<it>\.(?<field>\w+)\b(?!\.|\()", RegexOptions.ExplicitCapture)]
    private static partial Regex Selected();

    [GeneratedRegex(@"^\s*\.")]
    private static partial Regex Chained();

    // title: z.string() | title = Column( | title: Mapped[str] = | title varchar(, of which the name alone stands before the limit
    [GeneratedRegex(@"^\s*(?:(?:export\s+)?const\s+)?(?<field>[A-Za-z_]\w*)\s*(?:\??\s*:(?!:)|=(?![=>])|\s+$|\s+String\??\s.*@db\.$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    // sa.Column("title", sa.String(80)) | t.string("title", 80) | Column(name = "title", length = 80)
    [GeneratedRegex(@"\b(?:[cC]olumn\(\s*(?:name\s*=\s*)?[""'](?<field>\w+)[""']\s*,\s*(?:\w+\.)?(?:String|Unicode|VARCHAR)\(|\w\.string\(\s*[""'](?<field>\w+)[""']\s*,\s*)(?<n>[1-9]\d{1,5})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedInText();

    // CHECK (nights BETWEEN 1 AND 14) | CHECK (nights <= 14)
    [GeneratedRegex(@"\bcheck\s*\(\s*(?<field>[a-z_]\w{2,})\s+(?:between\s+\d+\s+and|<=)\s+(?<n>[1-9]\d{1,5})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Checked();

    [GeneratedRegex(@"\b(?:maxlength|maxLength|max)=(?:""|'|\{)(?<n>[1-9]\d{1,5})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex MarkupLimit();

    [GeneratedRegex(@"\b(?:name|formControlName)=(?:""|')(?<field>[A-Za-z]\w{2,})(?:""|')|\bregister\(['""](?<field>[A-Za-z]\w{2,})['""]", RegexOptions.ExplicitCapture)]
    private static partial Regex MarkupName();
}
