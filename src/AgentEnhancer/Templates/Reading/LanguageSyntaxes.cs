using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Reading;

/// <summary>The lexer's table: one row a language.</summary>
internal static class LanguageSyntaxes
{
    private static readonly LineComment Slashes = new("//");
    private static readonly LineComment Hash = new("#");
    private static readonly LineComment SpacedHash = new("#", CommentPlace.AfterSpace);
    private static readonly LineComment Dashes = new("--");
    private static readonly BlockComment Stars = new("/*", "*/");
    private static readonly BlockComment NestedStars = new("/*", "*/", Nests: true);
    private static readonly Hole DollarBrace = new("${", '}');
    private static readonly Hole HashBrace = new("#{", '}');
    private static readonly StringForm Double = new("\"", "\"", Escape.Backslash, false);
    private static readonly StringForm Single = new("'", "'", Escape.Backslash, false);
    private static readonly StringForm DoubleLines = Double with { MultiLine = true };
    private static readonly StringForm SingleLines = Single with { MultiLine = true };
    private static readonly StringForm TripleDouble = new("\"\"\"", "\"\"\"", Escape.Backslash, true);
    private static readonly StringForm TripleSingle = new("'''", "'''", Escape.Backslash, true);

    private static readonly LanguageSyntax JavaScript = new(
        [Slashes], [Stars], [Double, Single, new StringForm("`", "`", Escape.Backslash, true, DollarBrace)], Quirks.RegexLiterals | Quirks.Jsx);

    private static readonly LanguageSyntax TypeScript = JavaScript with { Quirks = Quirks.RegexLiterals };

    private static readonly LanguageSyntax C = new([Slashes], [Stars], [Double], Quirks.Characters);

    private static readonly LanguageSyntax Css = new([], [Stars], [Double, Single]);

    private static readonly LanguageSyntax Scss = Css with { LineComments = [new LineComment("//", CommentPlace.NotAfterColon)] };

    private static readonly LanguageSyntax Html = new([], [new BlockComment("<!--", "-->")], [], Quirks.Markup);

    // Comments of Go's templates, which Helm's manifests are.
    private static readonly BlockComment GoTemplate = new("{{/*", "}}");
    private static readonly BlockComment GoTemplateTrimming = new("{{- /*", "}}");
    private static readonly BlockComment Jinja = new("{#", "#}");

    private static readonly LanguageSyntax Plain = new([], [], []);

    private static readonly FrozenDictionary<string, LanguageSyntax> Rows = new Dictionary<string, LanguageSyntax>(StringComparer.Ordinal)
    {
        ["csharp"] = new([Slashes], [Stars], [Double], Quirks.Characters | Quirks.Directives, StringVariants.CSharp),
        ["typescript"] = TypeScript,
        ["tsx"] = JavaScript,
        ["javascript"] = JavaScript,
        ["jsx"] = JavaScript,
        ["python"] = new([Hash], [], [TripleDouble, TripleSingle, Double, Single], Quirks.Docstrings, StringVariants.Python),
        ["go"] = new([Slashes], [Stars], [Double, new StringForm("`", "`", Escape.None, true)], Quirks.Characters),
        ["rust"] = new([Slashes], [NestedStars], [DoubleLines], Quirks.Characters, StringVariants.Rust),
        ["java"] = C with { Strings = [TripleDouble, Double] },
        ["kotlin"] = new([Slashes], [NestedStars],
            [new StringForm("\"\"\"", "\"\"\"", Escape.None, true, DollarBrace), Double with { Holes = [DollarBrace] }], Quirks.Characters),
        ["scala"] = new([Slashes], [NestedStars],
            [new StringForm("\"\"\"", "\"\"\"", Escape.None, true, DollarBrace), Double with { Holes = [DollarBrace] }], Quirks.Characters, StringVariants.Scala),
        ["swift"] = new([Slashes], [NestedStars],
            [TripleDouble with { Holes = [new Hole("\\(", ')')] }, Double with { Holes = [new Hole("\\(", ')')] }], Quirks.None, StringVariants.Swift),
        ["dart"] = new([Slashes], [NestedStars],
            [
                TripleDouble with { Holes = [DollarBrace] }, TripleSingle with { Holes = [DollarBrace] },
                Double with { Holes = [DollarBrace] }, Single with { Holes = [DollarBrace] },
            ], Quirks.None, StringVariants.Dart),
        ["php"] = new([Slashes, Hash], [Stars], [DoubleLines, SingleLines], Quirks.Heredocs),
        ["c"] = C with { Quirks = Quirks.Characters },
        ["cpp"] = C with { Refine = StringVariants.Cpp },
        ["objc"] = C,
        ["ruby"] = new([Hash], [new BlockComment("=begin", "\n=end", LineStart: true)],
            [DoubleLines with { Holes = [HashBrace] }, SingleLines], Quirks.Heredocs | Quirks.RegexLiterals),
        ["elixir"] = new([Hash], [],
            [TripleDouble with { Holes = [HashBrace] }, TripleSingle, DoubleLines with { Holes = [HashBrace] }, Single], Quirks.Docstrings),
        ["lua"] = new([Dashes], [new BlockComment("--[[", "]]")], [Double, Single], Quirks.LongBrackets),
        ["shell"] = new([SpacedHash], [],
            [DoubleLines with { Holes = [new Hole("$(", ')'), DollarBrace] }, new StringForm("'", "'", Escape.None, true)], Quirks.Heredocs),
        ["powershell"] = new([SpacedHash], [new BlockComment("<#", "#>")],
            [
                new StringForm("@\"", "\n\"@", Escape.None, true), new StringForm("@'", "\n'@", Escape.None, true),
                new StringForm("\"", "\"", Escape.Backtick, true, new Hole("$(", ')')), new StringForm("'", "'", Escape.Doubled, true),
            ]),
        ["sql"] = new([Dashes], [NestedStars, Jinja], [new StringForm("'", "'", Escape.Doubled, true)], Quirks.DollarQuotes),
        ["yaml"] = new([SpacedHash], [GoTemplate, GoTemplateTrimming], [Double, new StringForm("'", "'", Escape.Doubled, false)], Quirks.YamlScalars),
        ["toml"] = new([Hash], [],
            [TripleDouble, new StringForm("'''", "'''", Escape.None, true), Double, new StringForm("'", "'", Escape.None, false)]),
        ["ini"] = new([new LineComment("#", CommentPlace.LineStart), new LineComment(";", CommentPlace.LineStart)], [], []),
        ["dotenv"] = new([SpacedHash], [], [Double, new StringForm("'", "'", Escape.None, false)]),
        ["json"] = new([Slashes], [Stars], [Double]),
        ["xml"] = Html with { Quirks = Quirks.Markup | Quirks.PlainMarkup },
        ["xaml"] = Html with { Quirks = Quirks.Markup | Quirks.PlainMarkup },
        ["html"] = Html with { BlockComments = [new BlockComment("<!--", "-->"), Jinja] },
        ["blade"] = Html with { BlockComments = [new BlockComment("<!--", "-->"), new BlockComment("{{--", "--}}")] },
        ["erb"] = Html with { BlockComments = [new BlockComment("<!--", "-->"), new BlockComment("<%#", "%>")] },
        ["gotmpl"] = new([], [GoTemplate, GoTemplateTrimming], []),
        ["razor"] = Html with { BlockComments = [new BlockComment("<!--", "-->"), new BlockComment("@*", "*@")] },
        ["vue"] = Html,
        ["svelte"] = Html,
        ["astro"] = Html,
        ["css"] = Css,
        ["scss"] = Scss,
        ["less"] = Scss,
        ["dockerfile"] = new([new LineComment("#", CommentPlace.LineStart)], [], [Double, Single], Quirks.Heredocs),
        ["makefile"] = new([SpacedHash], [], [Double, Single]),
        ["hcl"] = new([Hash, Slashes], [Stars], [Double with { Holes = [DollarBrace] }], Quirks.Heredocs),
        ["prisma"] = new([Slashes], [], [Double]),
        ["proto"] = new([Slashes], [Stars], [Double, Single]),
        ["graphql"] = new([Hash], [], [TripleDouble with { IsDocumentation = true }, Double]),
        ["markdown"] = new([], [new BlockComment("<!--", "-->")], []),
        ["groovy"] = new([Slashes], [Stars],
            [TripleDouble with { Holes = [DollarBrace] }, TripleSingle, Double with { Holes = [DollarBrace] }, Single]),
        ["fsharp"] = new([Slashes], [new BlockComment("(*", "*)", Nests: true)], [TripleDouble with { Escape = Escape.None }, DoubleLines], Quirks.Characters),
        ["vb"] = new([new LineComment("'")], [], [new StringForm("\"", "\"", Escape.Doubled, false)]),
        ["r"] = new([Hash], [], [DoubleLines, SingleLines]),
        ["perl"] = new([SpacedHash], [new BlockComment("=pod", "\n=cut", LineStart: true), new BlockComment("=head1", "\n=cut", LineStart: true)],
            [DoubleLines, SingleLines], Quirks.Heredocs),
        ["haskell"] = new([Dashes], [new BlockComment("{-", "-}", Nests: true)], [Double], Quirks.Characters),
        ["clojure"] = new([new LineComment(";")], [], [DoubleLines]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A language without a row has neither strings nor comments.</summary>
    public static LanguageSyntax For(string language) => Rows.GetValueOrDefault(language, Plain);
}
