using System.Text.RegularExpressions;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A unit that could have one more beside it.</summary>
/// <param name="Key">Its name in masked code, as others mention it.</param>
internal sealed record Member(Template Template, Unit Unit, string Key)
{
    /// <summary><c>create_item</c> and <c>CreateItem</c> are one name.</summary>
    public string Plain { get; } = FieldIndex.Plain(Key);

    public static Member Of(Template template, Unit unit) => new(template, unit, KeyOf(template, unit));

    private static string KeyOf(Template template, Unit unit)
    {
        if (unit.Kind == UnitKind.Block && template.Language == "hcl")
        {
            return unit.Name[(unit.Name.LastIndexOf(' ') + 1)..].Trim('"');
        }

        var column = unit.SignatureLine < 1 || unit.SignatureLine > template.LineCount ? -1
            : template.Source.Lines[unit.SignatureLine - 1].IndexOf(unit.Name, StringComparison.Ordinal);
        return column < 0 ? unit.Name : template.Source.Masked[unit.SignatureLine - 1].Substring(column, unit.Name.Length);
    }
}

/// <summary>Members that stand beside each other: methods of a type, functions of a file, variables of a module, actions of a store.</summary>
internal static partial class MemberFamilies
{
    private const int ShortestHolder = 6;

    public static IEnumerable<Member[]> In(Template template)
    {
        foreach (var family in template.Units.Where(u => IsMember(template, u)).GroupBy(u => (Kind(u), u.Parent), ByParent.Comparer))
        {
            yield return [.. family.Select(u => Member.Of(template, u))];
        }

        if (Languages.Family(template.Language) == "typescript" && template.Language is not ("vue" or "svelte" or "astro"))
        {
            foreach (var holder in template.Units.Where(u => IsHolder(template, u)))
            {
                var inner = Inner(template, holder).Select(u => Member.Of(template, u)).ToArray();
                if (inner.Length > 0)
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>Functions that a function or an object literal holds: the actions of a store, of a form, of a slice.</summary>
    public static IEnumerable<Unit> Inner(Template template, Unit holder)
    {
        var source = template.Source;
        var first = Enumerable.Range(holder.SignatureLine + 1, Math.Max(0, holder.Span.Last - holder.SignatureLine)).FirstOrDefault(l => source.Code[l - 1].Trim().Length > 0);
        if (first == 0)
        {
            yield break;
        }

        var indent = StatementEdges.Indent(source.Lines[first - 1]);
        for (var line = first; line <= holder.Span.Last; line++)
        {
            var code = source.Code[line - 1];
            if (StatementEdges.Indent(source.Lines[line - 1]) != indent || indent >= code.Length || Function().Match(code[indent..]) is not { Success: true } match)
            {
                continue;
            }

            var name = match.Groups["name"];
            if (name.Value is "if" or "for" or "while" or "switch" or "catch" or "return" or "function")
            {
                continue;
            }

            var last = line;
            while (last < holder.Span.Last && !IsEnd(source, last, indent, isFirst: last == line))
            {
                last++;
            }

            yield return new Unit(source.Lines[line - 1].Substring(indent + name.Index, name.Length), UnitKind.Function, new LineSpan(line, last), line, holder.Level + 1, holder, []);
        }
    }

    private static bool IsEnd(LexedSource source, int line, int indent, bool isFirst) => isFirst
        ? Brackets.AreBalanced(source.Code[line - 1])
        : StatementEdges.Indent(source.Lines[line - 1]) == indent && source.Code[line - 1].AsSpan().TrimStart() is ['}' or ')' or ']', ..];

    private static bool IsHolder(Template template, Unit unit) =>
        unit.Kind is UnitKind.Value or UnitKind.Function or UnitKind.Hook && unit.Span.Length >= ShortestHolder
        && !template.Units.Any(u => ReferenceEquals(u.Parent, unit) && (Symbols.IsCallable(u) || u.Kind == UnitKind.Route));

    private static bool IsMember(Template template, Unit unit) => unit.Kind switch
    {
        UnitKind.Method => unit.Level <= 2 && !LinkStatements.IsAccessor(unit) && !unit.Name.StartsWith("operator", StringComparison.Ordinal) && !unit.Name.StartsWith("__", StringComparison.Ordinal),
        UnitKind.Function or UnitKind.Hook => unit.Level == 0,
        UnitKind.Route => true,
        UnitKind.Value => unit is { Level: 1, Parent: { } holder, Name.Length: > 2 } && Symbols.IsType(holder) && holder.Name.Length > 4 && holder.Name[^1] == 's' && holder.Name[^2] != 's'
            && !template.Units.Any(u => ReferenceEquals(u.Parent, holder) && u.Kind is UnitKind.Method),
        UnitKind.Query => !unit.Name.Contains(' ', StringComparison.Ordinal),
        UnitKind.Block => template.Language == "hcl" && unit.Level == 0 && unit.Name.StartsWith("variable ", StringComparison.Ordinal),
        _ => false,
    };

    private static UnitKind Kind(Unit unit) => unit.Kind == UnitKind.Hook ? UnitKind.Function : unit.Kind;

    [GeneratedRegex(@"^(?:(?:async\s+)?function\s+(?<name>\w+)|(?:const\s+)?(?<name>\w+)\s*[:=]\s*(?:async\s*)?\([^()]*\)|(?:async\s+)?(?<name>\w+)\s*\([^()]*\)[^;=]*\{\s*$|(?<name>\w+)\s*:\s*async\s*\()", RegexOptions.ExplicitCapture)]
    private static partial Regex Function();

    /// <summary>Units are records and compare by value; a parent is meant by identity.</summary>
    private sealed class ByParent : IEqualityComparer<(UnitKind Kind, Unit? Parent)>
    {
        public static readonly ByParent Comparer = new();

        public bool Equals((UnitKind Kind, Unit? Parent) x, (UnitKind Kind, Unit? Parent) y) => x.Kind == y.Kind && ReferenceEquals(x.Parent, y.Parent);

        public int GetHashCode((UnitKind Kind, Unit? Parent) obj) =>
            HashCode.Combine(obj.Kind, obj.Parent is null ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Parent));
    }
}
