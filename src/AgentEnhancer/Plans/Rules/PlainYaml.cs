using System.Collections.Immutable;
using System.Text;

namespace AgentEnhancer.Plans.Rules;

/// <summary>
/// Reads the small part of YAML that the built-in rule files keep to: a list of maps, plain and single-quoted scalars on one
/// line, <c>[a, b]</c> lists, <c>|</c> blocks, comment lines. It exists because a YAML library costs tens of milliseconds
/// before its first answer, in every build; a test holds it to the library's answer for every built-in file. Files of a
/// project are read by the library.
/// </summary>
internal sealed class PlainYaml
{
    private readonly string[] _lines;
    private int _at;

    private readonly string? _leftOut;

    private PlainYaml(string text, string? leftOut)
    {
        _lines = text.Split('\n');
        _leftOut = leftOut;
    }

    /// <param name="leftOut">A key of the maps at the top whose value is passed over.</param>
    /// <exception cref="FormatException">The text is outside of that small part of YAML.</exception>
    public static ImmutableArray<RuleNode> ReadList(string text, string? leftOut = null)
    {
        var reader = new PlainYaml(text, leftOut);
        reader.SkipBlank();
        var items = reader.ReadItems(0);
        return reader._at < reader._lines.Length ? throw reader.Unexpected("the end") : items;
    }

    private ImmutableArray<RuleNode> ReadItems(int indent)
    {
        var items = ImmutableArray.CreateBuilder<RuleNode>();
        while (_at < _lines.Length && IndentOf(_lines[_at]) == indent && _lines[_at].AsSpan(indent).StartsWith("- ", StringComparison.Ordinal))
        {
            items.Add(ReadMap(indent + 2));
        }

        return items.ToImmutable();
    }

    /// <summary>A map whose keys stand at <paramref name="indent"/>; before the first of them stands the dash of its list item.</summary>
    private RuleMap ReadMap(int indent)
    {
        var first = _at;
        var entries = ImmutableArray.CreateBuilder<RuleEntry>();
        while (_at < _lines.Length && (_at == first || IndentOf(_lines[_at]) == indent))
        {
            var line = _lines[_at].AsSpan(indent);
            var colon = line.IndexOf(':');
            if (colon < 1 || line.StartsWith("- ", StringComparison.Ordinal))
            {
                throw Unexpected("a key");
            }

            if (line[..colon].SequenceEqual(_leftOut))
            {
                SkipDeeperThan(indent);
                continue;
            }

            var number = _at + 1;
            entries.Add(new RuleEntry(number, line[..colon].ToString(), ReadValue(line[(colon + 1)..].Trim(' '), indent)));
        }

        return new RuleMap(first + 1, entries.ToImmutable());
    }

    private RuleNode ReadValue(ReadOnlySpan<char> value, int indent)
    {
        var line = _at + 1;
        if (value.SequenceEqual("|"))
        {
            _at++;
            return new RuleScalar(line, ReadBlock(indent + 2));
        }

        _at++;
        SkipBlank();
        if (value.IsEmpty)
        {
            return new RuleList(_at + 1, ReadItems(indent + 2));
        }

        if (value[0] == '[')
        {
            return ReadFlowList(value, line);
        }

        var rest = value;
        var scalar = ReadScalar(ref rest, inList: false, line);
        return rest.IsEmpty ? new RuleScalar(line, scalar) : throw Unexpected("the end of the line", line);
    }

    private static RuleList ReadFlowList(ReadOnlySpan<char> value, int line)
    {
        var items = ImmutableArray.CreateBuilder<RuleNode>();
        var rest = value[1..];
        while (!rest.IsEmpty && rest[0] != ']')
        {
            items.Add(new RuleScalar(line, ReadScalar(ref rest, inList: true, line)));
            rest = rest.TrimStart(' ');
            if (rest.StartsWith(",", StringComparison.Ordinal))
            {
                rest = rest[1..].TrimStart(' ');
            }
        }

        return rest.SequenceEqual("]") ? new RuleList(line, items.ToImmutable()) : throw Unexpected("]", line);
    }

    private static string ReadScalar(ref ReadOnlySpan<char> rest, bool inList, int line)
    {
        if (rest[0] != '\'')
        {
            var end = inList ? rest.IndexOfAny(',', ']') : rest.Length;
            var plain = end < 0 ? rest : rest[..end];
            rest = rest[plain.Length..];
            return plain[0] is '"' or '`' or '@' or '%' or '&' or '*' or '!' or '{' or '>' or '#'
                || plain.IndexOf(": ", StringComparison.Ordinal) >= 0
                || plain.IndexOf(" #", StringComparison.Ordinal) >= 0
                ? throw Unexpected("quotes around a scalar", line)
                : plain.TrimEnd(' ').ToString();
        }

        var text = new StringBuilder();
        for (rest = rest[1..]; !rest.IsEmpty; rest = rest[1..])
        {
            if (rest[0] == '\'')
            {
                rest = rest[1..];
                if (rest.IsEmpty || rest[0] != '\'')
                {
                    return text.ToString();
                }
            }

            text.Append(rest[0]);
        }

        throw Unexpected("a closing quote", line);
    }

    /// <summary>A block keeps its line ends and exactly one at its end.</summary>
    private string ReadBlock(int indent)
    {
        var text = new StringBuilder();
        var blank = 0;
        for (; _at < _lines.Length; _at++)
        {
            var line = _lines[_at];
            if (string.IsNullOrWhiteSpace(line))
            {
                blank++;
                continue;
            }

            if (IndentOf(line) < indent)
            {
                break;
            }

            text.Append('\n', blank).Append(line, indent, line.Length - indent).Append('\n');
            blank = 0;
        }

        SkipBlank();
        return text.ToString();
    }

    private void SkipDeeperThan(int indent)
    {
        for (_at++; _at < _lines.Length && (string.IsNullOrWhiteSpace(_lines[_at]) || IndentOf(_lines[_at]) > indent); _at++)
        {
        }

        SkipBlank();
    }

    private void SkipBlank()
    {
        while (_at < _lines.Length && (string.IsNullOrWhiteSpace(_lines[_at]) || _lines[_at].TrimStart(' ').StartsWith('#')))
        {
            _at++;
        }
    }

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    private FormatException Unexpected(string wanted) => Unexpected(wanted, _at + 1);

    private static FormatException Unexpected(string wanted, int line) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Line {line}: expected {wanted}."));
}
