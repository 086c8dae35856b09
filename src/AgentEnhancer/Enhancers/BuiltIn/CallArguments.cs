using System.Text;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The arguments of one call, as written.</summary>
internal static class CallArguments
{
    private const int MostLines = 8;

    /// <summary>Arguments of the call whose name ends before <paramref name="column"/>; null where no list follows or its end can't be told.</summary>
    public static string[]? Read(Template template, int line, int column)
    {
        var code = template.Source.Code[line - 1];
        while (column < code.Length && code[column] == ' ')
        {
            column++;
        }

        if (column >= code.Length || code[column] != '(')
        {
            return null;
        }

        var parts = new List<string>();
        var part = new StringBuilder();
        var depth = 0;
        for (var last = Math.Min(template.LineCount, line + MostLines - 1); line <= last; line++, column = 0)
        {
            code = template.Source.Code[line - 1];
            for (; column < code.Length; column++)
            {
                var c = code[column];
                if (c is '(' or '[' or '{' && ++depth == 1)
                {
                    continue;
                }

                if (c is ')' or ']' or '}' && --depth == 0)
                {
                    parts.Add(part.ToString());
                    return [.. parts.Select(p => string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(p => p.Length > 0)];
                }

                if (c == ',' && depth == 1)
                {
                    parts.Add(part.ToString());
                    part.Clear();
                }
                else
                {
                    part.Append(template.Source.Lines[line - 1][column]);
                }
            }

            part.Append(' ');
        }

        return null;
    }
}
