using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>Tags that hold code and may span lines: <c>{% if x %}</c>, <c>{# note #}</c>, <c>&lt;% for … %&gt;</c>, <c>&lt;#= Name #&gt;</c>, <c>[% if x %]</c>.</summary>
internal static partial class BlockTags
{
    /// <summary>Bounds the search for an end that isn't there.</summary>
    private const int LongestRaw = 100_000;

    /// <summary><c>{% … %}</c>, <c>{# … #}</c>; what stands between <c>raw</c> and <c>endraw</c> is text, and is passed over whole.</summary>
    public static Tag? Percent(string text, int i, TagFile file, TagScope scope)
    {
        var rest = Rest(text, i);
        if (file.Kit is TemplateKit.Percent or TemplateKit.T4 or TemplateKit.Handlebars or TemplateKit.Scriban)
        {
            return null;
        }

        var isTag = rest[1] == '%';
        if (!isTag && (file.Kit is TemplateKit.Unknown && file.Language is "svelte" or "sql" or "html"))
        {
            return null;
        }

        var close = rest.IndexOf(isTag ? "%}" : "#}");
        if (close < 2 || !StartOfTag().IsMatch(rest[2..close]) || (!isTag && file.Kit is TemplateKit.Unknown && rest[..close].Contains('\n')))
        {
            return null;
        }

        if (isTag)
        {
            scope.Note(rest[2..close].Trim(" -+~\t\n").ToString(), isBraces: false);
        }

        return new Tag(close + 2, TagKind.Steering);
    }

    /// <summary>Where <c>{% raw %}</c> that begins at <paramref name="i"/> ends, with its end tag; 0 where it begins no such text.</summary>
    public static int EndOfRaw(string text, int i)
    {
        var open = RawTag().Match(text, i, Math.Min(40, text.Length - i));
        if (!open.Success || open.Index != i)
        {
            return 0;
        }

        var from = i + open.Length;
        var end = text.IndexOf("end" + open.Groups["w"].Value, from, Math.Min(LongestRaw, text.Length - from), StringComparison.Ordinal);
        var start = end < 0 ? -1 : text.LastIndexOf("{%", end, end - i, StringComparison.Ordinal);
        return start < from ? 0 : start;
    }

    /// <summary><c>&lt;%= name %&gt;</c> and its kin.</summary>
    public static Tag? Angle(string text, int i, TagFile file, TagScope scope)
    {
        if (file.Kit is not (TemplateKit.Unknown or TemplateKit.Percent))
        {
            return null;
        }

        var rest = Rest(text, i);
        var close = rest.IndexOf("%>");
        if (close < 2 || (file.Language is "erb" && rest[2] == '#') || (file.Kit is TemplateKit.Unknown && rest[..close].Contains('\n') && file.Language is not ("erb" or "html")))
        {
            return null;
        }

        if (rest[2] == '%')
        {
            return null; // doubled: it stays in the file that is made
        }

        var inner = rest[2..close];
        if (file.Engine is TemplateEngine.Erb || inner.IsEmpty || inner[0] == '@' || !(inner[0] is '=' or '~' || (inner[0] == '-' && inner.Length > 1)))
        {
            scope.Note(inner.Trim(" -_=#\t\n").ToString(), isBraces: false);
            return new Tag(close + 2, TagKind.Steering);
        }

        var expression = inner[1..].Trim().TrimEnd('-').Trim().ToString();
        if (expression.StartsWith("include", StringComparison.Ordinal))
        {
            return new Tag(close + 2, TagKind.Steering);
        }

        var name = TagExpression.Name(expression, helperComesFirst: false);
        return name is null || IsOwn(name, expression, file, scope) ? new Tag(close + 2, TagKind.Own, name ?? "x") : new Tag(close + 2, TagKind.FillIn, name);
    }

    /// <summary><c>&lt;#= Name #&gt;</c> of a text template.</summary>
    public static Tag? Hash(string text, int i, TagFile file, TagScope scope)
    {
        if (file.Kit is not TemplateKit.T4)
        {
            return null;
        }

        var rest = Rest(text, i);
        var close = rest.IndexOf("#>");
        if (close < 2)
        {
            return null;
        }

        var inner = rest[2..close];
        if (inner.IsEmpty || inner[0] != '=')
        {
            scope.Note(inner.Trim(" +@\t\n").ToString(), isBraces: false);
            return new Tag(close + 2, TagKind.Steering);
        }

        var expression = inner[1..].Trim().ToString();
        var name = TagExpression.Name(expression, helperComesFirst: false);
        return name is null || scope.IsOwn(name, file.Kit) ? new Tag(close + 2, TagKind.Own, name ?? "x") : new Tag(close + 2, TagKind.FillIn, name);
    }

    /// <summary><c>[[ name ]]</c> and <c>[% if x %]</c>: Copier, told to leave braces alone.</summary>
    public static Tag? Bracket(string text, int i, TagFile file, TagScope scope)
    {
        if (file.Kit is not TemplateKit.Brackets || i + 1 >= text.Length)
        {
            return null;
        }

        var rest = Rest(text, i);
        var isOutput = rest[1] == '[';
        var close = rest.IndexOf(isOutput ? "]]" : rest[1] == '%' ? "%]" : "#]");
        if (close < 2 || (isOutput && rest[..close].Contains('\n')))
        {
            return null;
        }

        var inner = rest[2..close].Trim(" -+\t\n").ToString();
        if (!isOutput)
        {
            scope.Note(inner, isBraces: false);
            return new Tag(close + 2, TagKind.Steering);
        }

        var name = TagExpression.Name(inner, helperComesFirst: false);
        return name is null ? null : new Tag(close + 2, scope.IsOwn(name, file.Kit) ? TagKind.Own : TagKind.FillIn, name);
    }

    /// <summary>A page of ASP, JSP, Phoenix or Express shows its own data; so does what a loop of the template names.</summary>
    private static bool IsOwn(string name, string expression, TagFile file, TagScope scope) =>
        scope.IsOwn(name, file.Kit) || (scope.IsOwn(expression, TemplateKit.Percent)) || file.IsPage;

    private static ReadOnlySpan<char> Rest(string text, int i) => text.AsSpan(i, Math.Min(TagFile.LongestBlock, text.Length - i));

    [GeneratedRegex(@"^[-+~]?\s*[\w#/]", RegexOptions.CultureInvariant)]
    private static partial Regex StartOfTag();

    [GeneratedRegex(@"\G\{%[-+]?\s*(?<w>raw|verbatim)\s*[-+]?%\}", RegexOptions.CultureInvariant)]
    private static partial Regex RawTag();
}
