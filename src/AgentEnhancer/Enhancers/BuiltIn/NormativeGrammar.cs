using System.Text.RegularExpressions;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>
/// Whether a sentence of a comment asks for something. What is in doubt does not: "never throws" and "is always set" tell what the code
/// does, "was a list before" what it did.
/// </summary>
internal static partial class NormativeGrammar
{
    public const int ShortestSentence = 24;

    /// <summary>A sentence that another stands beside.</summary>
    private const int ShortestOfTwo = 12;

    private const int LongestSentence = 170;

    /// <param name="isInside">Among the statements of a function, where most comments tell what the next line does.</param>
    /// <param name="opensDocumentation">The first sentence of documentation: "Return the name" is what the unit does.</param>
    /// <param name="hasMate">It is quoted with the sentence beside it.</param>
    public static StatementKind? KindOf(string sentence, bool isInside, bool opensDocumentation, bool hasMate = false)
    {
        if (sentence.Length < (hasMate ? ShortestOfTwo : ShortestSentence) || sentence.Length > LongestSentence || !IsQuotable(sentence) || Describes().IsMatch(sentence))
        {
            return null;
        }

        if (Orders().IsMatch(sentence))
        {
            return StatementKind.Never;
        }

        if (OfChange().IsMatch(sentence))
        {
            return StatementKind.Always;
        }

        var hasReason = Reason().IsMatch(sentence);
        if (Requires().IsMatch(sentence) || (hasReason && RequiresWithReason().IsMatch(sentence)))
        {
            // Within a body "must" mostly tells what the next lines do; with its reason it is a rule.
            return !isInside || hasReason || hasMate || ForbidsInside().IsMatch(sentence) ? StatementKind.Always : null;
        }

        if (hasMate && !opensDocumentation && !isInside && Quantifies().IsMatch(sentence))
        {
            return StatementKind.Always;
        }

        if (Excludes().IsMatch(sentence) && (StrongReason().IsMatch(sentence) || hasMate))
        {
            return StatementKind.Never;
        }

        if (ForbidsInside().IsMatch(sentence))
        {
            // "Hides what is closed, do not bypass it": what it does is said first.
            return DescribesFirst().IsMatch(sentence) ? StatementKind.Always : StatementKind.Never;
        }

        if (Forbids().Match(sentence) is { Success: true } forbids && (!isInside || hasReason))
        {
            // "Ids, never models": what holds is said first. Under a heading "Never" it would be turned round.
            return forbids.Value.Contains("never", StringComparison.OrdinalIgnoreCase) && !forbids.Value.StartsWith("should", StringComparison.OrdinalIgnoreCase) ? StatementKind.Always : StatementKind.Never;
        }

        if (Reserves().IsMatch(sentence) || (!opensDocumentation && Settles().IsMatch(sentence)))
        {
            return !isInside || hasReason || hasMate ? StatementKind.Always : null;
        }

        return IsPractice(sentence, isInside, opensDocumentation) ? StatementKind.Practice
            : Should().IsMatch(sentence) && Contrast().IsMatch(sentence) && !isInside ? StatementKind.Always
            : null;
    }

    /// <summary>A rule wherever it stands.</summary>
    public static bool IsRule(string sentence) => KindOf(sentence, isInside: false, opensDocumentation: true, hasMate: true) is not null;

    public static bool HasStrongReason(string sentence) => StrongReason().IsMatch(sentence);

    /// <summary>"Never … in this code base": wherever it stands, it is asked of all.</summary>
    public static bool IsOfAll(string sentence) => OfAll().IsMatch(sentence);

    /// <summary>Whole prose of the present: no history, ticket, question, licence or code.</summary>
    public static bool IsQuotable(string sentence) =>
        !Rejected().IsMatch(CodeSpan().Replace(sentence, "code")) && !Ticket().IsMatch(sentence) && !IsHistory(sentence) && IsBalanced(sentence);

    private static bool IsPractice(string sentence, bool isInside, bool opensDocumentation)
    {
        if (ImperativeClause().IsMatch(sentence) || InOrder().IsMatch(sentence))
        {
            return true;
        }

        if (StrongReason().IsMatch(sentence) && ImperativeWithPlace().IsMatch(sentence))
        {
            return true;
        }

        if (!opensDocumentation && (Decides().IsMatch(sentence) || OfAName().IsMatch(sentence)))
        {
            return true;
        }

        var isGrounded = StrongReason().IsMatch(sentence) || OnlyThen().IsMatch(sentence) || Contrast().IsMatch(sentence);
        return Imperative().IsMatch(sentence)
            ? isGrounded || (!isInside && (!opensDocumentation || OfItself().IsMatch(sentence)))
            : isGrounded && ImperativeWithObject().IsMatch(sentence) && (isInside || !opensDocumentation);
    }

    // "a migration that was released", "which of the two was wrong" are of the present.
    private static bool IsHistory(string sentence) => Past().Count(sentence) > PastInPresent().Count(sentence);

    private static bool IsBalanced(string text) =>
        text.Count(c => c == '(') == text.Count(c => c == ')') && text.Count(c => c == '`') % 2 == 0 && text.Count(c => c == '"') % 2 == 0;

    // What is marked as code may look like code.
    [GeneratedRegex("`[^`]+`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"[:;—–]|\b(?:because|otherwise|so that|since|or else|else|as)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reason();

    [GeneratedRegex(@"[:;—–]\s+(?:\S+\s+){2}|\b(?:because|otherwise|so that|or else)\b|, or (?:the|a|an)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StrongReason();

    [GeneratedRegex(@"\b(?:in|across|throughout) (?:this|our|the (?:whole|entire)) (?:code ?base|project|repo(?:sitory)?|solution|monorepo)\b|\beverywhere in\b|\banywhere in (?:this|our|the)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"^[A-Z][a-z]+[^s\W]s\b(?! (?:must|are|do|have|may|should)\b)")]
    private static partial Regex DescribesFirst();

    // "Never called", "never null", "Always returns": what is so.
    [GeneratedRegex(@"^(?:never|always)\s+(?:null|nil|none|empty|blank|true|false|present|undefined|zero|negative|positive|less|more|larger|smaller|longer|shorter|at (?:least|most)|set (?:by|if|in|on|to|when|once|after|before)\b|(?!embed|feed|need|seed|exceed|proceed|shed|shred|speed)\w+ed\b|(?!alias|canvas|always)\w+[^suSU]s\b)|^(?:true|false|whether)\b|\w (?:every|each|all|any|other) (?:\w+ ){1,3}must \w+$", RegexOptions.IgnoreCase)]
    private static partial Regex Describes();

    [GeneratedRegex(@"^(?:important:\s*)?(?:never|do not|don't|avoid)\b|^(?:if|when)\b[^,]*, (?:never|do not|don't)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Orders();

    // "the schema that it must satisfy" demands nothing by itself.
    [GeneratedRegex(@"^always\b|(?<!\b(?:that|which|what|how|whether|where|why) (?:it|they|we|you|one|(?:the|a|an|every|each) \w+) )\bmust\b(?! have (?:\w+ )?(?:\w+ed|been|come|gone|got|run)\b)|\b(?:make sure|be sure to|has to|have to|needs to|need to|remember to|keep (?:in sync|this|these|it))\b|^important:|[;:] only (?:put|use|add|call|import|raise|catch|write|read)\b|\b(?:is|are) required (?:to|for|by|before|so)\b|\b(?:may|should) only (?:be \w+|\w+)|\bonly (?:(?!can|could|will)\S+ ){1,4}may\b|^(?:if|when)\b[^,]*, always\b|[:;] always (?!\w+(?:s|ed)\b)\w+|\bis important\b[^:;]*: |^(?:change|update|rename|edit|adapt) both\b|; (?:keep|rename|change|update|map|pass|use|add|stop|take|call|put|register) (?:\w+ing|it|them|the|a|an|your|every|each|both|its)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Requires();

    // "A new status needs a row in …", "Renaming one needs a new version": what a change takes.
    [GeneratedRegex(@"^(?:an? |each |every |any )?(?:new|additional|further) \w+(?: \w+){0,2}? (?:needs?:?|requires?:?|takes?:?|goes|go|belongs?|gets?)\s(?!no\b|nothing\b)\S+ \S+|\b(?:renaming|removing|changing|reordering|adding|deleting|dropping) (?:\S+ ){1,5}?(?:needs?|requires?|breaks?|means)\s(?!no\b|nothing\b)\S|^to add (?:an?|another|one more) \w+", RegexOptions.IgnoreCase)]
    private static partial Regex OfChange();

    [GeneratedRegex(@", always (?:in|through|with|from|by|before|after|via)\b|^only (?!(?:one|the|a|an|if|when|then|used|called|set|valid|for|\d)\b)\w+s (?:of|from|in|with)\b[^:]*:", RegexOptions.IgnoreCase)]
    private static partial Regex RequiresWithReason();

    // An order that begins a clause holds wherever it stands.
    [GeneratedRegex(@"[;:,—–(]\s*(?:and |but |so |then |please )*(?:do not|don't)\s|\b(?:mustn't|must not|must never)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ForbidsInside();

    // "Absent where the user may not remove anything" tells of a case, and asks for nothing.
    // "x never fails" only tells what is so; an order ("but never rename one"), a contrast ("ids, never models") and what many of a kind
    // keep from ("they never decide") is asked for.
    [GeneratedRegex("""
        (?<!\b(?:where|when|who|whom|that|which|what|whether|if|because|since|although|while)\ (?:\S+\ ){0,4})\bmay\ not\ (?!be\b|have\b|exist\b|match\b|yet\b|know\b|need\b|see\b|contain\b|even\b)
        |\b(?:should\ not|should\ never|shouldn't)\ (?!happen|occur|be\ (?:possible|reached|needed|null)|ever)
        |\b(?:is|are)\ (?:not\ allowed|forbidden)\b
        |[—–,;:(]\s*(?:but\ |and\ )?never\ (?!an?\b|one\b|null\b|nil\b|empty\b|found\b|yet\b|set\b|throws|returns|fails|blocks|changes|raises|panics|sees|gets|runs|calls|waits|reads|writes|touches|allocates|retries|expires|happens|leaves|sends|goes|comes|has\b|is\b|does\b|mutates|decides|reaches|less\b|more\b|both\b|negative|zero\b|\w+(?<!\bemb|\bfe|\bne|\bse)ed\b|\w+s\ (?:a|an|the|it|its|them|null|any|anything)\b)\w+
        |\b(?:they|these|\w\w+[^s\W]s|\w+ing\ and\ \w+ing)\ never\ (?:decide|share|call|use|touch|open|create|write|import|know|hold|keep|talk|query|build|catch|throw\ for|read\ from|take|reference|depend|pass|contain|make|store|mutate|log|expose|access|fetch)\b
        |\b(?:is|are)\ never\ (?:edited|renamed|reused|rewritten|altered|hard-?coded|committed|trusted|mocked|bypassed|logged|touched|deleted|shared|exposed|mutated|modified)\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Forbids();

    // What is kept to one place, or out of one.
    [GeneratedRegex(@"(?:^|\bis |\bare |: )the (?:one|only|single) (?:place|file|module|class|package|code|component|function|layer|service|type) (?:that|where|which|to|allowed)\b|\bnothing of \S+(?: \S+)? (?:leaves|reaches|may|gets)\b|\b(?:knows?|must know) nothing (?:of|about)\b|(?<!\b(?:if|that|which|what|it) )\bbelongs? in(?:to|side)?\b|\b(?:and|, but) nothing else(?:[.,;:]|$)|\bnothing else (?:may|does)\b|\b(?:is|are) only for (?:the|a|an|code|use)\b|^only (?:\S+ ){1,4}?(?:is|are) (?:supported|allowed|accepted|permitted)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reserves();

    // The nouns among these words ("Call sites", "Set by the pipeline", "Name of the …") ask for nothing.
    [GeneratedRegex(@"^(?:Use|Keep|Prefer|Put|Call|Register|Run|Pass|Return|Wrap|Add|Place|Extend|Override|Inject|Name|Import|Declare|Set|Bump|Update|Derive|Replace|Fill|Let|Destructure|Reuse|Validate|Apply)\s+(?!(?:by|of|for|when|at|is|are|has|to|from|sites?|values?|types?|paths?|time|order|cases?|if|once)\b)(?:\S+\s+){3,}")]
    private static partial Regex Imperative();

    [GeneratedRegex(@"^(?:Mark|Take|Read|Write|Map|Create|Build|Send|Store|Give|Throw|Catch|Log|Open|Close|Lock|Order|Sort|Ask|Start|Stop|Queue|Publish|Raise|Compare|Convert|Load|Save|Bind|Move|Rename|Leave|Make|Choose|Follow|Include|Define|Share|Split|Handle|Await|Dispose|Retry|Escape|Parse|Pin|Copy|Delete|Remove|Change|Commit|Test|Check)\s+(?:a|an|the|all|every|each|its|your|both|any|it|them)\s+(?:\S+\s+){2,}")]
    private static partial Regex ImperativeWithObject();

    [GeneratedRegex(@"^(?:Add|Use|Keep|Extend|Change|Move|Rename|Take|Pass|Write|Read)\b[^.;:]*\b(?:but|and) never (?!\w+[^su]s\b)\w+", RegexOptions.IgnoreCase)]
    private static partial Regex ImperativeClause();

    [GeneratedRegex(@"^\w+\s+(?:it|this|these|them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfItself();

    [GeneratedRegex(@"\bonly (?:after|when|once|if|through|from|in|with|for|on|inside|outside)\b|\bonly(?:[:;,.]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyThen();

    [GeneratedRegex(@"[—–,;(]\s*not\s+(?!null|empty|found|yet|only|set|necessarily|just)\w+", RegexOptions.IgnoreCase)]
    private static partial Regex Contrast();

    [GeneratedRegex(@"\b(?:should|may)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Should();

    [GeneratedRegex(@"\b(?:was|were)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:that|which|who|whoever|what|whatever|after|once|until|if|whether|than)\b[^,;:.—–]{0,40}?\b(?:was|were)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PastInPresent();

    // Letters, a hyphen and a number; names of standards look the same.
    [GeneratedRegex(@"\b(?!UTF|SHA|ISO|RFC|AES|TLS|HTTP|ES|BASE)[A-Z]{2,}-\d+|#\d+")]
    private static partial Regex Ticket();

    [GeneratedRegex(@"\b(?:TODO|FIXME|XXX|HACK|copyright|licen[cs]ed?|auto-?generated|eslint|prettier|pragma|noqa|type: ignore|nolint|deprecated|workaround|no longer|previously|formerly|originally|historically)\b|@(?:param|returns?)\b|\?$|^(?:Returns|Raises|Throws|Args|Example|Creates|Gets|Sets|Adds|Checks that|Otherwise)\b|^(?:If|When)\b(?![^,]*, (?:always|never|do not|don't)\b|[^,]*\b(?:twice|again|still)\b)|[;:,{}=]\s*$|\s\.$|=>|(?<!^\S{1,24})\s(?:=|==|\+=|:=)\s|\s--[a-z]|\s-[a-z]\s|://|\b(?:had|did|used to)\b|\bparent director|\bthis template\b|\b(?:edit|modify|touch|copy|put|place) this file\b|\bthis file (?:is(?! the (?:only|one)\b)|was|contains|holds|defines|has)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rejected();

    // "We don't use …"; "No joins here"; "…, nowhere else".
    [GeneratedRegex(@"^we (?:don't|do not|never) (?!know|need|see|have|care|get|expect|support|yet)\w+ |^no (?:\S+ ){1,4}?(?:(?:in )?here|in this (?:file|module|package|layer))(?:[:;.,]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Excludes();

    // "Every method takes the tenant first. There is no other fence."
    [GeneratedRegex(@"^(?:every|each|all) (?:\S+ ){1,3}?(?:takes?|gets?|has|have|starts?|ends?|returns?|uses?|goes|go|carr(?:y|ies)|filters?|declares?) \S+ \S+", RegexOptions.IgnoreCase)]
    private static partial Regex Quantifies();

    // What holds for all of a kind, or is kept to one: told as a fact, and meant as a rule.
    [GeneratedRegex(@"^(?:every|each|all) (?:\S+ ){1,5}?(?:needs? (?:a|an|the|its|to)\b|inherits? from|go(?:es)? through|(?:is|are) bound to|(?:has|have|makes?|takes?) its own)|^(?:every|each|all) (?:\S+ ){1,3}?(?:takes?|gets?|starts?|ends?|accepts?|receives?|filters?|declares?|carr(?:y|ies)|uses?|includes?)\b[^:;]*[:;] (?:\S+ ){2}\S|^[A-Z]\w+s (?:always )?go through \S|^nothing (?:else )?(?:may|must)\b|\bcomes? from (?:the |a |an )?\S+(?: \S+)? only\b|\bis what (?:decides|counts|protects|(?:really )?prevents)\b|\bis held [^.]*\bonly, not\b|^[A-Z]\w+s \w+[^s\W] [^.:;]*\band never (?!\w+(?:s|ed)\b)\w+|\bnowhere else\b", RegexOptions.IgnoreCase)]
    private static partial Regex Settles();

    [GeneratedRegex(@"^(?:Change|Add|Write|Update|Register|Run|Create|Delete|Drop|Save|Commit|Publish|Load|Validate|Check|Migrate|Deploy|Rename|Build)\b[^.:;]*\bfirst, (?:and )?then\b|^(?:Load|Build|Create|Open|Register|Read|Connect|Configure) (?:\S+ )?once, here\b|^(?:Read|Use|Write|Call|Set|Open|Catch|Log) [^.:;]*\bnowhere else\b", RegexOptions.IgnoreCase)]
    private static partial Regex InOrder();

    [GeneratedRegex(@"^(?:Dispatch|Publish|Emit|Send|Enqueue|Queue|Commit|Flush|Save|Import|Load|Open|Close|Register|Run|Call|Read|Write|Lock|Notify|Retry|Log|Check|Validate|Create|Build|Start|Stop|Delete|Remove|Migrate|Look) (?:only |back |it |them )?(?:after|before|inside|outside|within|through|at|once|here|last|first|under|with|without|\w+ days?\b)\b|^(?:Eager-load|Preload|Prefetch|Paginate|Debounce|Memoi[sz]e|Normali[sz]e|Truncate|Escape|Sanitize|Encrypt|Hash|Redact|Round|Quote|Cap|Bound|Limit)\s(?!is\b|are\b|of\b|by\b|for\b|was\b)\S+", RegexOptions.IgnoreCase)]
    private static partial Regex ImperativeWithPlace();

    // "One client for the process; a client for each request would exhaust …", "Stored as text: a number would tie …": the other way, and what it would cost.
    [GeneratedRegex(@"^[^:;.]{3,90}[:;] (?!\S+ \S+ \S+ \S*$)[^:;]*\bwould (?!like|want|have\b)\w+|^\w+(?: \w+)? on purpose: ", RegexOptions.IgnoreCase)]
    private static partial Regex Decides();

    // "upsert, so that …", "maxUnavailable, not minAvailable: …", "Dependencies first, so that …".
    [GeneratedRegex(@"^[\w.()-]+, so that \S+ \S+ \S+|^[\w.()-]+, not [\w.()-]+(?:, so that|:) |^\w+(?: files)? (?:first|last)(?:, so that|:) \S+ \S+ \S+", RegexOptions.IgnoreCase)]
    private static partial Regex OfAName();
}
