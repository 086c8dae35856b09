using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>
/// What the tags up to here have set up: names that a template gives itself (<c>for x in y</c>, <c>set x</c>, <c>|item|</c>), and
/// the loops that are open, inside of which a name is a part of the item at hand. All kits name a thing before they use it.
/// </summary>
internal sealed partial class TagScope(IEnumerable<string> ownNames)
{
    private static readonly string[] AlwaysOwn =
        ["this", "loop", "forloop", "super", "caller", "self", "varargs", "kwargs", "outlet", "yield", "index", "key", "first", "last", "_copier_conf", "_copier_answers", "_copier_python"];

    /// <summary>What a tag names stands at its beginning; the rest may be code of any length.</summary>
    private const int LongestHead = 400;

    private readonly HashSet<string> _names = new(ownNames, StringComparer.Ordinal);
    private readonly Stack<bool> _blocks = new();
    private int _loops;

    /// <param name="path">As the tag writes it: <c>.Name</c>, <c>../name</c>, <c>@index</c>, <c>order.total</c>.</param>
    /// <param name="kit">Whose loops change what a bare name means: those of Handlebars and Go do.</param>
    public bool IsOwn(ReadOnlySpan<char> path, TemplateKit kit)
    {
        if (path.StartsWith("@") && !path.StartsWith("@root."))
        {
            return kit is not TemplateKit.Percent; // <%= @port %> of ERB is given, @index of Handlebars is not
        }

        if (path.StartsWith("$") && !path.StartsWith("$."))
        {
            return true;
        }

        if (_loops > 0 && kit is TemplateKit.Unknown or TemplateKit.Handlebars && !(path.StartsWith("../") || path.StartsWith("@root.") || path.StartsWith("$.")))
        {
            return true;
        }

        var bare = path.TrimStart("./");
        var dot = bare.IndexOf('.');
        var root = (dot < 0 ? bare : bare[..dot]).ToString();
        return _names.Contains(root) || Array.IndexOf(AlwaysOwn, root) >= 0;
    }

    /// <summary>Takes note of what a steering tag opens, closes and names.</summary>
    /// <param name="content">Between the delimiters, trimmed.</param>
    /// <param name="isBraces">Of double braces, whose blocks are counted.</param>
    public void Note(string content, bool isBraces)
    {
        foreach (Match named in Names().Matches(content.Length > LongestHead ? content[..LongestHead] : content))
        {
            foreach (var name in named.Groups["n"].Value.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                _names.Add(name.TrimStart('$').Split('=')[0]);
            }
        }

        if (!isBraces)
        {
            return;
        }

        if (content is "end" || content.StartsWith('/') && !content.StartsWith("/*", StringComparison.Ordinal))
        {
            if (_blocks.TryPop(out var wasLoop) && wasLoop)
            {
                _loops--;
            }
        }
        else if (Opens().Match(content) is { Success: true } open)
        {
            var isLoop = IsLoop(open.Groups["w"].Value, isSection: content[0] == '#') && !content.Contains('|', StringComparison.Ordinal);
            _blocks.Push(isLoop);
            _loops += isLoop ? 1 : 0;
        }
    }

    /// <summary>A section of Mustache is a loop where it has the name of several things: <c>{{#fields}}</c>, but not <c>{{#hasTests}}</c>.</summary>
    private static bool IsLoop(string word, bool isSection) => word is "each" or "range" or "with" or "define"
        || (isSection && word.Length > 3 && word[^1] == 's' && word is not ("unless" or "exists" or "equals") && !Asks().IsMatch(word));

    // for x in xs; set x = y; x := y; as |x|; for (const x of xs); xs.forEach(x =>; xs.each do |x|; foreach (var x in xs); macro f(x, y); import y as x
    [GeneratedRegex(
        @"\bfor(?:each)?\s*\(?\s*(?:(?:const|let|var|int|string|[A-Z]\w*)\s+)?(?<n>[$\w]+(?:\s*,\s*\w+)*)\s+(?:in|of)\b|\b(?:set|assign|capture|increment)\s+(?<n>\w+)|\bwith\s+(?<n>\w+)\s*=|(?:^|\s)(?<n>\$?\w+(?:\s*,\s*\$?\w+)?)\s*:?=(?![=>~])|\|(?<n>\s*\w+(?:[\s,]+\w+)*\s*)\||(?:forEach|map|each|filter|reduce)\(\s*(?:function\s*)?\(?\s*(?<n>\w+(?:\s*,\s*\w+)*)\s*\)?\s*(?:=>|\{)|\b(?:macro|func)\s+\w+\s*\((?<n>[^)]*)\)|\bas\s+(?<n>\w+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    [GeneratedRegex(@"^(?:#[*>]?\s*(?<w>[A-Za-z][\w.-]*)|\^\s*(?<w>[A-Za-z][\w.-]*)|(?<w>if|unless|for|foreach|while|range|with|define|block|case|func|capture|wrap|tablerow)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(?:has|is|use|uses|with|without|needs|can|include|includes|enable|enables|supports|should)(?:[A-Z_]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Asks();
}
