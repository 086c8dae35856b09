namespace AgentEnhancer.Templates.Reading;

/// <summary>Languages that are named blocks in braces: Prisma, proto, GraphQL, CSS, HCL.</summary>
internal static class BlockGrammar
{
    public static void Read(BraceUnits reader, UnitScope scope)
    {
        var tokens = reader.Tokens;
        Unit? run = null;
        for (var i = scope.First; i < scope.End;)
        {
            if (tokens.Char(i) is ';' or '}' or ')' or ']' || reader.IsLonePlaceholder(i))
            {
                i++;
                continue;
            }

            // A description of GraphQL is blank by now, so the first token is the keyword.
            var (body, last) = End(reader, i, scope.End);
            if (body >= 0 && (scope.Parent is null || tokens.Line(last) > tokens.Line(i)))
            {
                var unit = reader.Add(scope, UnitKind.Block, Name(reader, i, body), i, i, last);
                if (reader.Language is "proto" or "hcl" or "scss" or "less" || tokens.Char(i) == '@')
                {
                    reader.EnterBody(body, unit, scope.Level + 1);
                }

                run = null;
            }
            else if (scope.Parent is null && !IsSilent(reader, i))
            {
                var isValue = reader.Language is "scss" or "less" or "graphql";
                run = isValue ? null : reader.AddRun(scope, run, i, i, last);
            }

            i = Math.Max(last + 1, i + 1);
        }
    }

    private static (int Body, int Last) End(BraceUnits reader, int i, int end)
    {
        var tokens = reader.Tokens;
        var endsByLine = reader.Language is "hcl" or "prisma" or "graphql";
        var assigned = false;
        for (var k = i; k < end; k++)
        {
            var c = tokens.Char(k);
            if (c == ';')
            {
                return (-1, k);
            }

            if (endsByLine && k > i && tokens.StartsLine(k) && c is not ('{' or '|' or '&' or '=') && !(tokens.Char(k - 1) is '=' or '|' or ',' or '&'))
            {
                return (-1, k - 1);
            }

            assigned |= c == '=' && reader.Language is "hcl" or "proto" or "prisma";
            if (tokens.IsOpen(k))
            {
                var close = Math.Min(tokens.Close(k), end - 1);
                if (c == '{' && !assigned && !(tokens.Char(k - 1) is '#' or '$'))
                {
                    return (k, close);
                }

                k = close;
            }
        }

        return (-1, end - 1);
    }

    /// <summary>What stands before the brace, from the source: a selector, <c>model User</c>, <c>resource "aws_vpc" "main"</c>.</summary>
    private static string Name(BraceUnits reader, int first, int body)
    {
        var text = body > first ? reader.Tokens.Text(first, body - 1) : "{";
        return reader.Language is "prisma" or "proto" or "graphql" && text.Split(' ') is [_, var name, ..] && first + 1 < body
            ? Bare(name is "type" or "interface" or "input" or "enum" or "union" && text.Split(' ') is [_, _, var extended, ..] ? extended : name)
            : text;
    }

    private static string Bare(string name)
    {
        var end = name.IndexOfAny(['(', '{', '@', ':']);
        return end > 0 && !name.StartsWith("{{", StringComparison.Ordinal) ? name[..end] : name;
    }

    private static bool IsSilent(BraceUnits reader, int i) =>
        reader.Tokens.Word(i) is "syntax" or "package" or "import" or "option" or "schema"
        || (reader.Tokens.Char(i) == '@' && reader.Tokens.Word(i + 1) is "import" or "use" or "charset" or "forward" or "tailwind");
}
