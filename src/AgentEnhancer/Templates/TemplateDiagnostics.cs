using System.Collections.Immutable;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Templates;

/// <summary>What can be wrong with a template or with its manifest. None of it stops a run: the file is left out, the rest goes on.</summary>
internal static class TemplateDiagnostics
{
    public static readonly DiagnosticDescriptor Missing = new(
        "AEB1101", DiagnosticSeverity.Warning,
        "The template does not exist; it is left out. Remove it from AgentTemplate, or make it before EnhanceAgents runs (AgentEnhancerTemplateTarget).");

    public static readonly DiagnosticDescriptor Unreadable = new(
        "AEB1102", DiagnosticSeverity.Warning,
        "The template cannot be read ({0}); it is left out. Grant read access to it or remove it from AgentTemplate.");

    public static readonly DiagnosticDescriptor TooLarge = new(
        "AEB1103", DiagnosticSeverity.Warning,
        "The template is larger than {0} bytes; it is left out. Templates are source files: remove this one from AgentTemplate.");

    public static readonly DiagnosticDescriptor Binary = new(
        "AEB1104", DiagnosticSeverity.Warning,
        "The template is not text (it holds NUL bytes); it is left out. Remove it from AgentTemplate, or save it as UTF-8.");

    public static readonly DiagnosticDescriptor Empty = new(
        "AEB1105", DiagnosticSeverity.Message,
        "The template is empty; it is left out.");

    public static readonly DiagnosticDescriptor NotUtf8 = new(
        "AEB1106", DiagnosticSeverity.Message,
        "The template is not valid UTF-8; it is read as Latin-1. Save it as UTF-8 if its letters come out wrong.");

    public static readonly DiagnosticDescriptor ManifestInvalid = new(
        "AEB1107", DiagnosticSeverity.Warning,
        "The manifest is not valid JSON ({0}); templates are described without it. Mend it at this line.");

    public static readonly DiagnosticDescriptor ManifestUnreadable = new(
        "AEB1108", DiagnosticSeverity.Warning,
        "The manifest cannot be read ({0}); templates are described without it. Grant read access to it or remove it.");

    public static readonly DiagnosticDescriptor Duplicate = new(
        "AEB1109", DiagnosticSeverity.Warning,
        "Two templates would be cited as '{0}'; this one is left out. Give one of them another place or remove it from AgentTemplate.");

    public static readonly DiagnosticDescriptor LinkLeadsOut = new(
        "AEB1110", DiagnosticSeverity.Warning,
        "The symbolic link leads out of the project, to '{0}'; the templates behind it are left out. Copy them into the project, or name them in AgentTemplate by their own path.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Missing, Unreadable, TooLarge, Binary, Empty, NotUtf8, ManifestInvalid, ManifestUnreadable, Duplicate, LinkLeadsOut,
    ];
}
