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
    private const int ShortestSentence = 24;
    private const int LongestSentence = 170;

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates.Where(t => t.Role is not TemplateRole.Prose))
        {
            foreach (var comment in template.Source.Comments.Where(c => MarkerStatements.Of(c) is null))
            {
                foreach (var sentence in Sentences(comment.Text))
                {
                    if (Kind(template, comment, sentence) is { } kind)
                    {
                        yield return Quote(template, comment, sentence, kind);
                    }
                }
            }
        }
    }

    private static Statement Quote(Template template, Comment comment, string sentence, StatementKind kind)
    {
        var place = new Evidence(template.Id, Narrow(template, comment, sentence));
        var quote = Prose.Quote(sentence.TrimEnd('.'));

        // "It must …" needs to be told what it is.
        var subject = Pronoun().IsMatch(sentence) ? Subject(template, comment, place.Span.Last) : null;
        var text = subject is null ? quote : $"{Prose.Code(subject)}: {quote}";
        return new Statement(kind, kind == StatementKind.Practice ? $"{text}." : text, null, null, [place], $"says:{sentence}", 6.5);
    }

    /// <summary>What "it" and "this" mean: the unit that the comment leads, else the line of code behind it.</summary>
    private static string? Subject(Template template, Comment comment, int last)
    {
        var led = template.Units
            .Where(u => u.Span.First <= comment.Span.First && u.SignatureLine > comment.Span.Last && u.Span.Contains(comment.Span) && Relevance.Identifiers.IsPart(u.Name[^1]))
            .OrderBy(u => u.Span.Length).FirstOrDefault();
        if (led is not null)
        {
            return led.Name;
        }

        if (comment.IsTrailing)
        {
            var own = template.Source.Code[comment.Span.First - 1];
            return Shown(template.Source.Lines[comment.Span.First - 1][..own.TrimEnd().Length]);
        }

        var next = Enumerable.Range(comment.Span.Last + 1, Math.Max(0, Math.Min(2, template.LineCount - comment.Span.Last))).FirstOrDefault(l => template.Source.Code[l - 1].Trim().Length > 0);
        return next == 0 || next != comment.Span.Last + 1 ? null : Shown(template.Source.Lines[next - 1]);
    }

    private static string? Shown(string line)
    {
        var text = line.Trim().TrimEnd(';', ',', '{', ' ');
        return text.Length is > 2 and < 60 && Brackets.AreBalanced(text) && !text.Contains('`', StringComparison.Ordinal) ? text : null;
    }

    /// <summary>The lines of the comment on which the sentence starts and ends, as far as they can be told.</summary>
    private static LineSpan Narrow(Template template, Comment comment, string sentence)
    {
        var words = sentence.Split(' ');
        var head = string.Join(' ', words.Take(2));
        var tail = words[^1];
        var first = Enumerable.Range(comment.Span.First, comment.Span.Length).FirstOrDefault(l => Prose.Plain(template.Source.Lines[l - 1]).Contains(head, StringComparison.Ordinal), comment.Span.First);
        var last = Enumerable.Range(first, comment.Span.Last - first + 1).FirstOrDefault(l => Prose.Plain(template.Source.Lines[l - 1]).Contains(tail, StringComparison.Ordinal) && (l > first || words.Length < 16), comment.Span.Last);
        return new LineSpan(first, Math.Max(first, last));
    }

    private static StatementKind? Kind(Template template, Comment comment, string sentence)
    {
        if (sentence.Length is < ShortestSentence or > LongestSentence || Rejected().IsMatch(sentence) || !char.IsUpper(sentence[0]) || !IsBalanced(sentence))
        {
            return null;
        }

        if (Pronoun().IsMatch(sentence) && Subject(template, comment, comment.Span.Last) is null)
        {
            return null;
        }

        if (Orders().IsMatch(sentence))
        {
            return StatementKind.Never;
        }

        if (Requires().IsMatch(sentence))
        {
            // Within a body "must" mostly tells what the next lines do; with its reason it is a rule.
            return !IsInside(template, comment) || Reason().IsMatch(sentence) ? StatementKind.Always : null;
        }

        if (Forbids().IsMatch(sentence))
        {
            return StatementKind.Never;
        }

        return Imperative().IsMatch(sentence) && !IsInside(template, comment) ? StatementKind.Practice : null;
    }

    /// <summary>Sentences of a comment. A blank line, a list item or a heading ends one; a wrapped line does not.</summary>
    private static IEnumerable<string> Sentences(string text) => Paragraphs(text).SelectMany(p => Split(Prose.Plain(p)));

    private static IEnumerable<string> Paragraphs(string text)
    {
        var paragraph = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || ListItem().IsMatch(trimmed))
            {
                if (paragraph.Count > 0)
                {
                    yield return string.Join('\n', paragraph);
                    paragraph.Clear();
                }

                trimmed = ListItem().Replace(trimmed, "");
            }

            if (trimmed.Length > 0)
            {
                paragraph.Add(trimmed);
            }
        }

        if (paragraph.Count > 0)
        {
            yield return string.Join('\n', paragraph);
        }
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' && (i + 1 == text.Length || (text[i + 1] == ' ' && (i + 2 >= text.Length || char.IsUpper(text[i + 2]) || text[i + 2] is '(' or '`')))
                && !text.AsSpan(start, i - start).EndsWith("e.g", StringComparison.Ordinal) && !text.AsSpan(start, i - start).EndsWith("i.e", StringComparison.Ordinal))
            {
                yield return text[start..(i + 1)].Trim();
                start = i + 1;
            }
        }

        // A last sentence without its full stop is whole when its paragraph ends with it.
        if (start < text.Length && text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    /// <summary>Among the statements of a function, not before a unit or at the top of the file.</summary>
    private static bool IsInside(Template template, Comment comment) =>
        template.Units.Any(u => u.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Constructor or UnitKind.Test or UnitKind.Route or UnitKind.Component or UnitKind.Hook or UnitKind.Fixture
            && u.SignatureLine < comment.Span.First && u.Span.Contains(comment.Span))
        && !comment.IsDocumentation;

    private static bool IsBalanced(string text) =>
        text.Count(c => c == '(') == text.Count(c => c == ')') && text.Count(c => c == '`') % 2 == 0 && text.Count(c => c == '"') % 2 == 0;

    [GeneratedRegex(@"[:;—–]|\b(?:because|otherwise|so that|since|or else|else|as)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^(?:this|it|they|these|that|he|she|both|each|here|one|the same|must|needs|has to|have to|should|listens|runs|called|required|always called)\b|^\w+\s+(?:it|this|these|them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^(?:never|do not|don't|avoid)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Orders();

    // An order or a contrast; "x never fails" only tells what is so.
    [GeneratedRegex(@"\b(?:must not|mustn't|must never|may not|should not|should never|shouldn't|do not|don't|not allowed|forbidden)\b|[—–,;:(-]\s*(?:never|not)\s+(?!null|empty|found|yet|only|set|necessarily|just)\w+|[—–]\s*no\s+\w+", RegexOptions.IgnoreCase)]
    private static partial Regex Forbids();

    [GeneratedRegex(@"^always\b|\b(?:must|make sure|be sure to|has to|have to|needs to|need to|remember to|keep (?:in sync|this|these|it))\b|^important:|\b(?:is|are) required (?:to|for|by|before|so)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Requires();

    [GeneratedRegex(@"^(?:Use|Keep|Prefer|Put|Call|Register|Run|Pass|Return|Wrap|Add|Place|Extend|Override|Inject|Name|Import|Declare|Set|Bump|Update|Derive|Replace|Fill)\s+(?:\S+\s+){3,}")]
    private static partial Regex Imperative();

    // Histories, tickets, questions, licences, commented-out code, and what a function does rather than what one must do.
    [GeneratedRegex(@"\b(?:TODO|FIXME|XXX|HACK|copyright|licen[cs]ed?|auto-?generated|eslint|prettier|pragma|noqa|type: ignore|nolint|deprecated|workaround)\b|@(?:param|returns?)\b|[A-Z]{2,}-\d+|#\d+|\?$|^(?:Returns|Raises|Throws|Args|Example|Creates|Gets|Sets|Adds|Checks|If|When|Otherwise)\b|[;{}=]\s*$|=>|\b(?:must|has to|have to|had to) have been\b|://|\b(?:was|were|had|did|used to)\b|\bparent director|\bthis (?:file|template)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rejected();

    [GeneratedRegex(@"^(?:[-*•]|\d+[.)]|[A-Z]\w+:$|[─=~#-]{3,})\s*")]
    private static partial Regex ListItem();
}
