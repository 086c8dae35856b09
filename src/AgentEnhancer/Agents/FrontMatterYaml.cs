using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AgentEnhancer.Agents;

/// <summary>
/// Says what a YAML parser would not accept in a head, and the line that mends it: a mend is only offered when the head with it was
/// parsed again and got further. Loads the YAML library; ask <see cref="FrontMatterShape"/> first.
/// </summary>
internal static partial class FrontMatterYaml
{
    /// <summary>A head with more defects than this is rewritten anyway.</summary>
    private const int MaximumMends = 12;

    /// <param name="lines">What stands between the marks.</param>
    /// <param name="mended">The lines as they would be with every mend; their numbers stay, emptied ones are blank.</param>
    public static ImmutableArray<Diagnostic> Check(string file, ImmutableArray<string> lines, out ImmutableArray<string> mended)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        mended = lines;
        while (true)
        {
            if (FindProblem(mended) is { } problem)
            {
                if (diagnostics.Count >= MaximumMends || TryMend(mended, problem) is not { } mend)
                {
                    diagnostics.Add(Diagnostic.At(AgentDiagnostics.InvalidYamlUnmended, file, problem.Line, problem.Reason));
                    return diagnostics.DrainToImmutable();
                }

                diagnostics.Add(Diagnostic.At(AgentDiagnostics.InvalidYaml, file, mend.Span.First, mend.Reason, LinesOf(mend.Span), mend.Line));
                mended = Replace(mended, mend.Span, mend.Line);
            }
            else if (diagnostics.Count < MaximumMends && FindDuplicate(mended) is var (first, second))
            {
                diagnostics.Add(Diagnostic.At(
                    AgentDiagnostics.DuplicateKey, file, second.Span.First, second.Key, LineSpan.Of(first.Span.First).ToString(), LinesOf(second.Span)));
                mended = Replace(mended, second.Span, "");
            }
            else
            {
                return diagnostics.DrainToImmutable();
            }
        }
    }

    /// <summary>Parsers of streams let a key stand twice; those of documents, which consumers use, do not.</summary>
    private static (FrontMatterField First, FrontMatterField Second)? FindDuplicate(ImmutableArray<string> lines)
    {
        var seen = new Dictionary<string, FrontMatterField>(StringComparer.Ordinal);
        foreach (var field in FrontMatterFields.Read(lines))
        {
            if (!seen.TryAdd(field.Key, field))
            {
                return (seen[field.Key], field);
            }
        }

        return null;
    }

    private static Mend? TryMend(ImmutableArray<string> lines, Problem problem)
    {
        var fields = FrontMatterFields.Read(lines);
        var at = -1;
        for (var i = 0; i < fields.Length && fields[i].Span.First <= problem.Line; i++)
        {
            at = i;
        }

        var stray = StrayLine(lines, fields, problem.Line);
        var isAtStray = stray is not null && stray.Span.First == problem.Line;
        if (isAtStray && GetsFurther(lines, problem, stray!))
        {
            return stray;
        }

        foreach (var line in (ReadOnlySpan<int>)[problem.Line, problem.Line - 1])
        {
            if (NestedValue(lines, line) is { } nested && GetsFurther(lines, problem, nested))
            {
                return nested;
            }
        }

        // A parser often stumbles after the line that is to blame, and sometimes before it.
        foreach (var index in (ReadOnlySpan<int>)[at, at - 1, at + 1, at - 2, at - 3])
        {
            if (index >= 0 && index < fields.Length && FrontMatterQuoting.QuotedLine(fields[index]) is { } line)
            {
                var mend = new Mend(fields[index].Span, line, FrontMatterQuoting.Reason(fields[index], lines) ?? problem.Reason);
                if (GetsFurther(lines, problem, mend))
                {
                    return mend;
                }
            }
        }

        return !isAtStray && stray is not null && GetsFurther(lines, problem, stray) ? stray : null;
    }

    /// <summary>A value inside of a list or a mapping (<c>prompt: Now do: it</c> of a hand-off), in quotation marks: what it stands in keeps its form.</summary>
    private static Mend? NestedValue(ImmutableArray<string> lines, int line)
    {
        var index = line - FrontMatterFields.FirstLine;
        if (index < 0 || index >= lines.Length || NestedPair().Match(lines[index]) is not { Success: true } pair)
        {
            return null;
        }

        var value = pair.Groups["value"].Value.TrimEnd();
        return new Mend(LineSpan.Of(line), pair.Groups["head"].Value + FrontMatterQuoting.Quote(value),
            value.Contains(": ", StringComparison.Ordinal) || value.EndsWith(':')
                ? $"the value of '{pair.Groups["key"].Value}' has an unquoted ': '"
                : $"the value of '{pair.Groups["key"].Value}' is not quoted");
    }

    [GeneratedRegex(@"^(?<head>(?:[ ]+|-[ ])(?:-[ ]+)*(?<key>[A-Za-z_][\w-]*):[ ]+)(?<value>[^\s""'|>\[{#].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NestedPair();

    /// <summary>The last line up to <paramref name="line"/> that belongs to no key: as a comment it is kept and harms nobody.</summary>
    private static Mend? StrayLine(ImmutableArray<string> lines, ImmutableArray<FrontMatterField> fields, int line)
    {
        var field = fields.Length - 1;
        for (var i = Math.Min(line - FrontMatterFields.FirstLine, lines.Length - 1); i >= 0; i--)
        {
            var number = i + FrontMatterFields.FirstLine;
            while (field >= 0 && fields[field].Span.First > number)
            {
                field--;
            }

            var isOwned = field >= 0 && fields[field].Span.Contains(number);
            if (!isOwned && lines[i].Trim() is { Length: > 0 } content && content[0] != '#')
            {
                return new Mend(LineSpan.Of(number), "# " + content, "a line that belongs to no key");
            }
        }

        return null;
    }

    private static bool GetsFurther(ImmutableArray<string> lines, Problem problem, Mend mend)
    {
        var index = mend.Span.First - FrontMatterFields.FirstLine;
        return index < lines.Length && !string.Equals(lines[index], mend.Line, StringComparison.Ordinal)
            && FindProblem(Replace(lines, mend.Span, mend.Line)) is var next
            && (next is null || next.Value.Line > Math.Max(problem.Line, mend.Span.Last));
    }

    private static ImmutableArray<string> Replace(ImmutableArray<string> lines, LineSpan span, string line)
    {
        var result = lines.ToBuilder();
        for (var i = span.First; i <= span.Last; i++)
        {
            result[i - FrontMatterFields.FirstLine] = i == span.First ? line : "";
        }

        return result.MoveToImmutable();
    }

    private static string LinesOf(LineSpan span) => span.Length == 1 ? $"line {span}" : $"lines {span}";

    /// <summary>The first thing that a consumer would refuse, or read as something else than its author wrote.</summary>
    private static Problem? FindProblem(ImmutableArray<string> lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].AsSpan().IndexOfAnyInRange('\0', '\u0008') >= 0 || lines[i].AsSpan().IndexOfAnyInRange('\u000B', '\u001F') >= 0)
            {
                return new Problem(i + FrontMatterFields.FirstLine, "a control character");
            }
        }

        var parser = new Parser(new StringReader(string.Join('\n', lines) + "\n"));
        try
        {
            return FindInEvents(parser);
        }
        catch (YamlException exception)
        {
            return new Problem(FileLine(exception.Start), exception.Message.TrimEnd('.'));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The parser's own slips on odd input (a flow list that a stray colon ends, say): it does not read the head either.
            return new Problem(parser.Current is { } last ? FileLine(last.End) : FrontMatterFields.FirstLine, "the parser gives up");
        }
    }

    private static Problem? FindInEvents(Parser parser)
    {
        var anchors = new Dictionary<string, Mark>(StringComparer.Ordinal);
        var depth = 0;
        string? key = null;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            if (current is NodeEvent or AnchorAlias)
            {
                if (FindInNode(current, depth, key, anchors) is { } problem)
                {
                    return problem;
                }

                // At depth 1 keys and values take turns.
                key = depth == 1 ? (key is null ? (current as Scalar)?.Value ?? "" : null) : key;
            }

            depth += current is MappingStart or SequenceStart ? 1 : current is MappingEnd or SequenceEnd ? -1 : 0;
        }

        return anchors.Count == 0 ? null : new Problem(FileLine(anchors.First().Value), $"'&{anchors.First().Key}' is an anchor, not text");
    }

    private static Problem? FindInNode(ParsingEvent current, int depth, string? key, Dictionary<string, Mark> anchors)
    {
        var line = FileLine(current.Start);
        if (depth == 0 && current is not MappingStart)
        {
            return new Problem(line, "no 'key: value' lines");
        }

        if (current is not NodeEvent node)
        {
            // An anchor that is used is there on purpose.
            var name = ((AnchorAlias)current).Value.Value;
            return anchors.Remove(name) ? null : new Problem(line, $"'*{name}' is an alias of nothing, not text");
        }

        if (!node.Anchor.IsEmpty)
        {
            anchors[node.Anchor.Value] = node.Start;
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && !node.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal))
        {
            return new Problem(line, $"'{node.Tag.Value}' is a tag, not text");
        }

        return depth == 1 && key is "name" or "description" && node is not Scalar
            ? new Problem(line, $"'{key}' is not text but a list or a mapping")
            : null;
    }

    private static int FileLine(Mark mark) => (int)mark.Line - 1 + FrontMatterFields.FirstLine;

    private readonly record struct Problem(int Line, string Reason);

    private sealed record Mend(LineSpan Span, string Line, string Reason);
}
