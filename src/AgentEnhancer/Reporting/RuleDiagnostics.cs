using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

/// <summary>What can be wrong with a file of practice rules. A rule that is refused is left out; the others of its file are used.</summary>
internal static class RuleDiagnostics
{
    public static readonly DiagnosticDescriptor FileMissing = new(
        "AEB1201", DiagnosticSeverity.Warning,
        "The rule file does not exist; the run goes on without it. Remove it from AgentEnhancerRule or mend its path.");

    public static readonly DiagnosticDescriptor FileUnreadable = new(
        "AEB1202", DiagnosticSeverity.Warning,
        "The rule file cannot be read ({0}); the run goes on without it. Grant read access to it or remove it from AgentEnhancerRule.");

    public static readonly DiagnosticDescriptor FileInvalid = new(
        "AEB1203", DiagnosticSeverity.Warning,
        "The rule file is not valid YAML ({0}); the run goes on without it. Mend it at this line.");

    public static readonly DiagnosticDescriptor KeyMissing = new(
        "AEB1204", DiagnosticSeverity.Warning,
        "The rule '{0}' lacks '{1}'; it is left out, the other rules of the file are used. Add the key.");

    public static readonly DiagnosticDescriptor KeyUnknown = new(
        "AEB1205", DiagnosticSeverity.Warning,
        "The rule '{0}' has an unknown key '{1}'; the key is ignored. Mend its spelling or remove it.");

    public static readonly DiagnosticDescriptor ValueInvalid = new(
        "AEB1206", DiagnosticSeverity.Warning,
        "The rule '{0}' has an invalid value for '{1}' ({2}); the rule is left out, the other rules of the file are used. Mend the value.");

    public static readonly DiagnosticDescriptor DetectorInvalid = new(
        "AEB1207", DiagnosticSeverity.Warning,
        "The detector of rule '{0}' is not a valid regular expression ({1}); the rule is left out, the other rules of the file are used. Mend the expression.");

    public static readonly DiagnosticDescriptor GroupUnknown = new(
        "AEB1208", DiagnosticSeverity.Warning,
        "The rule '{0}' names '{1}', a group that its detector does not have; the rule is left out. Name the group in the detector or take it out of the sentence.");

    public static readonly DiagnosticDescriptor IdDuplicate = new(
        "AEB1209", DiagnosticSeverity.Warning,
        "The rule '{0}' exists already; this one is left out. Give it another id.");

    public static readonly DiagnosticDescriptor DetectorTooSlow = new(
        "AEB1210", DiagnosticSeverity.Warning,
        "The detector of rule '{0}' took too long on '{1}'; the rule was left out of this run. Make the expression simpler: no nested repetition.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        FileMissing, FileUnreadable, FileInvalid, KeyMissing, KeyUnknown, ValueInvalid, DetectorInvalid,
        GroupUnknown, IdDuplicate, DetectorTooSlow,
    ];
}
