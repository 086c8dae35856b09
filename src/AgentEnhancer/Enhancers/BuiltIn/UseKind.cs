using System.Text.RegularExpressions;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What one template does with a name that another defines, as far as its lines show it; the most telling of several.</summary>
internal enum UseKind { Use, Call, Render, Inject, Throw, Derive, Implement, Test }

internal static partial class UseKinds
{
    public static UseKind Of(SymbolLink link, SymbolUse use)
    {
        if (use.User.Role == TemplateRole.Test && link.Definer.Role == TemplateRole.Code)
        {
            return TestedByStatements.IsOf(link, use) ? UseKind.Test : UseKind.Use;
        }

        if (Symbols.IsType(link.Symbol) && use.User.Units.FirstOrDefault(u => Symbols.IsType(u) && Heritage.Derives(use.User, u, link.Name)) is { } heir)
        {
            return IsContract(link.Symbol, use.User.Source.Code[heir.SignatureLine - 1], link.Name) ? UseKind.Implement : UseKind.Derive;
        }

        if (use.Lines.Any(l => Raised().IsMatch(Before(use.User, l, link.Name))))
        {
            return UseKind.Throw;
        }

        if (use.Lines.Any(l => IsElement(use.User, l, link.Name)))
        {
            return UseKind.Render;
        }

        return Symbols.IsType(link.Symbol) && use.Lines.Any(l => IsInjected(use.User, l, link.Name)) ? UseKind.Inject
            : Symbols.IsCallable(link.Symbol) && Calls(link, use) ? UseKind.Call
            : UseKind.Use;
    }

    /// <summary>Who only names it, as <c>export { x } from</c> and <c>Depends(x)</c> do, calls nothing; that may be done without parentheses in a few languages.</summary>
    public static bool Calls(SymbolLink link, SymbolUse use) => use.User.Language is "ruby" or "elixir" or "shell" or "scala" or "haskell"
        || use.Lines.Any(l => Identifiers.IndexOf(use.User.Source.Lines[l - 1], link.Name) is >= 0 and var at && Identifiers.After(use.User.Source.Lines[l - 1], at + link.Name.Length) is '(' or '<' or '!' or '`');

    /// <summary><c>calls</c>: what one template does.</summary>
    public static string Singular(UseKind kind) => kind switch
    {
        UseKind.Call => "calls",
        UseKind.Render => "renders",
        UseKind.Inject => "injects",
        UseKind.Throw => "throws",
        UseKind.Derive => "derives from",
        UseKind.Implement => "implements",
        UseKind.Test => "tests",
        _ => "uses",
    };

    /// <summary><c>call</c>: what several do, and what is asked of one who adds another.</summary>
    public static string Plural(UseKind kind) => kind switch
    {
        UseKind.Derive => "derive from",
        _ => Singular(kind)[..^1],
    };

    private static bool IsContract(Unit symbol, string head, string name) => symbol.Kind is UnitKind.Interface or UnitKind.Trait
        || head.IndexOf("implements ", StringComparison.Ordinal) is >= 0 and var at && head.IndexOf(name, at, StringComparison.Ordinal) > at;

    /// <summary><c>&lt;Panel title="x"&gt;</c>; <c>List&lt;Panel&gt;</c> has a name before it.</summary>
    private static bool IsElement(Template user, int line, string name) => user.Language is "tsx" or "jsx" or "javascript" or "vue" or "svelte" or "astro" or "razor"
        && Opened().IsMatch(Before(user, line, name)) && After(user, line, name) is "" or [' ' or '/' or '>', ..];

    /// <summary>As a parameter of a constructor, or of a type that takes them by its head.</summary>
    private static bool IsInjected(Template user, int line, string name)
    {
        var unit = user.Units.Where(u => u.Span.Contains(line)).MinBy(u => u.Span.Length);
        return unit is not null && (unit.Kind == UnitKind.Constructor || (unit.Kind == UnitKind.Class && IsInHead(user, unit, line)))
            && (Typed().IsMatch(Before(user, line, name)) ? Ends().IsMatch(After(user, line, name)) : Leads().IsMatch(Before(user, line, name)) && Named().IsMatch(After(user, line, name)));
    }

    private static bool IsInHead(Template user, Unit type, int line) =>
        line >= type.SignatureLine && !Enumerable.Range(type.SignatureLine, line - type.SignatureLine).Any(l => user.Source.Code[l - 1].Contains('{', StringComparison.Ordinal));

    private static string Before(Template user, int line, string name) =>
        Identifiers.IndexOf(user.Source.Lines[line - 1], name) is >= 0 and var at ? user.Source.Lines[line - 1][..at] : "";

    private static string After(Template user, int line, string name) =>
        Identifiers.IndexOf(user.Source.Lines[line - 1], name) is >= 0 and var at ? user.Source.Lines[line - 1][(at + name.Length)..] : "";

    [GeneratedRegex(@"\b(?:throw|raise)\s+(?:new\s+)?(?:\w+\.)*$")]
    private static partial Regex Raised();

    [GeneratedRegex(@"(?:^|[^\w.}])<$")]
    private static partial Regex Opened();

    /// <summary><c>private readonly orders: </c></summary>
    [GeneratedRegex(@"\w\??:\s*$")]
    private static partial Regex Typed();

    [GeneratedRegex(@"^\s*(?:<[^<>()]*>)?\s*(?:[,)=]|$)")]
    private static partial Regex Ends();

    /// <summary>Where a parameter may begin, with what may stand before its type.</summary>
    [GeneratedRegex(@"(?:^|[(,])\s*(?:\[[^\]]*\]\s*|@\w+(?:\([^()]*\))?\s*)*(?:(?:private|public|protected|internal|readonly|final|const)\s+)*$")]
    private static partial Regex Leads();

    [GeneratedRegex(@"^(?:<[^<>]*>)?\??\s+[@$]?\w+\s*(?:[,)=]|$)")]
    private static partial Regex Named();
}
