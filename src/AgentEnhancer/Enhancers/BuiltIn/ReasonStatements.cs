using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>
/// Why something is as it is, in its author's words: <c>Keep `retries: 0`: “the gateway tries again already, two would multiply”</c>. Such a
/// remark orders nothing, so it is no rule; but who changes the line without knowing it breaks what it was written for.
/// </summary>
internal static partial class ReasonStatements
{
    public const string Source = "reason:";

    private const int Shortest = 20;

    /// <summary>"handlers, no mediator" says what is there.</summary>
    private const int ShortestClaim = 32;
    private const int Longest = 180;
    private const int MostSentences = 3;
    private const double WorthOfReason = 7;
    private const double WorthOfClaim = 6;

    /// <summary>It says how things are, and leaves what follows from that to the reader.</summary>
    private const double WorthOfFact = 5.6;

    public static IEnumerable<Statement> From(CatalogueFacts facts) => facts.Catalogue.Templates
        .Where(t => t.Role is not TemplateRole.Prose)
        .SelectMany(t => t.Source.Comments
            .Where(c => !(c.IsTrailing && t.Language is "makefile") && MarkerStatements.Of(c) is null && !NormativeStatements.SpeaksIn(t, c))
            .SelectMany(c => Of(t, c)));

    /// <summary>Said as an order or as a prohibition, whichever the document has room for: one topic, so never both.</summary>
    private static IEnumerable<Statement> Of(Template template, Comment comment)
    {
        CommentSentence[] sentences = [.. CommentSentences.Of(template, comment)];
        if (sentences.Length is 0 or > MostSentences || sentences.Skip(1).Any(s => s.Before is null)
            || !sentences.All(s => NormativeGrammar.IsQuotable(s.Text)) || OpensWithPronoun().IsMatch(sentences[0].Text))
        {
            yield break;
        }

        var text = string.Join(' ', sentences.Select(s => s.Text)).TrimEnd('.');
        var isOrder = sentences.Any(s => IsOrder(s.Text));
        var isTold = comment.IsDocumentation ? !IsOfTests(template, comment) && IsOfUse(text, sentences.Length) : isOrder || IsReason(text) || ReasonFacts.IsFact(text);
        if (text.Length is < Shortest or > Longest || !isTold || ReasonSubject.Of(template, comment) is not { } subject
            || (IsDescription(subject, text) && !Gives().IsMatch(text))
            || (comment.IsDocumentation && subject.Code == template.FileName && text == template.Purpose?.TrimEnd('.')))
        {
            yield break;
        }

        // That the line stays is all that follows from the remark, and not even that where it tells how to change it.
        var stays = subject.IsWhole && !isOrder && !TogetherWith().IsMatch(text) && !IsOpen(template, subject.Code);
        var said = $"{Prose.Code(subject.Code)}: {Prose.Quote(text)}";
        var order = new Statement(
            StatementKind.Always, stays ? $"Keep {said}" : said, null, null,
            [new Evidence(template.Id, new LineSpan(Math.Min(comment.Span.First, subject.Line), Math.Max(comment.Span.Last, subject.Line)))],
            $"{Source}{text}", Connects().IsMatch(text) ? WorthOfReason : comment.IsDocumentation || !IsReason(text) ? WorthOfFact : WorthOfClaim);
        yield return order;
        if (stays)
        {
            // The line itself may well change: the remark tells what has to hold then.
            yield return order with { Kind = StatementKind.Never, Text = $"Touch {Prose.Code(subject.Code)} without heeding: {Prose.Quote(text)}", Worth = order.Worth - 2.5 };
        }
    }

    /// <summary>What the line says is left to fill in: <c>title: '{{title}}'</c>.</summary>
    private static bool IsOpen(Template template, string code) => template.Source.Placeholders.Any(p => code.TrimEnd('\'', '"', '`').EndsWith(p.Text, StringComparison.Ordinal)
        && code.TrimEnd('\'', '"', '`')[..^p.Text.Length].TrimEnd('\'', '"', '`', ' ') is var before && (before.EndsWith(':') || before.EndsWith('=')));

    /// <summary>Documentation says mostly what its unit does; it is of use where it excludes something, beside what it says first.</summary>
    private static bool IsOfUse(string text, int sentences) => !Passing().IsMatch(text) && (!Asks().IsMatch(text) || (sentences > 1 && text.StartsWith("What ", StringComparison.Ordinal)))
        && ((Excludes().IsMatch(text) && HasClauses().IsMatch(text) && (sentences > 1 || !(ThirdPerson().IsMatch(text) || Narrates().IsMatch(text)))) || Gives().IsMatch(text));

    /// <summary>What a test or a suite is about binds nobody.</summary>
    private static bool IsOfTests(Template template, Comment comment) =>
        template.Units.Any(u => u.Kind is UnitKind.Test or UnitKind.TestSuite && u.Span.Contains(comment.Span) && comment.Span.First <= u.SignatureLine);

    /// <summary>What could not be quoted as the order that it is.</summary>
    private static bool IsOrder(string sentence) => char.IsUpper(sentence[0]) && NormativeGrammar.IsRule(sentence);

    /// <summary>"Open takes …" above <c>Open</c> documents it.</summary>
    private static bool IsDescription(ReasonSubject subject, string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', ':', ',');
        return end > 2 && Identifiers.Names(subject.Code, text[..end]) && (!subject.IsWhole || subject.Code.StartsWith(text[..end], StringComparison.Ordinal));
    }

    private static bool IsReason(string text) =>
        !Passing().IsMatch(text) && (Connects().IsMatch(text) || (text.Length >= ShortestClaim && Claims().IsMatch(text) && HasClauses().IsMatch(text) && !Narrates().IsMatch(text)));

    // What joins a thing and its reason.
    [GeneratedRegex("""
        \b(?:otherwise|or\ else|because|so\ that|hence|therefore|on\ purpose|deliberate(?:ly)?|intentional(?:ly)?|only\ ever|is\ what)\b
        |\bso\ (?!far\b|that\ we\ can\b)\w+\ \w+
        |\bwithout\ (?:it|them|this|a|an|the)\b|\bwithout\ \S+(?:\ \S+)?,?\ (?:\S+\ ){2,}
        |\bcannot\ \w+|\bcan't\ \w+|\bmust\ (?:match|come|stay|be|run|not|never)\b
        |\bwould\ (?!like|be\ nice|you\b)\w+|,\ or\ (?:\S+\ ){2,}
        |\balready\ \w+(?:ed|en|wn|ne|nt)\ by\b|\b(?:leave|keep)\ (?:it|them|this|these|in\ (?:step|sync))\b|\bin\ step\ with\b
        |\binstead\ of\b|\bis\ a\ bug\b|\brather\ than\b|\border\ matters\b|^keep\ (?!in\ mind|going)\S+\ \S+\ \S+|^guards?\ against\b|^unlike\b|\band\ not\ \w+|\blets?\ (?!us\b|me\b)\w+\ \w+
        |^bump\b[^.]*\bwhen\b|\bmay\ \w+\ [^.]*\bagain\b|^or\ (?:the|an?|it|they|we|every|each)\ \S+\ \S+|\binstead$|^no\ \S+(?:\ \S+)?,\ we\b|^(?:longer|shorter|more|less|higher|lower|bigger|smaller|larger|later|earlier)\ than\b|:\ (?:they|it|these)\ (?!is\b|are\b)\w+|^(?:if|when)\b[^,]*\b(?:twice|again|still)\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Connects();

    [GeneratedRegex(@"\b(?:so that|because|otherwise|or else|never|on purpose|so (?:convert|use|keep|call|pass|check|take|do not|don't))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gives();

    // A word that excludes something: with a second clause it is mostly there to keep the reader from it.
    [GeneratedRegex(@"\b(?:not|no|never|nothing|nobody|none|\w+n't|without|must|needs?|has to|have to|required|only|always|both|same|own|per|alone|stays?|keeps?|leaks?|will|wins?|first|last|once|even|again|twice|itself|too|depends?|exceptions?|reserved)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Claims();

    // In documentation less will do: "the same", "itself", "too" are of any description.
    [GeneratedRegex(@"\b(?:not|no|never|nothing|nobody|none|\w+n't|cannot|without|must|only|always|single|exclusive|per|alone|untouched|wins?|stays?|once|twice)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Excludes();

    [GeneratedRegex(@"\S\S+[,;:)] (?:\S+ )+\S|\S [—–-] \S|\S\. [A-Z0-9@`]")]
    private static partial Regex HasClauses();

    // "Check that no …", "if there is nothing to do, return": what the next lines do.
    [GeneratedRegex(@"^(?:get|fetch|find|check|loop|iterate|go|handle|return|if|when|while|for(?! (?:the|an?)\b)|add|append|remove|delete|update|filter|show|render|display|send|set|create|make|build|init\w*|start|stop|parse|convert|map|read|write|load|save|call|test|verify|ensure|assert|expect|given|then|step|note|configure|define|declare|import|helper|utility|compute|calculate|now|first,|next|finally|default|all|this)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Narrates();

    // What it is said of stands elsewhere.
    [GeneratedRegex(@"^(?:it|they|these|those|he|she|both)(?:'\w+)?\s(?!must\b)", RegexOptions.IgnoreCase)]
    private static partial Regex OpensWithPronoun();

    [GeneratedRegex(@"^(?:how|what|whether|where|which|who|true|false|null|none|a list|an? \w+ (?:that|which|with)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(?!Always\b)[A-Z]\w+[^s\W]s\b(?! (?:are|have|must|may|do|go|come|need|never|belong|live|stay)\b)")]
    private static partial Regex ThirdPerson();

    // What is there for a while, in doubt, or of the one who wrote it.
    [GeneratedRegex($@"\b(?:for now|for the moment|temporar\w*|until (?:we|then|v?\d|it|the (?:new|next))|maybe|perhaps|probably|not sure|(?-i:I)|I'm|my|let's|hopefully|quick|ugly|dirty|legacy|any ?more|remove|delete this|uncomment|commented|example|e\.g|sample|placeholder|adjust|customi[sz]e|optional(?:ly)?|cf|{ReasonFacts.Elsewhere}|ran|blew)\b|(?:^|[,;:.(] ?)see\b|\?", RegexOptions.IgnoreCase)]
    private static partial Regex Passing();

    [GeneratedRegex(@"\b(?:match(?:es)?|in (?:sync|step)|both|bump|change[sd]?|mirrors?|same as|rename|update)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TogetherWith();
}
