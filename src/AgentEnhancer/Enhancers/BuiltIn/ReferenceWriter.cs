using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Says of each template what this agent finds in it, and how it hangs together with the others; nothing where that is not to be told.</summary>
internal static partial class ReferenceWriter
{
    private const int MostGiven = 2;
    private const int MostUsers = 2;
    private const int MostShown = 2;

    /// <summary>What so many templates import says nothing of one.</summary>
    private const int TooMany = 3;

    /// <summary>A name of which the agent speaks, and not only in passing.</summary>
    private const double WorthShowing = 0.2;

    /// <summary>Shorter names of a library, as <c>FastAPI</c>, are in half of all files that use it.</summary>
    private const int FewestWordsShown = 3;
    private const string WriteThe = "Write the ";
    private const string OnTheModel = " on the model of ";
    private const int LongestWhy = 130;

    /// <param name="recipe">What the agent is to add: a template that holds the model of it is there to be copied.</param>
    public static ImmutableArray<PlanReference> Write(AgentFocus focus, CatalogueFacts facts, PlanRecipe? recipe = null)
    {
        var home = focus.Home.Select(t => new PlanReference(t.Id, Why(t, focus, facts, recipe))).ToImmutableArray();

        // A step leads there anyway: the table says to what.
        var others = recipe?.Steps.SelectMany(s => s.Evidence).Select(e => e.TemplateId).Distinct(StringComparer.Ordinal).Where(id => !home.Any(h => h.TemplateId == id))
            .Select(id => (Id: id, Why: Model(facts.Catalogue.Find(id)!, recipe))).Where(r => r.Why is not null).Select(r => new PlanReference(r.Id, Opening(r.Why!))) ?? [];
        return [.. home, .. others];
    }

    private static string Why(Template template, AgentFocus focus, CatalogueFacts facts, PlanRecipe? recipe)
    {
        var model = Model(template, recipe) ?? Like(template, focus);
        var uses = Uses(template, focus, facts, isWrittenHere: model is not null).ToArray();
        var asFirst = model is null && uses.Length > 0 ? uses[0].With(uses.ElementAtOrDefault(1)) ?? uses[0] : null;
        var lead = model ?? asFirst?.Lead;
        if (lead is null)
        {
            lead = RowParts.Of(template, focus, facts);
            if (lead.Length == 0 && Rendering.TellingParts.Saying(template, saysPurpose: true) is { } saying)
            {
                lead = saying;
            }
        }

        var relation = uses.Skip(asFirst is null ? 0 : asFirst.Names.Length > uses[0].Names.Length ? 2 : 1).Select(u => u.Following(lead)).Concat(Shows(template, focus, facts)).Concat(Takes(template, focus, facts)).FirstOrDefault(r => lead.Length + r.Length + 2 <= LongestWhy);
        return (lead, relation) switch
        {
            // The table says then what the document cites there.
            ("", null) => "",
            ("", _) => Opening(relation),
            (_, null) => Opening(lead),
            _ => $"{Opening(lead)}; {relation}",
        };
    }

    private static string Opening(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The unit that a step of the recipe goes by: the first thing to copy there.</summary>
    private static string? Model(Template template, PlanRecipe? recipe)
    {
        var noun = Noun(recipe);

        // What is written anew before what goes with it.
        foreach (var step in recipe?.Steps.OrderByDescending(s => s.Do.StartsWith(WriteThe, StringComparison.Ordinal)) ?? Enumerable.Empty<PlanStep>())
        {
            var at = step.Do.IndexOf(OnTheModel, StringComparison.Ordinal);
            if (at < 0 || (step.Do.StartsWith(WriteThe, StringComparison.Ordinal) ? step.Evidence[0] : step.Evidence[^1]).TemplateId != template.Id)
            {
                continue;
            }

            var rest = step.Do[(at + OnTheModel.Length)..];
            var name = rest[..(rest.IndexOf('`', 1) + 1)];
            if (name.Length < 3)
            {
                continue;
            }

            if (step.Do.StartsWith("Test ", StringComparison.Ordinal))
            {
                return $"copy {name} for a test of the new {noun}";
            }

            if (step.Do.StartsWith("Add what it calls", StringComparison.Ordinal))
            {
                return $"copy {name} for what the new {noun} calls";
            }

            if (step.Do.StartsWith(WriteThe, StringComparison.Ordinal))
            {
                return $"copy {name} for a new {step.Do[WriteThe.Length..at]}";
            }
        }

        // Nothing to copy there, but a line to add.
        return recipe?.Steps.FirstOrDefault(s => s.Do.StartsWith("Register it in ", StringComparison.Ordinal) && s.Evidence[0].TemplateId == template.Id) is null ? null : $"register the new {noun} there";
    }

    /// <summary>To whom writes tests, each file of them is there to be copied.</summary>
    private static string? Like(Template template, AgentFocus focus) =>
        template.Role == TemplateRole.Test && focus.IsTester && template.Units.Where(u => u.Kind == UnitKind.Test).MaxBy(u => focus.Relevant(AgentFocus.TermsOf(template, u.Span))) is { } test
            ? $"copy {Prose.Code(test.Name)} for a new test there" : null;

    /// <summary><c>endpoint</c> of "Add an endpoint", <c>method</c> of "Add a method to x".</summary>
    private static string Noun(PlanRecipe? recipe) => recipe is not null && Added().Match(recipe.Title) is { Success: true } added ? added.Groups["noun"].Value : "one";

    /// <summary>What the agent's other templates get there, and who they are.</summary>
    /// <param name="isWrittenHere">The agent adds to it, rather than calling what is there.</param>
    private static IEnumerable<RowRelation> Uses(Template template, AgentFocus focus, CatalogueFacts facts, bool isWrittenHere)
    {
        var home = focus.Home.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var given = facts.LinksByDefiner[template.Id].Where(l => !LinkStatements.IsAccessor(l.Symbol))
            .SelectMany(l => l.Uses.Where(u => home.Contains(u.User.Id)).Select(u => (Link: l, Use: u, Kind: UseKinds.Of(l, u))))
            .Where(g => g.Use.User.Role != TemplateRole.Test || template.Role == TemplateRole.Test || g.Kind == UseKind.Test).ToArray();
        var relations = new List<(RowRelation Relation, int Size)>();
        foreach (var group in given.GroupBy(g => g.Kind))
        {
            // Several names are said to go to those who take all of them.
            string[] Users(SymbolLink link) => [.. group.Where(g => g.Link.Name == link.Name).Select(g => g.Use.User.Id).Distinct(StringComparer.Ordinal).OrderByDescending(focus.Affinity).Take(MostUsers)];
            bool IsAsked(SymbolLink link) => !isWrittenHere && template.Role == TemplateRole.Code && IsShared(link, group.Key);
            var ordered = group.GroupBy(g => g.Link.Name, StringComparer.Ordinal).Select(g => (g.First().Link, Affinity: g.Sum(x => focus.Affinity(x.Use.User.Id))))
                .OrderByDescending(l => IsAsked(l.Link)).ThenByDescending(l => l.Affinity).ThenBy(l => l.Link.Symbol.Span).Select(l => l.Link).ToArray();
            var takers = Users(ordered[0]);
            var names = ordered.Where(l => takers.All(t => Users(l).Contains(t, StringComparer.Ordinal))).Take(MostGiven).Select(l => l.Name).ToImmutableArray();
            relations.Add((new RowRelation(group.Key, names, [.. takers], IsAsked(ordered[0])), ordered.Length));
        }

        return relations.OrderByDescending(r => r.Relation.IsAsked).ThenBy(r => r.Relation.Kind == UseKind.Test).ThenByDescending(r => r.Size).ThenByDescending(r => r.Relation.Kind).Select(r => r.Relation);
    }

    /// <summary>What one place alone does is done there, and nowhere else.</summary>
    private static bool IsShared(SymbolLink link, UseKind kind)
    {
        var uses = link.Uses.Where(u => u.User.Role == TemplateRole.Code).ToArray();
        return kind switch
        {
            UseKind.Call or UseKind.Render => uses.Sum(u => u.Lines.Count(l => !u.User.Imports.Any(i => i.Span.Contains(l)))) > 1,
            UseKind.Throw => true,
            UseKind.Derive or UseKind.Implement or UseKind.Inject => uses.Count(u => UseKinds.Of(link, u) == kind) > 1,
            _ => false,
        };
    }

    /// <summary>What the agent speaks of and the template takes from a library: how that is used is to be seen there.</summary>
    private static IEnumerable<string> Shows(Template template, AgentFocus focus, CatalogueFacts facts)
    {
        bool IsOfLibrary(Import import) => !import.IsLocal && !template.Source.Placeholders.Any(p => import.Module.Contains(p.Text, StringComparison.Ordinal));
        var names = template.Imports.Where(IsOfLibrary).SelectMany(i => i.Names).Where(n => Kinship.Words(n).Count >= FewestWordsShown).Distinct(StringComparer.Ordinal)
            .Where(n => template.Role != TemplateRole.Test && !facts.LinksByUser[template.Id].Any(l => l.Name == n) && focus.Home.Count(t => t.Imports.Any(i => i.Names.Contains(n, StringComparer.Ordinal))) < TooMany)
            .Select(n => (Name: n, Relevance: focus.Relevant(Terms.Of(n)))).Where(n => n.Relevance >= WorthShowing)
            .OrderByDescending(n => n.Relevance).ThenBy(n => n.Name, StringComparer.Ordinal).Take(MostShown).Select(n => Prose.Code(n.Name)).ToArray();
        if (names.Length > 0)
        {
            yield return $"uses {Prose.List(names)}";
        }
    }

    private static IEnumerable<string> Takes(Template template, AgentFocus focus, CatalogueFacts facts)
    {
        var home = focus.Home.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var taken = facts.LinksByUser[template.Id].Where(l => home.Contains(l.Definer.Id))
            .OrderByDescending(l => focus.Affinity(l.Definer.Id)).ThenBy(l => l.Name, StringComparer.Ordinal).FirstOrDefault();
        if (taken is not null)
        {
            yield return Taking(taken, template);
        }
    }

    /// <summary><c>calls `save` of [t2]</c>.</summary>
    public static string Taking(SymbolLink link, Template user) =>
        $"{UseKinds.Singular(UseKinds.Of(link, link.Uses.First(u => ReferenceEquals(u.User, user))))} {Prose.Code(link.Name)} of [{link.Definer.Id}]";

    [GeneratedRegex(@"^Add an? (?<noun>[a-z ]+?)(?: to .*)?$")]
    private static partial Regex Added();
}
