using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What "it", "this" and "here" of a quoted sentence mean, so that it can be read away from its place.</summary>
internal static partial class NormativeStatements
{
    /// <summary>The first pronoun whose meaning stands outside the sentence: what follows a clause without one may look back to it.</summary>
    private static string? OpenPronoun(string sentence)
    {
        if (StartsWithPronoun().Match(sentence) is { Success: true } start)
        {
            return start.Value;
        }

        if (AlwaysOpen().Match(sentence) is { Success: true } open)
        {
            return open.Value;
        }

        var back = LooksBack().Match(sentence);

        // "A property of it" is not what "it" means.
        var before = back.Success ? OfIt().Replace(sentence[..back.Index], "") : "";
        return back.Success && !Clause().IsMatch(before) ? back.Value : null;
    }

    /// <summary>What "it" and "this" mean: the unit that the comment leads, the code that it stands behind, or, for a place, the one around it.</summary>
    private static string? Subject(Template template, Comment comment, string sentence, string pronoun)
    {
        var around = template.Units.Where(u => u.Kind != UnitKind.Statements && u.Span.Contains(comment.Span) && Relevance.Identifiers.IsPart(u.Name[^1])).OrderBy(u => u.Span.Length).ToArray();
        if (OfAType().IsMatch(sentence))
        {
            return around.FirstOrDefault(u => u.Kind is UnitKind.Class or UnitKind.Record or UnitKind.Struct or UnitKind.Interface or UnitKind.Enum or UnitKind.Type or UnitKind.Trait)?.Name;
        }

        if (OfAModule().IsMatch(sentence))
        {
            return template.FileName;
        }

        if (around.FirstOrDefault(u => Leads(comment, u)) is { } led)
        {
            return led.Kind == UnitKind.Constructor ? $"{led.Name}()" : led.Name;
        }

        if (comment.IsTrailing)
        {
            var own = template.Source.Code[comment.Span.First - 1];
            return Shown(template.Source.Lines[comment.Span.First - 1][..own.TrimEnd().Length]);
        }

        if (Headless().IsMatch(sentence))
        {
            return Next(template, comment);
        }

        if (IsPlace(pronoun) || OfASurrounding().IsMatch(sentence))
        {
            return around.FirstOrDefault()?.Name ?? (template.Units.All(u => u.SignatureLine > comment.Span.Last) ? template.FileName : null);
        }

        // The first comment of a file that leads nothing speaks of the file.
        return comment.IsDocumentation && around.Length == 0 && !Plural().IsMatch(pronoun) ? template.FileName : null;
    }

    private static bool IsPlace(string pronoun) => pronoun.EndsWith("here", StringComparison.OrdinalIgnoreCase);

    private static bool Leads(Comment comment, Unit unit) =>
        unit.SignatureLine > comment.Span.Last
        || (comment.IsDocumentation && comment.Span.First > unit.SignatureLine && comment.Span.First - unit.SignatureLine <= 2);

    private static bool Mentions(string sentence, string subject)
    {
        var at = sentence.IndexOf(subject, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(sentence[at - 1]))
            && (at + subject.Length == sentence.Length || !char.IsLetterOrDigit(sentence[at + subject.Length]));
    }

    private static string? Shown(string line)
    {
        var text = line.Trim().TrimEnd(';', ',', '{', ' ');
        return text.Length is > 2 and < 60 && Brackets.AreBalanced(text) && !text.Contains('`', StringComparison.Ordinal) ? text : null;
    }

    /// <summary>The line that a remark without a subject stands above: the key of a setting, or a short piece of code whole.</summary>
    private static string? Next(Template template, Comment comment)
    {
        var line = comment.Span.Last + 1;
        if (comment.IsTrailing || line > template.LineCount)
        {
            return null;
        }

        var source = template.Source.Lines[line - 1].Trim();
        if (template.Units.FirstOrDefault(u => u.SignatureLine == line && Relevance.Identifiers.IsPart(u.Name[^1])) is { } unit)
        {
            return unit.Name;
        }

        // The first remark of a block is on the block.
        if (comment.Span.First > 1 && BlockKey().IsMatch(source) && BlockKey().Match(template.Source.Lines[comment.Span.First - 2]) is { Success: true } block && template.Role == TemplateRole.Configuration)
        {
            return block.Groups[1].Value;
        }

        return SettingKey().Match(source) is { Success: true } key && template.Role == TemplateRole.Configuration ? key.Groups[1].Value : Shown(source);
    }

    [GeneratedRegex(@"^(?:it|its|this|they|these|that|those|he|she|both|each(?= of| (?:must|may|has))|here|one of|the same|the two|the (?:only|one|single) \w+|must|needs|has to|have to|should|listens|knows|locks|runs|called|required|always called|takes|registered|shared|stored|off|sync|async)\b|^\w+\s+(?:it|this|these|them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StartsWithPronoun();

    [GeneratedRegex(@"\b(?:(?<!\botherwise )this|these|those(?! (?:of|who|that|which)\b)|in here|here|(?<!\bbetween )the two(?! \w+s\b)|one of them|both of them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AlwaysOpen();

    [GeneratedRegex(@"(?:\b(?:a|an|the|every|each|all|any|no)\s+)?\b\w+\s+of\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex OfIt();

    [GeneratedRegex(@"\b(?:it|its(?! own\b)|them|they|their|one(?=[.,;:]|$))\b", RegexOptions.IgnoreCase)]
    private static partial Regex LooksBack();

    // "a float …: it", "the token, …; they": something was named, and its clause is over.
    [GeneratedRegex(@"\S+\s+\S+.*[:;,—–(]|\b(?:a|an|the|every|each|all|any|no)\s+\w+\b.*\b(?:and|or|but|so|because|that|which|until|before|after|when|while|without|with|outside|inside|of|on|to|for|from|by|as)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\bthis (?:class|type|record|struct|interface|trait|entity|enum|object|one)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfAType();

    [GeneratedRegex(@"\bthis (?:file|package|module|folder|directory|crate)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfAModule();

    [GeneratedRegex(@"\bthis (?:job|step|block|function|method|table|stage|section|resource|component)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfASurrounding();

    [GeneratedRegex(@"^[\s-]*([\w.-]+):\s*$")]
    private static partial Regex BlockKey();

    // What they say, they say of the next line.
    [GeneratedRegex(@"^(?:must|needs|has to|should|stored|off|sync|async|required|shared|no)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Headless();

    [GeneratedRegex(@"^(?:- )?([\w.-]+)\s*[:=](?:\s|$)")]
    private static partial Regex SettingKey();
}
