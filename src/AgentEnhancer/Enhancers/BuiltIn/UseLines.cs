using System.Collections.Immutable;
using AgentEnhancer.Relevance;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Which line shows best that somebody uses a name.</summary>
internal static class UseLines
{
    /// <summary>Users with the lines that rely on what the name takes and returns: <c>settings.cache_clear()</c> asks <c>settings</c> for neither.</summary>
    public static ImmutableArray<SymbolUse> Relying(SymbolLink link) => !Symbols.IsCallable(link.Symbol) ? link.Uses :
    [
        .. link.Uses.Select(u => u with { Lines = [.. u.Lines.Where(l => After(link, u, l) != '.')] }).Where(u => !u.Lines.IsEmpty)
            .Select(u => u with { Lines = [.. u.Lines.OrderByDescending(l => After(link, u, l) is '(' or '<').ThenBy(l => l)] }),
    ];

    private static char After(SymbolLink link, SymbolUse use, int line)
    {
        var text = use.User.Source.Lines[line - 1];
        var at = Identifiers.IndexOf(text, link.Name);
        return at < 0 ? ' ' : Identifiers.After(text, at + link.Name.Length);
    }
}
