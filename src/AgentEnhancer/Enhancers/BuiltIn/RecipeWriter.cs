using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The commonest task of an agent as steps over several templates: carry a field through, or build another of its kind.</summary>
internal static class RecipeWriter
{
    private const int FewestSteps = 3;
    private const int MostSteps = 7;

    public static PlanRecipe? Write(AgentFocus focus, CatalogueFacts facts, ImmutableArray<CarriedRecord> records, Told told)
    {
        PlanRecipe?[] recipes = [CarryThrough(focus, records), BuildAnother(focus, facts)];
        return recipes.FirstOrDefault(r => r is not null && !told.HasTold(r.Title));
    }

    private static PlanRecipe? CarryThrough(AgentFocus focus, ImmutableArray<CarriedRecord> records)
    {
        var home = focus.Home.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var best = records
            .Select(r => (Record: r, Own: r.Places.Where(p => home.Contains(p.Template.Id)).ToArray()))
            .Where(r => r.Own.Length >= FewestSteps && r.Own.Any(p => p.Unit.Name == r.Record.Name) && r.Own.Count(p => focus.Core.Contains(p.Template.Id)) * 10 >= r.Own.Length * 6)
            .OrderByDescending(r => r.Own.Sum(p => focus.Affinity(p.Template.Id))).ThenByDescending(r => r.Record.Places.Length)
            .FirstOrDefault();
        if (best.Record is null)
        {
            return null;
        }

        var steps = best.Record.Places.Where(p => home.Contains(p.Template.Id)).Take(MostSteps).Select(Step).ToImmutableArray();
        return new PlanRecipe($"Carry a new field of {Prose.Code(best.Record.Name)} through", steps);
    }

    private static PlanStep Step(FieldPlace place)
    {
        var beside = Prose.List([.. place.Fields.Take(2).Select(Prose.Code)]);
        var name = place.Unit.Kind == UnitKind.Element ? $"{Prose.Code(place.Unit.Name)} of {Prose.File(place.Template)}" : Prose.Code(place.Unit.Name);
        var text = place switch
        {
            { Template.Role: TemplateRole.Test } => $"Cover it in {name}, which already names {beside}.",
            { Unit.Kind: UnitKind.Query } => $"Add its column to {name}, beside {beside}.",
            { Declares: true } or { Unit.Kind: UnitKind.Value or UnitKind.Block } => $"Add it to {name}, beside {beside}.",
            _ => $"Pass it on in {name}, where {beside} are handled.",
        };
        if (place.Fields.Length == 1)
        {
            text = text.Replace(" are handled", " is handled", StringComparison.Ordinal);
        }

        return new PlanStep(text, [new Evidence(place.Template.Id, place.Lines)]);
    }

    private static PlanRecipe? BuildAnother(AgentFocus focus, CatalogueFacts facts)
    {
        foreach (var template in focus.Home.Where(t => focus.Core.Contains(t.Id) && t.Role == TemplateRole.Code))
        {
            if (Main(template) is { } main && !IsOneOfItsKind(template, main, facts) && Steps(template, main, focus, facts) is { Length: >= FewestSteps } steps)
            {
                return new PlanRecipe($"Build another {Prose.KindWord(main)} like {Prose.Code(UnitNames.Of(template, main, facts))}", steps);
            }
        }

        return null;
    }

    private static Unit? Main(Template template) =>
        template.Units.Where(u => u.Level == 0 && u.Kind is UnitKind.Class or UnitKind.Record or UnitKind.Function or UnitKind.Component or UnitKind.Hook or UnitKind.Struct
                || (u.Level == 0 && u.Kind == UnitKind.Value && u.Span.Length >= 10))
            .OrderByDescending(u => u.Span.Length).ThenBy(u => u.Span).FirstOrDefault();

    private static ImmutableArray<PlanStep> Steps(Template template, Unit main, AgentFocus focus, CatalogueFacts facts)
    {
        var steps = new List<PlanStep>();
        var name = UnitNames.Of(template, main, facts);
        var taken = facts.LinksByUser[template.Id]
            .Where(l => !ReferenceEquals(l.Definer, template) && !LinkStatements.IsAccessor(l.Symbol) && l.Uses.Any(u => ReferenceEquals(u.User, template) && u.Lines.Any(main.Span.Contains)))
            .OrderByDescending(l => focus.Affinity(l.Definer.Id)).ThenBy(l => l.Name, StringComparer.Ordinal).ToArray();

        // What is named after a placeholder exists anew for each thing that is built; the rest is shared.
        var own = taken.Where(l => IsPerEntity(l, name)).DistinctBy(l => l.Name, StringComparer.Ordinal).Take(3).ToArray();
        var shared = taken.Where(l => !IsPerEntity(l, name)).DistinctBy(l => l.Name, StringComparer.Ordinal).Take(3).ToArray();
        if (own.Length > 0)
        {
            steps.Add(new PlanStep($"Write what it stands on: {Prose.List([.. own.Select(l => Prose.Code(l.Name))])}.", [.. own.Select(Definition)]));
        }

        steps.Add(new PlanStep($"Write the {Prose.KindWord(main)} on the model of {Prose.Code(UnitNames.Of(template, main, facts))}.", [new Evidence(template.Id, main.Span)]));
        if (shared.Length > 0)
        {
            steps.Add(new PlanStep($"Use in it what is there already: {Prose.List([.. shared.Select(l => Prose.Code(l.Name))])}.", [.. shared.Select(Definition)]));
        }

        var uses = facts.LinksByDefiner[template.Id].Where(l => main.Span.Contains(l.Symbol.SignatureLine))
            .SelectMany(l => l.Uses.Select(u => (Link: l, Use: u)))
            .Where(u => u.Use.User.Role == TemplateRole.Test ? TestedByStatements.Exercises(u.Link, u.Use) : !u.Use.User.Imports.Any(i => i.Span.Contains(u.Use.Lines[0])))
            .OrderBy(u => u.Use.User.Role == TemplateRole.Test).ThenByDescending(u => focus.Affinity(u.Use.User.Id)).ThenBy(u => u.Use.User.Path, StringComparer.Ordinal)
            .DistinctBy(u => u.Use.User.Id).Take(3);
        foreach (var (link, use) in uses)
        {
            var evidence = new Evidence(use.User.Id, LineSpan.Of(use.Lines[0]));
            steps.Add(use.User.Role == TemplateRole.Test
                ? new PlanStep($"Test it as {Prose.File(use.User)} tests {Prose.Code(link.Name)}.", [evidence])
                : new PlanStep($"Use it from {Prose.File(use.User)}, as it uses {Prose.Code(link.Name)}.", [evidence]));
        }

        return [.. steps];
    }

    /// <summary>Named after a placeholder, or after the same thing as the unit itself: <c>ReservationView</c> for <c>ReservationController</c>.</summary>
    private static bool IsPerEntity(SymbolLink link, string main) =>
        link.Definer.Source.Placeholders.Any(p => link.Name.Contains(p.Text, StringComparison.Ordinal))
        || Terms.Of(link.Name).Intersect(Terms.Of(main), StringComparer.Ordinal).Any();

    /// <summary>Composition roots, bases of others and helpers: nobody's task is to build another of them.</summary>
    private static bool IsOneOfItsKind(Template template, Unit main, CatalogueFacts facts) =>
        main.Name is "Program" or "Startup" or "main" or "App" or "app" or "Main" or "AppDbContext"
        || template.Source.Code[main.SignatureLine - 1].Contains("abstract ", StringComparison.Ordinal)
        || template.Source.Code[main.SignatureLine - 1].Contains("static class", StringComparison.Ordinal)
        || template.FileName.Contains("Extensions", StringComparison.Ordinal)
        || template.FileName.StartsWith("util", StringComparison.OrdinalIgnoreCase)
        || (main.Kind is UnitKind.Function or UnitKind.Hook && main.Span.Length < 12)
        || facts.LinksByUser[template.Id].Select(l => l.Definer.Id).Distinct(StringComparer.Ordinal).Count() >= 6;

    private static Evidence Definition(SymbolLink link) => new(link.Definer.Id, LineSpan.Of(link.Symbol.SignatureLine));

}
