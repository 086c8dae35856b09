using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Sections;

/// <summary>Python: classes, functions, tests, fixtures and routes at any depth; values and runs of statements at the top.</summary>
internal static partial class PythonUnits
{
    internal static ImmutableArray<Unit> Read(LexedSource source)
    {
        var lines = new SourceLines(source);
        var (starts, content) = PythonLines.Read(lines);
        var definitions = ReadDefinitions(lines, starts, content);
        return SourceLines.Sorted(definitions.Concat(ReadTopLevel(lines, starts, content, definitions)));
    }

    private static List<Unit> ReadDefinitions(SourceLines lines, bool[] starts, bool[] content)
    {
        // A unit names its parent, and a parent's end is known only after its children's: ends are found first.
        var heads = new List<(int Line, int Lead, int Indent, int Last, ImmutableArray<string> Decorators)>();
        var open = new Stack<int>();
        var decorators = new List<int>();
        var lastContent = -1;
        var floor = 0;
        var lead = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (starts[i])
            {
                var indent = lines.Indent(i);
                while (open.Count > 0 && heads[open.Peek()].Indent >= indent)
                {
                    Close(open.Pop());
                }

                var code = lines.Code(i).AsSpan().Trim();
                if (code.StartsWith('@'))
                {
                    lead = decorators.Count == 0 ? lines.LeadStart(i, floor) : lead;
                    decorators.Add(i);
                }
                else
                {
                    if (Definition().IsMatch(lines.Code(i)))
                    {
                        open.Push(heads.Count);
                        heads.Add((i, decorators.Count > 0 ? lead : lines.LeadStart(i, floor), indent, i, Decorators(lines, decorators, i)));
                    }

                    decorators.Clear();
                }
            }

            if (content[i])
            {
                lastContent = i;
                floor = i + 1;
            }
        }

        while (open.Count > 0)
        {
            Close(open.Pop());
        }

        return Build(lines, heads);

        void Close(int head) => heads[head] = heads[head] with { Last = Math.Max(heads[head].Line, lastContent) };
    }

    private static ImmutableArray<string> Decorators(SourceLines lines, List<int> decorators, int definition)
    {
        var attributes = ImmutableArray.CreateBuilder<string>(decorators.Count);
        for (var d = 0; d < decorators.Count; d++)
        {
            var last = (d + 1 < decorators.Count ? decorators[d + 1] : definition) - 1;
            attributes.Add(lines.Joined(decorators[d], last));
        }

        return attributes.ToImmutable();
    }

    private static List<Unit> Build(
        SourceLines lines, List<(int Line, int Lead, int Indent, int Last, ImmutableArray<string> Decorators)> heads)
    {
        var units = new List<Unit>(heads.Count);
        var parents = new Stack<(Unit Unit, int Indent, int Last)>();
        foreach (var head in heads)
        {
            while (parents.Count > 0 && (parents.Peek().Indent >= head.Indent || parents.Peek().Last < head.Line))
            {
                parents.Pop();
            }

            var parent = parents.Count > 0 ? parents.Peek().Unit : null;
            var match = Definition().Match(lines.Code(head.Line));
            var name = lines.Read(head.Line, match.Groups["n"]);
            var unit = SourceLines.Unit(
                name, Kind(match.Groups["k"].Value is "class", name, parent, head.Decorators), head.Lead, head.Last, head.Line, parent, head.Decorators);
            units.Add(unit);
            parents.Push((unit, head.Indent, head.Last));
        }

        return units;
    }

    private static UnitKind Kind(bool isClass, string name, Unit? parent, ImmutableArray<string> decorators)
    {
        if (isClass)
        {
            return name.StartsWith("Test", StringComparison.Ordinal) ? UnitKind.TestSuite : UnitKind.Class;
        }

        if (decorators.Any(d => Fixture().IsMatch(d)))
        {
            return UnitKind.Fixture;
        }

        if (name.StartsWith("test_", StringComparison.Ordinal) || name is "test")
        {
            return UnitKind.Test;
        }

        if (decorators.Any(d => Route().IsMatch(d)))
        {
            return UnitKind.Route;
        }

        if (parent?.Kind is not (UnitKind.Class or UnitKind.TestSuite))
        {
            return UnitKind.Function;
        }

        return name is "__init__" ? UnitKind.Constructor
            : decorators.Any(d => Property().IsMatch(d)) ? UnitKind.Property
            : UnitKind.Method;
    }

    /// <summary>Assignments, and runs of what is neither definition, import nor docstring, at the margin.</summary>
    private static List<Unit> ReadTopLevel(SourceLines lines, bool[] starts, bool[] content, List<Unit> definitions)
    {
        var inside = new bool[lines.Count];
        foreach (var unit in definitions)
        {
            for (var line = unit.Span.First; unit.Parent is null && line <= unit.Span.Last; line++)
            {
                inside[line - 1] = true;
            }
        }

        var found = new List<Unit>();
        var (runStart, runEnd) = (-1, -1);
        var floor = 0;
        for (var i = 0; i < lines.Count;)
        {
            if (!starts[i] || lines.Indent(i) > 0)
            {
                i++;
                continue;
            }

            // The statement with its block: up to the next one at the margin.
            var next = i + 1;
            while (next < lines.Count && !(starts[next] && lines.Indent(next) == 0))
            {
                next++;
            }

            var last = next - 1;
            while (last > i && !content[last])
            {
                last--;
            }

            var holdsDefinition = false;
            for (var line = i; line <= last && !holdsDefinition; line++)
            {
                holdsDefinition = inside[line];
            }

            var assignment = Assignment().Match(lines.Code(i));
            var isRun = !holdsDefinition && lines.HasCode(i) && !assignment.Success && !OnlyImports(lines, starts, i, last);
            if (runStart >= 0 && (!isRun || lines.LeadStart(i, floor) > runEnd + 1))
            {
                Flush();
            }

            if (isRun)
            {
                runStart = runStart < 0 ? i : runStart;
                runEnd = last;
            }
            else if (!holdsDefinition && assignment.Success)
            {
                found.Add(SourceLines.Unit(lines.Read(i, assignment.Groups["n"]), UnitKind.Value, lines.LeadStart(i, floor), last, i));
            }

            floor = last + 1;
            i = next;
        }

        Flush();
        return found;

        void Flush()
        {
            if (runStart >= 0)
            {
                var name = Head().Match(lines.Code(runStart));
                found.Add(SourceLines.Unit(lines.Read(runStart, name), UnitKind.Statements, lines.LeadStart(runStart, 0), runEnd, runStart));
            }

            (runStart, runEnd) = (-1, -1);
        }
    }

    /// <summary>Imports, also under <c>if TYPE_CHECKING:</c> and with <c>try</c> around them.</summary>
    private static bool OnlyImports(SourceLines lines, bool[] starts, int first, int last)
    {
        var imports = 0;
        for (var i = first; i <= last; i++)
        {
            if (!starts[i] || !lines.HasCode(i))
            {
                continue;
            }

            var code = lines.Code(i).AsSpan().Trim();
            if (code.StartsWith("import ", StringComparison.Ordinal) || code.StartsWith("from ", StringComparison.Ordinal))
            {
                imports++;
            }
            else if (!(i == first && code.EndsWith(':')) && code is not "pass")
            {
                return false;
            }
        }

        return imports > 0;
    }

    [GeneratedRegex(@"^\s*(?:async\s+)?(?<k>def|class)\s+(?<n>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^(?<n>[A-Za-z_]\w*)\s*(?::[^=]+)?=(?!=)|^(?<n>[A-Za-z_]\w*)\s*:\s*[A-Za-z][^=]*(?:\[[^=]*)?=?$", RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^(?:(?:if|for|while|with|try|assert|raise|del|async|match)\b\s*)?(?:not\s+)?[\w.]*", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"^@(?:\w+\.)*(?:\w+_)?fixture\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fixture();

    [GeneratedRegex(@"^@(?:\w+\.)*(?:cached_)?property\b|^@\w+\.(?:setter|getter|deleter)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Property();

    /// <summary>A verb called on something that is no mock: <c>@mock.patch("x")</c> is no route.</summary>
    [GeneratedRegex(@"^@(?!(?:\w+\.)*(?:mock|mocker|patch|respx|responses|requests_mock|httpretty)\.)[\w.{}]+\.(?:get|post|put|patch|delete|head|options|websocket|route|api_route)\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex Route();
}
