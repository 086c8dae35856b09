using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace AgentEnhancer.Tests.Templates.Reading;

[TestClass]
public sealed class Lexing_any_text
{
    // Pieces that open, close and confuse every kind of context.
    private static readonly string[] Pieces =
    [
        "{{Name}}", "{{ x }}", "{{{x}}", "{{#if a}}", "{{/if}}", "{% if x %}", "<%= y %>", "<%", "%>", "${z}", "$z$", "__Z__", "{{", "}}", "{", "}", "(", ")",
        "[", "]", "<", ">", "/>", "</", "<div>", "</div>", "<T,>", "\"", "'", "`", "\"\"\"", "'''", "$\"", "$@\"", "$$\"\"\"", "@\"", "r#\"", "\"#", "R\"x(", ")x\"",
        "//", "/*", "*/", "#", "--", "<!--", "-->", "@*", "*@", "(*", "*)", "{-", "-}", "=begin", "=end", "--[==[", "]==]", "$$", "$tag$", "<<EOF", "<<~EOS", "EOF",
        "EOS", "\\", "\n", "\n", "\n", "\r\n", "  ", "\t", "key: |", "key: 'a", "return ", "= ", "=> ", "name", "class A", "function f", "fn main", "def f():", "f\"",
        "<script>", "</script>", "<style>", "@code {", "---", ";", ",", ":", "'a", "'x'", "1'000", "\uD83D\uDE00", "é", "#{", "\\(", "-",
    ];

    public static IEnumerable<object[]> Languages => LanguageNames.All.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Languages))]
    public void The_three_forms_stay_aligned_on_any_text(string language) =>
        Check.One(
            Properties.Config.WithMaxTest(150).WithEndSize(120),
            Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), text => IsAligned(Lexer.Lex(text, language))));

    [TestMethod]
    [DynamicData(nameof(Languages))]
    public void Deep_nesting_neither_overflows_nor_misaligns(string language)
    {
        foreach (var opening in new[] { "{", "(", "`${", "$\"{", "<a b={", "<div>", "/*", "\"#{", "<script>", "@code {" })
        {
            IsAligned(Lexer.Lex("x = " + string.Concat(Enumerable.Repeat(opening, 4_000)), language)).Should().BeTrue();
        }
    }

    [TestMethod]
    public void A_tag_over_lines_is_masked_and_is_no_name()
    {
        var source = Lexer.Lex("a = <%= name %>\nb = <%= name\n  .upper %>\n", "python");

        IsAligned(source).Should().BeTrue();
        source.Placeholders.Select(p => p.Line).Should().Equal(1);
    }

    [TestMethod]
    public void Blank_lines_at_the_end_are_dropped_and_line_ends_do_not_matter()
    {
        var unix = Lexer.Lex("a\nb\n\n  \n", "csharp");
        var windows = Lexer.Lex("a\r\nb\r\n\r\n", "csharp");

        unix.Lines.Should().Equal("a", "b");
        windows.Lines.Should().Equal("a", "b");
    }

    internal static bool IsAligned(LexedSource source) =>
        source.Masked.Length == source.Lines.Length
        && source.Code.Length == source.Lines.Length
        && Enumerable.Range(0, source.Lines.Length).All(i =>
            source.Masked[i].Length == source.Lines[i].Length && source.Code[i].Length == source.Lines[i].Length)
        && source.Comments.All(c => c.Span.First >= 1 && c.Span.Last >= c.Span.First && c.Span.Last <= source.Lines.Length)
        && source.Placeholders.All(p => p.Line <= source.Lines.Length && source.Lines[p.Line - 1].AsSpan(p.Column).StartsWith(p.Text));
}
