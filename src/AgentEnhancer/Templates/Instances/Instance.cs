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

    private readonly string? _replaced = Path is not null && !Condition.IsNever && Tokens.FollowPath(Path) ? Path : null;
    private readonly string? _copied = Path is not null && !Condition.IsNever && !Tokens.Rename(Path) ? Path : null;

    /// <summary>The path as a document names it, so that it is the file's once the document went through the engine as well; null where no text can.</summary>
    /// <param name="isCopied">Of the document.</param>
    public string? PathFor(bool isCopied) => isCopied ? _copied : _replaced;

    /// <summary>The lines where they are in the instance, and when.</summary>
    public InstancePlace Place(LineSpan span)
    {
        var kept = Enumerable.Range(span.First, span.Length).Select(Line).Where(l => !l.IsRemoved && !l.IsBlank).ToList();
        if (kept.Count == 0)
        {
            return new InstancePlace(null, null);
        }

        // Lines that end inside of what options take away would be others without those options.
        var isOne = kept.TrueForAll(k => k.Condition.Equals(kept[0].Condition));
        var isConditional = isOne && !kept[0].Condition.IsAlways;
        var isSure = isOne || (kept[0].Condition.IsAlways && kept[^1].Condition.IsAlways);
        LineSpan? place = isSure && kept[0].Number is { } first && kept[^1].Number is { } last ? new LineSpan(first, last) : null;
        return new InstancePlace(place, isConditional ? ConditionWords.Of(kept[0].Condition) : null);
    }

    /// <summary>The instance has at least one of the lines, with some options.</summary>
    public bool Has(LineSpan span) => Enumerable.Range(span.First, span.Length).Any(n => !Line(n).IsRemoved);

    /// <summary>Runs of lines that a document may not copy as they stand: directives, what options take away, what is replaced in one of the two only.</summary>
    /// <param name="isCopied">Of the document.</param>
    public ImmutableArray<LineSpan> Hidden(LineSpan span, ImmutableArray<LineSpan> cuts, bool isCopied)
    {
        var shown = Enumerable.Range(span.First, span.Length).Where(n => !cuts.Any(c => c.Contains(n))).Select(Line).Where(l => !l.IsRemoved && !l.IsBlank).ToArray();
        var common = shown.Length > 0 && Array.TrueForAll(shown, l => l.Condition.Equals(shown[0].Condition)) ? shown[0].Condition : Condition.Always;
        var hidden = ImmutableArray.CreateBuilder<LineSpan>();
        for (var number = span.First; number <= span.Last; number++)
        {
            var line = Line(number);
            if (line.Condition.Equals(common) && !line.IsRewritten && (!line.HoldsToken || isCopied == IsCopied) && !line.IsDirectiveOfDocuments)
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

    public InstanceLine Line(int number) => number <= Lines.Length ? Lines[number - 1] : new InstanceLine(Condition.Always, null, false, false) { IsBlank = true };
}

/// <param name="Span">Null where options decide.</param>
/// <param name="Words"><c>only with `--auth`</c>, where all of it is.</param>
internal readonly record struct InstancePlace(LineSpan? Span, string? Words);
