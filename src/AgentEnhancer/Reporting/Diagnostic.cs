using System.Collections.Immutable;

namespace AgentEnhancer.Reporting;

internal enum DiagnosticSeverity
{
    Message,
    Warning,
    Error,
}

/// <summary>A kind of diagnostic. All of them stand in <see cref="DiagnosticCatalogue"/>.</summary>
/// <param name="Code"><c>AEB1001</c> …</param>
/// <param name="Format">What failed, what was kept, what to do, in one line; <c>{0}</c> … for the arguments.</param>
internal sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Format);

/// <summary>One diagnostic with its place.</summary>
/// <param name="File">Absolute path, or null where no file is meant.</param>
/// <param name="Line">From 1; 0 where there is none.</param>
/// <param name="Arguments">Whole, as found; <see cref="Message"/> is what may be shown.</param>
internal sealed record Diagnostic(DiagnosticDescriptor Descriptor, string? File, int Line, ImmutableArray<string> Arguments)
{
    /// <summary>One line, safe for any log: no control characters, bounded, and not a format string for whoever logs it.</summary>
    public string Message =>
        DiagnosticText.Render(FallenBackTo is { } kind ? FallbackText.Of(Descriptor.Format, kind) : Descriptor.Format, Arguments);

    /// <summary>What goes out instead of what failed here, where that is known: the message says it.</summary>
    public FallbackKind? FallenBackTo { get; init; }

    public static Diagnostic At(DiagnosticDescriptor descriptor, string? file, int line, params ImmutableArray<string> arguments) =>
        new(descriptor, file, line, arguments);
}
