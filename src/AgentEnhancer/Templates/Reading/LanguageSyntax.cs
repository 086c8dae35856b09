using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Reading;

/// <summary>How a string takes its own delimiter in.</summary>
internal enum Escape
{
    None,
    Backslash,
    Doubled,
    Backtick,
}

/// <summary>Where a line comment may start.</summary>
internal enum CommentPlace
{
    Anywhere,
    /// <summary>At the start of a line, or after white space or a bracket: <c>a#b</c> in a shell is one word.</summary>
    AfterSpace,
    LineStart,
    /// <summary>Not in <c>http://</c>.</summary>
    NotAfterColon,
}

/// <summary>Code inside a string: <c>${…}</c>, <c>{…}</c>, <c>\(…)</c>.</summary>
/// <param name="Open">What opens it; its last character nests.</param>
/// <param name="Close">The character that ends it.</param>
/// <param name="Literal">What stands for the opening itself (<c>{{</c>).</param>
internal sealed record Hole(string Open, char Close, string? Literal = null)
{
    public char Nests => Open[^1];
}

internal sealed record StringForm(string Open, string Close, Escape Escape, bool MultiLine, params ImmutableArray<Hole> Holes)
{
    /// <summary>It documents what follows, and counts as a comment (<c>"""…"""</c> in GraphQL).</summary>
    public bool IsDocumentation { get; init; }
}

internal sealed record LineComment(string Marker, CommentPlace Place = CommentPlace.Anywhere);

internal sealed record BlockComment(string Open, string Close, bool Nests = false, bool LineStart = false);

/// <summary>What else a language does with quotes, slashes and angle brackets.</summary>
[Flags]
internal enum Quirks
{
    None = 0,
    /// <summary><c>'x'</c> is a character; a lone apostrophe is a lifetime, a type variable or text.</summary>
    Characters = 1,
    RegexLiterals = 2,
    Jsx = 4,
    /// <summary><c>&lt;&lt;EOF</c> starts a text on the next line.</summary>
    Heredocs = 8,
    /// <summary><c>$tag$ … $tag$</c>.</summary>
    DollarQuotes = 16,
    /// <summary>A string that is a statement documents what it stands in.</summary>
    Docstrings = 32,
    /// <summary>Quotes count at the start of a value only (<c>name: Don't</c>), and block scalars are text.</summary>
    YamlScalars = 64,
    /// <summary>Text with tags; code stands in <c>script</c>, <c>style</c>, <c>@code</c>.</summary>
    Markup = 128,
    /// <summary>Tags hold no other language.</summary>
    PlainMarkup = 256,
    /// <summary><c>#region</c> and the like are no code.</summary>
    Directives = 512,
    /// <summary><c>[[ … ]]</c> with any number of equals signs.</summary>
    LongBrackets = 1024,
}

/// <summary>One row of the lexer's table.</summary>
/// <param name="Refine">Looks at what stands before a quote (<c>$@</c>, <c>f</c>, <c>r#</c>) and says what string it opens; null for none.</param>
internal sealed record LanguageSyntax(
    ImmutableArray<LineComment> LineComments,
    ImmutableArray<BlockComment> BlockComments,
    ImmutableArray<StringForm> Strings,
    Quirks Quirks = Quirks.None,
    Func<string, int, StringForm, StringForm?>? Refine = null)
{
    public bool Has(Quirks quirk) => (Quirks & quirk) != Quirks.None;
}
