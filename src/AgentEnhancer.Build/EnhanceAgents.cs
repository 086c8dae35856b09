using AgentEnhancer.Enhancers;
using AgentEnhancer.Reporting;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = Microsoft.Build.Utilities.Task;

namespace AgentEnhancer.Build;

/// <summary>
/// Completes thin agents with what the templates of the same project show. An agent that cannot be completed is a warning and goes out
/// as it is; the task itself fails only on a wrong parameter.
/// </summary>
/// <example><c>&lt;EnhanceAgents Agents="@(Agent)" Templates="@(AgentTemplate)" OutputDirectory="$(OutDir)agents" /&gt;</c></example>
[MSBuildMultiThreadableTask]
public sealed class EnhanceAgents : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>
    /// Agent files (markdown with front matter). Metadata <c>Link</c>: the path below the output folder; <c>TwinOf</c>: the agent whose answer it
    /// shares, under its own front matter.
    /// </summary>
    public ITaskItem[] Agents { get; set; } = [];

    /// <summary>Template files. Metadata <c>Category</c>, <c>Purpose</c>, <c>Technologies</c> win over what is found out.</summary>
    public ITaskItem[] Templates { get; set; } = [];

    /// <summary>YAML files with practice rules, beyond the built-in ones.</summary>
    public ITaskItem[] RuleFiles { get; set; } = [];

    /// <summary>Where enhanced agents go.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>What relative paths are relative to. Default: the folder of the project file that calls the task.</summary>
    public string? ProjectDirectory { get; set; }

    /// <summary>The project, for what is to be said of no other file. Default: the file that calls the task.</summary>
    public string? ProjectFile { get; set; }

    /// <summary>A folder below which every file may be overwritten and deleted. Default: none, so only files that carry our mark are.</summary>
    public string? OwnedOutputRoot { get; set; }

    /// <summary>
    /// Where to remember what was written, so that the next run prunes the outputs of removed agents; beside it, as <c>.warnings</c>, what
    /// builds that don't run have to say again. Default: nowhere.
    /// </summary>
    public string? StateFile { get; set; }

    /// <summary>Lines after the front matter that a document has at least. Default: 150.</summary>
    public int MinimumLines { get; set; } = 150;

    /// <summary>Lines after the front matter that a document has at most. Default: 250.</summary>
    public int MaximumLines { get; set; } = 250;

    /// <summary>Characters after the front matter that a document has at most. Default: 10,000.</summary>
    public int MaximumCharacters { get; set; } = 10_000;

    /// <summary>Who answers: <c>BuiltIn</c> (default; offline), <c>Command</c>, <c>Anthropic</c>, <c>OpenAI</c> or <c>Bridge</c>.</summary>
    public string Provider { get; set; } = nameof(EnhancerProvider.BuiltIn);

    /// <summary>Of <c>Command</c>: claude, codex, gemini, copilot, opencode, or a command line that takes the prompt on its input and answers on its output.</summary>
    public string? Command { get; set; }

    /// <summary>The model, as its provider writes it. Default: the provider's own.</summary>
    public string? Model { get; set; }

    /// <summary>Base address of an API that speaks as the provider does. Default: the provider's own.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Name of the environment variable that holds the key; never the key. Default: the provider's usual one.</summary>
    public string? ApiKeyVariable { get; set; }

    /// <summary>Seconds for the whole invocation. Default: 300.</summary>
    public int Timeout { get; set; } = 300;

    /// <summary>Agents in one invocation. Default: 0, all.</summary>
    public int BatchSize { get; set; }

    /// <summary><c>Standard</c> (default), or <c>Short</c>: fewer tokens, more of the built-in plan.</summary>
    public string PlanDetail { get; set; } = "Standard";

    /// <summary>What a model is asked for: <c>Plan</c> (default), or <c>Document</c>.</summary>
    public string Answer { get; set; } = "Plan";

    /// <summary>Folder of the bridge's files. Default: the project's.</summary>
    public string? BridgePath { get; set; }

    /// <summary>Seconds to wait for the bridge's host within the build. Default: 0, the next build finds the answer.</summary>
    public int BridgeWait { get; set; }

    /// <summary>What goes out for an agent that a model didn't answer for, or wrongly: <c>BuiltIn</c> (default) or <c>Original</c>.</summary>
    public string Fallback { get; set; } = nameof(FallbackKind.BuiltIn);

    /// <summary>A document that a model wrote whole and that holds code of no template: <c>Warn</c> (default) or <c>Require</c>, which refuses it.</summary>
    public string Grounding { get; set; } = nameof(GroundingLevel.Warn);

    /// <summary>Folder of a model's accepted answers, for source control: an agent that has a valid one there is not asked about. Default: none.</summary>
    public string? ResponsesPath { get; set; }

    /// <summary>No model is called; an agent without a valid stored answer is an error. Default: false.</summary>
    public bool LockedMode { get; set; }

    /// <summary>Write nothing; each file of <see cref="OutputDirectory"/> that is not as it would be written is an error. Default: false.</summary>
    public bool Check { get; set; }

    /// <summary>What goes out for each agent, with metadata <c>SourceAgent</c>, <c>Status</c>, <c>LineCount</c>, <c>TemplatesReferenced</c>.</summary>
    [Output]
    public ITaskItem[] EnhancedAgents { get; private set; } = [];

    /// <summary><c>success</c> (also when only some agents were enhanced), <c>skipped</c> (no agents, or no templates) or <c>failed</c>.</summary>
    [Output]
    public string Status { get; private set; } = "failed";

    /// <summary>How it went, as a clause: <c>3 of 3 agents enhanced with 7 templates</c>; empty where there was nothing to do.</summary>
    [Output]
    public string Summary { get; private set; } = "";

    /// <summary>Something failed that the next build should try again. False where a model has answered: to ask it again would cost again.</summary>
    [Output] public bool RunAgain { get; private set; } = true;
    [Output] public int EnhancedCount { get; private set; }
    [Output] public int FailedCount { get; private set; }
    [Output] public int TotalCount { get; private set; }

    /// <summary>Percent.</summary>
    [Output] public int SuccessRate { get; private set; }
    [Output] public int InvocationCount { get; private set; }
    [Output] public int InputTokens { get; private set; }
    [Output] public int OutputTokens { get; private set; }

    internal string Project => ProjectFile is { Length: > 0 } given ? given : BuildEngine.ProjectFileOfTaskNode;

    /// <summary>What answers in place of <see cref="Provider"/>; for tests.</summary>
    internal IContentEnhancer? Enhancer { get; init; }

    public void Cancel() => _cancellation.Cancel();
    public void Dispose() => _cancellation.Dispose();

    public override bool Execute()
    {
        var projectDirectory = ProjectDirectory is { Length: > 0 } given ? given : Path.GetDirectoryName(Project)!;
        try
        {
            var (options, settings, problems) = TaskOptions.Of(this, projectDirectory);
            if (!problems.IsEmpty)
            {
                TaskLog.Write(Log, problems[0]);
                return false;
            }

            var input = TaskInput.Of(this, options, settings, projectDirectory);
            var enhancer = Enhancer ?? EnhancerFactory.Create(settings, projectDirectory, line => Log.LogMessage(MessageImportance.Normal, "{0}", line));
            TakeOver(EnhancementRun.ExecuteAsync(input, enhancer, _cancellation.Token).GetAwaiter().GetResult(), input, projectDirectory);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // The edge of the host: whatever is wrong in here must not cost a user the build.
        catch (Exception e)
#pragma warning restore CA1031
        {
            FailedCount = TotalCount = Agents.Length;
            TaskLog.Write(Log, Diagnostic.At(HostDiagnostics.Unexpected, Project, line: 0, $"{e.GetType().Name}: {e.Message}"));
            Log.LogMessage(MessageImportance.Low, "{0}", e.ToString());
        }

        return !Log.HasLoggedErrors;
    }

    private void TakeOver(EnhancementOutcome outcome, EnhancementInput input, string projectDirectory)
    {
        TaskLog.Write(Log, outcome, Project);
        EnhancedAgents = TaskOutput.Items(outcome);
        Status = TaskOutput.Name(outcome.Status);
        Summary = RunSummary.Clause(outcome);
        (EnhancedCount, FailedCount, TotalCount) = (outcome.EnhancedCount, outcome.FailedCount, outcome.TotalCount);
        (SuccessRate, InvocationCount, RunAgain) = (outcome.SuccessRate, outcome.InvocationCount, outcome.IsToRunAgain);
        (InputTokens, OutputTokens) = (outcome.Usage.Input, outcome.Usage.Output);
        if (StateFile is { Length: > 0 })
        {
            var path = ItemMapping.Absolute(projectDirectory, StateFile);
            Build.StateFile.Write(path, Build.StateFile.Of(outcome, projectDirectory, input.OwnedOutputRoot));
            WarningsFile.Write(path, outcome, Project);
        }
    }
}
