using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One more type of a role, or function that is named by a placeholder: its own data, itself with its base, where it is made known, what comes with it, its test.</summary>
internal static class TypeRecipe
{
    private const int FewestSteps = 3;
    private const int MostOwn = 2;
    private const int MostShared = 3;

    /// <summary>What two names begin with by chance is shorter.</summary>
    private const int ShortestStem = 3;

    public static IEnumerable<RatedRecipe> For(AgentFocus focus, CatalogueFacts facts, MentionIndex index)
    {
        foreach (var template in focus.Home.Where(t => focus.IsModel(t.Id) && t.Role == TemplateRole.Code))
        {
            foreach (var type in template.Units.Where(u => u.Level == 0 && u.Kind is UnitKind.Class or UnitKind.Struct or UnitKind.Record or UnitKind.Component or UnitKind.Hook || IsNamedByPlaceholder(template, u)))
            {
                if (Of(template, type, focus, facts, index) is { } recipe)
                {
                    yield return recipe;
                }
            }
        }
    }

    private static RatedRecipe? Of(Template template, Unit type, AgentFocus focus, CatalogueFacts facts, MentionIndex index)
    {
        var name = UnitNames.Of(template, type, facts);
        if (Symbols.IsLonePlaceholder(name) && Symbols.IsType(type))
        {
            // The placeholder is filled with what the file is called.
            name = Symbols.Stem(template.FileName);
        }

        if (template.Source.Code[type.SignatureLine - 1].Contains("abstract ", StringComparison.Ordinal) || IsCollection(template, type))
        {
            return null;
        }

        LineSpan[] spans = [type.Span, .. Heritage.Implementations(template, type).Select(u => u.Span)];
        var links = facts.LinksByUser[template.Id].Where(l => !ReferenceEquals(l.Definer, template) && l.Uses.Any(u => ReferenceEquals(u.User, template) && u.Lines.Any(line => spans.Any(s => s.Contains(line))))).ToArray();
        var bases = Bases(template, type, links).ToArray();
        var beside = template.Units.Where(u => u.Level == 0 && u.Kind is UnitKind.Class or UnitKind.Interface && !ReferenceEquals(u, type) && Heritage.Derives(template, type, u.Name)).ToArray();
        var kind = type.Kind is UnitKind.Hook or UnitKind.Component && RecipeNouns.Says(focus, Prose.KindWord(type)) ? Prose.KindWord(type) : null;
        // A form says more than a component.
        if (((kind is null ? null : RecipeNouns.OfType(name, focus)) ?? kind ?? RecipeNouns.OfType(name, focus, MemberTrace.IsInOrOut(name) ? "" : template.Path) ?? bases.Select(b => b.Name).Concat(beside.Select(b => b.Name)).Select(b => RecipeNouns.OfType(b, focus)).FirstOrDefault(n => n is not null)) is not { } noun)
        {
            return null;
        }

        var member = new Member(template, type, Member.Of(template, type).Key);
        var named = facts.LinksByDefiner[template.Id].FirstOrDefault(l => ReferenceEquals(l.Symbol, type));
        var key = named is null || !Symbols.IsLonePlaceholder(type.Name) ? member.Key : named.Name;
        var registrations = (type.Kind != UnitKind.Function ? RegistrationFinder.Of(member with { Key = key }, [member with { Key = key }, .. Siblings(template, type, beside)], index, facts)
            : named is null ? [] : RegistrationFinder.OfFunction(named)).Take(2).ToArray();
        var tests = Tests(template, [type, .. Company(template, type)], focus, facts).ToArray();
        if (registrations.Length == 0 && bases.Length == 0 && beside.Length == 0 && tests.Length == 0)
        {
            return null;
        }

        var steps = new List<PlanStep>();
        var data = template.Units.Where(u => u.Level == 0 && !ReferenceEquals(u, type) && u.Kind is UnitKind.Record or UnitKind.Interface && !beside.Contains(u) && Mentions(template, type, u) && !IsUsedBesides(template, u, type, facts)).Take(MostOwn).ToArray();
        var own = links.Where(l => !bases.Contains(l) && Symbols.IsType(l.Symbol) && l.Definer.Role == TemplateRole.Code && IsNamedAlike(l.Name, name) && (!IsOfEntity(template, name) || IsOfEntity(l.Definer, l.Name))
            && l.Uses.Count(u => u.User.Role == TemplateRole.Code) == 1 && !IsUsedBesides(l.Definer, l.Symbol, type, facts)).DistinctBy(l => l.Name).Take(MostOwn).ToArray();
        if (data.Length + own.Length > 0)
        {
            steps.Add(new PlanStep(
                $"Write first what only it uses, as {Prose.List([.. data.Select(d => Prose.Code(d.Name)), .. own.Select(l => Prose.Code(l.Name))])} {(data.Length + own.Length > 1 ? "are" : "is")} for {Prose.Code(name)}.",
                [.. data.Select(d => new Evidence(template.Id, d.Span)), .. own.Select(Definition)]));
        }

        if (Company(template, type).Where(u => !data.Contains(u) && !beside.Contains(u)).Take(MostOwn).ToArray() is { Length: > 0 } company)
        {
            steps.Add(new PlanStep(
                $"Write what goes with it in the same file, as {Prose.List([.. company.Select(u => Prose.Code(u.Name))])} for {Prose.Code(name)}.", [.. company.Select(u => new Evidence(template.Id, u.Span))]));
        }

        var above = bases.Select(b => b.Name).Concat(beside.Select(b => b.Name)).Distinct(StringComparer.Ordinal).Select(Prose.Code).ToArray();
        var twin = bases.Select(b => b.Name).Concat(beside.Select(b => b.Name)).FirstOrDefault(b => b == $"I{name}" || (b.Length < name.Length && name.EndsWith(b, StringComparison.Ordinal) && b.Contains('{', StringComparison.Ordinal)));
        var derived = twin is not null ? $", behind an interface of its own like {Prose.Code(twin)}"
            : above.Length > 0 ? $", derived from {Prose.List(above)} as it is" : "";
        steps.Add(new PlanStep($"Write the {noun} on the model of {Prose.Code(name)}{derived}.", [new Evidence(template.Id, Heritage.Whole(template, type)), .. bases.Select(Definition), .. beside.Select(b => new Evidence(template.Id, LineSpan.Of(b.SignatureLine)))]));
        var shared = links.Where(l => !bases.Contains(l) && !own.Contains(l) && l.Definer.Role == TemplateRole.Code && !LinkStatements.IsAccessor(l.Symbol)
                && l.Symbol.Kind is not (UnitKind.Enum or UnitKind.Method) && l.Uses.Length > 1)
            .OrderByDescending(l => l.Uses.Length).ThenBy(l => l.Name, StringComparer.Ordinal).DistinctBy(l => l.Name).ToLookup(l => IsNamedAlike(l.Name, name) && (!IsOfEntity(template, name) || IsOfEntity(l.Definer, l.Name)));
        if (shared[false].Take(MostShared).ToArray() is { Length: > 0 } common)
        {
            steps.Add(new PlanStep($"Take what is there already: {Prose.List([.. common.Select(l => Prose.Code(l.Name))])}.", [.. common.Select(Definition)]));
        }

        // What is named by the same placeholder is of the same entity.
        if (IsOfEntity(template, name) && shared[true].Take(MostShared).ToArray() is { Length: > 0 } alike)
        {
            steps.Add(new PlanStep($"Give it its own of what {Prose.Code(name)} works with: {Prose.List([.. alike.Select(l => Prose.Code(l.Name))])}.", [.. alike.Select(Definition)]));
        }

        foreach (var place in registrations)
        {
            steps.Add(place.Step("Register", MemberRecipe.File(place.Template, facts), Prose.Code(name)));
        }

        if (!registrations.Any(r => !ReferenceEquals(r.Template, template)) && named is not null && Use(named) is { } use
            && (MemberRecipe.Quoted(use.User, use.Line) is var quoted && (quoted is not null || Identifiers.Names(use.User.Source.Code[use.Line - 1], "new"))))
        {
            var used = quoted is null ? "" : $": {quoted}";
            steps.Add(new PlanStep($"Use it as {MemberRecipe.File(use.User, facts)} uses {Prose.Code(name)}{used}.", [new Evidence(use.User.Id, LineSpan.Of(use.Line))]));
        }

        steps.AddRange(tests.Take(1));
        if (steps.Count < FewestSteps || steps.SelectMany(s => s.Evidence).Select(e => e.TemplateId).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return null;
        }

        var worth = 1.2 + (2 * focus.Affinity(template.Id)) + (focus.Owns(template.Id) ? 1 : 0) + (0.5 * (steps.Count - (shared.Count > 1 ? 1 : 0))) + (registrations.Length > 0 ? 0.8 : 0) + (bases.Length > 0 ? 0.5 : 0) + (tests.Length > 0 ? 0.5 : 0)
            + focus.Relevant(Terms.Of(name)) + (RecipeNouns.Says(focus, noun) && focus.Agent.Name.Contains(noun.Split(' ')[0], StringComparison.OrdinalIgnoreCase) ? 0.8 : 0);
        return new RatedRecipe(new PlanRecipe($"Add {Articles.With(noun)}", [.. steps]), worth);
    }

    /// <summary>The first line that does something with it: an import does nothing, and one that only leads to its assembly is there for all of its kind.</summary>
    private static (Template User, int Line)? Use(SymbolLink named)
    {
        foreach (var use in named.Uses.Where(u => u.User.Role == TemplateRole.Code))
        {
            if (use.Lines.FirstOrDefault(l => !use.User.Imports.Any(i => i.Span.Contains(l)) && !use.User.Source.Code[l - 1].Contains("Assembly", StringComparison.Ordinal)) is > 0 and var line)
            {
                return (use.User, line);
            }
        }

        return null;
    }

    /// <summary>Types of the file that bear its name with another ending, or without one: <c>CreateOrder</c> and <c>CreateOrderValidator</c> of <c>CreateOrderHandler</c>.</summary>
    private static IEnumerable<Unit> Company(Template template, Unit type)
    {
        var end = type.Name.Length - 1;
        while (end > 0 && !char.IsUpper(type.Name[end]))
        {
            end--;
        }

        var stem = type.Name[..end];
        return !IsTelling(template, stem) ? [] : template.Units.Where(u => u.Level == 0 && Symbols.IsType(u) && !ReferenceEquals(u, type) && u.Name.StartsWith(stem, StringComparison.Ordinal));
    }

    /// <summary><c>CreateOrder</c>, <c>Create{{Entity}}</c>: one operation. What only the entity's name stands before are several.</summary>
    private static bool IsTelling(Template template, string stem)
    {
        var words = template.Source.Placeholders.Select(p => p.Text).Distinct(StringComparer.Ordinal).Aggregate(stem, (s, p) => s.Replace(p, "", StringComparison.Ordinal));
        return words.Length >= ShortestStem && (words.Length < stem.Length || words.Count(char.IsUpper) > 1);
    }

    /// <summary>A function that the kit is to make another of; any other is a helper.</summary>
    private static bool IsNamedByPlaceholder(Template template, Unit unit) =>
        unit.Kind == UnitKind.Function && IsOfEntity(template, unit.Name);

    private static IEnumerable<SymbolLink> Bases(Template template, Unit type, SymbolLink[] links) =>
        links.Where(l => l.Symbol.Kind is UnitKind.Class or UnitKind.Interface or UnitKind.Trait && Heritage.Derives(template, type, l.Name)).DistinctBy(l => l.Name);

    /// <summary>A class that holds several of a kind, such as names of policies, is no model of one.</summary>
    private static bool IsCollection(Template template, Unit type) =>
        template.Source.Code[type.SignatureLine - 1].Contains("static class", StringComparison.Ordinal) && !template.Units.Any(u => ReferenceEquals(u.Parent, type) && u.Kind == UnitKind.Method);

    /// <summary>Types of the file that derive from the same one of it.</summary>
    private static IEnumerable<Member> Siblings(Template template, Unit type, Unit[] beside) => beside.Length == 0 ? [] :
        template.Units.Where(u => Symbols.IsType(u) && !ReferenceEquals(u, type) && !beside.Contains(u) && beside.Any(b => Heritage.Names(template, u, b.Name))).Select(u => Member.Of(template, u));

    private static bool Mentions(Template template, Unit type, Unit other) =>
        Enumerable.Range(type.Span.First, type.Span.Length).Any(l => template.Source.Lines[l - 1].Contains(other.Name, StringComparison.Ordinal));

    /// <summary>Other code of its own file names it, or another file does that is not the type's.</summary>
    private static bool IsUsedBesides(Template template, Unit data, Unit type, CatalogueFacts facts)
    {
        var isOfType = template.Units.Any(u => ReferenceEquals(u, type));
        return (isOfType && facts.LinksByDefiner[template.Id].Any(l => ReferenceEquals(l.Symbol, data) && l.Uses.Any(u => u.User.Role == TemplateRole.Code)))
            || Enumerable.Range(1, template.LineCount).Any(l => !data.Span.Contains(l) && !(isOfType && type.Span.Contains(l))
                && Identifiers.Names(template.Source.Lines[l - 1], data.Name) && template.Source.Code[l - 1].AsSpan().Trim().Length > 0);
    }

    /// <summary>Named by a placeholder: there is one for each.</summary>
    private static bool IsOfEntity(Template template, string name) => template.Source.Placeholders.Any(p => name.Contains(p.Text, StringComparison.Ordinal));

    private static bool IsNamedAlike(string one, string other) => Terms.Of(one).Intersect(Terms.Of(other), StringComparer.Ordinal).Any();

    /// <param name="types">The type, and what goes with it: where something does, what else the file holds is not what is tested.</param>
    internal static IEnumerable<PlanStep> Tests(Template template, Unit[] types, AgentFocus focus, CatalogueFacts facts)
    {
        foreach (var (link, use) in facts.LinksByDefiner[template.Id].Where(l => types.Length < 2 || types.Contains(l.Symbol, ReferenceEqualityComparer.Instance)).SelectMany(l => l.Uses.Select(u => (Link: l, Use: u)))
            .Where(p => p.Use.User.Role == TemplateRole.Test && TestedByStatements.Concerns(p.Use))
            .OrderByDescending(p => focus.Relevant(Terms.Of($"{p.Use.User.FileName} {p.Use.User.Purpose}"))).ThenBy(p => p.Use.User.Path, StringComparer.Ordinal))
        {
            var test = use.User.Units.Where(u => u.Kind == UnitKind.Test).OrderByDescending(u => use.Lines.Any(u.Span.Contains)).ThenBy(u => u.Span).FirstOrDefault();
            if (test is not null)
            {
                yield return new PlanStep($"Test it on the model of {Prose.Code(test.Name)} in {Prose.File(use.User)}.", [new Evidence(use.User.Id, test.Span)]);
            }
        }
    }

    private static Evidence Definition(SymbolLink link) => new(link.Definer.Id, LineSpan.Of(link.Symbol.SignatureLine));
}
