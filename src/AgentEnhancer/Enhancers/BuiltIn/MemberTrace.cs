using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A name and where it stands.</summary>
internal sealed record NamedPlace(string Name, Evidence Place);

/// <summary>Everything that stands for one member elsewhere, and that one more member would need as well.</summary>
/// <param name="Statement">The SQL query of its name, where its siblings have theirs beside it.</param>
/// <param name="Data">Types that only it uses.</param>
/// <param name="Callees">What only it calls, nearest first, each with the interface that declares it.</param>
/// <param name="Interface">The interface that declares the member itself.</param>
/// <param name="Shared">What it calls as its siblings do.</param>
/// <param name="Fakes">Members of tests that stand in for it or for what it calls.</param>
internal sealed partial record MemberTrace(
    Member? Statement,
    ImmutableArray<NamedPlace> Data,
    ImmutableArray<(Member Callee, NamedPlace? Declared)> Callees,
    NamedPlace? Interface,
    ImmutableArray<Member> Shared,
    ImmutableArray<Registration> Registrations,
    Registration? Caller,
    ImmutableArray<Member> Fakes,
    ImmutableArray<Member> Tests,
    bool IsReached)
{
    private const int MostData = 2;
    private const int MostShared = 2;
    private const int MostHops = 2;

    /// <summary>A test that only stands in the right file is no model for what it doesn't speak of.</summary>
    private const double LeastLikeness = 3;

    public static MemberTrace Of(Member member, Member[] family, AgentFocus focus, CatalogueFacts facts, MentionIndex index)
    {
        var siblings = family.Where(s => !ReferenceEquals(s.Unit, member.Unit)).ToArray();
        var calls = siblings.Select(s => index.Calls(s, facts)).ToArray();
        var called = index.Calls(member, facts);
        int Sharing(Member callee) => calls.Count(c => c.Any(o => ReferenceEquals(o.Unit, callee.Unit)));

        var callees = ImmutableArray.CreateBuilder<(Member, NamedPlace?)>();
        var hop = called.Where(c => Sharing(c) == 0 && IsLikeWork(c, member)).OrderByDescending(c => Likeness(c, member)).ThenByDescending(c => focus.Affinity(c.Template.Id)).ThenBy(c => c.Unit.Span).FirstOrDefault();
        while (hop is not null && callees.Count < MostHops && !callees.Any(c => ReferenceEquals(c.Item1.Template, hop.Template)))
        {
            callees.Add((hop, DeclaredIn(hop, member.Template, facts, index)));
            var from = hop;
            var beside = index.Families[from.Template.Id].FirstOrDefault(f => f.Any(m => ReferenceEquals(m.Unit, from.Unit))) ?? [];
            var theirs = beside.Where(b => !ReferenceEquals(b.Unit, from.Unit)).SelectMany(b => index.Calls(b, facts)).Select(c => c.Unit).ToHashSet(ReferenceEqualityComparer.Instance);
            hop = focus.Home.Any(t => ReferenceEquals(t, from.Template))
                ? index.Calls(from, facts).Where(c => !ReferenceEquals(c.Template, member.Template) && !theirs.Contains(c.Unit) && IsLikeWork(c, from))
                    .OrderByDescending(c => Likeness(c, from)).ThenBy(c => c.Unit.Span).FirstOrDefault()
                : null;
        }

        var registrations = Registered(member, family, index, facts);
        var statement = StatementOf(member, siblings, index) is { } query && focus.Core.Contains(query.Template.Id) ? query : null;
        var links = facts.LinksByDefiner[member.Template.Id].Where(l => ReferenceEquals(l.Symbol, member.Unit)).ToArray();
        var caller = registrations.Length > 0 && member.Unit.Kind != UnitKind.Value ? null : CallerOf(member, links, focus, index, facts);
        var tests = TestsOf(member, [member.Template.Id, .. registrations.Select(r => r.Template.Id), .. callees.Select(c => c.Item1.Template.Id)], registrations, facts, index);
        var own = DeclaredIn(member, member.Template, facts, index);
        var isReached = registrations.Length > 0 || tests.Any(t => t.Calls) || caller is not null || links.Length > 0 || own is not null || HasMark(member);
        return new MemberTrace(
            statement, DataOf(member, siblings, callees.Select(c => c.Item1), facts), callees.ToImmutable(), own,
            [.. called.Where(c => siblings.Length > 0 && Sharing(c) * 2 >= siblings.Length && Sharing(c) > 0 && c.Unit.Kind != UnitKind.Constructor).Take(MostShared)],
            registrations, caller, FakesOf(member, callees, own, index), [.. tests.Select(t => t.Test)], isReached);
    }

    /// <summary>Frameworks call what is marked for them, or what stands in an object that they know by name.</summary>
    private static bool HasMark(Member member) => member.Unit.Kind == UnitKind.Route || member.Unit.Parent?.Name is "actions"
        || member.Unit.Attributes.Any(a => !a.Contains("verride", StringComparison.Ordinal) && !a.Contains("Before", StringComparison.Ordinal) && !a.Contains("property", StringComparison.Ordinal));

    /// <summary>Helpers of every kind are called; only what has something of the member's own name, or is a layer below, is written with it.</summary>
    private static bool IsLikeWork(Member callee, Member member) =>
        callee.Unit.Kind is UnitKind.Method or UnitKind.Function && !LinkStatements.IsAccessor(callee.Unit) && callee.Template.Role == TemplateRole.Code
        && !callee.Template.FileName.Contains("Extensions", StringComparison.Ordinal) && Likeness(callee, member) > 0;

    private static double Likeness(Member callee, Member member)
    {
        var (one, other) = (Words(callee.Unit.Name), Words(member.Unit.Name));
        return one.Intersect(other, StringComparer.Ordinal).Count() / (double)Math.Max(1, other.Length) + (callee.Plain == member.Plain ? 1 : 0);
    }

    /// <summary>Verbs count here, which say nothing where subjects are compared.</summary>
    private static string[] Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetter(name[i]) || (char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
            {
                var word = name[start..i].Trim('_', '{', '}', '<', '>', '%', '=', ' ', '.', '$').ToLowerInvariant();
                if (word.Length > 2 && word is not ("async" or "cookiecutter"))
                {
                    words.Add(Terms.Stem(word));
                }

                start = i;
            }
        }

        return [.. words.Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<Registration> Registered(Member member, Member[] family, MentionIndex index, CatalogueFacts facts) =>
        [.. RegistrationFinder.Of(member, family, index, facts).OrderByDescending(r => ReferenceEquals(r.Template, member.Template)).Take(2)];

    private static Member? StatementOf(Member member, Member[] siblings, MentionIndex index) => member.Unit.Kind == UnitKind.Query ? null
        : index.ByPlain[member.Plain].FirstOrDefault(m => m.Unit.Kind == UnitKind.Query && siblings.Any(s => index.ByPlain[s.Plain].Any(o => o.Unit.Kind == UnitKind.Query && ReferenceEquals(o.Template, m.Template))));

    private static NamedPlace? DeclaredIn(Member member, Template user, CatalogueFacts facts, MentionIndex index)
    {
        if (member.Unit.Kind is not UnitKind.Method)
        {
            return null;
        }

        var declared = index.ByKey[member.Key].FirstOrDefault(m => m.Unit.Parent?.Kind is UnitKind.Interface or UnitKind.Trait && !ReferenceEquals(m.Unit, member.Unit)
            && member.Unit.Parent is { } parent && Heritage.Names(member.Template, parent, m.Unit.Parent!.Name)
            && (ReferenceEquals(m.Template, member.Template) || facts.LinksByUser[member.Template.Id].Any(l => ReferenceEquals(l.Definer, m.Template))));
        if (declared is not null)
        {
            return new NamedPlace(declared.Unit.Parent!.Name, MemberRecipe.Whole(declared));
        }

        if (member.Template.Language != "go")
        {
            return null;
        }

        // An interface of the one who calls, or beside the member; nobody says that he implements it.
        foreach (var template in new[] { user, member.Template }.Distinct())
        {
            foreach (var type in template.Units.Where(u => u.Kind is UnitKind.Interface or UnitKind.Trait && (member.Unit.Parent is null || !ReferenceEquals(u, member.Unit.Parent))))
            {
                var line = Enumerable.Range(type.SignatureLine + 1, Math.Max(0, type.Span.Last - type.SignatureLine)).FirstOrDefault(l => MemberCalls.LineDeclares(template.Source.Code[l - 1], member.Key));
                if (line > 0)
                {
                    return new NamedPlace(type.Name, new Evidence(template.Id, LineSpan.Of(line)));
                }
            }
        }

        return null;
    }

    private static ImmutableArray<NamedPlace> DataOf(Member member, Member[] siblings, IEnumerable<Member> callees, CatalogueFacts facts)
    {
        var source = member.Template.Source;
        var holders = callees.Select(c => c.Unit.Parent?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        bool In(Unit unit, string key) => Enumerable.Range(unit.Span.First, unit.Span.Length).Any(l => Identifiers.Names(source.Code[l - 1], key));
        var own = member.Template.Units.Where(u => IsData(member.Template, u) && !u.Span.Contains(member.Unit.Span))
            .Select(u => (Member: Member.Of(member.Template, u), u.Name));
        var taken = facts.LinksByUser[member.Template.Id].Where(l => IsData(l.Definer, l.Symbol) && l.Definer.Role == TemplateRole.Code).Select(l => (Member: Member.Of(l.Definer, l.Symbol), l.Name));
        return
        [
            .. own.Where(d => IsItsOwn(d.Member, member)).Concat(taken.Where(d => IsItsOwn(d.Member, member) && !IsOfAll(d.Member, member) && facts.LinksByDefiner[d.Member.Template.Id].Where(l => ReferenceEquals(l.Symbol, d.Member.Unit)).SelectMany(l => l.Uses).Count(u => u.User.Role == TemplateRole.Code) <= 2)).Where(d => !holders.Contains(d.Name) && In(member.Unit, d.Member.Key) && !siblings.Any(s => In(s.Unit, d.Member.Key)))
                .DistinctBy(d => d.Name, StringComparer.Ordinal).OrderByDescending(d => ReferenceEquals(d.Member.Template, member.Template)).Take(MostData)
                .Select(d => Inferred(d.Member.Template, d.Member.Unit) is { } schema ? new NamedPlace(schema.Name, new Evidence(d.Member.Template.Id, schema.Span))
                    : new NamedPlace(d.Name, new Evidence(d.Member.Template.Id, d.Member.Unit.Span))),
        ];
    }

    /// <summary>Named after the member, nested beside it, or by its name what goes in or out.</summary>
    private static bool IsItsOwn(Member data, Member member) =>
        (Words(data.Unit.Name).Length > 0 && !Symbols.IsLonePlaceholder(data.Unit.Name))
        && (Words(data.Unit.Name).Intersect(Words(member.Unit.Name), StringComparer.Ordinal).Any()
            || (data.Unit.Parent is not null && ReferenceEquals(data.Unit.Parent, member.Unit.Parent))
            || IsInOrOut(data.Unit.Name));

    /// <summary>Where each thing is called by a placeholder, what is called without one is there once for all of them.</summary>
    private static bool IsOfAll(Member data, Member member) =>
        !data.Template.Source.Placeholders.Any(p => data.Unit.Name.Contains(p.Text, StringComparison.Ordinal))
        && member.Template.Source.Placeholders.Any(p => $"{member.Unit.Name} {member.Unit.Parent?.Name}".Contains(p.Text, StringComparison.Ordinal));

    /// <summary>By its name it is what goes into an operation or comes out of it.</summary>
    public static bool IsInOrOut(string name) => InOrOut.Any(w => name.EndsWith(w, StringComparison.Ordinal));

    private static readonly string[] InOrOut = ["Request", "Response", "Input", "Command", "Query", "Dto", "DTO", "Form", "Body", "Payload", "Params", "Args", "Result", "View", "Summary", "InputSchema", "Schema"];

    private static bool IsData(Template template, Unit unit) =>
        (unit.Kind is UnitKind.Record or UnitKind.Interface or UnitKind.Type
            || (unit.Kind == UnitKind.Value && unit.Name.EndsWith("Schema", StringComparison.Ordinal))
            || (unit.Kind is UnitKind.Class or UnitKind.Struct && unit.Span.Length <= 20 && !template.Units.Any(u => ReferenceEquals(u.Parent, unit) && u.Kind is UnitKind.Method && !LinkStatements.IsAccessor(u))))
        && !CaseStatements.IsOfMembers(template, unit) && !MemberHasCalls(template, unit)
        && !IsGeneric(template, unit)
        && !unit.Name.EndsWith("Exception", StringComparison.Ordinal) && !unit.Name.EndsWith("Error", StringComparison.Ordinal) && !unit.Name.EndsWith("Options", StringComparison.Ordinal);

    /// <summary>The schema that a type is made from: <c>type Order = z.infer&lt;typeof orderSchema&gt;</c>.</summary>
    private static Unit? Inferred(Template template, Unit type) => type.Span.Length > 3 ? null
        : Enumerable.Range(type.Span.First, type.Span.Length).Select(l => TypeOf().Match(template.Source.Lines[l - 1])).FirstOrDefault(m => m.Success) is { } of
            ? template.Units.FirstOrDefault(u => u.Kind == UnitKind.Value && u.Name == of.Groups["name"].Value) : null;

    [GeneratedRegex(@"\btypeof\s+(?<name>[^\s<>,;()]+)")]
    private static partial Regex TypeOf();

    /// <summary><c>Page&lt;T&gt;</c> is there once for all.</summary>
    private static bool IsGeneric(Template template, Unit unit) => template.Source.Lines[unit.SignatureLine - 1].Contains($"{unit.Name}<", StringComparison.Ordinal);

    /// <summary>An interface of methods is no data.</summary>
    private static bool MemberHasCalls(Template template, Unit unit) => unit.Kind == UnitKind.Interface
        && Enumerable.Range(unit.SignatureLine + 1, Math.Max(0, unit.Span.Last - unit.SignatureLine)).Any(l => template.Source.Code[l - 1].Contains('(', StringComparison.Ordinal));

    private static Registration? CallerOf(Member member, SymbolLink[] links, AgentFocus focus, MentionIndex index, CatalogueFacts facts)
    {
        var linked = links.SelectMany(l => l.Uses).Where(u => u.User.Role == TemplateRole.Code && !u.User.Imports.Any(i => i.Span.Contains(u.Lines[0])))
            .OrderByDescending(u => focus.Affinity(u.User.Id)).ThenBy(u => u.User.Path, StringComparer.Ordinal).FirstOrDefault();
        if (linked is not null)
        {
            return new Registration(linked.User, linked.Lines[0]);
        }

        if (member.Unit is { Kind: UnitKind.Value, Parent: { } holder } && index.Mentions[member.Key].FirstOrDefault(m => !ReferenceEquals(m.Template, member.Template) && IsQualified(m, Member.Of(member.Template, holder).Key)) is { Line: > 0 } named)
        {
            return new Registration(named.Template, named.Line);
        }

        foreach (var user in focus.Home.Where(t => !ReferenceEquals(t, member.Template) && t.Role == TemplateRole.Code))
        {
            foreach (var other in index.Families[user.Id].SelectMany(f => f))
            {
                if (index.Mentions[member.Key].FirstOrDefault(m => ReferenceEquals(m.Template, user) && other.Unit.Span.Contains(m.Line) && m.Line != other.Unit.SignatureLine) is { Line: > 0 } mention
                    && index.Calls(other, facts).Any(c => ReferenceEquals(c.Unit, member.Unit)))
                {
                    return new Registration(user, mention.Line);
                }
            }
        }

        return null;
    }

    private static bool IsQualified(Mention mention, string holder) => mention is { IsText: false, Template.Role: TemplateRole.Code }
        && mention.Template.Source.Code[mention.Line - 1][..mention.Column].TrimEnd().EndsWith(holder + ".", StringComparison.Ordinal);

    /// <summary>Types of tests that have a method of the same name as something that is declared by an interface.</summary>
    private static ImmutableArray<Member> FakesOf(
        Member member, IEnumerable<(Member Callee, NamedPlace? Declared)> callees, NamedPlace? own, MentionIndex index) =>
    [
        .. callees.Where(c => c.Declared is not null).Select(c => (Member: c.Callee, Declared: c.Declared!)).Concat(own is null ? [] : [(Member: member, Declared: own)])
            .SelectMany(p => index.ByKey[p.Member.Key].Select(m => (Fake: m, Of: p.Member, p.Declared)))
            .Where(p => p.Fake.Template.Role == TemplateRole.Test && p.Fake.Unit.Kind == UnitKind.Method && Languages.Family(p.Fake.Template.Language) == Languages.Family(p.Of.Template.Language)
                && (p.Fake.Unit.Parent is { } type ? Heritage.Names(p.Fake.Template, type, p.Declared.Name) : p.Fake.Template.Language == "go"))
            .Select(p => p.Fake)
            .DistinctBy(m => m.Template.Id).Take(1),
    ];

    /// <summary>The test to go by, and whether it calls the member itself.</summary>
    private static ImmutableArray<(Member Test, bool Calls)> TestsOf(Member member, ImmutableArray<string> near, ImmutableArray<Registration> registrations, CatalogueFacts facts, MentionIndex index)
    {
        var words = Words(member.Unit.Name);
        var stem = Symbols.Stem(member.Template.FileName);
        var verb = HttpTests.VerbOf(member, registrations);
        Template[] requesting = verb is null ? [] : [.. HttpTests.Of(member, registrations, facts)];

        // What answers a request is called by nobody: a test that calls that name means what is behind it.
        bool MayCall(Template test) => verb is null || facts.LinksByUser[test.Id].Any(l => ReferenceEquals(l.Symbol, member.Unit));
        var best = near.Distinct(StringComparer.Ordinal)
            .SelectMany(id => facts.LinksByDefiner[id]).SelectMany(l => l.Uses).Select(u => u.User)
            .Concat(index.TestsByStem[stem]).Concat(requesting)
            .Where(t => t.Role == TemplateRole.Test && Languages.Family(t.Language) == Languages.Family(member.Template.Language)).DistinctBy(t => t.Id)
            .SelectMany(t => t.Units.Where(u => u.Kind == UnitKind.Test).Select(u => (Template: t, Unit: u)))
            .Select(t => (t.Template, t.Unit, Score:
                (4 * (MayCall(t.Template) && Enumerable.Range(t.Unit.SignatureLine, t.Unit.Span.Last - t.Unit.SignatureLine + 1).Any(l => Identifiers.Names(t.Template.Source.Code[l - 1], member.Key)) ? 1 : 0))
                + (2.0 * Words(t.Unit.Name).Intersect(words, StringComparer.Ordinal).Count() / Math.Max(1, words.Length))
                + (facts.LinksByUser[t.Template.Id].Any(l => near.Contains(l.Definer.Id) && l.Uses.Any(u => ReferenceEquals(u.User, t.Template) && u.Lines.Any(t.Unit.Span.Contains))) ? 2 : 0)
                + (facts.LinksByUser[t.Template.Id].Any(l => ReferenceEquals(l.Definer, member.Template)) || Symbols.Stem(t.Template.FileName) == stem ? 1 : 0)
                + (verb is not null && requesting.Contains(t.Template) ? 1 + (HttpTests.Sends(t.Template, t.Unit, verb) ? 2 : 0) : 0)))
            .OrderByDescending(t => t.Score).ThenBy(t => t.Template.Path, StringComparer.Ordinal).ThenBy(t => t.Unit.Span).FirstOrDefault();
        return best.Unit is null || best.Score < LeastLikeness ? [] : [(new Member(best.Template, best.Unit, best.Unit.Name), best.Score >= 4)];
    }
}
