using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What a type derives from or implements.</summary>
internal static class Heritage
{
    private const int LongestHead = 8;

    /// <summary>The head of the type names the other type outside of the parameters of its constructor: as a base, or as an argument of one.</summary>
    public static bool Names(Template template, Unit type, string name) => Names(template, type, name, withArguments: true);

    /// <summary>As a base alone: <c>IQuery&lt;Order&gt;</c> is no order.</summary>
    public static bool Derives(Template template, Unit type, string name) => Names(template, type, name, withArguments: false);

    /// <summary>What Rust writes of a type beside it: <c>impl Worker</c>, <c>impl Job for Worker</c>.</summary>
    public static IEnumerable<Unit> Implementations(Template template, Unit type) =>
        template.Units.Where(u => u.Kind == UnitKind.Implementation && template.Language == "rust" && IsOf(u.Name, type.Name));

    /// <summary>The type with what is written of it right below.</summary>
    public static LineSpan Whole(Template template, Unit type)
    {
        var last = type.Span.Last;
        foreach (var part in Implementations(template, type).OrderBy(u => u.Span).Where(u => u.Span.First > last))
        {
            if (Enumerable.Range(last + 1, part.Span.First - last - 1).Any(l => template.Source.Lines[l - 1].AsSpan().Trim().Length > 0))
            {
                break;
            }

            last = part.Span.Last;
        }

        return new LineSpan(type.Span.First, last);
    }

    private static bool IsOf(string implementation, string type)
    {
        var at = implementation.IndexOf(" for ", StringComparison.Ordinal);
        return implementation[(at < 0 ? 0 : at + " for ".Length)..].Split('<', ' ')[0] == type;
    }

    private static bool Names(Template template, Unit type, string name, bool withArguments)
    {
        // Types of Rust and Go have no bases; what stands in their heads are their fields.
        if (template.Language is "rust" or "go" && type.Kind is not (UnitKind.Trait or UnitKind.Implementation))
        {
            return false;
        }

        var (depth, arguments) = (0, 0);
        for (var line = type.SignatureLine; line <= Math.Min(type.Span.Last, type.SignatureLine + LongestHead); line++)
        {
            var (code, text) = (template.Source.Code[line - 1], template.Source.Lines[line - 1]);
            for (var i = 0; i < code.Length; i++)
            {
                depth += code[i] is '(' ? 1 : code[i] is ')' ? -1 : 0;
                arguments += withArguments ? 0 : code[i] is '<' or '[' ? 1 : code[i] is '>' or ']' ? -1 : 0;

                // What a type parameter must be is no base.
                if (depth == 0 && (code[i] == '{' || (code.AsSpan(i).StartsWith("where ") && (i == 0 || code[i - 1] == ' '))))
                {
                    return false;
                }

                // Bases stand in brackets in Python, and there is no other use of them in the head.
                if ((depth == 0 || template.Language == "python") && arguments == 0 && text.AsSpan(i).StartsWith(name, StringComparison.Ordinal) && IsWord(text, i, name.Length)
                    && !(line == type.SignatureLine && name == type.Name))
                {
                    return true;
                }
            }

            if (depth == 0 && code.TrimEnd() is [.., ';' or ':'])
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsWord(string text, int start, int length) =>
        (start == 0 || !Identifiers.IsPart(text[start - 1])) && (start + length >= text.Length || !Identifiers.IsPart(text[start + length]));
}
