namespace AgentEnhancer.Templates.Instances;

/// <summary>Of a <c>dotnet new</c> template, which is a whole folder, what an instance can hold: not what <c>template.json</c> itself leaves out.</summary>
internal static class DotnetNewFiles
{
    /// <param name="path">Below the template's root, forward slashes.</param>
    /// <param name="config">Null where it can't be read: <c>dotnet new</c> would refuse such a template and say why; its files are still what the agents are about.</param>
    public static bool IsContent(string path, TemplateConfig? config) =>
        !path.Split('/').Contains(TemplateConfig.Folder, StringComparer.Ordinal) && (config is null || !FileFate.Of(path, config).Condition.IsNever);
}
