using AgentEnhancer.Relevance;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What the excerpts of one document show, by name; no two alike.</summary>
internal sealed class ExampleTitles(AgentFocus focus, CatalogueFacts facts)
{
    private const int MostNames = 3;

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>Parts of a file that have no name of their own get the file's.</summary>
    public string Of(Template template, Excerpt excerpt)
    {
        var title = Named(template, excerpt) ?? Prose.File(template);
        if (!_given.Add(title))
        {
            var ofFile = $"{title} of {Prose.File(template)}";
            title = title == Prose.File(template) || !_given.Add(ofFile)
                ? $"{title}, {(excerpt.Span.Length == 1 ? "line" : "lines")} {InlineText.Number(excerpt.Span.First)} to {InlineText.Number(excerpt.Span.Last)}" : ofFile;
            _given.Add(title);
        }

        return title;
    }

    private string? Named(Template template, Excerpt excerpt)
    {
        var named = excerpt.Units.Where(u => u.Kind is not (UnitKind.Statements or UnitKind.Element) && !TellingParts.IsCall(u) && !Symbols.IsPattern(u)).ToArray();
        if (named.Length == 0 || excerpt.Span.Length == template.LineCount)
        {
            return null;
        }

        // Fields and constants are not what one opens a run of members for.
        var holder = named[0].Parent is { } type && Symbols.IsType(type) ? type : null;
        var members = named.Where(u => u.Kind is not (UnitKind.Value or UnitKind.Property) && !IsConstructor(u)).ToArray();
        var shown = members.Length > 0 && holder is not null ? members : named;
        var names = shown.Select(u => Prose.Code(UnitNames.Of(template, u, facts))).Distinct(StringComparer.Ordinal).ToArray();
        var title = names.Length > MostNames ? $"{names[0]} to {names[^1]}" : Prose.List(names);
        if (named[0].Kind is UnitKind.Section or UnitKind.Block)
        {
            return $"{title} of {Prose.File(template)}";
        }

        if (holder is null || (shown.Length == 1 && shown[0].Name == holder.Name) || !shown.Any(IsOfAnyType))
        {
            return title;
        }

        return $"{title} of {Prose.Code(UnitNames.Of(template, holder, facts))}";
    }

    private static bool IsConstructor(Unit unit) => unit.Kind == UnitKind.Constructor || unit.Name is "__init__" or "constructor" or "__construct" or "initialize" || unit.Name == unit.Parent?.Name;

    /// <summary>A name that says little without the type: constructors, and what another of the agent's templates has as well.</summary>
    private bool IsOfAnyType(Unit unit) => IsConstructor(unit) || unit.Name.StartsWith('$')
        || focus.Home.SelectMany(t => t.Units).Count(u => u.Name == unit.Name && u.Kind == unit.Kind) > 1;
}
