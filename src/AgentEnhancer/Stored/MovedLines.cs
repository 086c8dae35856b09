using System.Collections.Immutable;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Stored;

/// <summary>
/// Where the lines of a stored template are today. Its lines with text are the same ones in the same order, or the hash would differ; so the
/// n-th of them then is the n-th of them now.
/// </summary>
internal sealed class MovedLines
{
    private readonly ImmutableArray<LineSpan> _emptyThen;
    private readonly int[] _withTextNow;
    private readonly bool _hasMoved;

    public MovedLines(StoredTemplate then, Template now)
    {
        _emptyThen = then.Empty;
        _hasMoved = !AnswerHash.Empty(now).SequenceEqual(then.Empty);
        _withTextNow = [.. Enumerable.Range(1, now.LineCount).Where(line => !string.IsNullOrWhiteSpace(now.Source.Lines[line - 1]))];
    }

    /// <summary>The same run where nothing has moved; else from its first line with text to its last one.</summary>
    /// <returns>Null where the run holds no line with text, or leads out of the template.</returns>
    public LineSpan? Find(LineSpan span)
    {
        if (!_hasMoved)
        {
            return span;
        }

        var first = span.First;
        var last = span.Last;
        while (first <= last && IsEmpty(first))
        {
            first++;
        }

        while (last >= first && IsEmpty(last))
        {
            last--;
        }

        return first > last || Now(first) is not { } start || Now(last) is not { } end ? null : new LineSpan(start, end);
    }

    private bool IsEmpty(int line) => _emptyThen.Any(run => run.Contains(line));

    private int? Now(int line)
    {
        var index = line - 1 - _emptyThen.Where(run => run.Last < line).Sum(run => run.Length);
        return index >= 0 && index < _withTextNow.Length ? _withTextNow[index] : null;
    }
}
