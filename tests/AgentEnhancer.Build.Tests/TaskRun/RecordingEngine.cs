using System.Collections;
using Microsoft.Build.Framework;

namespace AgentEnhancer.Build.Tests.TaskRun;

/// <summary>A build engine that only remembers what it is told.</summary>
internal sealed class RecordingEngine(string projectFile) : IBuildEngine
{
    public List<BuildMessageEventArgs> Messages { get; } = [];

    public List<BuildWarningEventArgs> Warnings { get; } = [];

    public List<BuildErrorEventArgs> Errors { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => projectFile;

    public IEnumerable<string?> HighMessages => Messages.Where(m => m.Importance == MessageImportance.High).Select(m => m.Message);

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException("The task builds no project.");

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException("The task has no events of its own.");

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

    public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e);

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(e);
}
