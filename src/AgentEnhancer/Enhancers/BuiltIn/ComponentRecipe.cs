using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One more component, page or form of its own file: what it takes and says, itself, where it is used or registered, its test.</summary>
internal static partial class ComponentRecipe
{
    private const int FewestSteps = 3;

    public static IEnumerable<RatedRecipe> For(AgentFocus focus, CatalogueFacts facts)
    {
        foreach (var template in focus.Home.Where(t => focus.IsModel(t.Id) && t.Role == TemplateRole.Code && IsComponent(t)))
        {
            if (Of(template, focus, facts) is { } recipe)
            {
                yield return recipe;
            }
        }
    }

    private static bool IsComponent(Template template) => template.Language is "vue" or "svelte" or "astro" or "razor" && template.FileName.Length > 1 && char.IsUpper(template.FileName[0]);

    private static RatedRecipe? Of(Template template, AgentFocus focus, CatalogueFacts facts)
    {
        if (NounOf(template, focus) is not { } noun)
        {
            return null;
        }

        var steps = new List<PlanStep>();
        var declared = Declarations(template).Take(3).ToArray();
        if (Route(template) is { } route)
        {
            steps.Add(new PlanStep($"Choose its route{(template.Source.Lines[route.First..route.Last].Any(l => l.Contains("Authorize", StringComparison.Ordinal)) ? " and who may open it" : "")}, as {MemberRecipe.File(template, facts)} does: {Prose.Code(template.Source.Lines[route.First - 1].Trim())}.", [new Evidence(template.Id, route)]));
        }

        if (declared.Length > 0)
        {
            steps.Add(new PlanStep($"Decide what it takes and what it says, as {Prose.File(template)} does in {Prose.List([.. declared.Select(d => Prose.Code(d.Text))])}.", [.. declared.Select(d => new Evidence(template.Id, LineSpan.Of(d.Line)))]));
        }

        if (State(template, facts) is { } state)
        {
            steps.Add(new PlanStep($"Take its data from {Prose.Code(state.Link.Name)}, as {MemberRecipe.File(template, facts)} does: {Prose.Code(template.Source.Lines[state.Line - 1].Trim().TrimEnd(';'))}.", [new Evidence(template.Id, LineSpan.Of(state.Line)), new Evidence(state.Link.Definer.Id, LineSpan.Of(state.Link.Symbol.SignatureLine))]));
        }

        steps.Add(new PlanStep($"Write the {noun} on the model of {Prose.File(template)}.", [new Evidence(template.Id, new LineSpan(1, template.LineCount))]));
        if (facts.Catalogue.Templates.FirstOrDefault(t => t.FileName == $"{template.FileName}.cs" && t.Path[..t.Path.LastIndexOf('/')] == template.Path[..template.Path.LastIndexOf('/')]) is { } behind)
        {
            steps.Add(new PlanStep($"Write its code-behind on the model of {Prose.File(behind)}.", [new Evidence(behind.Id, new LineSpan(1, behind.LineCount))]));
        }

        if (Opened(template, facts) is { } opened)
        {
            steps.Add(new PlanStep($"Register it in {MemberRecipe.File(opened.User, facts)}, as {Prose.File(template)} is: {Prose.Code(opened.User.Source.Lines[opened.Line - 1].Trim().TrimEnd(','))}.", [new Evidence(opened.User.Id, LineSpan.Of(opened.Line))]));
        }
        else if (Placed(template, facts) is { } placed)
        {
            steps.Add(new PlanStep($"Place it in a page, as {MemberRecipe.File(placed.User, facts)} does{(MemberRecipe.Quoted(placed.User, placed.Line) is { } quoted ? $": {quoted}" : "")}.", [new Evidence(placed.User.Id, LineSpan.Of(placed.Line))]));
        }

        var test = Users(template, facts).FirstOrDefault(t => t.User.Role == TemplateRole.Test).User;
        if (test?.Units.FirstOrDefault(u => u.Kind == UnitKind.Test) is { } unit)
        {
            steps.Add(new PlanStep($"Test it on the model of {Prose.Code(unit.Name)} in {Prose.File(test)}.", [new Evidence(test.Id, unit.Span)]));
        }

        return steps.Count < FewestSteps ? null : new RatedRecipe(
            new PlanRecipe($"Add a {noun}", [.. steps]),
            2 + (2 * focus.Affinity(template.Id)) + (focus.Owns(template.Id) ? 1 : 0) + (0.5 * steps.Count) + (0.2 * declared.Length));
    }

    /// <summary>What the agent calls it: a form and a page are components, but not every agent of components writes them.</summary>
    private static string? NounOf(Template template, AgentFocus focus)
    {
        var kind = Terms.Of(Symbols.Stem(template.FileName)) is [.., var last] ? last switch
        {
            "page" or "view" or "screen" or "form" or "dialog" or "layout" => last,
            _ => "component",
        } : "component";
        return RecipeNouns.Says(focus, kind) ? kind : kind == "view" && RecipeNouns.Says(focus, "page") ? "page" : RecipeNouns.Says(focus, "component") ? "component" : null;
    }

    /// <summary><c>@page "/gates"</c> and the attributes right below it.</summary>
    private static LineSpan? Route(Template template)
    {
        var first = template.Language == "razor" ? Array.FindIndex([.. template.Source.Lines], l => l.StartsWith("@page ", StringComparison.Ordinal)) + 1 : 0;
        return first == 0 ? null : new LineSpan(first, first + template.Source.Lines.Skip(first).TakeWhile(l => l.StartsWith("@page ", StringComparison.Ordinal) || l.StartsWith("@attribute ", StringComparison.Ordinal)).Count());
    }

    /// <summary>The store or composable that it calls, and where.</summary>
    private static (SymbolLink Link, int Line)? State(Template template, CatalogueFacts facts)
    {
        var found = facts.LinksByUser[template.Id].Where(l => l.Name.StartsWith("use", StringComparison.Ordinal) && l.Definer.Role == TemplateRole.Code)
            .Select(l => (Link: l, Line: l.Uses.First(u => ReferenceEquals(u.User, template)).Lines.FirstOrDefault(n => !template.Imports.Any(i => i.Span.Contains(n)) && MemberRecipe.Quoted(template, n) is not null)))
            .Where(f => f.Line > 0).OrderByDescending(f => f.Link.Name.EndsWith("Store", StringComparison.Ordinal)).ThenBy(f => f.Line).FirstOrDefault();
        return found.Link is null ? null : found;
    }

    /// <summary>Where a router loads the file when its page is visited.</summary>
    private static (Template User, int Line)? Opened(Template template, CatalogueFacts facts)
    {
        foreach (var user in facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Code && !ReferenceEquals(t, template)))
        {
            var line = Array.FindIndex([.. user.Source.Lines], l => Loads().Match(l) is { Success: true } loads && IsOf(loads.Groups["module"].Value, user, template)) + 1;
            if (line > 0)
            {
                return (user, line);
            }
        }

        return null;
    }

    private static (Template User, int Line)? Placed(Template template, CatalogueFacts facts)
    {
        var (user, name) = Users(template, facts).FirstOrDefault(t => t.User.Role == TemplateRole.Code);
        var line = user is null ? 0 : Array.FindIndex([.. user.Source.Lines], l => l.Contains($"<{name}", StringComparison.Ordinal)) + 1;
        return line > 0 ? (user!, line) : null;
    }

    [GeneratedRegex(@"\bimport\(\s*['""`](?<module>[^'""`]+)['""`]\s*\)")]
    private static partial Regex Loads();

    /// <summary>Lines that declare props, emits and parameters.</summary>
    private static IEnumerable<(string Text, int Line)> Declarations(Template template)
    {
        for (var i = 0; i < template.LineCount; i++)
        {
            var code = template.Source.Code[i];
            var text = code.Contains("defineProps", StringComparison.Ordinal) ? "defineProps" : code.Contains("defineEmits", StringComparison.Ordinal) ? "defineEmits"
                : code.Contains("$props()", StringComparison.Ordinal) ? "$props()" : Parameter().Match(i + 1 < template.LineCount ? $"{code.TrimEnd()} {template.Source.Lines[i + 1].Trim()}" : code) is { Success: true } parameter && code.Contains("[Parameter", StringComparison.Ordinal) ? parameter.Groups["name"].Value
                : null;
            if (text is not null)
            {
                yield return (text, i + 1);
            }
        }
    }

    [GeneratedRegex(@"\[Parameter\b[^\]]*\]\s*(?:\[[^\]]*\]\s*)*public\s+(?:required\s+|virtual\s+)*\S+(?:<[^;{}]*>\??)?\s+(?<name>\w+)\s*\{")]
    private static partial Regex Parameter();

    /// <summary>Who imports the file, or, where that isn't needed, writes its tag; and the name that it has there.</summary>
    private static IEnumerable<(Template User, string Name)> Users(Template template, CatalogueFacts facts)
    {
        var stem = Symbols.Stem(template.FileName);
        foreach (var user in facts.Catalogue.Templates.Where(t => !ReferenceEquals(t, template)))
        {
            if (user.Imports.FirstOrDefault(i => IsOf(i.Module, user, template) && i.Names.Length == 1) is { } import)
            {
                yield return (user, import.Names[0]);
            }
            else if (template.Language == "razor" && user.Source.Lines.Any(l => l.Contains($"<{stem}>", StringComparison.Ordinal) || l.Contains($"<{stem} ", StringComparison.Ordinal)))
            {
                yield return (user, stem);
            }
        }
    }

    /// <summary>The module's file is the template, whatever word stands for the placeholder in its name.</summary>
    private static bool IsOf(string module, Template user, Template template)
    {
        var file = module[(module.LastIndexOf('/') + 1)..];
        var open = user.Source.Placeholders.FirstOrDefault(p => file.StartsWith(p.Text, StringComparison.Ordinal));
        return open is null ? file == template.FileName : file.Length > open.Text.Length + 4 && template.FileName.EndsWith(file[open.Text.Length..], StringComparison.Ordinal) && template.FileName.Length > file.Length - open.Text.Length;
    }
}
