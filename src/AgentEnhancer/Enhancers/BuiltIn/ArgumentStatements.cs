using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What every call of a function hands over in the same place: a new call should too.</summary>
internal static partial class ArgumentStatements
{
    private const int FewestCalls = 2;

    private sealed record Call(Template Template, Unit Caller, int Line, string[] Arguments);

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var link in facts.Links.Where(l => Symbols.IsCallable(l.Symbol) && l.Definer.Role == TemplateRole.Code))
        {
            var calls = link.Uses.Where(u => u.User.Role == TemplateRole.Code).SelectMany(u => u.Lines.Select(l => Read(link, u.User, l))).ToArray();
            if (calls.Length < FewestCalls || calls.Contains(null) || calls.DistinctBy(c => c!.Caller).Count() < FewestCalls)
            {
                continue;
            }

            var fewest = calls.Min(c => c!.Arguments.Length);
            for (var i = 0; i < fewest; i++)
            {
                var argument = calls[0]!.Arguments[i];
                if (!calls.All(c => string.Equals(c!.Arguments[i], argument, StringComparison.Ordinal)) || !IsTelling(argument))
                {
                    continue;
                }

                foreach (var statement in Say(link, argument, [.. calls.Select(c => c!)]))
                {
                    yield return statement;
                }
            }
        }
    }

    /// <summary>Offered in each of the callers' templates, so that whoever works there can be told.</summary>
    private static IEnumerable<Statement> Say(SymbolLink link, string argument, Call[] calls)
    {
        foreach (var template in calls.DistinctBy(c => c.Template.Id))
        {
            var shown = calls.Where(c => ReferenceEquals(c.Template, template.Template)).Concat(calls.Where(c => !ReferenceEquals(c.Template, template.Template))).DistinctBy(c => c.Caller).Take(2).ToArray();
            ImmutableArray<Evidence> evidence = [.. shown.Select(c => new Evidence(c.Template.Id, LineSpan.Of(c.Line)))];
            yield return new Statement(
                StatementKind.Always, $"Hand {Prose.Code(argument)} to {Prose.Code(link.Name)}, as {Prose.List([.. evidence.Select(Prose.Cite)])} do",
                null, null, evidence, $"argument:{link.Name}", 5);
        }
    }

    private static Call? Read(SymbolLink link, Template user, int line)
    {
        var at = user.Source.Code[line - 1].IndexOf(link.Name, StringComparison.Ordinal);
        return at >= 0 && CallArguments.Read(user, line, at + link.Name.Length) is { Length: > 0 } arguments && MarkerStatements.Enclosing(user, line) is { } caller
            ? new Call(user, caller, line, arguments)
            : null;
    }

    /// <summary>A property of something, a constant or a fixed text: what has another value at each call is only named alike.</summary>
    private static bool IsTelling(string argument) => argument.Length is >= 4 and <= 60 && Telling().IsMatch(argument);

    [GeneratedRegex(@"^(?:\w+\s*[=:]\s*)?(?:[A-Za-z_]\w*(?:\.\w+)+(?:\(\))?|[A-Z][A-Z0-9_]{3,}|['""][\w./:-]{3,}['""])$")]
    private static partial Regex Telling();
}
