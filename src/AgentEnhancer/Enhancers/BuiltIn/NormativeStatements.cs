using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>
/// What the authors of the templates ask for in their own comments, quoted whole: must, never, do not, always, only.
/// Strictly filtered, for a comment that only tells what the code does is no rule.
/// </summary>
internal static partial class NormativeStatements
{
    private const string Source = "says:";

    /// <summary>Two sentences in one quote are at most this long.</summary>
    private const int LongestPair = 200;

    public static bool IsQuote(Statement statement) => statement.Topic.StartsWith(Source, StringComparison.Ordinal);

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates.Where(t => t.Role is not TemplateRole.Prose))
        {
            foreach (var comment in template.Source.Comments.Where(c => MarkerStatements.Of(c) is null))
            {
                foreach (var sentence in CommentSentences.Of(template, comment).Where(s => StartsWhole(template, s.Text)))
                {
                    if (NormativeGrammar.KindOf(sentence.Text, IsInside(template, comment), comment.IsDocumentation && sentence.IsFirst) is { } kind
                        && Quote(template, comment, sentence) is var (text, lines))
                    {
                        yield return new Statement(
                            kind, kind == StatementKind.Practice ? $"{text}." : text, null, null, [new Evidence(template.Id, lines)], $"{Source}{sentence.Text}", 6.5);
                    }
                }
            }
        }
    }

    /// <summary>The sentence with what its pronouns stand for; null where that can't be told.</summary>
    private static (string Text, LineSpan Lines)? Quote(Template template, Comment comment, CommentSentence sentence)
    {
        var alone = (Prose.Quote(sentence.Text.TrimEnd('.')), sentence.Lines);
        var pronoun = OpenPronoun(sentence.Text);
        if (pronoun is null)
        {
            return alone;
        }

        // One unit is not "the two", and "it's" says more of what was said than of what follows.
        var pair = Pair(sentence);
        if (pair is not null && (Plural().IsMatch(pronoun) || (IsPlace(pronoun) && !comment.IsDocumentation)))
        {
            return pair;
        }

        if (!IsState().IsMatch(sentence.Text) && Subject(template, comment, sentence.Text, pronoun) is { } subject)
        {
            return Mentions(sentence.Text, subject) ? alone : ($"{Prose.Code(subject)}: {alone.Item1}", alone.Lines);
        }

        return pair;
    }

    private static (string Text, LineSpan Lines)? Pair(CommentSentence sentence) =>
        sentence.Before is { } before && before.Text.Length + 1 + sentence.Text.Length < LongestPair
        && NormativeGrammar.IsQuotable(before.Text) && (char.IsUpper(before.Text[0]) || CommentSentences.IsName(before.Text)) && !StartsWithPronoun().IsMatch(before.Text)
            ? (Prose.Quote($"{before.Text} {sentence.Text.TrimEnd('.')}"), new LineSpan(before.Lines.First, sentence.Lines.Last))
            : null;

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
        return back.Success && !Clause().IsMatch(sentence[..back.Index]) ? back.Value : null;
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
            return led.Name;
        }

        if (comment.IsTrailing)
        {
            var own = template.Source.Code[comment.Span.First - 1];
            return Shown(template.Source.Lines[comment.Span.First - 1][..own.TrimEnd().Length]);
        }

        if (IsPlace(pronoun) || OfASurrounding().IsMatch(sentence))
        {
            return around.FirstOrDefault()?.Name;
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

    /// <summary>With a capital, or with a name: that of the template's own code may be any word.</summary>
    private static bool StartsWhole(Template template, string sentence) =>
        char.IsUpper(sentence[0]) || CommentSentences.IsName(sentence)
        || (char.IsLetter(sentence[0]) && sentence.IndexOf(' ', StringComparison.Ordinal) is > 2 and var end && template.Units.Any(u => u.Name == sentence[..end]));

    /// <summary>Among the statements of a function, not before a unit or at the top of the file.</summary>
    private static bool IsInside(Template template, Comment comment) =>
        template.Units.Any(u => u.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Constructor or UnitKind.Test or UnitKind.Route or UnitKind.Component or UnitKind.Hook or UnitKind.Fixture
            && u.SignatureLine < comment.Span.First && u.Span.Contains(comment.Span))
        && !comment.IsDocumentation;

    [GeneratedRegex(@"^(?:it|its|this|they|these|that|those|he|she|both|each(?= of| (?:must|may|has))|here|one of|the same|the two|the (?:only|one|single) \w+|must|needs|has to|have to|should|listens|knows|locks|runs|called|required|always called)\b|^\w+\s+(?:it|this|these|them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StartsWithPronoun();

    [GeneratedRegex(@"\b(?:this|these|those(?! (?:of|who|that|which)\b)|in here|here|the two(?! \w+s\b)|one of them|both of them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AlwaysOpen();

    [GeneratedRegex(@"\b(?:it|its|them|they|their|one(?=[.,;:]|$))\b", RegexOptions.IgnoreCase)]
    private static partial Regex LooksBack();

    // "a float …: it", "the token, …; they": something was named, and its clause is over.
    [GeneratedRegex(@"\S+\s+\S+.*[:;,—–(]|\b(?:a|an|the|every|each|all|any|no)\s+\w+\b.*\b(?:and|or|but|so|because|that|which|until|before|after|when|while|without|with|outside|inside|of|on|to|for|from|by|as)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(?:(?:the two|they|these|those|both|one of(?: them)?|both of them|them|their)$|\w+\s+(?:them|these)$)", RegexOptions.IgnoreCase)]
    private static partial Regex Plural();

    [GeneratedRegex(@"^(?:it's|it is|this is|that's|that is|these are|they are|they're)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsState();

    [GeneratedRegex(@"\bthis (?:class|type|record|struct|interface|trait|entity|enum)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfAType();

    [GeneratedRegex(@"\bthis (?:package|module|folder|directory|crate)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfAModule();

    [GeneratedRegex(@"\bthis (?:job|step|block|function|method|table|stage|section|resource|component)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfASurrounding();
}
