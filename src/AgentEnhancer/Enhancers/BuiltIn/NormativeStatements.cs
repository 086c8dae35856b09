using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
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

    /// <summary>A remark speaks of the code right below.</summary>
    private const int LinesBelow = 3;

    /// <summary>In an author's words: an order, or the reason of a line.</summary>
    public static bool IsQuote(Statement statement) =>
        statement.Topic.StartsWith(Source, StringComparison.Ordinal) || statement.Topic.StartsWith(ReasonStatements.Source, StringComparison.Ordinal);

    /// <summary>Something of the comment is an order.</summary>
    public static bool SpeaksIn(Template template, Comment comment) => Of(template, comment).Any();

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates.Where(t => t.Role is not TemplateRole.Prose))
        {
            foreach (var comment in template.Source.Comments.Where(c => MarkerStatements.Of(c) is null && !(c.IsTrailing && template.Language is "makefile")))
            {
                foreach (var statement in Of(template, comment))
                {
                    yield return statement;
                }
            }
        }
    }

    private static IEnumerable<Statement> Of(Template template, Comment comment)
    {
        var isInside = IsInside(template, comment);
        CommentSentence[] sentences = [.. CommentSentences.Of(template, comment)];
        for (var i = 0; i < sentences.Length; i++)
        {
            var sentence = sentences[i];
            var mate = Mate(template, comment, sentences, i);
            if (!StartsWhole(template, comment, sentence, sentences.Length)
                || NormativeGrammar.KindOf(sentence.Text, isInside, comment.IsDocumentation && sentence.IsFirst, mate is not null) is not { } kind)
            {
                continue;
            }

            if (Together(template, comment, sentence, mate) is not var (text, lines))
            {
                continue;
            }

            if (kind == StatementKind.Never && sentence.Before is { } affirmed && text.Contains(affirmed.Text, StringComparison.Ordinal) && NormativeGrammar.KindOf(affirmed.Text, isInside, opensDocumentation: false, hasMate: true) != StatementKind.Never)
            {
                // "It comes from the token. Never take it from the body": under Never the first would be turned round.
                kind = StatementKind.Always;
            }

            text = Placed(template, comment, Summarised(template, comment, sentence, text));

            yield return new Statement(
                kind, kind == StatementKind.Practice ? $"{text}." : kind == StatementKind.Never ? PlacedLast(text) : text, null, null, [new Evidence(template.Id, lines)], $"{Source}{sentence.Text}", 7.5)
            {
                IsOfAll = NormativeGrammar.IsOfAll(sentence.Text),
            };

            // Two rules of one breath are one statement.
            if (mate?.Before == sentence && text.Contains(mate.Text.TrimEnd('.'), StringComparison.Ordinal))
            {
                i++;
            }
        }
    }

    /// <summary>The other sentence of a remark of two: neither says all without the other. A summary says what is there, not what is asked.</summary>
    private static CommentSentence? Mate(Template template, Comment comment, CommentSentence[] sentences, int i)
    {
        var sentence = sentences[i];
        var next = i + 1 < sentences.Length && sentences[i + 1].Before == sentence ? sentences[i + 1] : null;
        if (sentence.Before is { Before: null } before && next is null)
        {
            return (IsSummary(template, comment, before) && !NormativeGrammar.IsRule(before.Text)) || NounPhrase().IsMatch(before.Text) || OfASurrounding().IsMatch(sentence.Text) ? null : before;
        }

        var isOfTwo = sentence.Before is null && next is not null && (i + 2 >= sentences.Length || sentences[i + 2].Before != next);
        return isOfTwo && !(comment.IsDocumentation && sentence.IsFirst) ? next : null;
    }

    /// <summary>The first sentence of documentation, or "fail maps an error …" above <c>fail</c>.</summary>
    private static bool IsSummary(Template template, Comment comment, CommentSentence sentence) =>
        sentence.IsFirst && (comment.IsDocumentation || template.Units.Any(u => Leads(comment, u) && u.Span.Contains(comment.Span) && sentence.Text.StartsWith($"{u.Name} ", StringComparison.Ordinal)));

    /// <summary>The first sentence of documentation is said of what it documents, and of nothing else: <c>`Reject`: “Do not try again”</c>.</summary>
    private static string Summarised(Template template, Comment comment, CommentSentence sentence, string text)
    {
        var unit = comment.IsDocumentation && sentence.IsFirst && text.StartsWith(Prose.Quote("")[0])
            ? template.Units.Where(u => u.Level > 0 && u.Kind != UnitKind.Statements && u.Span.Contains(comment.Span) && Leads(comment, u)).OrderBy(u => u.Span.Length).FirstOrDefault()
            : null;
        return unit is null || Mentions(sentence.Text, unit.Name) ? text : $"{Prose.Code(unit.Name)}: {text}";
    }

    /// <summary>A remark that begins small, or with a phrase of few words, goes on from the line that it stands at: <c>`stop()`: “gates first: …”</c>.</summary>
    private static string Placed(Template template, Comment comment, string text) =>
        !comment.IsDocumentation && text.Length > 1 && text[0] == Prose.Quote("")[0] && (char.IsLower(text[1]) || OpensWithPhrase().IsMatch(text.AsSpan(1)))
        && ReasonSubject.Of(template, comment) is { } subject && !Mentions(text, subject.Code)
            ? $"{Prose.Code(subject.Code)}: {text}" : text;

    /// <summary>Under Never, a line that stands first reads as what is forbidden: <c>“do not log in through the page” (`test.use({ … })`)</c>.</summary>
    private static string PlacedLast(string text) => text.IndexOf($": {Prose.Quote("")[0]}", StringComparison.Ordinal) is > 0 and var at && text[0] == '`' && !Identifiers.IsIdentifier(text[1..(at - 1)]) ? $"{text[(at + 2)..]} ({text[..at]})" : text;

    /// <summary>A sentence and its mate, or the sentence alone.</summary>
    private static (string Text, LineSpan Lines)? Together(Template template, Comment comment, CommentSentence sentence, CommentSentence? mate)
    {
        if (mate is not null && NormativeGrammar.IsQuotable(mate.Text) && mate.Text.Length + 1 + sentence.Text.Length < LongestPair)
        {
            var (first, second) = mate.Before == sentence ? (sentence, mate) : (mate, sentence);
            var pair = (Text: Prose.Quote($"{first.Text} {second.Text.TrimEnd('.')}"), Lines: new LineSpan(first.Lines.First, second.Lines.Last));
            if (OfAModule().IsMatch(first.Text) || OfAModule().IsMatch(second.Text))
            {
                return ($"{Prose.Code(template.FileName)}: {pair.Text}", pair.Lines);
            }

            if (OpenPronoun(first.Text) is not { } open)
            {
                return pair;
            }

            if (Subject(template, comment, first.Text, open) is { } subject)
            {
                return Mentions(first.Text, subject) ? pair : ($"{Prose.Code(subject)}: {pair.Text}", pair.Lines);
            }
        }

        return sentence.Text.Length < NormativeGrammar.ShortestSentence ? null
            : Quote(template, comment, sentence)
            // "Don't tell whether it was expired": the order is whole without knowing what it was.
            ?? (AsksIndirectly().IsMatch(sentence.Text) && sentence.IsFirst && mate is null && !comment.IsDocumentation && ReasonSubject.Of(template, comment) is { } at ? ($"{Prose.Code(at.Code)}: {Prose.Quote(sentence.Text.TrimEnd('.'))}", sentence.Lines) : null);
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
        if (pair is not null && !(comment.IsDocumentation && TheseThings().IsMatch(sentence.Text)) && (Plural().IsMatch(pronoun) || (IsPlace(pronoun) && !comment.IsDocumentation)))
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

    /// <summary>With a capital, a number or a name; what the code below names may be any word, and a remark of one phrase needs neither capital nor full stop.</summary>
    private static bool StartsWhole(Template template, Comment comment, CommentSentence sentence, int count)
    {
        var text = sentence.Text;
        if (char.IsUpper(text[0]) || char.IsDigit(text[0]) || CommentSentences.IsName(text))
        {
            return true;
        }

        var end = text.AsSpan().IndexOfAny(' ', ',', ':');
        if (!char.IsLetter(text[0]) || end <= 2)
        {
            return false;
        }

        return template.Units.Any(u => u.Name == text[..end])
            || Enumerable.Range(comment.Span.Last + 1, LinesBelow).TakeWhile(l => l <= template.LineCount).Any(l => Mentions(template.Source.Code[l - 1], text[..end]))
            || (count == 1 && !comment.IsTrailing && text[^1] != '.' && (NormativeGrammar.HasStrongReason(text) || OpensRule().IsMatch(text)));
    }

    /// <summary>Among the statements of a function, not before a unit or at the top of the file.</summary>
    private static bool IsInside(Template template, Comment comment) =>
        template.Units.Any(u => u.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Constructor or UnitKind.Test or UnitKind.Route or UnitKind.Component or UnitKind.Hook or UnitKind.Fixture
            && u.SignatureLine < comment.Span.First && u.Span.Contains(comment.Span))
        && !comment.IsDocumentation;

    [GeneratedRegex(@"^(?:(?:the two|they|these|those|both|one of(?: them)?|both of them|them|their)$|\w+\s+(?:them|these)$)", RegexOptions.IgnoreCase)]
    private static partial Regex Plural();

    [GeneratedRegex(@"^(?:it's|it is|this is|that's|that is|these are|they are|they're)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsState();

    [GeneratedRegex(@"^these \w+s\b", RegexOptions.IgnoreCase)]
    private static partial Regex TheseThings();

    [GeneratedRegex(@"^\S+(?: \S+){0,2}?[:,;.]\s")]
    private static partial Regex OpensWithPhrase();

    [GeneratedRegex(@"\b(?:whether|why|how|when) it\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksIndirectly();

    // No other sentence goes on like this.
    [GeneratedRegex(@"^(?:never|always|do not|don't|every|each|only)\b")]
    private static partial Regex OpensRule();

    [GeneratedRegex(@"^(?:The|A|An) \w+ of (?:\S+ ){0,3}\S+\.$")]
    private static partial Regex NounPhrase();
}
