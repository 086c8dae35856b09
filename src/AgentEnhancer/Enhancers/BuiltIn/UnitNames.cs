using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What a unit is called in a sentence: by the name that others use, not by a placeholder that could be anything.</summary>
internal static class UnitNames
{
    public static string Of(Template template, Unit unit, CatalogueFacts facts)
    {
        if (facts.LinksByDefiner[template.Id].FirstOrDefault(l => ReferenceEquals(l.Symbol, unit)) is { } link)
        {
            return link.Name;
        }

        return Symbols.IsLonePlaceholder(unit.Name) && Symbols.IsType(unit) && Symbols.NamesTypesByFile(template.Language) && IsOnlyOne(template, unit)
            && Symbols.Stem(template.FileName) is var stem && facts.UsedNames.Contains(stem) ? stem : unit.Name;
    }

    private static bool IsOnlyOne(Template template, Unit unit) =>
        template.Units.Count(u => u.Level == 0 && Symbols.IsType(u)) == 1 && unit.Level == 0;
}
