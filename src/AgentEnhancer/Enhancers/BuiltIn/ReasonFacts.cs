using System.Text.RegularExpressions;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>
/// Remarks that tell how the world around a line is: "the proxy drops idle connections after ten minutes". They give no reason in words,
/// but nobody writes them for another purpose. What the next lines do is told in other forms: as an order or without a subject.
/// </summary>
internal static partial class ReasonFacts
{
    private const int Shortest = 24;
    private const int FewestWords = 5;

    public static bool IsFact(string text) =>
        text.Length >= Shortest && text.Count(c => c == ' ') >= FewestWords - 1 && !Narrates().IsMatch(text) && !Passing().IsMatch(text)
        && (States().IsMatch(text) || StatesBehind().IsMatch(text));

    /// <summary>Words that lead the reader to another place.</summary>
    public const string Elsewhere = @"(?:see|as|from|is|are|code|lines?|defined|described|shown|listed|handled|done)\s+(?:above|below)|(?:above|below)(?=[.,;:)]|$)|next(?!\s+(?:dev|build|start|deploy|release|run|request|attempt|page|tick|render|time)\b)|following|previous";

    private const string Verbs = """
        (?:is|are|has|have|comes?|drops?|caps?|sends?|adds?|reads?|runs?|shares?|leaks?|means?|needs?|keeps?|stops?|owns?|decides?|wins?|expects?|treats?|rejects?
        |refuses?|ignores?|returns?|throws|fails|breaks?|evicts?|retries|rotates?|expires?|caches|overrides?|swallows?|deletes?|drains?|counts?|blocks?|locks?|closes|opens?|holds?
        |carr(?:y|ies)|ships?|reaches|echo(?:es)?|arrives?|waits?|sorts?|rounds?|changes|renames?|reports?|reloads?|restarts?|resets?|depends?|belongs?|goes|go|travels?|lives?|gets?|knows?
        |works?|cuts?|purges?|hides?|ends?|dedupes?|deduplicates?|races?|survives?|loses?|leaves|kills?|crashes|floods?|masks?|truncates?|compares?|resolves?|validates?|clears?|removes?|pools?|polls?|pushes|pulls?|triggers?
        |hashes|encodes?|parses?|trims?|misses|skips?|hono[u]?rs?|applies|covers?|contains?|exposes?|binds?|listens?|delivers?|redelivers?|dispatches|forwards?|buffers?|flushes|commits?|aborts?|cancels?|hangs?|stalls?|differs?|varies
        |grows?|exceeds?|appears?|puts?|helps?|pass(?:es)?|dies|joins?|hits?|disappears?|wraps?|injects?|hoists?|bundles?|mutates?|copies|detects?|complains?|assumes?|forbids?|prevents?|guarantees?|enforces?|becomes?|posts?|encrypts?|decrypts?|signs?|rewrites?|invalidates?
        |allows?|bills?|charges?|limits?|times?\ out|strips?|escapes?|trusts?|logs|writes|calls|uses|accepts?|supports?|requires?|stores?|fires?|invokes?|takes?|gives?|makes?|turns?|serves?|picks?)
        """;

    // The proxy drops …: a subject of up to four words, none of which is a verb that orders.
    [GeneratedRegex($@"^(?:(?:everything|whatever|anything)\ (?:in\ )?(?:here|this\ \w+)\ {Verbs}\ \S|(?:(?:the|an?|every|each|most|other|our|all|no|one)\ )?(?:(?!(?:of|to|for|by|from|and|or|that|which|where|when|if|with|without|as|than|in|on|at)\ )[\w.@`{{}}()/'-]+\ ){{1,4}}?(?:(?:then|also|still|only|already|never|always)\ )?{Verbs}(?:\ \S|$))", RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex States();

    // integer cents; numeric comes back …
    [GeneratedRegex($@"^[^:;,]+[:;,]\ (?:(?:the|an?|every|each|our|all|some|many|most|several)\ )?(?:(?!(?:of|to|for|by|from|and|or|that|which|where|when|if|with|without|as|than|in|on|at)\ )[\w.@`{{}}()/'-]+\ ){{1,3}}?{Verbs}\ \S", RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex StatesBehind();

    // An order, a question, a list of what follows, or the one who writes.
    [GeneratedRegex(@"^(?-i:(?![A-Z]{2}))(?:get|fetch|find|check|loop|iterate|handle|return|if|when|while|for|append|remove|delete|update|filter|show|render|display|send|set|create|make|build|init\w*|start|stop|parse|convert|map|read|write|load|save|call|test|verify|ensure|assert|given|then|step|note|configure|define|declare|import|helper|utility|compute|calculate|now|next(?! (?:dev|build|start)\b)|finally|default|this|these|those|that|here|there|it|they|we|you|how|what|whether|which|who|where|why|drop|run|fail|sync|new|see|use|wait|log|print|put|mark|emit|publish|retry|skip|try|open|close|lock|register|same|as|in|on|at|to|by|from|with|and|or|but|so|let|also|only|just|once|after|before|first)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Narrates();

    [GeneratedRegex($@"\b(?:for now|for the moment|temporar\w*|until (?:we|then|v?\d)|maybe|perhaps|probably|not sure|(?-i:I)|I'm|my|let's|hopefully|ugly|dirty|any ?more|uncomment|commented|example|e\.g|sample|placeholder|adjust|customi[sz]e|optional(?:ly)?|{Elsewhere}|some(?:one|body) (?:should|needs|must|has))\b|\?|\b(?:see|cf)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Passing();
}
