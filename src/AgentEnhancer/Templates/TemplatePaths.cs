using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates;

/// <summary>Names derived from a template's path.</summary>
internal static class TemplatePaths
{
    private const string TemplateExtension = ".template";

    /// <summary>The name of the file that the template makes: the last part of its path without <c>.template</c>.</summary>
    public static string OutputFileName(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        name = name.EndsWith(TemplateExtension, StringComparison.OrdinalIgnoreCase) && name.Length > TemplateExtension.Length
            ? name[..^TemplateExtension.Length]
            : name;
        return Languages.WithoutEngine(name);
    }
}
