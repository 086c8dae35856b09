using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What must grow together by the rules of the language or by the way it is written: interfaces and those who implement them, types and where they are registered.</summary>
internal static partial class ContractStatements
{
    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates)
        {
            foreach (var contract in template.Units.Where(u => u.Kind is UnitKind.Interface or UnitKind.Trait))
            {
                foreach (var statement in Implementers(facts, template, contract))
                {
                    yield return statement;
                }
            }
        }

        foreach (var link in facts.Links)
        {
            foreach (var use in link.Uses)
            {
                if ((Symbols.IsType(link.Symbol) && link.Symbol.Kind is not (UnitKind.Interface or UnitKind.Trait)) || Symbols.IsCallable(link.Symbol) || link.Symbol.Kind == UnitKind.Value)
                {
                    if (Registration(link, use) is { } registration)
                    {
                        yield return registration;
                    }
                }
            }
        }
    }

    private static IEnumerable<Statement> Implementers(CatalogueFacts facts, Template template, Unit contract)
    {
        var name = UnitNames.Of(template, contract, facts);
        var places = new List<(Template Template, Unit Unit)>();
        var users = facts.LinksByDefiner[template.Id].Where(l => ReferenceEquals(l.Symbol, contract)).SelectMany(l => l.Uses.Select(u => u.User));
        foreach (var candidate in users.Prepend(template).Distinct())
        {
            places.AddRange(candidate.Units
                .Where(u => u.Kind is UnitKind.Class or UnitKind.Record or UnitKind.Struct or UnitKind.Implementation && !ReferenceEquals(u, contract) && (candidate.Language == "rust" ? IsImplementation(candidate, u, name, facts) : NamesAsBase(candidate, u, name)))
                .Select(u => (candidate, u)));
        }

        places = [.. places.DistinctBy(p => p.Unit.Name)];
        // The cases of a closed type are no implementers: nobody adds an operation for them.
        if (places.Count == 0 || contract.Span.Length < 3 || places.Any(p => ReferenceEquals(p.Template, template) && contract.Span.Contains(p.Unit.Span)) || IsSealed().IsMatch(template.Source.Code[contract.SignatureLine - 1]))
        {
            yield break;
        }

        // What takes a trait of Rust is generic in it, or says dyn: the compiler tells.
        if (template.Language != "rust" && DependsOnContractOnly(facts, template, contract, name, [.. places.Select(p => p.Unit)]) is { } never)
        {
            yield return never;
        }

        if (template.Role == TemplateRole.Code && StandIn(facts, name, new Evidence(template.Id, LineSpan.Of(contract.SignatureLine)), places) is { } fake)
        {
            yield return fake;
        }

        // A mock writes no operation: a library makes them.
        places.RemoveAll(p => p.Template.Role == TemplateRole.Test && p.Unit.Span.Length <= 2);
        if (places.Count == 0 || IsOfOneOperation(template, contract) || !HasOperations(template, contract))
        {
            // Who needs another operation of it writes another implementation.
            yield break;
        }

        var names = Prose.List([.. places.Take(3).Select(p => Prose.Code(UnitNames.Of(p.Template, p.Unit, facts)))]);
        yield return new Statement(
            StatementKind.Practice, $"Declare a new operation on {Prose.Code(name)} and write it in {names}.",
            places.Count == 1 ? null : "They implement it.", null,
            [new Evidence(template.Id, contract.Span), .. places.Take(3).Select(p => new Evidence(p.Template.Id, LineSpan.Of(p.Unit.SignatureLine)))],
            $"contract:{name}", 6.5)
        {
            // Of a single one the compiler tells.
            IsLastResort = places.Count == 1,
        };
    }

    /// <summary>A class of the tests implements the interface, and tests make one.</summary>
    private static Statement? StandIn(CatalogueFacts facts, string name, Evidence contract, List<(Template Template, Unit Unit)> places)
    {
        foreach (var (template, unit) in places.Where(p => p.Template.Role == TemplateRole.Test))
        {
            var made = UnitNames.Of(template, unit, facts);
            var tests = facts.LinksByDefiner[template.Id].Where(l => ReferenceEquals(l.Symbol, unit)).SelectMany(l => l.Uses.Select(u => u.User)).Prepend(template).Where(t => t.Role == TemplateRole.Test).Distinct();
            foreach (var test in tests)
            {
                for (var line = 1; line <= test.LineCount; line++)
                {
                    if (Makes(test.Source.Lines[line - 1], made) && !(ReferenceEquals(test, template) && unit.Span.Contains(line)))
                    {
                        return new Statement(
                            StatementKind.Practice, $"Stand in for {Prose.Code(name)} with {Prose.Code(made)} in a new test.", null, null,
                            [new Evidence(test.Id, LineSpan.Of(line)), new Evidence(template.Id, LineSpan.Of(unit.SignatureLine)), contract], $"stand-in:{name}", 5.6);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Code takes the interface and nobody takes the class behind it, but where it is registered.</summary>
    private static Statement? DependsOnContractOnly(CatalogueFacts facts, Template template, Unit contract, string name, Unit[] implementers)
    {
        var user = facts.LinksByDefiner[template.Id].Where(l => ReferenceEquals(l.Symbol, contract)).SelectMany(l => l.Uses)
            .FirstOrDefault(u => u.User.Role == TemplateRole.Code && !u.User.Units.Any(implementers.Contains) && !u.Lines.Any(l => Registers().IsMatch(u.User.Source.Code[l - 1])));
        var link = facts.Links.FirstOrDefault(l => implementers.Contains(l.Symbol) && l.Definer.Role == TemplateRole.Code);
        var isTaken = link?.Uses.Any(u => u.User.Role == TemplateRole.Code && u.Lines.Any(l => !Registers().IsMatch(u.User.Source.Code[l - 1]))) == true;
        var implementer = implementers.FirstOrDefault(i => template.Units.Contains(i)) ?? link?.Symbol;
        if (user is null || isTaken || implementer is null)
        {
            return null;
        }

        var place = new Evidence(user.User.Id, LineSpan.Of(user.Lines[0]));
        return new Statement(
            StatementKind.Never, $"Take {Prose.Code(link?.Name ?? UnitNames.Of(template, implementer, facts))} as a dependency", null, $"take {Prose.Code(name)}, as {Prose.Cite(place)} does",
            [place, new Evidence(template.Id, LineSpan.Of(contract.SignatureLine))], $"depend:{name}", 6);
    }

    /// <summary>The heads of types may run over lines; the name stands behind the colon, <c>implements</c> or <c>impl</c>.</summary>
    private static bool NamesAsBase(Template template, Unit unit, string name)
    {
        for (var line = unit.SignatureLine; line <= Math.Min(unit.Span.Last, unit.SignatureLine + 8); line++)
        {
            var source = template.Source.Lines[line - 1];
            var at = Identifiers.IndexOf(source, name);
            if (at > 0 && Head(template, unit, line, at) is var head && Depth(head) == 0 && !Constraint().IsMatch(head) && BaseMark().IsMatch(head))
            {
                return true;
            }

            if (template.Source.Code[line - 1].Contains('{', StringComparison.Ordinal) && !source[..Math.Max(0, at)].Contains("{{", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary><c>impl Mailer for HttpMailer</c>; in <c>impl&lt;M: Mailer&gt; Worker&lt;M&gt;</c> it is what a parameter must be.</summary>
    private static bool IsImplementation(Template template, Unit unit, string name, CatalogueFacts facts) => unit.Kind == UnitKind.Implementation
        && UnitNames.Of(template, unit, facts) is var head && head.IndexOf(" for ", StringComparison.Ordinal) is > 0 and var end
        && Identifiers.IndexOf(head[..end].Split('<')[0], name) >= 0;

    private static bool Makes(string text, string name)
    {
        for (var at = Identifiers.IndexOf(text, name); at >= 0; at = Identifiers.IndexOf(text, name, at + name.Length))
        {
            if (Identifiers.After(text, at + name.Length) == '(')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many parentheses are open: a parameter of a primary constructor is no base.</summary>
    private static int Depth(string code) => code.Count(c => c == '(') - code.Count(c => c == ')');

    private static string Head(Template template, Unit unit, int line, int column) =>
        string.Join(' ', Enumerable.Range(unit.SignatureLine, line - unit.SignatureLine).Select(l => template.Source.Code[l - 1])) + " " + template.Source.Code[line - 1][..column];

    /// <summary>A composition root, router or module that names a type or function in order to make it known.</summary>
    private static Statement? Registration(SymbolLink link, SymbolUse use)
    {
        if (use.User.Role is not TemplateRole.Code)
        {
            return null;
        }

        var line = use.Lines.FirstOrDefault(l => Registers().IsMatch(use.User.Source.Code[l - 1]) && IsNamedItself(use.User.Source.Lines[l - 1], link));
        if (line == 0 || (Symbols.IsCallable(link.Symbol) && Uses().IsMatch(use.User.Source.Code[line - 1])))
        {
            // That one function runs before all others says nothing of a new one.
            return null;
        }

        var shown = use.User.Source.Lines[line - 1].Trim().TrimEnd(';', ',');
        if (shown.Length > 90 || !Brackets.AreBalanced(use.User.Source.Code[line - 1]))
        {
            return null;
        }

        return new Statement(
            StatementKind.Always, $"Make a new {Noun(link)} like {Prose.Code(link.Name)} known in {Prose.File(use.User)}, as {Prose.Code(shown)} does", null, null,
            [new Evidence(link.Definer.Id, LineSpan.Of(link.Symbol.SignatureLine)), new Evidence(use.User.Id, LineSpan.Of(line))], $"register:{use.User.Id}", 5.5);
    }

    [GeneratedRegex(@"\.use\(")]
    private static partial Regex Uses();

    /// <summary>"Value" says nothing of <c>orderRouter</c>.</summary>
    private static string Noun(SymbolLink link) => link.Symbol.Kind != UnitKind.Value ? Prose.KindWord(link.Symbol)
        : LastWord().Match(link.Name) is { Success: true } word ? word.Value.ToLowerInvariant() : "value";

    /// <summary>A handler's or a strategy's: generic in what it works on, with one operation.</summary>
    private static bool IsOfOneOperation(Template template, Unit contract) =>
        template.Source.Code[contract.SignatureLine - 1].Contains('<', StringComparison.Ordinal)
        && template.Units.Count(u => ReferenceEquals(u.Parent, contract)) <= 1
        && Enumerable.Range(contract.SignatureLine + 1, Math.Max(0, contract.Span.Last - contract.SignatureLine)).Sum(l => template.Source.Code[l - 1].Count(c => c == '(')) == 1;

    /// <summary>What only says which data there is has nothing to be written elsewhere.</summary>
    private static bool HasOperations(Template template, Unit contract) =>
        Enumerable.Range(contract.SignatureLine + 1, Math.Max(0, contract.Span.Last - contract.SignatureLine)).Any(l => template.Source.Code[l - 1].Contains('(', StringComparison.Ordinal));

    /// <summary>Not <c>Routes</c> of <c>Register(Routes.Editor, …)</c>: what has no method only lends a name to what is made known.</summary>
    private static bool IsNamedItself(string line, SymbolLink link)
    {
        var end = line.IndexOf(link.Name, StringComparison.Ordinal) + link.Name.Length;
        return end >= line.Length || line[end] != '.' || !Symbols.IsType(link.Symbol)
            || link.Definer.Units.Any(u => u.Kind == UnitKind.Method && ReferenceEquals(u.Parent, link.Symbol));
    }

    [GeneratedRegex(@"(?::(?!:)|\bimplements\b|\bextends\b|\bwith\b|\bimpl\b|,)\s*(?:[\w<>,.\s{}]*[,\s])?$")]
    private static partial Regex BaseMark();

    [GeneratedRegex(@"\bsealed\s+(?:interface|trait)\b")]
    private static partial Regex IsSealed();

    [GeneratedRegex(@"[A-Z]?[a-z]{2,}$")]
    private static partial Regex LastWord();

    // Bases end where the constraints of type parameters begin.
    [GeneratedRegex(@"\bwhere\s+\w+\s*:")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\b(?:Add(?:Scoped|Singleton|Transient|HostedService|DbContext|Keyed\w+|Validators?\w*)|Map[A-Z]\w+|TryAdd\w+|include_router|add_api_route|register|Register\w*|add_url_rule|mount|route|Route|merge|nest|with_state|HandleFunc|Handle|app\.use|router\.use|provide|bind|bindTo|createApp|urlpatterns|path|re_path|add_middleware|add_task|addRoute|createBrowserRouter)\s*(?:<|\()")]
    private static partial Regex Registers();
}
