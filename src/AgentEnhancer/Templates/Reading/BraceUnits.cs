using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Reading;

/// <summary>A stretch of tokens whose statements are units: a file, or the body of one.</summary>
internal readonly record struct UnitScope(int First, int End, Unit? Parent, int Level);

/// <summary>What a grammar works with: the tokens of a file, a queue of bodies to read, the units so far.</summary>
internal sealed class BraceUnits
{
    // Nobody nests types so deep; a file that does is no source.
    private const int DeepestLevel = 24;

    private readonly Queue<UnitScope> _scopes = new();
    private readonly List<Unit> _units = [];
    private readonly UnitLead _lead;
    private readonly HashSet<(int Line, int Column, int Length)> _placeholders;

    private BraceUnits(LexedSource source, string language)
    {
        Source = source;
        Language = language;
        Tokens = new TokenList(source);
        _lead = new UnitLead(source);
        _placeholders = [.. source.Placeholders.Select(p => (p.Line - 1, p.Column, p.Text.Length))];
    }

    public LexedSource Source { get; }

    public string Language { get; }

    public TokenList Tokens { get; }

    /// <summary>Bodies wait in a queue, so that depth of nesting costs no stack.</summary>
    public static ImmutableArray<Unit> Read(LexedSource source, string language, Action<BraceUnits, UnitScope> grammar)
    {
        var reader = new BraceUnits(source, language);
        reader._scopes.Enqueue(new UnitScope(0, reader.Tokens.Count, null, 0));
        while (reader._scopes.TryDequeue(out var scope))
        {
            grammar(reader, scope);
        }

        return [.. reader._units.OrderBy(u => u.Span.First).ThenByDescending(u => u.Span.Last).ThenBy(u => u.Level)];
    }

    public void Enter(UnitScope scope)
    {
        if (scope.First < scope.End && scope.Level <= DeepestLevel)
        {
            _scopes.Enqueue(scope);
        }
    }

    /// <summary>The body in the braces that open at <paramref name="brace"/>.</summary>
    public void EnterBody(int brace, Unit? parent, int level) => Enter(new UnitScope(brace + 1, Tokens.Close(brace), parent, level));

    /// <param name="first">The first token, attributes included.</param>
    /// <param name="name">The token that the signature line is taken from.</param>
    /// <param name="attributes">Runs of tokens.</param>
    public Unit Add(UnitScope scope, UnitKind kind, string text, int first, int name, int last, IEnumerable<(int First, int Last)>? attributes = null)
    {
        (name, last) = (Math.Clamp(name, first, Math.Max(first, last)), Math.Max(first, last));
        var floor = first > 0 ? Tokens.Line(first - 1) : -1;
        var start = _lead.Start(Tokens.Line(first), floor);
        var span = new LineSpan(start + 1, Tokens.Line(last) + 1);
        var unit = new Unit(text, kind, span, Tokens.Line(name) + 1, scope.Level, scope.Parent,
            attributes is null ? [] : [.. attributes.Select(a => Tokens.Text(a.First, a.Last))]);
        _units.Add(unit);
        return unit;
    }

    /// <summary>A statement that is no definition, joined with the one right above it.</summary>
    public Unit AddRun(UnitScope scope, Unit? run, int first, int name, int last)
    {
        var text = StringAt(name) is { Length: > 0 } directive && Tokens.Char(name) is '"' or '\'' ? directive : Tokens.SourceText(name); // "use client"
        var unit = Add(scope, UnitKind.Statements, text, first, name, last);
        if (run is null || !ReferenceEquals(_units[^2], run) || unit.Span.First > run.Span.Last + 1)
        {
            return unit;
        }

        _units.RemoveAt(_units.Count - 1);
        return _units[^1] = run with { Span = new LineSpan(run.Span.First, Math.Max(run.Span.Last, unit.Span.Last)) };
    }

    /// <summary>Makes one unit of an overload and what follows it.</summary>
    public Unit Join(Unit overload, Unit unit)
    {
        var joined = unit with { Span = new LineSpan(overload.Span.First, unit.Span.Last) };
        _units[_units.FindLastIndex(u => ReferenceEquals(u, unit))] = joined;
        _units.RemoveAt(_units.FindLastIndex(u => ReferenceEquals(u, overload)));
        return joined;
    }

    /// <summary>A placeholder on a line of its own stands for lines to come, and is no part of the statement below.</summary>
    public bool IsLonePlaceholder(int i)
    {
        var token = Tokens[i];
        return Tokens.StartsLine(i)
            && (i + 1 >= Tokens.Count || Tokens.Line(i + 1) != token.Line && (Tokens.IsWordAt(i + 1) || Tokens.Char(i + 1) is '[' or '@' or '#' or '}'))
            && _placeholders.Contains((token.Line, token.Column, token.Length));
    }

    /// <summary>Behind what only parts statements, and behind what marks the next one; false where there is no next one.</summary>
    public bool Open(ref int i, int end, out int first, out List<(int First, int Last)> attributes)
    {
        while (i < end && (Tokens.Char(i) is ';' or '}' or ')' or ']' or ',' || IsLonePlaceholder(i)))
        {
            i++;
        }

        first = i;
        attributes = Attributes(ref i, end);
        return i < end;
    }

    /// <summary>
    /// Attributes, annotations and decorators at the start of a statement; <paramref name="i"/> moves behind them.
    /// </summary>
    public List<(int First, int Last)> Attributes(ref int i, int end)
    {
        var found = new List<(int First, int Last)>();
        while (i < end)
        {
            var start = i;
            if (Tokens.Char(i) == '[' && Language is "csharp")
            {
                i = Tokens.Close(i) + 1;
            }
            else if (Tokens.Char(i) == '#' && Tokens.Char(i + 1) == '[' && Language is "rust" or "php")
            {
                i = Tokens.Close(i + 1) + 1;
            }
            else if (Tokens.Char(i) == '@' && Tokens.IsWordAt(i + 1) && !Tokens.Is(i + 1, "interface") && Language is not "csharp")
            {
                i += 2;
                while (i + 1 < end && Tokens.Char(i) is '.' or ':' && Tokens.IsWordAt(i + 1))
                {
                    i += 2;
                }

                if (i < end && Tokens.Char(i) == '(' && Tokens.Line(i) == Tokens.Line(i - 1))
                {
                    i = Tokens.Close(i) + 1;
                }
            }
            else
            {
                return found;
            }

            found.Add((start, i - 1));
        }

        return found;
    }

    /// <summary>The first string between two tokens, as in the source.</summary>
    public string? FirstString(int first, int last)
    {
        for (var i = first; i <= last && i < Tokens.Count; i++)
        {
            if (Tokens.Char(i) is '"' or '\'' or '`')
            {
                return StringAt(i);
            }
        }

        return null;
    }

    /// <summary>The content of the string that opens at a token; null where none does.</summary>
    public string? StringAt(int i)
    {
        var (line, column) = (Tokens.Line(i) + 1, Tokens[i].Column + 1);
        var (low, high) = (0, Source.Strings.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var candidate = Source.Strings[middle];
            var order = candidate.Line != line ? candidate.Line.CompareTo(line) : candidate.Column.CompareTo(column);
            if (order == 0)
            {
                return candidate.Value;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
