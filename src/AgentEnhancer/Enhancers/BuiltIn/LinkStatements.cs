using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What definitions and their uses show: what to call rather than write again, and what breaks with a change.</summary>
internal static class LinkStatements
{
    /// <summary>What is shorter is as soon written as called.</summary>
    private const int ShortestWorth = 3;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var link in facts.Links)
        {
            var users = link.Uses.Where(u => u.User.Role == TemplateRole.Code).ToArray();
            if (Symbols.IsCallable(link.Symbol) && link.Definer.Role == TemplateRole.Code && users.Sum(u => u.Lines.Length) >= 2)
            {
                foreach (var statement in Reuse(link, users))
                {
                    yield return statement;
                }
            }

            if (BlastRadius(link) is { } ask)
            {
                yield return ask;
                foreach (var order in Together(link, ask))
                {
                    yield return order;
                }
            }

            if (RealName(link) is { } name)
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<Statement> Reuse(SymbolLink link, SymbolUse[] users)
    {
        var name = Prose.Code(link.Name);
        var definition = new Evidence(link.Definer.Id, link.Symbol.Span);
        var places = users.Length > 1 ? Prose.Places(users, 2) : [.. users[0].Lines.Take(2).Select(l => new Evidence(users[0].User.Id, LineSpan.Of(l)))];
        var names = users.Take(2).Select(u => Prose.File(u.User)).Distinct().ToArray();

        // Routers by file have many files of one name; then only the places tell them apart.
        var files = Prose.List(names.Length > 1 ? names : [.. places.Select(Prose.Cite)]);
        var doc = CatalogueFacts.DocumentationOf(link.Definer, link.Symbol) is { } comment ? Prose.FirstSentence(comment.Text) : null;
        if (users.Length > 1 && doc is { Length: >= 20 and <= 120 } && char.IsUpper(doc[0]))
        {
            yield return new Statement(
                StatementKind.Practice, $"Call {name}, as {files} do, instead of repeating it: {Prose.Quote(doc)}.", null, null,
                [definition, .. places], $"reuse:{link.Name}", 5.5);
        }

        if (link.Symbol.Span.Length < ShortestWorth || link.Definer.Units.Count(u => u.Name == link.Symbol.Name && ReferenceEquals(u.Parent, link.Symbol.Parent)) > 1)
        {
            // One line is no steps, and of overloads the name alone does not tell which.
            yield break;
        }

        yield return new Statement(
            StatementKind.Never, $"Repeat the steps of {name}", null, $"call it, as {Prose.List([.. places.Select(Prose.Cite)])} do",
            [definition, .. places], $"reuse-never:{link.Name}", 3 + Math.Min(2, users.Length * 0.5));
    }

    private static Statement? BlastRadius(SymbolLink link)
    {
        var uses = UseLines.Relying(link).Where(u => u.User.Role != TemplateRole.Prose).ToArray();
        var lines = uses.Sum(u => u.Lines.Length);
        if (uses.Length == 0 || (uses.Length == 1 && uses[0].User.Role == TemplateRole.Test && (lines < 2 || link.Definer.Role != TemplateRole.Test)) || link.Symbol.Kind is UnitKind.Fixture || IsOverride(link) || IsAccessor(link.Symbol))
        {
            return null;
        }

        // Who is meant by "others" is other templates; of a single one, two of its lines say more.
        var places = uses is [{ Lines: [var first, ..] } only] && only.Lines.FirstOrDefault(l => Math.Abs(l - first) > 1) is > 0 and var next
            ? [new Evidence(only.User.Id, LineSpan.Of(Math.Min(first, next))), new Evidence(only.User.Id, LineSpan.Of(Math.Max(first, next)))] : Prose.Places(uses, 3);
        var what = link.Symbol.Kind switch
        {
            UnitKind.Function or UnitKind.Method or UnitKind.Hook => $"Before changing what {Prose.Code(link.Name)} takes or returns",
            UnitKind.Component => $"Before changing the props of {Prose.Code(link.Name)}",
            _ => $"Before changing {Prose.Code(link.Name)}",
        };
        var kinds = uses.Select(u => UseKinds.Of(link, u)).Distinct().ToArray();
        var isOne = places.Count == 1 && uses.Length == 1;
        var rely = kinds is [UseKind.Derive or UseKind.Implement or UseKind.Inject or UseKind.Render or UseKind.Throw]
            ? (isOne ? UseKinds.Singular(kinds[0]) : UseKinds.Plural(kinds[0])) : isOne ? "relies on" : "rely on";
        var more = uses.Length > places.Count ? " and others" : "";
        return new Statement(
            StatementKind.Ask, $"{what} {Prose.Cite(link.Definer, link.Symbol.SignatureLine)}: {(more.Length == 0 ? Prose.List([.. places.Select(Prose.Cite)]) : string.Join(", ", places.Select(Prose.Cite)))}{more} {rely} it",
            null, null, [new Evidence(link.Definer.Id, LineSpan.Of(link.Symbol.SignatureLine)), .. places], $"blast:{link.Name}", 2.4 + Math.Min(3.2, (uses.Length * 0.8) + (lines * 0.2)))
        {
            IsLastResort = lines == 1,
        };
    }

    /// <summary>The same as an order and as a prohibition, for an agent of whom nothing better is known.</summary>
    private static IEnumerable<Statement> Together(SymbolLink link, Statement ask)
    {
        var isCallable = Symbols.IsCallable(link.Symbol);
        if (!isCallable && link.Symbol.Kind is not (UnitKind.Component or UnitKind.Record or UnitKind.Struct))
        {
            // Whoever only names a type may not care what it consists of.
            yield break;
        }

        var what = isCallable ? $"what {Prose.Code(link.Name)} takes or returns"
            : link.Symbol.Kind == UnitKind.Component ? $"the props of {Prose.Code(link.Name)}" : $"the members of {Prose.Code(link.Name)}";
        var places = Prose.List([.. ask.Evidence.Skip(1).Select(Prose.Cite)]);
        yield return ask with { Kind = StatementKind.Always, Text = $"Adapt callers such as {places} when {what} changes", Worth = ask.Worth - 0.5, IsLastResort = true };
        yield return ask with { Kind = StatementKind.Never, Text = $"Change {what} without its callers", Instead = $"adapt {places} in the same change", Worth = ask.Worth - 0.5, IsLastResort = true };
    }

    /// <summary>What it takes and returns is laid down elsewhere.</summary>
    private static bool IsOverride(SymbolLink link) =>
        link.Symbol.Attributes.Any(a => a.Contains("override", StringComparison.OrdinalIgnoreCase))
        || link.Definer.Source.Code[link.Symbol.SignatureLine - 1].Split(' ').Contains("override");

    public static bool IsAccessor(Unit unit) => unit.Kind == UnitKind.Method && unit.Span.Length <= 3
        && (unit.Name.StartsWith("get", StringComparison.Ordinal) || unit.Name.StartsWith("set", StringComparison.Ordinal) || unit.Name.StartsWith("is", StringComparison.Ordinal));

    /// <summary>The definition has only a placeholder, but others call it by name.</summary>
    private static Statement? RealName(SymbolLink link)
    {
        if (string.Equals(link.Symbol.Name, link.Name, StringComparison.Ordinal) || link.Uses.Length == 0
            || !link.Definer.Source.Placeholders.Any(p => link.Symbol.Name.Contains(p.Text, StringComparison.Ordinal)))
        {
            return null;
        }

        var place = new Evidence(link.Definer.Id, LineSpan.Of(link.Symbol.SignatureLine));
        var use = Prose.Places(link.Uses, 1)[0];
        return new Statement(
            StatementKind.Always, $"Fill {Prose.Code(link.Symbol.Name)} in {Prose.Cite(place)} with {Prose.Code(link.Name)}: {Prose.Cite(use)} uses that name",
            null, null, [place, use], $"name:{link.Name}", 3.5);
    }
}
