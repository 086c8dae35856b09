using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A list of words that are the only ones a value may take: an enum, a union of literals, a check of a column.</summary>
/// <param name="Name">Of the type, where it has one.</param>
/// <param name="Words">As the source has them, in its order.</param>
/// <param name="IsClosed">The source says that there are no others; a plain list of strings may be of anything.</param>
internal sealed record Vocabulary(Template Template, LineSpan Lines, string? Name, ImmutableArray<string> Words, bool IsClosed)
{
    /// <summary>The same for two lists that have the same words, however they spell and order them.</summary>
    public string Key { get; } = string.Join(' ', Words.Select(FieldIndex.Plain).Order(StringComparer.Ordinal));
}

/// <summary>Finds the closed sets of words of a template.</summary>
internal static partial class Vocabularies
{
    private const int FewestWords = 2;
    private const int MostWords = 24;
    private const int ShortestOfLong = 4;

    /// <summary>Words that every program has; two lists of them have nothing to do with each other.</summary>
    private static readonly HashSet<string> Ordinary = new(StringComparer.Ordinal)
    {
        "get", "post", "put", "patch", "delete", "head", "options", "asc", "desc", "true", "false", "yes", "no", "on", "off", "trace", "debug", "info", "warn", "warning", "error",
        "critical", "fatal", "development", "production", "staging", "test", "testing", "local", "read", "write", "create", "update", "edit", "remove", "light", "dark", "small",
        "medium", "large", "left", "right", "top", "bottom", "start", "end", "center", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "id", "name", "title", "createdat", "updatedat", "email", "price", "status", "default", "primary", "secondary",
    };

    public static IEnumerable<Vocabulary> In(Template template) =>
        Enums(template).Concat(Lists(template)).Concat(Checks(template)).Concat(Named(template)).Where(v => IsTelling(v.Words));

    private static bool IsTelling(ImmutableArray<string> words) => words.Length is >= FewestWords and <= MostWords
        && words.Distinct(StringComparer.Ordinal).Count() == words.Length
        && words.Any(w => w.Length >= ShortestOfLong && !Ordinary.Contains(FieldIndex.Plain(w)));

    /// <summary>Members of an enum by their own names.</summary>
    private static IEnumerable<Vocabulary> Enums(Template template)
    {
        foreach (var unit in template.Units.Where(u => u.Kind == UnitKind.Enum || (u.Kind == UnitKind.Block && template.Source.Code[u.SignatureLine - 1].StartsWith("enum ", StringComparison.Ordinal))))
        {
            var code = string.Join('\n', Enumerable.Range(unit.SignatureLine, unit.Span.Last - unit.SignatureLine + 1).Select(l => template.Source.Code[l - 1]));
            var open = code.IndexOf('{', StringComparison.Ordinal);
            var close = open < 0 ? -1 : code.IndexOfAny(['}', ';'], open);
            if (close < 0)
            {
                continue;
            }

            // Prisma parts the members by lines, all others by commas; a value or arguments may follow the name.
            var parts = code[(open + 1)..close].Split(template.Language is "prisma" or "graphql" ? '\n' : ',');
            var words = parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => Member().Match(p)).ToArray();
            if (words.All(w => w.Success))
            {
                yield return new Vocabulary(template, new LineSpan(unit.SignatureLine, unit.Span.Last), unit.Name, [.. words.Select(w => w.Groups["word"].Value)], IsClosed: true);
            }
        }
    }

    /// <summary>Strings with nothing between them but what parts a list: <c>'open' | 'closed'</c>, <c>IN ('open', 'closed')</c>.</summary>
    private static IEnumerable<Vocabulary> Lists(Template template)
    {
        var run = new List<StringLiteral>();
        foreach (var literal in template.Source.Strings.OrderBy(s => s.Line).ThenBy(s => s.Column).Append(null))
        {
            if (run.Count > 0 && (literal is null || !Separator().IsMatch(Between(template, run[^1], literal))))
            {
                if (run.Count >= FewestWords && run.TrueForAll(s => Word().IsMatch(s.Value)) && !IsOfKeys(template, run[0]))
                {
                    yield return new Vocabulary(template, new LineSpan(run[0].Line, run[^1].Line), NameOf(template, run[0]), [.. run.Select(s => s.Value)], IsClosed(template, run));
                }

                run.Clear();
            }

            if (literal is not null)
            {
                run.Add(literal);
            }
        }
    }

    /// <summary>SQL in a string of another language: <c>CheckConstraint("state IN ('open', 'closed')")</c>.</summary>
    private static IEnumerable<Vocabulary> Checks(Template template)
    {
        foreach (var literal in template.Source.Strings)
        {
            if (Check().Match(literal.Value) is { Success: true } check)
            {
                yield return new Vocabulary(template, LineSpan.Of(literal.Line), check.Groups["name"].Value, [.. check.Groups["word"].Captures.Select(c => c.Value)], IsClosed: true);
            }
        }
    }

    /// <summary>Names with a text each, line below line: <c>OPEN = "open"</c>, <c>StateOpen State = "open"</c>.</summary>
    private static IEnumerable<Vocabulary> Named(Template template)
    {
        var run = new List<StringLiteral>();
        foreach (var literal in template.Source.Strings.OrderBy(s => s.Line).Append(null))
        {
            var isNext = literal is not null && Naming().IsMatch(Before(template, literal)) && Word().IsMatch(literal.Value);
            if (run.Count > 0 && (!isNext || literal!.Line - run[^1].Line != 1))
            {
                if (run.Count >= FewestWords)
                {
                    var type = GoType().Match(Before(template, run[0])) is { Success: true } go ? go.Groups["type"].Value
                        : template.Units.Where(u => u.Kind is UnitKind.Enum or UnitKind.Class && u.Span.Contains(run[0].Line)).OrderBy(u => u.Span.Length).FirstOrDefault()?.Name;
                    yield return new Vocabulary(template, new LineSpan(run[0].Line, run[^1].Line), type, [.. run.Select(s => s.Value)], IsClosed: type is not null);
                }

                run.Clear();
            }

            if (isNext)
            {
                run.Add(literal!);
            }
        }
    }

    private static string Between(Template template, StringLiteral one, StringLiteral other)
    {
        var code = template.Source.Code;
        var start = one.Column + one.Value.Length;
        if (one.Line == other.Line)
        {
            return start <= other.Column ? code[one.Line - 1][start..other.Column] : ";";
        }

        return string.Join(' ', code[one.Line - 1].AsSpan(Math.Min(start, code[one.Line - 1].Length)).ToString(),
            string.Join(' ', Enumerable.Range(one.Line, other.Line - one.Line - 1).Select(l => code[l])), code[other.Line - 1][..Math.Min(other.Column, code[other.Line - 1].Length)]);
    }

    private static string Before(Template template, StringLiteral literal)
    {
        var line = template.Source.Code[literal.Line - 1];
        return line[..Math.Clamp(literal.Column - 1, 0, line.Length)];
    }

    /// <summary>What stands before the list on its line and, where it begins a line, on the line above.</summary>
    private static string Head(Template template, StringLiteral first)
    {
        var before = Before(template, first);
        return first.Line > 1 && before.AsSpan().Trim(" |").IsEmpty ? template.Source.Code[first.Line - 2] + before : before;
    }

    private static bool IsClosed(Template template, List<StringLiteral> run) => Closed().IsMatch(Head(template, run[0])) || Between(template, run[0], run[1]).Contains('|', StringComparison.Ordinal)
        || (template.Source.Code[run[^1].Line - 1] is var last && last[Math.Min(last.Length, run[^1].Column + run[^1].Value.Length)..].Contains("] as const", StringComparison.Ordinal));

    /// <summary><c>Pick&lt;Row, 'a' | 'b'&gt;</c> lists fields.</summary>
    private static bool IsOfKeys(Template template, StringLiteral first) => Keys().IsMatch(Head(template, first));

    private static string? NameOf(Template template, StringLiteral first) =>
        Defined().Match(Head(template, first)) is { Success: true } defined ? Read(template, first, defined.Groups["name"].Value) : null;

    /// <summary>A placeholder is masked in the code; its name as the source has it is the unit's.</summary>
    private static string? Read(Template template, StringLiteral first, string name) =>
        template.Units.FirstOrDefault(u => u.Span.Contains(first.Line) && (u.Name == name || u.Name.Contains("{{", StringComparison.Ordinal)))?.Name
        ?? (template.Source.Lines.Any(l => l.Contains(name, StringComparison.Ordinal)) ? name : null);

    [GeneratedRegex(@"^\s*(?:\[[^\]]*\]\s*|@\w+(?:\([^)]*\))?\s*|#\[[^\]]*\]\s*|case\s+)*(?<word>[A-Za-z_]\w*)\s*(?:[=(@].*)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Member();

    [GeneratedRegex(@"\b(?<name>\w+)""?\s+(?i:in)\s*\(\s*'(?<word>[A-Za-z][\w-]*)'(?:\s*,\s*'(?<word>[A-Za-z][\w-]*)')+\s*\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Check();

    [GeneratedRegex(@"^[""'`\s,|]*$")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[A-Za-z][\w-]*$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|static|final|const|readonly|val|export)\s+)*(?:string\s+|String\s+)?[A-Za-z_]\w*(?:\s*:\s*\w+|\s+[A-Z]\w*)?\s*=\s*$")]
    private static partial Regex Naming();

    [GeneratedRegex(@"^\s*[A-Z]\w*\s+(?<type>[A-Z]\w*)\s*=\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex GoType();

    [GeneratedRegex(@"(?i:\bin\s*\(\s*$|\benum\b\s*\(\s*\[?\s*$|\bas\s+enum\s*\(\s*$)|\bLiteral\[\s*$|\boneOf\(\s*\[?\s*$|\bEnum\(\s*$|^\s*(?:export\s+)?type\s+\w+\s*=[\s|]*$")]
    private static partial Regex Closed();

    [GeneratedRegex(@"\b(?:Pick|Omit|Extract|Exclude|Record|keyof)\b|\b(?:import|from|require|needs|fields?|columns?|extends|plugins?|files|exclude|include|class\w*)\b[\s=:\[({]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Keys();

    [GeneratedRegex(@"(?:\btype\s+(?<name>\w+)\s*=|\bTYPE\s+(?<name>\w+)\s+AS\s+ENUM|\bconst\s+(?<name>\w+)\b|(?<name>\w+)\s+(?i:in)\s*\(|^(?<name>[A-Z]\w+)\s*=)", RegexOptions.ExplicitCapture)]
    private static partial Regex Defined();
}
