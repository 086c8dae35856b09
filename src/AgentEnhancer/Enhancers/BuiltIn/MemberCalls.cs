using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Which members of other templates a member calls: by link, or by a receiver whose type is known.</summary>
internal static class MemberCalls
{
    /// <summary>In order of place, each once; what might be anybody's is left out.</summary>
    public static IEnumerable<Member> From(Member member, MentionIndex index, CatalogueFacts facts)
    {
        var source = member.Template.Source;
        var seen = new HashSet<Unit>(ReferenceEqualityComparer.Instance);
        for (var line = member.Unit.SignatureLine; line <= member.Unit.Span.Last; line++)
        {
            var code = source.Code[line - 1];
            foreach (var (start, end) in Words(code))
            {
                if (Identifiers.After(code, end) is not ('(' or '<') || (line == member.Unit.SignatureLine && code[start..end] == member.Key))
                {
                    continue;
                }

                if (Called(member.Template, line, start, end, index, facts) is { } called && seen.Add(called.Unit))
                {
                    yield return called;
                }
            }
        }
    }

    private static Member? Called(Template user, int line, int start, int end, MentionIndex index, CatalogueFacts facts)
    {
        var code = user.Source.Code[line - 1];
        var key = code[start..end];
        var candidates = index.ByKey[key].Where(m => !ReferenceEquals(m.Template, user) && m.Template.Role == TemplateRole.Code
            && Languages.Family(m.Template.Language) == Languages.Family(user.Language)).ToArray();
        if (candidates.Length == 0)
        {
            return null;
        }

        var linked = candidates.Where(c => facts.LinksByUser[user.Id].Any(l => ReferenceEquals(l.Symbol, c.Unit) && l.Uses.Any(u => ReferenceEquals(u.User, user) && u.Lines.Contains(line)))).ToArray();
        if (linked is [var direct])
        {
            return direct;
        }

        if (Identifiers.Before(code, start) is not ('.' or ':' or '>') || Receiver(code, start) is not { Length: > 1 } receiver)
        {
            return null;
        }

        var known = candidates.Where(c => !IsDeclared(c) && ((Knows(user, c, facts) && Suits(receiver, user, c, key)) || IsModule(receiver, code, start, c) || IsOfModule(code, start, user, c))).ToArray();
        return known.Select(k => k.Template.Id).Distinct(StringComparer.Ordinal).Count() == 1 ? known[0] : null;
    }

    /// <summary><c>transfers::book</c>: the file is the module.</summary>
    private static bool IsModule(string receiver, string code, int start, Member member) =>
        Identifiers.Before(code, start) == ':' && member.Unit.Level == 0 && Symbols.Stem(member.Template.FileName) == receiver;

    /// <summary><c>crud.orders.create</c>, where <c>crud</c> is imported and the file is called so.</summary>
    private static bool IsOfModule(string code, int start, Template user, Member member)
    {
        var first = start;
        while (first > 0 && (Identifiers.IsPart(code[first - 1]) || code[first - 1] == '.'))
        {
            first--;
        }

        var chain = code[first..start].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return chain.Length > 1 && Identifiers.IsDistinctive(member.Key) && chain[0] == Symbols.Stem(member.Template.FileName) && user.Imports.Any(i => i.Names.Contains(chain[0], StringComparer.Ordinal));
    }

    /// <summary>By an interface: what implements it is the place to work on.</summary>
    private static bool IsDeclared(Member member) => member.Unit.Parent?.Kind is UnitKind.Interface or UnitKind.Trait && member.Template.Language is not ("java" or "kotlin");

    /// <summary>The user takes something from the template, or from an interface that its type implements.</summary>
    private static bool Knows(Template user, Member member, CatalogueFacts facts)
    {
        var links = facts.LinksByUser[user.Id];
        return links.Any(l => ReferenceEquals(l.Definer, member.Template))
            || (member.Unit.Parent is { } type && links.Any(l => l.Symbol.Kind is UnitKind.Interface or UnitKind.Trait
                && l.Uses.Any(u => ReferenceEquals(u.User, member.Template) && u.Lines.Contains(type.SignatureLine))));
    }

    /// <summary>The receiver is called after the type or its file, is declared beside the type's name, or is an interface of the user's own.</summary>
    private static bool Suits(string receiver, Template user, Member member, string key)
    {
        if (!Symbols.IsOfType(user.Language, receiver, member.Template, member.Unit))
        {
            return false;
        }

        var words = Terms.Of(receiver.AsSpan()).Append(receiver.TrimStart('_').ToLowerInvariant()).ToArray();
        var type = member.Unit.Parent?.Name ?? "";
        if (words.Intersect(Terms.Of(type).Concat(Terms.Of(Symbols.Stem(member.Template.FileName))), StringComparer.Ordinal).Any()
            || FieldIndex.Plain(Symbols.Stem(member.Template.FileName)) == FieldIndex.Plain(receiver))
        {
            return true;
        }

        return user.Units.Any(u => u.Kind is UnitKind.Interface or UnitKind.Trait && Holds(user, u, key) && IsDeclaredAs(user, receiver, u.Name))
            || (type.Length > 0 && (IsDeclaredAs(user, receiver, type) || IsDeclaredAs(user, receiver, "I" + type)));
    }

    private static bool IsDeclaredAs(Template user, string receiver, string type) => user.Source.Lines.Any(l =>
        l.IndexOf(receiver, StringComparison.Ordinal) is >= 0 and var at && WholeWord(l, type) is >= 0 and var typed
        && Math.Abs(at - typed) <= receiver.Length + type.Length + 4);

    /// <summary>Where a type is named, and not one whose name only begins so: <c>Parcel</c> is none of <c>ParcelService</c>.</summary>
    private static int WholeWord(string line, string type)
    {
        for (var at = line.IndexOf(type, StringComparison.Ordinal); at >= 0; at = line.IndexOf(type, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !Identifiers.IsPart(line[at - 1])) && (at + type.Length == line.Length || !Identifiers.IsPart(line[at + type.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>An interface that declares the member, as Go has it.</summary>
    public static bool Holds(Template template, Unit type, string key) =>
        Enumerable.Range(type.Span.First, type.Span.Length).Any(l => LineDeclares(template.Source.Code[l - 1], key));

    public static bool LineDeclares(string code, string key) =>
        Words(code).Any(w => code[w.Start..w.End] == key && Identifiers.After(code, w.End) is '(' or '<' && Identifiers.Before(code, w.Start) is not '.');

    private static string? Receiver(string code, int start)
    {
        var end = start - 1;
        while (end >= 0 && code[end] is '.' or ':' or '>' or '-' or ' ' or '?' or '!')
        {
            end--;
        }

        var first = end;
        while (first >= 0 && Identifiers.IsPart(code[first]))
        {
            first--;
        }

        return first == end ? null : code[(first + 1)..(end + 1)];
    }

    private static IEnumerable<(int Start, int End)> Words(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (Identifiers.IsStart(code[i]))
            {
                var start = i;
                while (i < code.Length && Identifiers.IsPart(code[i]))
                {
                    i++;
                }

                yield return (start, i);
            }
        }
    }
}
