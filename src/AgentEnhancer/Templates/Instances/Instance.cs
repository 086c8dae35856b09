using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Instances;

/// <summary>What <c>dotnet new</c> makes of one file of a template: what an agent in the same template may say of it.</summary>
/// <param name="Condition">When the file is in the instance.</param>
/// <param name="IsCopied">Nothing in it is replaced, and its directives stay.</param>
/// <param name="Path">Below the instance's folder, with the names still to be replaced; null where options decide.</param>
/// <param name="Lines">Of the template's file, in order.</param>
internal sealed record Instance(Condition Condition, bool IsCopied, string? Path, ImmutableArray<InstanceLine> Lines, TextTokens Tokens)
{
    /// <summary><c>only with `--auth`</c>; null where the file is always there.</summary>
    public string? Words { get; } = ConditionWords.Of(Condition);

    /// <summary>The path as a document names it, so that it is the file's once the document went through the engine as well; null where no text can.</summary>
    /// <param name="isCopied">Of the document.</param>
    public string? PathFor(bool isCopied) => Path is null || Condition.IsNever ? null : isCopied ? Tokens.Rename(Path) ? null : Path : Tokens.FollowPath(Path) ? Path : null;

    /// <summary>The lines where they are in the instance, and when.</summary>
    public InstancePlace Place(LineSpan span)
    {
        var kept = Kept(span);
        if (kept.Count == 0)
        {
            return new InstancePlace(null, null);
        }

        // Lines that end inside of what options take away would be others without those options.
        var isOne = kept.TrueForAll(k => k.Line.Condition.Equals(kept[0].Line.Condition));
        var isConditional = isOne && !kept[0].Line.Condition.IsAlways;
        var isSure = isOne || (kept[0].Line.Condition.IsAlways && kept[^1].Line.Condition.IsAlways);
        LineSpan? place = isSure && kept[0].Line.Number is { } first && kept[^1].Line.Number is { } last ? new LineSpan(first, last) : null;
        return new InstancePlace(place, isConditional ? ConditionWords.Of(kept[0].Line.Condition) : null);
    }

    /// <summary>Lines of the span that a document may not copy as they stand, as runs: directives, what options take away, what is replaced in one of the two only.</summary>
    /// <param name="isCopied">Of the document.</param>
    public ImmutableArray<LineSpan> Hidden(LineSpan span, ImmutableArray<LineSpan> cuts, bool isCopied, ImmutableArray<string> lines)
    {
        var shown = Enumerable.Range(span.First, span.Length).Where(l => !cuts.Any(c => c.Contains(l)) && Says(l, lines)).Select(l => Line(l).Condition).ToArray();
        var common = shown.Length > 0 && Array.TrueForAll(shown, c => c.Equals(shown[0])) ? shown[0] : Condition.Always;
        var hidden = ImmutableArray.CreateBuilder<LineSpan>();
        for (var number = span.First; number <= span.Last; number++)
        {
            var line = Line(number);
            if (!line.IsRemoved && !line.IsRewritten && line.Condition.Equals(common) && (!line.HoldsToken || isCopied == IsCopied) && !IsDirectiveOfDocuments(lines, number))
            {
                continue;
            }

            if (hidden.Count > 0 && hidden[^1].Last == number - 1)
            {
                hidden[^1] = new LineSpan(hidden[^1].First, number);
            }
            else
            {
                hidden.Add(LineSpan.Of(number));
            }
        }

        return hidden.ToImmutable();
    }

    public InstanceLine Line(int number) => number <= Lines.Length ? Lines[number - 1] : new InstanceLine(Condition.Always, null, false, false);

    private List<(int Number, InstanceLine Line)> Kept(LineSpan span) =>
        [.. Enumerable.Range(span.First, span.Length).Select(n => (n, Line(n))).Where(l => !l.Item2.IsRemoved)];

    private bool Says(int number, ImmutableArray<string> lines) => !Line(number).IsRemoved && number <= lines.Length && !string.IsNullOrWhiteSpace(lines[number - 1]);

    /// <summary>A document is Markdown: the engine takes this for its own there, also where it is code.</summary>
    private static bool IsDirectiveOfDocuments(ImmutableArray<string> lines, int number) =>
        number <= lines.Length && (lines[number - 1].Contains("<!--#", StringComparison.Ordinal) || lines[number - 1].Contains("<!---:", StringComparison.Ordinal)
            || lines[number - 1].Contains("<!--+:", StringComparison.Ordinal));
}

/// <param name="Span">Null where options decide.</param>
/// <param name="Words"><c>only with `--auth`</c>, where all of it is.</param>
internal readonly record struct InstancePlace(LineSpan? Span, string? Words);
