using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Instances;

/// <summary>What becomes of one line of a template.</summary>
/// <param name="Condition">When it is in the instance; never for a directive, and for what no option brings there.</param>
/// <param name="Number">Its number wherever it is in the instance; null where that depends on options.</param>
/// <param name="IsRewritten">Its text in the instance is another than <c>replaces</c> alone makes it.</param>
/// <param name="HoldsToken">Text of it is replaced.</param>
internal readonly record struct InstanceLine(Condition Condition, int? Number, bool IsRewritten, bool HoldsToken)
{
    public bool IsBlank { get; init; }

    /// <summary>A document is Markdown: the engine takes the line for a directive there, also where it is code.</summary>
    public bool IsDirectiveOfDocuments { get; init; }

    public bool IsRemoved => Condition.IsNever;
}

/// <summary>Follows the conditional comments of a file, line by line.</summary>
internal sealed class InstanceLines
{
    private readonly TemplateConfig _config;
    private readonly DirectiveSyntax _syntax;
    private readonly Stack<Block> _open = new();
    private int? _next = 1;
    private bool _isOff;

    private InstanceLines(TemplateConfig config, DirectiveSyntax syntax) => (_config, _syntax) = (config, syntax);

    private enum Kind
    {
        Text,
        If,
        ElseIf,
        Else,
        EndIf,
        Flag,
    }

    /// <summary>One <c>#if</c> with its branches so far.</summary>
    private sealed class Block(int? start, Condition outer)
    {
        public int? Start { get; } = start;

        public Condition Outer { get; } = outer;

        /// <summary>None of the branches so far.</summary>
        public Condition Rest { get; set; } = Condition.Always;

        public Condition Own { get; set; } = Condition.Always;

        public bool IsRewriting { get; set; }

        /// <summary>How many lines the branches leave; null in it where that depends on options.</summary>
        public List<int?> Lengths { get; } = [];
    }

    public static ImmutableArray<InstanceLine> Read(ImmutableArray<string> lines, TemplateConfig config, DirectiveSyntax syntax)
    {
        var reader = new InstanceLines(config, syntax);
        var read = ImmutableArray.CreateBuilder<InstanceLine>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var element = syntax.HasAttributes && !reader._isOff ? MSBuildElement.At(lines, i, config) : null;
            if (element is { } conditional)
            {
                // Its length in the instance is none or all of it: what follows can't be counted.
                var condition = reader.Current.And(conditional.Condition);
                read.AddRange(Enumerable.Repeat(new InstanceLine(condition, null, true, false), conditional.Lines));
                (i, reader._next) = (i + conditional.Lines - 1, null);
            }
            else
            {
                read.Add(reader.Line(lines[i]));
            }
        }

        return read.MoveToImmutable();
    }

    private Condition Current => _open.TryPeek(out var block) ? block.Outer.And(block.Own) : Condition.Always;

    private InstanceLine Line(string line)
    {
        var text = line.AsSpan().Trim();
        switch (KindOf(text, out var token, out var rest))
        {
            case Kind.Flag:
                break;
            case Kind.If:
                var block = new Block(_next, Current);
                _open.Push(block);
                Enter(block, ConditionParser.Parse(Expression(rest), _config), token);
                break;
            case Kind.ElseIf:
                Leave(_open.Peek());
                Enter(_open.Peek(), ConditionParser.Parse(Expression(rest), _config), token);
                break;
            case Kind.Else:
                Leave(_open.Peek());
                Enter(_open.Peek(), Condition.Always, token);
                break;
            case Kind.EndIf:
                Leave(_open.Peek());
                _next = After(_open.Pop());
                break;
            default:
                var current = Current;
                var number = current.IsNever ? null : _next;
                _next = current.IsNever ? _next : _next + 1;
                return new InstanceLine(current, number, _open.Any(b => b.IsRewriting), false);
        }

        return new InstanceLine(Condition.Never, null, false, false);
    }

    private void Enter(Block block, Condition condition, string token)
    {
        block.Own = block.Rest.And(condition);
        block.Rest = block.Rest.And(condition.Negated());
        block.IsRewriting = _syntax.Rewriting.Contains(token, StringComparer.Ordinal);
        _next = block.Start;
    }

    private void Leave(Block block)
    {
        if (!block.Own.IsNever)
        {
            block.Lengths.Add(_next - block.Start);
        }
    }

    /// <summary>The next number below a block: known where every choice leaves the same number of lines.</summary>
    private static int? After(Block block)
    {
        if (!block.Rest.IsNever)
        {
            block.Lengths.Add(0);
        }

        return block.Lengths.Distinct().ToArray() is [{ } length] ? block.Start + length : null;
    }

    private Kind KindOf(ReadOnlySpan<char> text, out string token, out ReadOnlySpan<char> rest)
    {
        token = "";
        rest = default;
        if (IsFlag(text, out var on))
        {
            _isOff = !on;
            return Kind.Flag;
        }

        if (_isOff)
        {
            return Kind.Text;
        }

        // The engine leaves what closes nothing where it is.
        var (kind, at) = (Kind.Text, text.Length);
        Find(text, _syntax.If, Kind.If, ref kind, ref at, ref token);
        if (_open.Count > 0)
        {
            Find(text, _syntax.ElseIf, Kind.ElseIf, ref kind, ref at, ref token);
            Find(text, _syntax.Else, Kind.Else, ref kind, ref at, ref token);
            Find(text, _syntax.EndIf, Kind.EndIf, ref kind, ref at, ref token);
        }

        rest = kind == Kind.Text ? default : text[(at + token.Length)..];
        return kind;
    }

    /// <summary>A directive takes its whole line, wherever in it it stands; of those that begin at one place the longest counts.</summary>
    private static void Find(ReadOnlySpan<char> text, ImmutableArray<string> tokens, Kind kind, ref Kind found, ref int at, ref string token)
    {
        foreach (var candidate in tokens)
        {
            var index = text.IndexOf(candidate, StringComparison.Ordinal);
            if (index >= 0 && (index < at || (index == at && candidate.Length > token.Length)))
            {
                (found, at, token) = (kind, index, candidate);
            }
        }
    }

    /// <summary><c>//-:cnd:noEmit</c> turns the directives off as far as <c>//+:cnd:noEmit</c>.</summary>
    private bool IsFlag(ReadOnlySpan<char> text, out bool on)
    {
        on = false;
        if (_syntax.Flag.Length == 0 || !text.StartsWith(_syntax.Flag, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text[_syntax.Flag.Length..];
        on = rest.StartsWith("+:", StringComparison.Ordinal);
        var name = on || rest.StartsWith("-:", StringComparison.Ordinal) ? rest[2..] : default;
        return name.StartsWith("cnd:noEmit", StringComparison.Ordinal) || name.StartsWith("msbuild-conditional:noEmit", StringComparison.Ordinal);
    }

    /// <summary>Without the end of the comment that it stands in.</summary>
    private static string Expression(ReadOnlySpan<char> text)
    {
        foreach (var end in (ReadOnlySpan<string>)["-->", "*/}", "*/", "*@"])
        {
            if (text.IndexOf(end, StringComparison.Ordinal) is var at and >= 0)
            {
                text = text[..at];
            }
        }

        return text.ToString();
    }
}
