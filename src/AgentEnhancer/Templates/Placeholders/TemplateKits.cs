using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>Tells whose template a file is: by the extension of its kit, else by tags that only one kit writes.</summary>
internal static partial class TemplateKits
{
    /// <param name="path">Of the template; may be empty.</param>
    public static TemplateKit Of(string path, string text, string language)
    {
        var bare = path.EndsWith(".template", StringComparison.OrdinalIgnoreCase) ? path[..^".template".Length] : path;
        if (text.Contains("cookiecutter.", StringComparison.Ordinal) && Cookiecutter().IsMatch(text) || Cookiecutter().IsMatch(path))
        {
            return TemplateKit.Cookiecutter;
        }

        if (text.Contains("<#@", StringComparison.Ordinal) && T4Directive().IsMatch(text))
        {
            return TemplateKit.T4;
        }

        if (text.Contains("${{", StringComparison.Ordinal) && Backstage().IsMatch(text))
        {
            return TemplateKit.Backstage;
        }

        if (text.Contains("[%", StringComparison.Ordinal) && BracketTag().IsMatch(text))
        {
            return TemplateKit.Brackets;
        }

        var dot = bare.LastIndexOf('.');
        return (dot < 0 ? "" : bare[dot..].ToLowerInvariant()) switch
        {
            ".hbs" or ".handlebars" or ".mustache" => TemplateKit.Handlebars,
            ".j2" or ".jinja" or ".jinja2" or ".njk" or ".liquid" => TemplateKit.Jinja,
            ".sbn" or ".scriban" => TemplateKit.Scriban,
            ".ejs" or ".eta" or ".erb" or ".eex" => TemplateKit.Percent,
            ".t" when bare.EndsWith(".ejs.t", StringComparison.OrdinalIgnoreCase) => TemplateKit.Percent,
            // Angular's schematics keep the extension of what they make, and may make files with braces of their own.
            _ when language is not ("erb" or "html") && text.Contains("<%", StringComparison.Ordinal) && PercentTag().IsMatch(text) => TemplateKit.Percent,
            _ => TemplateKit.Unknown,
        };
    }

    [GeneratedRegex(@"\{[{%][^{}%]{0,200}?\bcookiecutter\.[a-z_]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Cookiecutter();

    [GeneratedRegex(@"<#@\s*(?:template|output|parameter|assembly|import)\s", RegexOptions.CultureInvariant)]
    private static partial Regex T4Directive();

    [GeneratedRegex(@"\$\{\{-?\s*values\.[A-Za-z_]", RegexOptions.CultureInvariant)]
    private static partial Regex Backstage();

    [GeneratedRegex(@"\[%[-+]?\s*(?:if|for|endif|endfor|else|elif|set|block|include|macro|raw)\b[^\n]{0,200}%\]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketTag();

    [GeneratedRegex(@"<%[=_-]\s*[A-Za-z@(][^\n]{0,200}?%>", RegexOptions.CultureInvariant)]
    private static partial Regex PercentTag();
}
