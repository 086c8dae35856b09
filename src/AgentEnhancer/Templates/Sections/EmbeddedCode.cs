using System.Collections.Immutable;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates.Sections;

/// <summary>A stretch of another language inside a file, lexed by itself with every line where it stands in the file.</summary>
/// <param name="First">The first line of the part that holds it, tags included; from 0, like <paramref name="Last"/>.</param>
internal sealed record EmbeddedCode(LexedSource Source, string Language, int First, int Last)
{
    /// <summary>Each costs a pass over the lines before it, and no real file holds more.</summary>
    public const int MostParts = 16;

    /// <summary>Lexes the lines from <paramref name="from"/> to <paramref name="to"/>; all others are blank.</summary>
    /// <param name="firstLine">Stands in place of the line before <paramref name="from"/>, where the code needs something around it.</param>
    public static LexedSource Lex(LexedSource source, int from, int to, string language, string firstLine = "", string lastLine = "")
    {
        var lines = new string[Math.Min(source.Lines.Length, to + 2)];
        Array.Fill(lines, "");
        for (var i = from; i <= to && i < lines.Length; i++)
        {
            lines[i] = source.Lines[i];
        }

        if (from > 0)
        {
            lines[from - 1] = firstLine;
        }

        if (to + 1 < lines.Length)
        {
            lines[to + 1] = lastLine;
        }

        return Lexer.Lex(string.Join('\n', lines), language);
    }

    /// <summary>The units under a parent of the file; what stood under <paramref name="wrapper"/> stands under the parent.</summary>
    public static IEnumerable<Unit> Under(Unit parent, ImmutableArray<Unit> units, Unit? wrapper = null)
    {
        var moved = new Dictionary<Unit, Unit>(ReferenceEqualityComparer.Instance);
        foreach (var unit in units.Where(u => !ReferenceEquals(u, wrapper)).OrderBy(u => u.Level))
        {
            var above = unit.Parent is null || ReferenceEquals(unit.Parent, wrapper) ? parent : moved.GetValueOrDefault(unit.Parent, parent);
            moved[unit] = unit with { Parent = above, Level = above.Level + 1 };
            yield return moved[unit];
        }
    }
}
