using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Instances;

/// <summary>What <c>.template.config/template.json</c> says of how a <c>dotnet new</c> template is made into an instance.</summary>
/// <param name="SourceName">The word that becomes the instance's name; null where there is none.</param>
/// <param name="Sources">At least one: a template that names none takes its whole folder.</param>
/// <param name="Guids">Written anew for each instance.</param>
/// <param name="Directives">Conditional comments of the template's own kind, by the files that they stand in; before the engine's.</param>
internal sealed record TemplateConfig(
    string? SourceName,
    ImmutableDictionary<string, TemplateSymbol> Symbols,
    ImmutableArray<TemplateSource> Sources,
    ImmutableArray<string> Guids,
    ImmutableArray<(PathGlob Files, DirectiveSyntax Syntax)> Directives)
{
    /// <summary>Absolute path of the template's folder.</summary>
    public string Root { get; init; } = "";

    /// <summary>Below a template's root.</summary>
    public const string Folder = ".template.config";

    public const string FileName = "template.json";
}

internal enum SymbolKind
{
    Parameter,

    /// <summary>Its value is a condition over others.</summary>
    Computed,

    /// <summary>Generated, derived, bound: what it will be is not told here.</summary>
    Other,
}

/// <summary>One entry of <c>symbols</c>.</summary>
/// <param name="Option">Of a parameter: as <c>dotnet new</c> is given it, <c>--auth</c>.</param>
/// <param name="DataType"><c>bool</c>, <c>choice</c>, <c>text</c> …</param>
/// <param name="Value">Of a computed symbol: its condition.</param>
/// <param name="IsMultiple">A choice of which several may be taken.</param>
/// <param name="HasForms">What replaces is a form of the value, another in texts than in paths maybe.</param>
internal sealed record TemplateSymbol(
    string Name,
    SymbolKind Kind,
    string Option,
    string DataType,
    string Default,
    ImmutableArray<string> Choices,
    bool IsMultiple,
    string? Replaces,
    string? FileRename,
    bool HasForms,
    string Value)
{
    public bool IsBool => DataType is "bool";
}

/// <summary>One entry of <c>sources</c>: a folder of the template and where its files go. Globs and renames are counted from that folder.</summary>
/// <param name="From">Ends with a slash, or is empty.</param>
/// <param name="To">Ends with a slash, or is empty.</param>
internal sealed record TemplateSource(string From, string To, string? Condition, FileRules Rules, ImmutableArray<FileRules> Modifiers);

/// <param name="Condition">Of a modifier; null where it always holds.</param>
internal sealed record FileRules(
    string? Condition,
    ImmutableArray<PathGlob> Include,
    ImmutableArray<PathGlob> Exclude,
    ImmutableArray<PathGlob> CopyOnly,
    ImmutableDictionary<string, string> Rename);
