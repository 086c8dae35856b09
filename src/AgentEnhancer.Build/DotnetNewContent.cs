using AgentEnhancer.Templates.Instances;
using Microsoft.Build.Framework;

namespace AgentEnhancer.Build;

/// <summary>
/// Of a <c>dotnet new</c> template, which is a whole folder, what an instance can hold: not what <c>template.json</c> itself leaves out.
/// </summary>
internal static class DotnetNewContent
{
    /// <summary>Set by the targets on every file below a folder that holds <c>.template.config/template.json</c>: that folder.</summary>
    public const string RootMetadata = "TemplateRoot";

    public static IEnumerable<ITaskItem> Filter(IEnumerable<ITaskItem> items, string projectDirectory)
    {
        var configs = new Dictionary<string, TemplateConfig?>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (ItemMapping.Metadata(item, RootMetadata) is not { } metadata)
            {
                yield return item;
                continue;
            }

            var root = ItemMapping.Absolute(projectDirectory, metadata);
            if (!configs.TryGetValue(root, out var config))
            {
                configs.Add(root, config = TemplateConfigReader.Read(root));
            }

            var relative = Path.GetRelativePath(root, ItemMapping.Absolute(projectDirectory, item.ItemSpec)).Replace('\\', '/');
            if (DotnetNewFiles.IsContent(relative, config))
            {
                yield return item;
            }
        }
    }
}
