using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates.Importing;

namespace AgentEnhancer.Templates.Sections;

/// <summary>SQL: one unit a statement, also where a routine's body holds semicolons.</summary>
internal static partial class SqlUnits
{
    internal static ImmutableArray<Unit> Read(LexedSource source)
    {
        var lines = new SourceLines(source);
        var flat = new FlatSource(source);
        var macros = SqlParts.Macros(lines);
        var inMacro = new bool[lines.Count + 1];
        foreach (var macro in macros)
        {
            Array.Fill(inMacro, true, macro.Span.First, macro.Span.Length);
        }

        var units = new List<Unit>(macros);
        var floor = 0;
        foreach (var (start, end) in Statements(flat.Code))
        {
            var span = flat.Lines(start, end);
            if (Name(flat, start, end) is not { } name || inMacro[span.First])
            {
                continue;
            }

            var lead = lines.LeadStart(span.First - 1, Math.Min(floor, span.First - 1));
            var unit = SourceLines.Unit(NameAbove(source, lead, span.First - 1) ?? name, UnitKind.Query, lead, span.Last - 1, span.First - 1);
            units.Add(unit);
            units.AddRange(SqlParts.CommonTables(lines, unit));
            floor = span.Last;
        }

        return SourceLines.Sorted(units);
    }

    /// <summary>A name in one of the comment lines above a statement, placeholders and all.</summary>
    private static string? NameAbove(LexedSource source, int lead, int statement)
    {
        for (var line = lead; line < statement; line++)
        {
            if (QueryName().Match(source.Masked[line]) is { Success: true } found)
            {
                return source.Lines[line].Substring(found.Groups["n"].Index, found.Groups["n"].Length);
            }
        }

        return null;
    }

    /// <summary>By index in the code, from a statement's first word to its terminator.</summary>
    private static List<(int Start, int End)> Statements(string code)
    {
        var found = new List<(int, int)>();
        var start = -1;
        var parentheses = 0;
        var blocks = 0;
        var isRoutine = false;
        var delimiter = ";";
        string previous = "";
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            if (parentheses == 0 && blocks == 0 && c == delimiter[0] && code.AsSpan(i).StartsWith(delimiter, StringComparison.Ordinal))
            {
                End(i + delimiter.Length);
                i += delimiter.Length - 1;
                continue;
            }

            if (char.IsLetter(c) || c == '_')
            {
                var end = i + 1;
                while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] == '_'))
                {
                    end++;
                }

                var word = code[i..end].ToUpperInvariant();
                if (word is "GO" && IsAlone(code, i, end))
                {
                    blocks = parentheses = 0;
                    End(i);
                }
                else if (start < 0 && word is "DELIMITER")
                {
                    // MySQL's client: the rest of the line ends statements from here on.
                    var lineEnd = code.IndexOf('\n', end) is var n and >= 0 ? n : code.Length;
                    delimiter = code[end..lineEnd].Trim() is { Length: > 0 } given ? given : ";";
                    end = lineEnd;
                }
                else
                {
                    if (start < 0)
                    {
                        start = i;
                        isRoutine = false;
                    }

                    // A routine is told by the words right behind CREATE; its body may hold semicolons.
                    isRoutine |= word is "FUNCTION" or "PROCEDURE" or "TRIGGER" or "PROC" && blocks == 0
                        && RoutineHead().IsMatch(code.AsSpan(start, end - start));
                    if (isRoutine && delimiter is ";")
                    {
                        blocks += word is "BEGIN" || (word is "CASE" && previous is not "END") ? 1
                            : word is "END" && blocks > 0 && !EndsStatement(code, end) ? -1 : 0;
                    }

                    previous = word;
                }

                i = end - 1;
                continue;
            }

            start = start < 0 ? i : start;
            parentheses = c == '(' ? parentheses + 1 : c == ')' ? Math.Max(0, parentheses - 1) : parentheses;
            if (c == ';' && parentheses > 0 && delimiter is ";")
            {
                // No expression holds a semicolon: a parenthesis was never closed.
                parentheses = 0;
                i--;
            }
        }

        End(code.Length);
        return found;

        void End(int end)
        {
            if (start >= 0)
            {
                found.Add((start, end));
            }

            start = -1;
            parentheses = blocks = 0;
            previous = "";
        }
    }

    /// <summary><c>END IF</c>, <c>END LOOP</c> and the like close what was never counted.</summary>
    private static bool EndsStatement(string code, int index)
    {
        while (index < code.Length && code[index] is ' ' or '\t')
        {
            index++;
        }

        var rest = code.AsSpan(Math.Min(index, code.Length), Math.Min(7, code.Length - Math.Min(index, code.Length)));
        return rest.StartsWith("IF", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("LOOP", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("WHILE", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("REPEAT", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("FOR", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAlone(string code, int start, int end)
    {
        for (var i = start - 1; i >= 0 && code[i] != '\n'; i--)
        {
            if (!char.IsWhiteSpace(code[i]))
            {
                return false;
            }
        }

        for (var i = end; i < code.Length && code[i] != '\n'; i++)
        {
            if (!char.IsWhiteSpace(code[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>CREATE TABLE orders</c>; verb and object, as written.</summary>
    private static string? Name(FlatSource flat, int start, int end)
    {
        var length = Math.Min(end - start, 2000);
        var code = flat.Code.Substring(start, length);
        var match = Head().Match(code);
        if (!match.Success)
        {
            return FirstWord().Match(code) is { Success: true } word ? word.Value : null;
        }

        var verb = Spaces().Replace(match.Groups["v"].Value, " ");
        if (match.Groups["o"] is not { Success: true } target)
        {
            var from = From().Match(code);
            return from.Success ? $"{verb} {flat.Text.AsSpan(start + from.Groups["o"].Index, from.Groups["o"].Length)}" : verb;
        }

        return $"{verb} {flat.Text.AsSpan(start + target.Index, target.Length)}";
    }

    [GeneratedRegex(@"^CREATE\s+(?:OR\s+(?:REPLACE|ALTER)\s+)?(?:DEFINER\s*=\s*\S+\s+)?(?:CONSTRAINT\s+)?(?:FUNCTION|PROCEDURE|PROC|TRIGGER)$|^ALTER\s+(?:FUNCTION|PROCEDURE|PROC|TRIGGER)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoutineHead();

    [GeneratedRegex(@"^(?:(?<v>(?:CREATE|ALTER|DROP)(?:\s+OR\s+(?:REPLACE|ALTER))?(?:\s+(?:UNIQUE|TEMP|TEMPORARY|UNLOGGED|MATERIALIZED|RECURSIVE|CLUSTERED|NONCLUSTERED|GLOBAL|LOCAL|EVENT|FOREIGN|VIRTUAL|CONSTRAINT|AGGREGATE))*\s+(?:TABLE|VIEW|INDEX|FUNCTION|PROCEDURE|PROC|TRIGGER|TYPE|SCHEMA|DATABASE|SEQUENCE|EXTENSION|POLICY|ROLE|USER|DOMAIN|RULE))(?:\s+CONCURRENTLY)?(?:\s+IF\s+(?:NOT\s+)?EXISTS)?\s+(?:ONLY\s+)?|(?<v>INSERT(?:\s+IGNORE)?\s+INTO|UPDATE|DELETE\s+FROM|MERGE(?:\s+INTO)?|TRUNCATE(?:\s+TABLE)?|COPY|COMMENT\s+ON\s+\w+|CALL|EXEC(?:UTE)?|USE)\s+)(?<o>(?:[\w$#@]+|""[^""\n]*""|`[^`\n]*`|\[[^\]\n]*\])(?:\.(?:[\w$#@]+|""[^""\n]*""|`[^`\n]*`|\[[^\]\n]*\]))*)|^(?<v>SELECT|WITH|GRANT|REVOKE|DO|VALUES)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"\bFROM\s+(?<o>[\w$#@.""`]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^\w+", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();

    /// <summary>sqlc, aiosql and their like name a query in the comment above it.</summary>
    [GeneratedRegex(@"^\s*--\s*(?:name|@name):?\s*(?<n>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex QueryName();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
