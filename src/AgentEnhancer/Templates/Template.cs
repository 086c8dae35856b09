using System.Collections.Immutable;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Templates;

/// <summary>What a template file is for, as far as ranking cares.</summary>
internal enum TemplateRole
{
    Code,
    Test,
    Configuration,
    Prose,
}

/// <summary>One import statement.</summary>
/// <param name="Span">All its lines.</param>
/// <param name="Module">What is imported from, as written: <c>@/lib/api-client</c>, <c>app.db.session</c>, <c>System.Text.Json</c>.</param>
/// <param name="Names">The names that it brings in, as the file uses them (aliases applied); empty where it brings in a whole namespace.</param>
/// <param name="IsLocal">It names a file of the same project: relative, or by an alias such as <c>@/</c>, <c>~/</c>, <c>crate::</c>.</param>
internal sealed record Import(LineSpan Span, string Module, ImmutableArray<string> Names, bool IsLocal);

/// <summary>One template, read and described. Immutable: everything later stages know about it stands here.</summary>
/// <param name="Id"><c>t1</c>, <c>t2</c> … in ordinal order of <paramref name="Path"/>; what plans cite.</param>
/// <param name="FullPath">Absolute; for diagnostics.</param>
/// <param name="Path">What documents cite: relative to the project, forward slashes.</param>
/// <param name="Language">By the extension before <c>.template</c>: <c>csharp</c>, <c>typescript</c>, <c>tsx</c>, <c>python</c>, …; <c>text</c> where unknown.</param>
/// <param name="Category">Item metadata, else the first folder below the templates' root.</param>
/// <param name="Purpose">What it generates, in one line; null where nobody says.</param>
/// <param name="Technologies">Item metadata, else from manifest and imports.</param>
internal sealed record Template(
    string Id,
    string FullPath,
    string Path,
    string Language,
    LexedSource Source,
    ImmutableArray<Unit> Units,
    ImmutableArray<Import> Imports,
    TemplateRole Role,
    string Category,
    string? Purpose,
    ImmutableArray<string> Technologies)
{
    public int LineCount => Source.Lines.Length;

    /// <summary>What <c>dotnet new</c> makes of it; null where it is no file of a <c>dotnet new</c> template.</summary>
    public Instance? Instance { get; init; }

    /// <summary>File name without <c>.template</c>: <c>create-entity.ts</c>.</summary>
    public string FileName { get; } = TemplatePaths.OutputFileName(Path);

    /// <summary>Folder of the <c>dotnet new</c> template that it is a part of: a project of its own, which shares nothing with others; empty outside any.</summary>
    public string Scope { get; init; } = "";

    /// <summary>What agents of its <see cref="Scope"/> cite: the path in the project that <c>dotnet new</c> makes. Outside any the same as <see cref="Path"/>.</summary>
    public string ScopePath { get; init; } = Path;

    public override string ToString() => $"{Id} {Path}";
}
