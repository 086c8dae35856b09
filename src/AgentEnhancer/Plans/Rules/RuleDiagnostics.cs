using System.Collections.Immutable;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Plans.Rules;

/// <summary>Diagnostics of a project's own practice rules (AEB12xx).</summary>
internal static class RuleDiagnostics
{
    public static DiagnosticDescriptor FileUnreadable { get; } = new(
        "AEB1201",
        DiagnosticSeverity.Warning,
        "The rules file could not be read: {0} None of its rules is used. Mend the path or the file, or remove it from @(AgentEnhancerRule).");

    public static DiagnosticDescriptor NotYaml { get; } = new(
        "AEB1202",
        DiagnosticSeverity.Warning,
        "This is not a list of rules in YAML: {0}. The {1} rules before this line are used. Mend the file; docs/rules.md shows the form.");

    public static DiagnosticDescriptor RuleInvalid { get; } = new(
        "AEB1203",
        DiagnosticSeverity.Warning,
        "Rule '{0}': {1}. The rule is left out, all others are used.");

    public static DiagnosticDescriptor RuleDuplicate { get; } = new(
        "AEB1204",
        DiagnosticSeverity.Warning,
        "Rule '{0}' was read before, from '{1}'. The first one is used; give this one an id of its own.");

    public static DiagnosticDescriptor RuleTooSlow { get; } = new(
        "AEB1205",
        DiagnosticSeverity.Warning,
        "Rule '{0}' took more than a second on one template and was left out there. Make its expressions simpler.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [FileUnreadable, NotYaml, RuleInvalid, RuleDuplicate, RuleTooSlow];
}
