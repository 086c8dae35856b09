using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What can be wrong with an answer. What is right in it is used.</summary>
internal static class ResponseDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownAgent = new(
        "AEB3001", DiagnosticSeverity.Warning,
        "The answer names an agent '{0}' that was not asked about; that part is ignored. Answer with the ids of the request.");

    public static readonly DiagnosticDescriptor DuplicateAnswer = new(
        "AEB3002", DiagnosticSeverity.Warning,
        "The answer holds this agent ('{0}') more than once; the first answer is used. Answer once for each agent.");

    public static readonly DiagnosticDescriptor UnknownTemplate = new(
        "AEB3003", DiagnosticSeverity.Warning,
        "The answer cites a template '{0}' that does not exist; what rests on it alone is left out. Cite the ids of the request.");

    public static readonly DiagnosticDescriptor EvidenceOutside = new(
        "AEB3004", DiagnosticSeverity.Warning,
        "The answer cites '{0}', but the template has {1} lines; what rests on it alone is left out. Cite lines that exist.");

    public static readonly DiagnosticDescriptor ForeignExamples = new(
        "AEB3010", DiagnosticSeverity.Message,
        "The answer shows more than one excerpt from templates that do not fit this agent; the first is kept, {0} left out. Show what the agent works on.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownAgent, DuplicateAnswer, UnknownTemplate, EvidenceOutside, ForeignExamples,
    ];
}
