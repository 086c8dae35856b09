using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Sections;

/// <summary>YAML: documents where there are several, keys with a block under them, and list entries that are mappings (steps, containers).</summary>
internal static partial class YamlUnits
{
    private const int DeepestLevel = 4;

    private sealed record Node(string Name, int Line, int Lead, int Rank, int Level, bool IsEntry, Node? Parent);

    internal static ImmutableArray<Unit> Read(LexedSource source)
    {
        var lines = new SourceLines(source);
        var documents = Documents(lines);
        var units = new List<Unit>();
        foreach (var (first, last) in documents)
        {
            Unit? document = null;
            if (documents.Count > 1)
            {
                document = SourceLines.Unit(DocumentName(lines, first, last), UnitKind.Section, lines.LeadStart(first, first), last, first);
                units.Add(document);
            }

            ReadDocument(lines, first, last, document, units);
        }

        return SourceLines.Sorted(units);
    }

    private static List<(int First, int Last)> Documents(SourceLines lines)
    {
        var documents = new List<(int, int)>();
        var first = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && !(lines.Text(i).StartsWith("---", StringComparison.Ordinal) && lines.Code(i).AsSpan().TrimEnd() is "---"))
            {
                continue;
            }

            var from = first;
            while (from < i && (lines.IsBlank(from) || (lines.IsComment(from) && from + 1 < i && lines.IsBlank(from + 1))))
            {
                from++;
            }

            var to = i - 1;
            if (from < i && Enumerable.Range(from, i - from).Any(lines.HasCode))
            {
                documents.Add((from, lines.LastText(from, to)));
            }

            first = i + 1;
        }

        return documents;
    }

    /// <summary><c>Deployment api</c> for Kubernetes; else the first key.</summary>
    private static string DocumentName(SourceLines lines, int first, int last)
    {
        string? kind = null, name = null, key = null;
        var inMetadata = false;
        for (var i = first; i <= last; i++)
        {
            if (Key().Match(lines.Code(i)) is not { Success: true } match)
            {
                continue;
            }

            var text = lines.Text(i);
            var word = Unquoted(lines.Read(i, match.Groups["n"]));
            var value = Unquoted(text[Math.Min(text.Length, match.Index + match.Length)..].Trim());
            if (lines.Indent(i) == 0)
            {
                key ??= word;
                inMetadata = word is "metadata";
                kind = word is "kind" ? value : kind;
            }
            else if (inMetadata && word is "name")
            {
                name ??= value;
            }
        }

        return kind is null ? key ?? "document" : name is null ? kind : kind + " " + name;
    }

    private static void ReadDocument(SourceLines lines, int first, int last, Unit? document, List<Unit> units)
    {
        var nodes = new List<(Node Node, int Last)>();
        var open = new Stack<(Node Node, int Index)>();
        var depth = 0;
        var scalar = -1;
        var content = first;
        var floor = first;
        for (var i = first; i <= last; i++)
        {
            if (lines.IsBlank(i) || (lines.IsComment(i) && scalar < 0))
            {
                continue;
            }

            var code = lines.Code(i);
            var indent = lines.Indent(i);
            if (scalar >= 0 && indent > scalar)
            {
                // Text, whatever it looks like.
                content = i;
                floor = i + 1;
                continue;
            }

            var entry = Entry().Match(code);
            var key = Key().Match(code);

            // Flow collections span lines at any indentation; a key at the margin ends one that never closes.
            depth = depth > 0 && indent == 0 && key.Success ? 0 : depth;
            if (depth == 0)
            {
                if (entry.Success)
                {
                    Push((indent * 2) + 1, EntryName(lines, i, key), isEntry: true, i);
                }

                if (key.Success)
                {
                    Push((entry.Success ? entry.Length : indent) * 2, Unquoted(lines.Read(i, key.Groups["n"])), isEntry: false, i);
                }
            }

            depth = FlowDepth(code, key.Success ? key.Index + key.Length : entry.Success ? entry.Length : 0, depth);
            scalar = depth == 0 && BlockScalar().IsMatch(code) ? (entry.Success && key.Success ? entry.Length : indent) : -1;
            content = i;
            floor = i + 1;
        }

        Close(int.MinValue);
        Emit(lines, nodes, document, units);

        void Push(int rank, string name, bool isEntry, int line)
        {
            Close(rank);
            var parent = open.Count > 0 ? open.Peek().Node : null;
            var node = new Node(name, line, lines.LeadStart(line, floor), rank, (parent?.Level ?? -1) + 1, isEntry, parent);
            open.Push((node, nodes.Count));
            nodes.Add((node, line));
        }

        void Close(int rank)
        {
            while (open.Count > 0 && open.Peek().Node.Rank >= rank)
            {
                var (node, index) = open.Pop();
                nodes[index] = (node, Math.Max(node.Line, content));
            }
        }
    }

    private static void Emit(SourceLines lines, List<(Node Node, int Last)> nodes, Unit? document, List<Unit> units)
    {
        var made = new Dictionary<Node, Unit>(ReferenceEqualityComparer.Instance);
        foreach (var (node, last) in nodes)
        {
            var length = last - node.Line + 1;
            if (node.Level > DeepestLevel || length < (node.IsEntry || node.Level < 2 ? 2 : 4))
            {
                continue;
            }

            var parent = document;
            for (var above = node.Parent; above is not null; above = above.Parent)
            {
                if (made.TryGetValue(above, out var unit))
                {
                    parent = unit;
                    break;
                }
            }

            made[node] = SourceLines.Unit(node.Name, UnitKind.Block, node.Lead, last, node.Line, parent);
            units.Add(made[node]);
        }
    }

    /// <summary>An entry is called by its <c>name</c>, <c>id</c> or <c>uses</c> where that is its first key, else by that key.</summary>
    private static string EntryName(SourceLines lines, int line, Match key)
    {
        if (!key.Success)
        {
            return Unquoted(Entry().Replace(lines.Text(line), "", 1).Trim());
        }

        var word = Unquoted(lines.Read(line, key.Groups["n"]));
        var text = lines.Text(line);
        var value = Unquoted(text[Math.Min(text.Length, key.Index + key.Length)..].Trim());
        return word is "name" or "id" or "uses" or "key" or "alias" or "task" && value.Length > 0 ? value : word;
    }

    private static int FlowDepth(string code, int valueStart, int depth)
    {
        var value = code.AsSpan(Math.Min(valueStart, code.Length));
        if (depth == 0 && value.TrimStart() is not ['[' or '{', ..])
        {
            return 0;
        }

        foreach (var c in value)
        {
            depth = c is '[' or '{' ? depth + 1 : c is ']' or '}' ? Math.Max(0, depth - 1) : depth;
        }

        return depth;
    }

    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;

    [GeneratedRegex(@"^\s*(?:-\s+)?(?<n>""[^""]*""|'[^']*'|[\w$.</*{][^\s:#'""\[\]]*(?:[ ]+[^\s:#'""\[\]{}-][^\s:#'""]*)*)\s*:(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"(?:[:-]|[!&]\S+)\s+[|>][+\-\d]*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockScalar();

    [GeneratedRegex(@"^\s*-(?:\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
