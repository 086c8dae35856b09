using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>Tags in double braces: Handlebars, Mustache, Scriban, Liquid, Jinja, Go, and kits of one's own that only replace <c>{{Name}}</c>.</summary>
internal static partial class BraceTags
{
    /// <param name="rest">From the first brace to the end of the line, or to the longest tag there is.</param>
    public static Tag? At(string text, int i, ReadOnlySpan<char> rest, int lineStart, TagFile file, TagScope scope)
    {
        if (file.Kit is TemplateKit.Percent or TemplateKit.T4 or TemplateKit.Brackets or TemplateKit.Backstage
            || (file.Kit is TemplateKit.Handlebars && i > 0 && text[i - 1] == '\\') // written as it is
            || (file.Engine is TemplateEngine.Blade && (rest.StartsWith("{{--") || rest[2..].TrimStart().StartsWith("$"))))
        {
            return null;
        }

        if (rest.StartsWith("{{!") || rest.StartsWith("{{/*") || rest.StartsWith("{{- /*"))
        {
            // A chart's remarks are its author's words, which the lexer reads.
            return rest[2] != '!' && file.Language is "gotmpl" or "yaml" ? null : Comment(text, i, rest);
        }

        if (rest.Length > 4 && rest[2] == '{')
        {
            return Triple(rest, file, scope);
        }

        var end = rest[2..].IndexOf("}}");
        if (end < 0 || (end == 0 && file.Kit is TemplateKit.Unknown))
        {
            return null;
        }

        var content = rest.Slice(2, end);
        if (content.Trim() is "^" or "else" or "=")
        {
            return new Tag(end + 4, TagKind.Steering);
        }

        if (file.Kit is TemplateKit.Cookiecutter && !content.Contains("cookiecutter.", StringComparison.Ordinal))
        {
            return new Tag(end + 4, TagKind.Own, "x");
        }

        return OwnBraces.Belongs(text, i, content, lineStart, file) switch
        {
            TagKind.Own => null,
            var kind => Read(content, file, scope) is { } tag ? tag with { Length = end + 4, Kind = tag.Kind is TagKind.FillIn ? kind : tag.Kind } : null,
        };
    }

    /// <summary>Null where it is no tag.</summary>
    private static Tag? Read(ReadOnlySpan<char> content, TagFile file, TagScope scope)
    {
        if (content.IndexOfAny('{', '}') >= 0)
        {
            return null;
        }

        var inner = content.Trim(" -~+\t");
        if (inner.IsEmpty)
        {
            return null;
        }

        // Most tags are a bare name, and need no more than a look.
        if (IsBareName(inner))
        {
            var bare = TagExpression.Bare(inner.ToString());
            return TagExpression.IsLiteral(bare) || scope.IsOwn(inner, file.Kit) || OwnExpressions.IsOwn(inner, bare, file.Engine)
                ? new Tag(0, TagKind.Own, bare)
                : new Tag(0, TagKind.FillIn, bare);
        }

        if (ControlTag().IsMatch(inner) && !(inner[0] == '#' && file.Kit is TemplateKit.Scriban && inner.StartsWith("# ")))
        {
            scope.Note(inner.ToString(), isBraces: true);
            return new Tag(0, TagKind.Steering);
        }

        if (inner[0] == '#')
        {
            return new Tag(0, TagKind.Steering); // a comment of Scriban
        }

        if (Note().Match(inner.ToString()) is { Success: true } note && content[0] != ' ')
        {
            return new Tag(0, TagKind.FillIn, note.Groups["note"].Value.Trim());
        }

        if (inner[0] == '&')
        {
            inner = inner[1..].Trim();
        }

        var expression = inner.ToString();
        var isLiteral = Literal().IsMatch(expression);
        if (file.Kit is TemplateKit.Unknown && !isLiteral && !Output().IsMatch(expression))
        {
            return null;
        }

        var name = TagExpression.Name(expression, helperComesFirst: file.Kit is not (TemplateKit.Jinja or TemplateKit.Cookiecutter));
        return name is null || scope.IsOwn(Written(expression, name), file.Kit) || OwnExpressions.IsOwn(expression, name, file.Engine)
            ? new Tag(0, TagKind.Own, name ?? "x")
            : new Tag(0, TagKind.FillIn, name);
    }

    /// <summary>A name or a path, with a dot in front as Go has it; no word of an engine.</summary>
    private static bool IsBareName(ReadOnlySpan<char> inner)
    {
        var name = inner[0] is '.' ? inner[1..] : inner;
        if (name.IsEmpty || !(char.IsAsciiLetter(name[0]) || name[0] == '_') || name is "end" or "else" or "break" or "continue" or "ret")
        {
            return false;
        }

        for (var i = 1; i < name.Length; i++)
        {
            if (!(char.IsAsciiLetterOrDigit(name[i]) || name[i] == '_' || (name[i] is '.' or '-' && i + 1 < name.Length && char.IsAsciiLetterOrDigit(name[i + 1]))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name with what stands right before it, which tells whose it is: <c>.Name</c>, <c>$.Name</c>, <c>../name</c>.</summary>
    private static ReadOnlySpan<char> Written(string expression, string name)
    {
        var at = expression.IndexOf(name, StringComparison.Ordinal);
        var start = at;
        while (start > 0 && expression[start - 1] is '.' or '/' or '@' or '$')
        {
            start--;
        }

        return expression.AsSpan(start, at - start + name.Length);
    }

    /// <summary>
    /// <c>{{{x}}}</c> is one placeholder; <c>{{{x}}Id}</c> is a brace, a placeholder and text. Where a lone brace is everyday code, three
    /// at each end are read as a placeholder in braces too, but for a file of Handlebars, which knows no such thing.
    /// </summary>
    private static Tag? Triple(ReadOnlySpan<char> rest, TagFile file, TagScope scope)
    {
        var inner = rest[3..];
        var close = inner.IndexOf("}}");
        return close > 0 && inner[close..].StartsWith("}}}")
            && (file.Kit is TemplateKit.Handlebars || Reading.Languages.Family(file.Language) is not ("typescript" or "python" or "csharp"))
            && Read(inner[..close], file, scope) is { Kind: not TagKind.Steering } tag
            ? tag with { Length = close + 6 }
            : null;
    }

    /// <summary><c>{{! … }}</c>, <c>{{!-- … --}}</c> and <c>{{/* … */}}</c>; the latter two over lines, and over braces.</summary>
    private static Tag? Comment(string text, int i, ReadOnlySpan<char> line)
    {
        var isLong = line.StartsWith("{{!--");
        if (!isLong && line[2] == '!')
        {
            var end = line.IndexOf("}}");
            return end > 3 && line[3] is not ('=' or '!') ? new Tag(end + 2, TagKind.Steering) : null;
        }

        var rest = text.AsSpan(i, Math.Min(TagFile.LongestBlock, text.Length - i));
        var mark = rest.IndexOf(isLong ? "--}}" : "*/");
        var close = mark < 0 ? -1 : rest[mark..].IndexOf("}}");
        return close < 0 || close > 4 ? null : new Tag(mark + close + 2, TagKind.Steering);
    }

    [GeneratedRegex(@"^(?:[#/^>]\s*[*>]?\s*[A-Za-z@.""'(]|(?:end|else|break|continue|ret)$|(?:if|unless|each|for|foreach|while|range|with|define|block|else|elseif|elif|case|when|func|capture|wrap|import|end|include|partial|template|tablerow|ret|readonly)\s|\$?[A-Za-z_][\w.]*(?:\s*,\s*\$?\w+)?\s*:?=(?![=>~])|=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex ControlTag();

    [GeneratedRegex(@"^[A-Z][A-Z_]+:\s*(?<note>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Note();

    // A path, perhaps after a helper (pascalCase name), perhaps piped through filters.
    [GeneratedRegex(@"^(?:[A-Za-z_]\w*(?:\.\w+)*[ ]+)?(?:\.\./)*[.@$]{0,2}[A-Za-z_]\w*(?:[.-]\w+)*(?:\(\))?\s*(?:\|.*)?$|^[A-Za-z_]\w*(?:[ ]+(?:[A-Za-z_][\w.]*(?:=[\w.""']+)?|""[^""]*""|'[^']*'|\([\w .""']+\)))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Output();

    [GeneratedRegex(@"^(?:""[^""]*""|'[^']*')$", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
