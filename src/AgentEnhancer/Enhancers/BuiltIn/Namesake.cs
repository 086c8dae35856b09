using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The unit that a file is named after: of several in it, the one that one opens the file for.</summary>
internal static class Namesake
{
    /// <summary>Null where the file has only one unit, or where no unit, or more than one, has the file's name.</summary>
    public static Unit? Of(Template template)
    {
        var stem = Terms.Of(Symbols.Stem(template.FileName));
        var units = template.Units.Where(u => u.Level == 0 && (Symbols.IsType(u) || Symbols.IsCallable(u))).ToArray();
        if (stem.Count == 0 || units.Length < 2)
        {
            return null;
        }

        var alike = units.Select(u => (Unit: u, Shared: Shared(stem, Terms.Of(u.Name)))).Where(u => u.Shared > 0).OrderByDescending(u => u.Shared).ToArray();
        return alike.Length == 0 || (alike.Length > 1 && alike[1].Shared == alike[0].Shared) ? null : alike[0].Unit;
    }

    /// <summary>How many words the two share, if they end alike: what a thing is called by stands last.</summary>
    private static int Shared(List<string> stem, List<string> name) =>
        name.Count > 0 && name[^1] == stem[^1] ? name.Intersect(stem, StringComparer.Ordinal).Count() : 0;
}
