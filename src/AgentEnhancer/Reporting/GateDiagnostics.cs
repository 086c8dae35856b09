using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>Why a document was refused. One code for each reason; the agent keeps its original text.</summary>
internal static class GateDiagnostics
{
    public static readonly DiagnosticDescriptor TooFewLines = new(
        "AEB4001", DiagnosticSeverity.Warning,
        "The document has {0} lines, fewer than {1}; the agent keeps its original text. Add templates for its subject, or lower AgentEnhancerMinimumLines.");

    public static readonly DiagnosticDescriptor TooManyLines = new(
        "AEB4002", DiagnosticSeverity.Warning,
        "The document has {0} lines, more than {1}, and cannot be trimmed further; the agent keeps its original text. Shorten the agent or raise AgentEnhancerMaximumLines.");

    public static readonly DiagnosticDescriptor TooManyCharacters = new(
        "AEB4003", DiagnosticSeverity.Warning,
        "The document has {0} characters after the front matter, more than {1}, and cannot be trimmed further; the agent keeps its original text. Shorten the agent or raise AgentEnhancerMaximumCharacters.");

    public static readonly DiagnosticDescriptor SectionMissing = new(
        "AEB4004", DiagnosticSeverity.Warning,
        "The document has no section '{0}'; the agent keeps its original text. Add templates for its subject, or write that section in the agent.");

    public static readonly DiagnosticDescriptor SectionEmpty = new(
        "AEB4005", DiagnosticSeverity.Warning,
        "The section '{0}' of the document is empty; the agent keeps its original text. Add templates for its subject, or write or delete that section in the agent.");

    public static readonly DiagnosticDescriptor FrontMatterChanged = new(
        "AEB4006", DiagnosticSeverity.Warning,
        "The document changes the front matter; the agent keeps its original text. Let the enhancer leave the front matter alone.");

    public static readonly DiagnosticDescriptor PathUnresolved = new(
        "AEB4007", DiagnosticSeverity.Warning,
        "The document cites '{0}', which is no template of this project; the agent keeps its original text. Mend the path if it stands in the agent, else report it.");

    public static readonly DiagnosticDescriptor TooFewReferences = new(
        "AEB4008", DiagnosticSeverity.Warning,
        "The document cites {0} templates, fewer than {1}; the agent keeps its original text. Add templates for its subject.");

    public static readonly DiagnosticDescriptor TooFewExamples = new(
        "AEB4009", DiagnosticSeverity.Warning,
        "The document shows {0} examples, fewer than {1}; the agent keeps its original text. Add templates for its subject.");

    public static readonly DiagnosticDescriptor TooFewPractices = new(
        "AEB4010", DiagnosticSeverity.Warning,
        "The document has {0} practices, fewer than {1}; the agent keeps its original text. Add templates for its subject.");

    public static readonly DiagnosticDescriptor EvidenceElsewhere = new(
        "AEB4011", DiagnosticSeverity.Warning,
        "Only {0}% of the document's evidence lies in templates that fit this agent, less than {1}%; the agent keeps its original text. Add templates for its subject, or name its subject in its description.");

    public static readonly DiagnosticDescriptor ForeignExamples = new(
        "AEB4012", DiagnosticSeverity.Warning,
        "The document shows {0} examples from templates that do not fit this agent, more than {1}; the agent keeps its original text. Add templates for its subject.");

    public static readonly DiagnosticDescriptor FenceUnbalanced = new(
        "AEB4013", DiagnosticSeverity.Warning,
        "A code fence of the document (its line {0}) is never closed; the agent keeps its original text. Close the fence if it stands in the agent, else report it.");

    public static readonly DiagnosticDescriptor Residue = new(
        "AEB4014", DiagnosticSeverity.Warning,
        "The document holds what belongs to a prompt or to a marker ('{0}', its line {1}); the agent keeps its original text. Remove it if it stands in the agent, else build again.");

    public static readonly DiagnosticDescriptor RepeatsAgent = new(
        "AEB4015", DiagnosticSeverity.Warning,
        "The document says again what the agent says already ('{0}', its line {1}); the agent keeps its original text. Build again, or report it.");

    public static readonly DiagnosticDescriptor LinesUnresolved = new(
        "AEB4016", DiagnosticSeverity.Warning,
        "The document cites '{0}' (its line {1}), which is not a place in a template of its table; the agent keeps its original text. Build again, or report it.");

    public static readonly DiagnosticDescriptor NotVerbatim = new(
        "AEB4017", DiagnosticSeverity.Warning,
        "A code block of the document (its line {0}) is not the template's lines that it names; the agent keeps its original text. Build again, or report it.");

    public static readonly DiagnosticDescriptor CodeUnknown = new(
        "AEB4020", DiagnosticSeverity.Warning,
        "The document shows code that is in no template (its line {0}, '{1}', and {2} more of that block); the document is kept. Compare it with the templates, or set AgentEnhancerGrounding=Require.");

    public static readonly DiagnosticDescriptor TechnologyUnknown = new(
        "AEB4021", DiagnosticSeverity.Warning,
        "The document speaks of '{0}' (its line {1}), which neither a template nor the agent mentions; the document is kept. Check that it belongs there, or set AgentEnhancerGrounding=Require.");

    public static readonly DiagnosticDescriptor CodeRefused = new(
        "AEB4022", DiagnosticSeverity.Warning,
        "The document shows code that is in no template (its line {0}, '{1}', and {2} more of that block); the agent keeps its original text. Build again, or set AgentEnhancerGrounding=Warn.");

    public static readonly DiagnosticDescriptor TechnologyRefused = new(
        "AEB4023", DiagnosticSeverity.Warning,
        "The document speaks of '{0}' (its line {1}), which neither a template nor the agent mentions; the agent keeps its original text. Build again, or set AgentEnhancerGrounding=Warn.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TooFewLines, TooManyLines, TooManyCharacters, SectionMissing, SectionEmpty, FrontMatterChanged,
        PathUnresolved, TooFewReferences, TooFewExamples, TooFewPractices, EvidenceElsewhere, ForeignExamples,
        FenceUnbalanced, Residue, RepeatsAgent,
        LinesUnresolved, NotVerbatim,
        CodeUnknown, TechnologyUnknown, CodeRefused, TechnologyRefused,
    ];
}
