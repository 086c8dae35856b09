using System.Collections.Immutable;

namespace AgentEnhancer.Templates;

/// <summary>What a unit is, in the terms of its language.</summary>
internal enum UnitKind
{
    Class, Record, Struct, Interface, Enum, Type, Trait, Implementation,
    Function, Method, Constructor, Property,
    Component, Hook, Route, Fixture, Test, TestSuite,
    /// <summary>A top-level or member value: <c>const</c>, assignment, field with an initialiser.</summary>
    Value,
    /// <summary>A top-level statement that is neither a definition nor an import, with the run it stands in.</summary>
    Statements,
    /// <summary>A mapping or list entry in YAML, a block in HCL or CSS, a message in proto, a model in Prisma.</summary>
    Block,
    /// <summary>A section of TOML, INI, Markdown; a stage of a Dockerfile; a target of a Makefile; a script or template part of a single-file component.</summary>
    Section,
    /// <summary>One SQL statement.</summary>
    Query,
    /// <summary>An element of markup that stands by itself: JSX inside a long component, XAML, HTML, Razor.</summary>
    Element,
}

/// <summary>
/// One unit of a template: a definition with everything that leads it (attributes, decorators, comments, docstring).
/// </summary>
/// <param name="Name">As it stands in the source, placeholders and all: <c>get{{EntityName}}</c>.</param>
/// <param name="Span">With its lead, to the last line of its body.</param>
/// <param name="SignatureLine">The line its name stands on.</param>
/// <param name="Level">0 at the top of the file, 1 for a member of a top-level unit, and so on.</param>
/// <param name="Parent">The unit it stands in, if any.</param>
/// <param name="Attributes">Decorators, attributes or annotations, each as one line of text, as written.</param>
internal sealed record Unit(
    string Name,
    UnitKind Kind,
    LineSpan Span,
    int SignatureLine,
    int Level,
    Unit? Parent,
    ImmutableArray<string> Attributes)
{
    public override string ToString() => $"{Kind} {Name} {Span}";
}
