using System.Collections.Immutable;

namespace AgentEnhancer.Templates;

/// <summary>
/// A template's text in three aligned forms. A line has the same number, and the same length, in all of them, so that
/// whatever is found in <see cref="Code"/> can be read back from <see cref="Lines"/> by its columns.
/// </summary>
/// <param name="Lines">The text as it is, without line ends and without blank lines at the end of the file.</param>
/// <param name="Masked">Placeholders replaced by identifiers of the same length.</param>
/// <param name="Code"><paramref name="Masked"/> with the contents of strings and all comments as spaces; string delimiters stay.</param>
/// <param name="Comments">Comments and docstrings in order; a run of line comments is one comment.</param>
/// <param name="Strings">String literals in order; one without its end on the same line is listed with its first line's part.</param>
/// <param name="Placeholders">In order of place.</param>
internal sealed record LexedSource(
    ImmutableArray<string> Lines,
    ImmutableArray<string> Masked,
    ImmutableArray<string> Code,
    ImmutableArray<Comment> Comments,
    ImmutableArray<StringLiteral> Strings,
    ImmutableArray<Placeholder> Placeholders);

/// <summary>One comment, or a run of line comments without a gap; placeholders in <paramref name="Text"/> stand as in the source.</summary>
/// <param name="Text">Without its markers; lines joined by <c>\n</c>, each trimmed.</param>
/// <param name="IsDocumentation"><c>///</c>, <c>/**</c>, a docstring, or the first comment of the file.</param>
/// <param name="IsTrailing">Code stands before it on its first line.</param>
internal sealed record Comment(LineSpan Span, string Text, bool IsDocumentation, bool IsTrailing);

/// <summary>A string literal's content as in the source, without its delimiters; of its first line, the first 500 characters.</summary>
/// <param name="Column">Of the first character of its content, from 0.</param>
internal sealed record StringLiteral(int Line, int Column, string Value);

/// <summary>One occurrence of a placeholder: <paramref name="Text"/> is <c>{{EntityName}}</c>, <paramref name="Name"/> is <c>EntityName</c>.</summary>
/// <param name="Column">From 0.</param>
internal sealed record Placeholder(string Text, string Name, int Line, int Column);
