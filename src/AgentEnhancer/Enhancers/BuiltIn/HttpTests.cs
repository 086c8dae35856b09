using System.Text.RegularExpressions;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Tests that send a request to a route: they name its path and its verb, and not the function that answers.</summary>
internal static partial class HttpTests
{
    /// <summary>A part of a path that tells one resource from another.</summary>
    private const int ShortestPart = 3;

    /// <summary>In small letters, as the framework is told of it: <c>post</c>; null for what answers no request.</summary>
    public static string? VerbOf(Member member, IEnumerable<Registration> registrations)
    {
        foreach (var line in member.Unit.Attributes.Concat(registrations.Select(r => r.Template.Source.Lines[r.Line - 1]))
            .Concat(member.Unit.Kind == UnitKind.Route ? [member.Template.Source.Lines[member.Unit.SignatureLine - 1]] : []))
        {
            if (Verb().Match(line) is { Success: true } verb)
            {
                return verb.Groups["verb"].Value.ToLowerInvariant();
            }
        }

        return null;
    }

    /// <summary>Files of tests that name a path of the member's file, or of one that registers it.</summary>
    public static IEnumerable<Template> Of(Member member, IEnumerable<Registration> registrations, CatalogueFacts facts)
    {
        var parts = registrations.Select(r => r.Template).Append(member.Template).Distinct().SelectMany(t => t.Source.Strings).SelectMany(s => Parts(s.Value)).ToHashSet(StringComparer.Ordinal);
        return facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Test && Languages.Family(t.Language) == Languages.Family(member.Template.Language)
            && t.Source.Strings.Any(s => Parts(s.Value).Any(parts.Contains)));
    }

    /// <summary>Before any other: what is sent after it looks at what became of the first.</summary>
    public static bool Sends(Template test, Unit unit, string verb) =>
        Enumerable.Range(unit.Span.First, unit.Span.Length).Select(l => Request().Match(test.Source.Code[l - 1])).FirstOrDefault(m => m.Success) is { } sent
        && sent.Groups["verb"].Value.Equals(verb, StringComparison.OrdinalIgnoreCase);

    /// <summary><c>orders</c> and <c>cancel</c> of <c>/api/v1/orders/:id/cancel</c>.</summary>
    private static IEnumerable<string> Parts(string text) => text.Length == 0 || text[0] != '/' || text.Contains(' ', StringComparison.Ordinal) ? [] :
        text.Split('/', '?').Where(p => p.Length >= ShortestPart && !Version().IsMatch(p) && !Parameter().IsMatch(p));

    [GeneratedRegex(@"(?:^@?\w*(?:\.|Http|Map)?|\bHttp|\bMap|\.)(?<verb>get|post|put|delete|patch)(?:Mapping)?\s*[(\]]|^@(?<verb>Get|Post|Put|Delete|Patch)(?:Mapping)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?:\.|\b)(?<verb>get|post|put|delete|patch)(?:Json|Async|AsJsonAsync|FromJsonAsync)?\s*[(<]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Request();

    [GeneratedRegex(@"^(?:api|v\d+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    // :id, {id:guid} and <id>, and not the {{entity}} that is to be filled in.
    [GeneratedRegex(@"^(?::\w+|\{(?!\{).*|<.*>|\[.*\])$")]
    private static partial Regex Parameter();
}
