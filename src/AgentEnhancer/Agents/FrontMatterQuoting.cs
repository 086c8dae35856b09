using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AgentEnhancer.Agents;

/// <summary>Writes a value so that every YAML parser reads it, and says why the way it stands is not read.</summary>
internal static class FrontMatterQuoting
{
    /// <summary>The whole field as one line; null where it is a mapping, which no quotation can stand for.</summary>
    public static string? QuotedLine(FrontMatterField field)
    {
        if (field.IsList)
        {
            return $"{field.Key}: [{string.Join(", ", field.Items.Select(Quote))}]";
        }

        if (field.IsNested)
        {
            return field.Key is "name" or "description"
                ? $"{field.Key}: {Quote(string.Join(' ', field.Value.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)))}"
                : null;
        }

        return $"{field.Key}: {Quote(field.Value)}";
    }

    /// <summary>Between double quotation marks where that needs no escapes, else between single ones where that is possible.</summary>
    public static string Quote(string value)
    {
        if (!value.AsSpan().ContainsAny('"', '\\') && !NeedsEscapes(value))
        {
            return $"\"{value}\"";
        }

        if (!NeedsEscapes(value))
        {
            return $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        var text = new StringBuilder(value.Length + 16).Append('"');
        foreach (var character in value)
        {
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when IsUnprintable(character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => character.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    /// <summary>What in the field's lines a parser does not take for text, in the author's terms; null where nothing stands out.</summary>
    public static string? Reason(FrontMatterField field, ImmutableArray<string> lines)
    {
        var own = lines.AsSpan().Slice(field.Span.First - FrontMatterFields.FirstLine, field.Span.Length);
        var colon = own[0].IndexOf(':', StringComparison.Ordinal);
        var first = own[0].AsSpan(colon + 1).Trim();
        if (first.Length > 0 && "*&!@`%{[]},|>?-".Contains(first[0], StringComparison.Ordinal))
        {
            return $"the value of '{field.Key}' begins with '{first[0]}' and is not quoted";
        }

        if (first.Length > 0 && first[0] is '"' or '\'')
        {
            return $"the quoted value of '{field.Key}' does not end where its quotation does, or has an unknown escape";
        }

        for (var i = 0; i < own.Length; i++)
        {
            var content = i == 0 ? first : own[i].AsSpan().TrimEnd();
            if (content.Contains(": ", StringComparison.Ordinal) || content.EndsWith(':'))
            {
                return $"the value of '{field.Key}' has an unquoted ': '";
            }

            if (i > 0 && content.Length > 0 && !char.IsWhiteSpace(content[0]) && content[0] != '-')
            {
                return $"the value of '{field.Key}' goes on in a line that is not indented";
            }

            if (i > 0 && content.StartsWith('\t'))
            {
                return $"the value of '{field.Key}' goes on in a line that is indented by a tab";
            }
        }

        return null;
    }

    private static bool NeedsEscapes(string value) => value.Any(IsUnprintable);

    private static bool IsUnprintable(char character) =>
        character is < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
