using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One more vertical slice: a type that holds an operation whole, from its route to its handler, beside others of the same parts.</summary>
internal static class SliceRecipe
{
    private const int FewestSteps = 3;
    private const int FewestMethods = 2;
    private const int MostParts = 6;
    private const int MostShared = 3;

    public static IEnumerable<RatedRecipe> For(AgentFocus focus, CatalogueFacts facts, MentionIndex index)
    {
        foreach (var template in focus.Home.Where(t => focus.IsModel(t.Id) && t.Role == TemplateRole.Code))
        {
            foreach (var type in template.Units.Where(u => MapsItself(template, u)))
            {
                if (Siblings(template, type, facts).ToArray() is { Length: > 0 } siblings && Of(template, type, siblings, focus, facts, index) is { } recipe)
                {
                    yield return recipe;
                }
            }
        }
    }

    /// <summary>What stands in a slice is added with the whole of it.</summary>
    public static bool Holds(Member member, CatalogueFacts facts) =>
        member.Unit.Parent is { } type && MapsItself(member.Template, type) && Siblings(member.Template, type, facts).Any();

    private static bool MapsItself(Template template, Unit type) => type.Level == 0 && type.Kind == UnitKind.Class
        && Enumerable.Range(type.SignatureLine, type.Span.Last - type.SignatureLine + 1).Any(l => RecipeNouns.MapsRoute(template.Source.Lines[l - 1]));

    /// <summary>Types of other files with the same methods.</summary>
    private static IEnumerable<Member> Siblings(Template template, Unit type, CatalogueFacts facts)
    {
        var methods = Methods(template, type);
        return methods.Count < FewestMethods ? []
            : facts.Catalogue.Templates.Where(t => !ReferenceEquals(t, template) && t.Language == template.Language && t.Scope == template.Scope && t.Role == TemplateRole.Code)
                .SelectMany(t => t.Units.Where(u => MapsItself(t, u) && Methods(t, u).SetEquals(methods)).Select(u => Member.Of(t, u)));
    }

    private static HashSet<string> Methods(Template template, Unit type) =>
        template.Units.Where(u => ReferenceEquals(u.Parent, type) && u.Kind is UnitKind.Method or UnitKind.Function).Select(u => u.Name).ToHashSet(StringComparer.Ordinal);

    private static RatedRecipe? Of(Template template, Unit type, Member[] siblings, AgentFocus focus, CatalogueFacts facts, MentionIndex index)
    {
        var noun = RecipeNouns.Says(focus, "slice") ? "slice" : RecipeNouns.Says(focus, "feature") && !RecipeNouns.Says(focus, "endpoint") ? "feature" : "endpoint";
        var member = Member.Of(template, type);
        var name = Prose.Code(type.Name);
        var parts = template.Units.Where(u => ReferenceEquals(u.Parent, type) && (Symbols.IsType(u) || u.Kind is UnitKind.Method or UnitKind.Function)).Select(u => Prose.Code(u.Name)).Distinct(StringComparer.Ordinal).Take(MostParts).ToArray();
        var steps = new List<PlanStep>
        {
            new($"Write the {noun} on the model of {name}, in a file of its own, with {Prose.List(parts)}.", [new Evidence(template.Id, type.Span)]),
        };
        var shared = facts.LinksByUser[template.Id].Where(l => l.Definer.Role == TemplateRole.Code && Symbols.IsCallable(l.Symbol) && UsesIn(l, template, type) && siblings.Any(s => UsesIn(l, s.Template, s.Unit)))
            .DistinctBy(l => l.Name).OrderByDescending(l => l.Uses.Length).ThenBy(l => l.Name, StringComparer.Ordinal).Take(MostShared).ToArray();
        if (shared.Length > 0)
        {
            steps.Add(new PlanStep($"Use {Prose.List([.. shared.Select(l => Prose.Code(l.Name))])} in it, as {Prose.Code(siblings[0].Unit.Name)} does as well.", [.. shared.Select(l => new Evidence(l.Definer.Id, LineSpan.Of(l.Symbol.SignatureLine)))]));
        }

        var registrations = RegistrationFinder.Of(member, [member, .. siblings], index, facts).Where(r => !ReferenceEquals(r.Template, template)).Take(2).ToArray();
        steps.AddRange(registrations.Select(r => r.Step("Register", MemberRecipe.File(r.Template, facts), name)));
        var tests = TypeRecipe.Tests(template, [type], focus, facts).Take(1).ToArray();
        steps.AddRange(tests);
        if (steps.Count < FewestSteps || registrations.Length == 0)
        {
            return null;
        }

        // It stands for what recipes of its members would say in part.
        var worth = 3 + (2 * focus.Affinity(template.Id)) + (focus.Owns(template.Id) ? 1 : 0) + (0.5 * steps.Count) + (tests.Length > 0 ? 1 : 0) + focus.Relevant(AgentFocus.TermsOf(template, type.Span));
        return new RatedRecipe(new PlanRecipe($"Add {Articles.With(noun)}", [.. steps]), worth);
    }

    private static bool UsesIn(SymbolLink link, Template template, Unit unit) => link.Uses.Any(u => ReferenceEquals(u.User, template) && u.Lines.Any(unit.Span.Contains));
}
