using System.Text.RegularExpressions;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>The line that says whose the members of an excerpt are, with the brace that opens the body where nothing else stands between.</summary>
internal static partial class ExampleHead
{
    /// <summary>Lines over which the parameters of a type may run.</summary>
    private const int Longest = 4;

    /// <summary>None where the excerpt shows it itself, or where its end is in doubt.</summary>
    public static IEnumerable<LineSpan> Of(Template template, Excerpt excerpt)
    {
        if (excerpt.Units is not [{ Parent: { } type }, ..] || !(Symbols.IsType(type) || type.Kind == UnitKind.Implementation) || type.SignatureLine >= excerpt.Span.First)
        {
            yield break;
        }

        var last = type.SignatureLine;
        for (var depth = Depth(last); depth > 0 && last < excerpt.Span.First - 1 && last - type.SignatureLine < Longest; depth += Depth(last))
        {
            last++;
        }

        // class A
        //     extends B {
        while (!template.Source.Code[last - 1].TrimEnd().EndsWith('{') && last < excerpt.Span.First - 1 && last - type.SignatureLine < Longest && GoesOn().IsMatch(template.Source.Code[last]))
        {
            last++;
        }

        if (Brackets.AreBalanced(string.Concat(Enumerable.Range(type.SignatureLine, last - type.SignatureLine + 1).Select(Code))))
        {
            var opens = last < excerpt.Span.First - 1 && template.Source.Code[last].AsSpan().Trim() is "{";
            yield return new LineSpan(type.SignatureLine, opens ? last + 1 : last);
        }

        // What opens the body is not counted.
        string Code(int line) => template.Source.Code[line - 1].TrimEnd() is var code && code.EndsWith('{') ? code[..^1] : template.Source.Code[line - 1];
        int Depth(int line) => Brackets.Depth(Code(line));
    }

    [GeneratedRegex(@"^\s+(?:extends|implements|with|where|:|,)\s")]
    private static partial Regex GoesOn();
}
