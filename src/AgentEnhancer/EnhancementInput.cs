using System.Collections.Immutable;

namespace AgentEnhancer;

/// <summary>An agent file as the project names it.</summary>
/// <param name="FullPath">Absolute.</param>
/// <param name="RelativePath">Where it goes under the output folder, forward slashes: its identity.</param>
/// <param name="TwinOf">Absolute path of the agent whose answer this one shares: the same agent for another consumer; null for an agent of its own.</param>
/// <param name="TemplateRoot">Of the <c>dotnet new</c> template that the agent is a part of: its folder, relative to the project, forward slashes; null outside any.</param>
internal sealed record AgentItem(string FullPath, string RelativePath, string? TwinOf = null, string? TemplateRoot = null);

/// <summary>A template file as the project names it; what its author set as metadata wins over what is found out.</summary>
/// <param name="FullPath">Absolute.</param>
/// <param name="CitedPath">What documents cite: relative to the project, forward slashes.</param>
/// <param name="Root">Absolute path of the templates' root, for its category and its manifest.</param>
/// <param name="TemplateRoot">Of the <c>dotnet new</c> template that the file is a part of, as in <see cref="AgentItem"/>; null outside any.</param>
internal sealed record TemplateItem(
    string FullPath,
    string CitedPath,
    string Root,
    string? Category = null,
    string? Purpose = null,
    string? Technologies = null,
    string? TemplateRoot = null);

/// <summary>What a finished document is held to.</summary>
internal sealed record DocumentLimits(int MinimumLines = 150, int MaximumLines = 250, int MaximumCharacters = 10_000);

/// <summary>What a model is asked to answer with.</summary>
internal enum AnswerShape
{
    /// <summary>A plan for each agent; the documents are assembled here.</summary>
    Plan,

    /// <summary>Fewer and shorter items, completed from the built-in plan.</summary>
    ShortPlan,

    /// <summary>Whole documents.</summary>
    Document,
}

/// <summary>What becomes of an agent whose answer is missing or refused.</summary>
internal enum FallbackKind
{
    BuiltIn,
    Original,
}

/// <summary>What happens to a model's document that holds code or technologies which are in no template.</summary>
internal enum GroundingLevel
{
    Warn,
    Require,
}

/// <summary>Everything a user may choose about a run, beyond its files.</summary>
internal sealed record EnhancementOptions
{
    public DocumentLimits Limits { get; init; } = new();

    /// <summary>Absolute paths of a project's own practice rules (YAML), in order.</summary>
    public ImmutableArray<string> RuleFiles { get; init; } = [];

    public AnswerShape Shape { get; init; } = AnswerShape.Plan;

    /// <summary>Agents in one invocation of a model; 0 for all.</summary>
    public int BatchSize { get; init; }

    public FallbackKind Fallback { get; init; } = FallbackKind.BuiltIn;

    public GroundingLevel Grounding { get; init; } = GroundingLevel.Warn;
}

/// <summary>One run's input. All paths are absolute.</summary>
/// <param name="OwnedOutputRoot">Folder below which every file is ours to overwrite and delete (the intermediate folder); null where there is none.</param>
/// <param name="PreviousOutputs">Absolute paths written by the run before, for pruning.</param>
internal sealed record EnhancementInput(
    ImmutableArray<AgentItem> Agents,
    ImmutableArray<TemplateItem> Templates,
    string OutputDirectory,
    string? OwnedOutputRoot,
    ImmutableArray<string> PreviousOutputs,
    EnhancementOptions Options)
{
    /// <summary>Absolute folder of stored answers; null where answers are not stored: the built-in enhancer's are made anew each time.</summary>
    public string? ResponsesPath { get; init; }

    /// <summary>Stored answers only: no model is called.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Write nothing; say how the files in the output folder differ from what would be written.</summary>
    public bool IsCheck { get; init; }
}
