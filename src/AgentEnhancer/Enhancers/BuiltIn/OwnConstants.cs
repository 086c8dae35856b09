using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Constants of a file of which each member of a family has its own: <c>TYPE_SHIPPED</c> of <c>shipped</c>, <c>TYPE_LOST</c> of <c>lost</c>.</summary>
internal static partial class OwnConstants
{
    /// <summary>The one that only this member names, where a sibling has one of its own as well; else null.</summary>
    public static NamedPlace? Of(Member member, Member[] family)
    {
        var declared = Declared(member.Template);
        if (declared.Count == 0)
        {
            return null;
        }

        var siblings = family.Where(m => !ReferenceEquals(m.Unit, member.Unit)).Select(m => Named(m, declared)).ToArray();
        var own = Named(member, declared);
        var name = own.FirstOrDefault(n => !siblings.Any(s => s.Contains(n)));
        return name is not null && siblings.Any(s => s.Any(n => !own.Contains(n) && siblings.Count(o => o.Contains(n)) == 1 && Prefix(n) == Prefix(name)))
            ? new NamedPlace(name, new Evidence(member.Template.Id, LineSpan.Of(declared[name]))) : null;
    }

    /// <summary>Outside of any member, by name.</summary>
    private static Dictionary<string, int> Declared(Template template)
    {
        var declared = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var line = 1; line <= template.LineCount; line++)
        {
            if (Constant().Match(template.Source.Code[line - 1]) is { Success: true } constant
                && !template.Units.Any(u => u.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Constructor && u.SignatureLine < line && u.Span.Contains(line)))
            {
                declared.TryAdd(constant.Groups["name"].Value, line);
            }
        }

        return declared;
    }

    private static HashSet<string> Named(Member member, Dictionary<string, int> declared) =>
        [.. declared.Keys.Where(n => Enumerable.Range(member.Unit.Span.First, member.Unit.Span.Length).Any(l => Identifiers.Names(member.Template.Source.Code[l - 1], n)))];

    private static string Prefix(string name) => Kinship.Words(name) is [var first, ..] ? first : name;

    // static final String TYPE_LOST = | const TypeLost = | TYPE_LOST = | TYPE_LOST: Final = | pub const TYPE_LOST: &str =
    [GeneratedRegex(@"^\s*(?:(?:(?:public|private|protected|internal|export|pub(?:\(\w+\))?)\s+)*(?:static\s+(?:final|readonly)|final\s+static|const|(?:private\s+|public\s+)?const\s+val)\s+(?:[\w<>]+\s+)?(?<name>[A-Za-z_]\w*)|(?<name>[A-Z][A-Z0-9]*_[A-Z0-9_]+))\s*(?::\s*[^=]+)?=(?!=)", RegexOptions.ExplicitCapture)]
    private static partial Regex Constant();
}
