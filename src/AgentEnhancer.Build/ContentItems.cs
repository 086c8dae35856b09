using AgentEnhancer.Templates.Content;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AgentEnhancer.Build;

/// <summary>The targets list a <c>dotnet new</c> template with all that lies in its folder; here, what nobody wrote goes.</summary>
internal static class ContentItems
{
    public static List<ITaskItem> Sources(IEnumerable<ITaskItem> items, string projectDirectory, TaskLoggingHelper log)
    {
        var reading = new ContentReading();
        var sources = items.Where(item => ItemMapping.Metadata(item, DotnetNewContent.RootMetadata) is not { } root
            || reading.IsSource(ItemMapping.Absolute(projectDirectory, item.ItemSpec), ItemMapping.Absolute(projectDirectory, root))).ToList();
        if (reading.Summary() is { } summary)
        {
            log.LogMessage(MessageImportance.Low, "{0}", summary);
        }

        return sources;
    }
}
