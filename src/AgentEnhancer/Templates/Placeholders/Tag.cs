namespace AgentEnhancer.Templates.Placeholders;

/// <summary>What a tag of a template engine asks of whoever instantiates the template.</summary>
internal enum TagKind
{
    /// <summary>Somebody gives its value.</summary>
    FillIn,
    /// <summary>It may be text of the language that it stands in: it counts where the same name is to be filled in elsewhere in the file.</summary>
    Doubtful,
    /// <summary>A value that the engine or the made file computes: nobody fills it in.</summary>
    Own,
    /// <summary>It only steers the engine.</summary>
    Steering,
}

/// <param name="Length">Of all of it, with its delimiters.</param>
/// <param name="Name">Bare, of what is to be filled in; else empty.</param>
/// <param name="Kept">What stays readable of one that steers.</param>
internal readonly record struct Tag(int Length, TagKind Kind, string Name = "", string? Kept = null);

/// <summary>Whose tags a file holds. In a file of a known kit, what other kits write is plain text.</summary>
internal enum TemplateKit
{
    Unknown,
    Handlebars,
    /// <summary>Jinja, Liquid, Nunjucks and their kin.</summary>
    Jinja,
    Scriban,
    Cookiecutter,
    Backstage,
    /// <summary>Copier with brackets in place of braces.</summary>
    Brackets,
    /// <summary>EJS, ERB, EEx: percent signs.</summary>
    Percent,
    T4,
}
