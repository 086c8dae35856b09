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
        var model = Model(template, recipe);
        var uses = Uses(template, focus, facts, isWrittenHere: model is not null).ToArray();
        var lead = model ?? uses.FirstOrDefault();
        if (lead is null)
        {
            lead = RowParts.Of(template, focus, facts);
            if (lead.Length == 0 && Rendering.TellingParts.Saying(template, saysPurpose: true) is { } saying)
            {
                lead = saying;
            }
        }

        var relation = uses.Where(u => u != lead).Concat(Shows(template, focus, facts)).Concat(Takes(template, focus, facts)).FirstOrDefault(r => lead.Length + r.Length + 2 <= LongestWhy);
        if (relation is not null && Given().Match(lead) is { Success: true } one && Given().Match(relation) is { Success: true } two && one.Groups["to"].Value == two.Groups["to"].Value)
        {
            // Two kinds of names go to the same.
            return Opening($"gives {one.Groups["names"].Value.Replace(" and ", ", ", StringComparison.Ordinal)} and {two.Groups["names"].Value.Split(" and ")[0]} to {one.Groups["to"].Value}");
        }

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

    /// <summary><c>endpoint</c> of "Add an endpoint", <c>method</c> of "Add a method to x".</summary>
    private static string Noun(PlanRecipe? recipe) => recipe is not null && Added().Match(recipe.Title) is { Success: true } added ? added.Groups["noun"].Value : "one";

    /// <summary>What the agent's other templates get there, and who they are.</summary>
    /// <param name="isWrittenHere">The agent adds to it, rather than calling what is there.</param>
    private static IEnumerable<string> Uses(Template template, AgentFocus focus, CatalogueFacts facts, bool isWrittenHere)
    {
        var home = focus.Home.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var given = facts.LinksByDefiner[template.Id].Where(l => !LinkStatements.IsAccessor(l.Symbol) && l.Uses.Any(u => home.Contains(u.User.Id) && (u.User.Role != TemplateRole.Test || template.Role == TemplateRole.Test)))
            .OrderByDescending(l => l.Uses.Where(u => home.Contains(u.User.Id)).Sum(u => focus.Affinity(u.User.Id))).ThenBy(l => l.Symbol.Span).ToArray();
        foreach (var group in given.GroupBy(l => Symbols.IsCallable(l.Symbol)).OrderByDescending(g => g.Count()))
        {
            // Several names are said to go to those who take all of them.
            var ordered = group.DistinctBy(l => l.Name, StringComparer.Ordinal).ToArray();

            // What one place alone calls is called there, and nowhere else.
            bool IsShared(SymbolLink link) => link.Uses.Where(u => u.User.Role == TemplateRole.Code).Sum(u => u.Lines.Count(l => !u.User.Imports.Any(i => i.Span.Contains(l)))) > 1;
            var areCalled = group.Key && template.Role == TemplateRole.Code && !isWrittenHere && ordered.Any(l => IsShared(l) && l.Uses.Any(u => home.Contains(u.User.Id) && Calls(l, u)));
            ordered = areCalled ? [.. ordered.OrderByDescending(IsShared)] : ordered;
            string[] Users(SymbolLink link) => [.. link.Uses.Where(u => (!areCalled || Calls(link, u)) && (u.User.Role != TemplateRole.Test || template.Role == TemplateRole.Test)).Select(u => u.User.Id).Where(home.Contains).Distinct(StringComparer.Ordinal).OrderByDescending(focus.Affinity).Take(MostUsers)];
            var first = ordered.FirstOrDefault(l => Users(l).Length > 0);
            if (first is null)
            {
                continue;
            }

            var takers = Users(first);
            var links = ordered.Where(l => ReferenceEquals(l, first) || takers.All(t => Users(l).Contains(t, StringComparer.Ordinal))).Take(MostGiven).ToArray();
            var users = takers.Select(u => $"[{u}]").ToArray();
            var names = Prose.List([.. links.Select(l => Prose.Code(l.Name))]);
            yield return areCalled
                ? $"call its {names}, as {Prose.List(users)} {(users.Length > 1 ? "do" : "does")}"
                : $"gives {names} to {Prose.List(users)}";
        }
    }

    /// <summary>Who only names it, as <c>export { x } from</c> and <c>Depends(x)</c> do, calls nothing; that may be done without parentheses in a few languages.</summary>
    public static bool Calls(SymbolLink link, SymbolUse use) => use.User.Language is "ruby" or "elixir" or "shell" or "scala" or "haskell"
        || use.Lines.Any(l => Identifiers.IndexOf(use.User.Source.Lines[l - 1], link.Name) is >= 0 and var at && Identifiers.After(use.User.Source.Lines[l - 1], at + link.Name.Length) is '(' or '<' or '!' or '`');

    /// <summary>What the agent speaks of and the template takes from a library: how that is used is to be seen there.</summary>
    private static IEnumerable<string> Shows(Template template, AgentFocus focus, CatalogueFacts facts)
    {
        bool IsOfLibrary(Import import) => !import.IsLocal && !template.Source.Placeholders.Any(p => import.Module.Contains(p.Text, StringComparison.Ordinal));
        var names = template.Imports.Where(IsOfLibrary).SelectMany(i => i.Names).Where(Identifiers.IsDistinctive).Distinct(StringComparer.Ordinal)
            .Where(n => !facts.LinksByUser[template.Id].Any(l => l.Name == n) && focus.Home.Count(t => t.Imports.Any(i => i.Names.Contains(n, StringComparer.Ordinal))) < TooMany)
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
            yield return $"takes {Prose.Code(taken.Name)} from [{taken.Definer.Id}]";
        }
    }

    [GeneratedRegex(@"^Add an? (?<noun>[a-z ]+?)(?: to .*)?$")]
    private static partial Regex Added();

    [GeneratedRegex(@"^gives (?<names>`.+`) to (?<to>\[.+\])$")]
    private static partial Regex Given();
}
