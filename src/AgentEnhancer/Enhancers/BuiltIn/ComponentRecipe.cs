using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One more component of its own file: what it takes and says, itself, where it is used, its test.</summary>
internal static partial class ComponentRecipe
{
    private const int FewestSteps = 3;

    public static IEnumerable<RatedRecipe> For(AgentFocus focus, CatalogueFacts facts)
    {
        foreach (var template in focus.Home.Where(t => focus.Core.Contains(t.Id) && t.Role == TemplateRole.Code && IsComponent(t)))
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
        if (!RecipeNouns.Says(focus, "component"))
        {
            return null;
        }

        var steps = new List<PlanStep>();
        var declared = Declarations(template).Take(3).ToArray();
        if (declared.Length > 0)
        {
            steps.Add(new PlanStep($"Decide what it takes and what it says, as {Prose.File(template)} does in {Prose.List([.. declared.Select(d => Prose.Code(d.Text))])}.", [.. declared.Select(d => new Evidence(template.Id, LineSpan.Of(d.Line)))]));
        }

        steps.Add(new PlanStep($"Write the component on the model of {Prose.File(template)}.", [new Evidence(template.Id, new LineSpan(1, template.LineCount))]));
        var (user, name) = Users(template, facts).FirstOrDefault(t => t.User.Role == TemplateRole.Code);
        if (user is not null)
        {
            var tag = $"<{name}";
            var line = Array.FindIndex([.. user.Source.Lines], l => l.Contains(tag, StringComparison.Ordinal)) + 1;
            if (line > 0)
            {
                var quoted = MemberRecipe.Quoted(user, line);
                steps.Add(new PlanStep($"Place it in a page, as {MemberRecipe.File(user, facts)} does{(quoted is null ? "" : $": {quoted}")}.", [new Evidence(user.Id, LineSpan.Of(line))]));
            }
        }

        var test = Users(template, facts).FirstOrDefault(t => t.User.Role == TemplateRole.Test).User;
        if (test?.Units.FirstOrDefault(u => u.Kind == UnitKind.Test) is { } unit)
        {
            steps.Add(new PlanStep($"Test it on the model of {Prose.Code(unit.Name)} in {Prose.File(test)}.", [new Evidence(test.Id, unit.Span)]));
        }

        return steps.Count < FewestSteps ? null : new RatedRecipe(
            new PlanRecipe("Add a component", [.. steps]),
            2 + (2 * focus.Affinity(template.Id)) + (focus.Owns(template.Id) ? 1 : 0) + (0.5 * steps.Count) + (0.2 * declared.Length));
    }

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
