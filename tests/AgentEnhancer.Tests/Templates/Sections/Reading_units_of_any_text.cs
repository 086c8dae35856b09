using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Importing;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Sections;

/// <summary>Whatever a file holds, reading it ends, and what comes out lies inside the file.</summary>
[TestClass]
public sealed class Reading_units_of_any_text
{
    private static readonly string[] Languages =
    [
        "python", "yaml", "toml", "ini", "dotenv", "dockerfile", "makefile", "markdown", "sql", "html", "xml", "xaml", "razor", "vue", "svelte", "astro",
        "shell", "ruby", "elixir", "lua",
    ];

    private static readonly string[] Pieces =
    [
        "def f(", "class A:", "@x", "\"\"\"", "'''", "\"", "'", "`", "(", ")", "[", "]", "{", "}", "{{Name}}", "{{#if x}}", "<%= y %>", "\n", "\n\n", "\t", "    ", "\\\n",
        "- a: b", "key: |", "---", "[section]", "FROM a AS b", "target:", "# h", "``` x", "CREATE FUNCTION f() AS $$", "BEGIN", "END", "GO", "DELIMITER //", ";",
        "<div", "</div>", "<script>", "</script>", "<template>", "/>", ">", "<", "@code {", "name() {", "do", "end", "module M", "function x()", "#", "//", "--", "é\u200b\ud83d",
        "import x from", "from a import (", "use a::{", "=", ",", "\f", "\r\n", "\0",
    ];

    [TestMethod]
    public void Nothing_throws_and_every_unit_lies_in_the_file()
    {
        var random = new Random(4711);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) == 0 ? " " : "")));
            var language = Languages[round % Languages.Length];
            var source = Lexer.Lex(text, language);

            foreach (var unit in UnitReader.Read(source, language))
            {
                unit.Span.First.Should().BeInRange(1, unit.Span.Last, $"{language}: {text}");
                unit.Span.Last.Should().BeLessThanOrEqualTo(source.Lines.Length, $"{language}: {text}");
                unit.SignatureLine.Should().BeInRange(unit.Span.First, unit.Span.Last, $"{language}: {text}");
                unit.Level.Should().Be(unit.Parent is null ? 0 : unit.Parent.Level + 1, $"{language}: {text}");
            }

            foreach (var import in ImportReader.Read(source, language))
            {
                import.Span.First.Should().BeInRange(1, import.Span.Last, $"{language}: {text}");
                import.Span.Last.Should().BeLessThanOrEqualTo(source.Lines.Length, $"{language}: {text}");
            }
        }
    }

    [TestMethod]
    [DataRow("python", "def f():\n", true)]
    [DataRow("python", "x = (\n", false)]
    [DataRow("python", "@d\n", false)]
    [DataRow("yaml", "a:\n", true)]
    [DataRow("yaml", "- [\n", false)]
    [DataRow("yaml", "---\na: b\n", false)]
    [DataRow("toml", "[a]\nb = [\n", false)]
    [DataRow("markdown", "# a\n", false)]
    [DataRow("markdown", "```\n", false)]
    [DataRow("sql", "CREATE FUNCTION f() BEGIN\n", false)]
    [DataRow("sql", "GO ", false)]
    [DataRow("html", "<div>\n", false)]
    [DataRow("html", "<a \"\n", false)]
    [DataRow("html", "<script>\n", false)]
    [DataRow("html", "</a>\n", false)]
    [DataRow("razor", "@code {\n", false)]
    [DataRow("razor", "<!--a='b'-->", false)]
    [DataRow("razor", "@**@", false)]
    [DataRow("vue", "<!--a='b'-->", false)]
    [DataRow("vue", "<!--><!--@{", false)]
    [DataRow("csharp", "\"", false)]
    [DataRow("csharp", "\"\"\"", false)]
    [DataRow("typescript", "`${", false)]
    [DataRow("tsx", "`${", false)]
    [DataRow("tsx", "}</div>[", false)]
    [DataRow("vue", "<script>\n", false)]
    [DataRow("vue", "<script>\n</script>\n", false)]
    [DataRow("shell", "f() {\n", false)]
    [DataRow("ruby", "class A\n", true)]
    [DataRow("ruby", "do ", false)]
    [DataRow("elixir", "def f do\n", true)]
    [DataRow("lua", "function f()\n", true)]
    [Timeout(180_000)] // a reader that is not linear takes far longer, one that recurses dies
    public void Long_and_deep_files_come_to_an_end(string language, string line, bool indents)
    {
        var lines = Enumerable.Range(0, indents ? 1000 : line.Contains('\n') ? 20_000 : 200_000).Select(i => new string(' ', indents ? i : 0) + line);

        var source = Lexer.Lex(string.Concat(lines), language);

        UnitReader.Read(source, language).Should().NotContain(u => u.Span.Last > source.Lines.Length);
    }
}
