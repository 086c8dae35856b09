using System.Collections.Immutable;
using System.Globalization;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Output;
using AgentEnhancer.Reporting;
using Microsoft.Build.Framework;

namespace AgentEnhancer.Build;

/// <summary>The task's options as the library's, each checked: MSBuild knows strings and numbers only.</summary>
/// <param name="Problems">Errors; where there are any, nothing is to be run.</param>
internal sealed record TaskOptions(EnhancementOptions Options, EnhancerSettings Settings, ImmutableArray<Diagnostic> Problems)
{
    public static TaskOptions Of(EnhanceAgents task, string projectDirectory)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var options = new EnhancementOptions
        {
            Limits = new DocumentLimits(task.MinimumLines, task.MaximumLines, task.MaximumCharacters),
            RuleFiles = [.. task.RuleFiles.Select(r => ItemMapping.Absolute(projectDirectory, r.ItemSpec))],
            Shape = Value<DocumentAnswer>(task.Answer, nameof(task.Answer)) == DocumentAnswer.Document
                ? AnswerShape.Document
                : Value<PlanDetail>(task.PlanDetail, nameof(task.PlanDetail)) == PlanDetail.Short ? AnswerShape.ShortPlan : AnswerShape.Plan,
            BatchSize = AtLeast(0, task.BatchSize, nameof(task.BatchSize)),
            Fallback = Value<FallbackKind>(task.Fallback, nameof(task.Fallback)),
            Grounding = Value<GroundingLevel>(task.Grounding, nameof(task.Grounding)),
        };
        var settings = new EnhancerSettings(
            Value<EnhancerProvider>(task.Provider, nameof(task.Provider)),
            Text(task.Command),
            Text(task.Model),
            Text(task.Endpoint),
            Text(task.ApiKeyVariable),
            Path.TrimEndingDirectorySeparator(ItemMapping.Absolute(projectDirectory, task.BridgePath ?? "")),
            TimeSpan.FromSeconds(AtLeast(0, task.BridgeWait, nameof(task.BridgeWait))),
            TimeSpan.FromSeconds(AtLeast(1, task.Timeout, nameof(task.Timeout))));
        if ((task.LockedMode || task.Check) && settings.Provider != EnhancerProvider.BuiltIn && string.IsNullOrWhiteSpace(task.ResponsesPath))
        {
            problems.Add(Diagnostic.At(
                OptionDiagnostics.NoResponsesPath, task.Project, 0, task.Check ? nameof(task.Check) : nameof(task.LockedMode)));
        }

        if (task.Check && task.OwnedOutputRoot is { Length: > 0 } owned
            && OutputPaths.IsBelow(ItemMapping.Absolute(projectDirectory, task.OutputDirectory), ItemMapping.Absolute(projectDirectory, owned)))
        {
            problems.Add(Diagnostic.At(OptionDiagnostics.NothingToCheck, task.Project, 0));
        }

        return new TaskOptions(options, settings, problems.ToImmutable());

        T Value<T>(string text, string option)
            where T : struct, Enum
        {
            // Enum.Parse would take numbers and lists as well.
            foreach (var value in Enum.GetValues<T>())
            {
                if (string.Equals(value.ToString(), text.Trim(), StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            problems.Add(Diagnostic.At(OptionDiagnostics.UnknownValue, task.Project, 0, text, option, string.Join(", ", Enum.GetNames<T>())));
            return default;
        }

        int AtLeast(int least, int value, string option)
        {
            if (value < least)
            {
                problems.Add(Diagnostic.At(
                    OptionDiagnostics.TooSmall, task.Project, 0, Number(value), option, Number(least)));
            }

            return Math.Max(value, least);
        }
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private enum PlanDetail
    {
        Standard,
        Short,
    }

    private enum DocumentAnswer
    {
        Plan,
        Document,
    }
}
