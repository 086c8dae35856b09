using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Sections;

/// <summary>
/// Ruby, Elixir and Lua: blocks that <c>end</c> closes. An <c>end</c> belongs to the unit that begins at its own
/// indentation; counting keywords instead would need each language's grammar of modifiers and one-liners.
/// </summary>
internal static partial class EndBlocks
{
    private sealed record Head(int Line, int Lead, int Indent, string Name, UnitKind Kind, Head? Parent)
    {
        public int Last { get; set; } = Line;
    }

    internal static ImmutableArray<Unit> ReadRuby(LexedSource source) => Read(source, Ruby(), RubyKind, RubyOneLiner());

    internal static ImmutableArray<Unit> ReadElixir(LexedSource source) => Read(source, Elixir(), ElixirKind, ElixirOneLiner());

    internal static ImmutableArray<Unit> ReadLua(LexedSource source) => Read(source, Lua(), LuaKind, LuaOneLiner());

    private static ImmutableArray<Unit> Read(LexedSource source, Regex opener, Func<Match, UnitKind?, UnitKind> kind, Regex oneLiner)
    {
        var lines = new SourceLines(source);
        var heads = new List<Head>();
        var open = new Stack<Head>();
        var lead = -1;
        var floor = 0;
        var content = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines.HasCode(i))
            {
                // A blank line ends what leads a unit, unless it stands in a documentation string.
                lead = lines.IsBlank(i) && !lines.IsComment(i) && !InComment(lines, i) ? -1 : lead;
                continue;
            }

            // A line as long as this is data; only its head can begin a unit.
            var code = lines.Code(i) is { Length: > 2000 } data ? data[..2000] : lines.Code(i);
            var indent = lines.Indent(i);
            var closes = End().IsMatch(code);
            while (open.Count > 0 && !(open.Peek().Indent == indent && Clause().IsMatch(code)) && (open.Peek().Indent > indent || (open.Peek().Indent == indent && i > open.Peek().Line)))
            {
                var head = open.Pop();

                // Without an end of its own (a body that was cut off) it stops at the last line before.
                head.Last = closes && head.Indent == indent ? i : Math.Max(head.Line, content);
            }

            if (Attribute().IsMatch(code))
            {
                lead = lead < 0 ? lines.LeadStart(i, floor) : lead;
            }
            else
            {
                if (opener.Match(code) is { Success: true } match)
                {
                    var parent = open.Count > 0 ? open.Peek() : null;
                    var first = lead >= 0 && lead >= floor ? lead : lines.LeadStart(i, Math.Min(floor, i));
                    var head = new Head(i, first, indent, Name(lines, i, match), kind(match, parent?.Kind), parent);
                    heads.Add(head);
                    if (!oneLiner.IsMatch(code))
                    {
                        open.Push(head);
                    }
                }

                lead = -1;
                floor = i + 1;
            }

            content = i;
        }

        while (open.TryPop(out var head))
        {
            head.Last = Math.Max(head.Line, content);
        }

        return Build(lines, heads);
    }

    private static ImmutableArray<Unit> Build(SourceLines lines, List<Head> heads)
    {
        // A module around classes is a namespace, and no more a unit than a namespace of C# is.
        var holdsClasses = heads.Where(h => h.Kind == UnitKind.Class).Select(h => h.Parent).ToHashSet(ReferenceEqualityComparer.Instance);
        var holdsMethods = heads.Where(h => h.Kind == UnitKind.Method).Select(h => h.Parent).ToHashSet(ReferenceEqualityComparer.Instance);
        var namespaces = heads.Where(h => holdsClasses.Contains(h) && !holdsMethods.Contains(h) && IsModule(lines, h)).ToHashSet(ReferenceEqualityComparer.Instance);
        var made = new Dictionary<Head, Unit?>(ReferenceEqualityComparer.Instance);
        foreach (var head in heads)
        {
            var parent = head.Parent is null ? null : made[head.Parent];
            made[head] = namespaces.Contains(head) ? parent : SourceLines.Unit(head.Name, head.Kind, head.Lead, head.Last, head.Line, parent);
        }

        return SourceLines.Sorted(made.Where(m => !namespaces.Contains(m.Key)).Select(m => m.Value!));
    }

    private static bool IsModule(SourceLines lines, Head head) => lines.Code(head.Line).AsSpan().TrimStart().StartsWith("module ", StringComparison.Ordinal);

    private static bool InComment(SourceLines lines, int line) => line + 1 < lines.Count && line > 0
        && lines.IsComment(line - 1) && lines.IsComment(line + 1);

    /// <summary>The name, or the description of a test: keyword and text, as written.</summary>
    private static string Name(SourceLines lines, int line, Match match)
    {
        if (match.Groups["n"] is { Success: true } name)
        {
            return lines.Read(line, name);
        }

        var keyword = match.Groups["k"].Value;
        var rest = lines.Text(line)[(match.Groups["k"].Index + keyword.Length)..];
        rest = Tail().Replace(rest, "").Trim(' ', '(', ',');
        return keyword + " " + (rest.Contains('(', StringComparison.Ordinal) ? rest : rest.TrimEnd(')'));
    }

    private static UnitKind RubyKind(Match match, UnitKind? parent) => match.Groups["k"].Value switch
    {
        "class" or "module" => UnitKind.Class,
        "def" when match.Groups["n"].Value is "initialize" => UnitKind.Constructor,
        "def" => parent is UnitKind.Class ? UnitKind.Method : UnitKind.Function,
        "it" or "specify" or "test" or "scenario" or "example" => UnitKind.Test,
        "let" or "let!" or "before" or "after" or "around" or "setup" or "subject" or "factory" or "trait" => UnitKind.Fixture,
        "get" or "post" or "put" or "patch" or "delete" => UnitKind.Route,
        "namespace" or "task" or "resources" or "resource" or "scope" or "included" or "class_methods" or "create_table" or "configure" => UnitKind.Block,
        _ => UnitKind.TestSuite,
    };

    private static UnitKind ElixirKind(Match match, UnitKind? parent) => match.Groups["k"].Value switch
    {
        "defmodule" => UnitKind.Class,
        "defprotocol" => UnitKind.Interface,
        "defimpl" => UnitKind.Implementation,
        "test" or "property" => UnitKind.Test,
        "describe" => UnitKind.TestSuite,
        "setup" or "setup_all" => UnitKind.Fixture,
        "schema" or "embedded_schema" or "scope" or "pipeline" or "create" or "object" => UnitKind.Block,
        _ => UnitKind.Function,
    };

    private static UnitKind LuaKind(Match match, UnitKind? parent) => match.Groups["k"].Value switch
    {
        "describe" or "context" => UnitKind.TestSuite,
        "it" or "test" => UnitKind.Test,
        "before_each" or "after_each" or "setup" or "teardown" => UnitKind.Fixture,
        _ => UnitKind.Function,
    };

    [GeneratedRegex(@"^\s*end\b", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    /// <summary>What goes on with the block above instead of ending it.</summary>
    [GeneratedRegex(@"^\s*(?:(?:rescue|ensure|else|elsif|elseif)\b(?!\s*[.=(])|(?:catch|after)\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    /// <summary>What Elixir (and Sorbet's Ruby) writes above a definition and means for it.</summary>
    [GeneratedRegex(@"^\s*(?:@(?:doc|spec|impl|tag|describetag|deprecated|decorate|typedoc)\b|sig\s*[{(]|sig do\b|attr\s+:|slot\s+:)", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\s*(?:(?:private|protected|public|private_class_method|memoize)\s+)?(?<k>def)\s+(?<n>(?:self\.|\w+\.)?(?:\w+[?!=]?|[-+*/<>=!\[\]~%&|^]+))|^\s*(?<k>class|module)\s+(?<n>[\w:]+|<<\s*self)|^\s*(?:RSpec\.)?(?<k>describe|context|feature|shared_examples(?:_for)?|shared_context|it|specify|test|scenario|example|let!?|before|after|around|setup|subject|factory|trait|namespace|task|resources|resource|scope|included|class_methods|create_table|configure|get|post|put|patch|delete)(?![\w.?!:=])(?=.*\bdo\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Ruby();

    [GeneratedRegex(@";\s*end\b|\bdo\b.*\bend\s*$|^\s*(?:\w+\s+)?def\s+[\w.?!]+\s*(?:\([^()]*\))?\s*=(?![=~])|^\s*class\s+[\w:]+\s*=|\bend\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RubyOneLiner();

    [GeneratedRegex(@"^\s*(?<k>defp?|defmacrop?|defguardp?|defdelegate)\s+(?:unquote\()?(?<n>\w+[?!]?)|^\s*(?<k>defmodule|defprotocol|defimpl)\s+(?<n>[\w.]+)|^\s*(?<k>describe|test|property|setup|setup_all|schema|embedded_schema|scope|pipeline|object)(?![\w.?!:=])(?=.*\bdo\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Elixir();

    [GeneratedRegex(@",\s*do:|\bdo\b.*\bend\s*$|^\s*(?:defdelegate|defguardp?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ElixirOneLiner();

    [GeneratedRegex(@"^\s*(?:local\s+)?(?<k>function)\s+(?<n>[\w.:]+)|^\s*(?:local\s+)?(?<n>[\w.]+)\s*=\s*(?<k>function)\b|^\s*(?<k>describe|context|it|test|before_each|after_each|setup|teardown)\s*\((?=.*\bfunction\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Lua();

    [GeneratedRegex(@"\bend[\s),;}]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LuaOneLiner();

    [GeneratedRegex(@"\s+do\b.*$|,?\s*function\s*\(.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
