using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Reading;

[TestClass]
public sealed class Masking_strings_and_comments
{
    // A dot stands for a blank, so that lengths can be seen.
    [TestMethod]
    [DataRow("csharp", "a = @\"c:\\\"; b", "a·=·@\"···\";·b")]
    [DataRow("csharp", "$\"x {f($\"{y}\")} z\"", "$\"··{f($\"{y}\")}··\"")]
    [DataRow("csharp", "c = '{' + '\\'';", "c·=·'·'·+·'··';")]
    [DataRow("csharp", "#region Don't {", "···············")]
    [DataRow("typescript", "`a ${x ? `b` : '}'} {`", "`···{x·?·`·`·:·'·'}··`")]
    [DataRow("typescript", "/[/\"']{2}/g.test(a / b)", "/········/g.test(a·/·b)")]
    [DataRow("tsx", "return <p>Don't {a} // b</p>;", "return·<p>······{a}·····</p>;")]
    [DataRow("tsx", "const f = <T,>(a: T) => 'x';", "const·f·=·<T,>(a:·T)·=>·'·';")]
    [DataRow("python", "x = f\"a {b['c']} d\" # e", "x·=·f\"··{b['·']}··\"····")]
    [DataRow("go", "a := `raw \"{`; r := '\"'", "a·:=·`······`;·r·:=·'·'")]
    [DataRow("rust", "fn f<'a>(x: &'a str) { r#\"\"{\"#; '{' }", "fn·f<'a>(x:·&'a·str)·{·r#\"··\"#;·'·'·}")]
    [DataRow("rust", "/* a /* b */ c */ d", "··················d")]
    [DataRow("java", "char c = '}'; // {", "char·c·=·'·';·····")]
    [DataRow("kotlin", "\"\"\"a ${b(\"c\")} {\"\"\"", "\"\"\"···{b(\"·\")}··\"\"\"")]
    [DataRow("swift", "\"a \\(b(\"c\")) {\"", "\"···(b(\"·\"))··\"")]
    [DataRow("dart", "'a ${b} {'", "'···{b}··'")]
    [DataRow("php", "$a = 'it\\'s {'; # b", "$a·=·'·······';····")]
    [DataRow("cpp", "R\"x(\"})x\" + 1'000;", "R\"x(··)x\"·+·1'000;")]
    [DataRow("ruby", "\"a #{b + \"c\"} d\" # e", "\"···{b·+·\"·\"}··\"····")]
    [DataRow("elixir", "\"a #{b} c\" # d", "\"···{b}··\"····")]
    [DataRow("lua", "x = [==[ a ]] ]==] -- b", "x·=·[==[······]==]·····")]
    [DataRow("shell", "echo \"$(f \"a\")\" 'it' ${#a} # b", "echo·\"·(f·\"·\")\"·'··'·${#a}····")]
    [DataRow("powershell", "\"a`\" $(f)\" <# b #> 'c'", "\"·····(f)\"·········'·'")]
    [DataRow("sql", "'it''s -- a' /* b */ -- c", "'··········'·············")]
    [DataRow("yaml", "a: Don't # b", "a:·Don't····")]
    [DataRow("yaml", "a: \"b # c\" # d", "a:·\"·····\"····")]
    [DataRow("toml", "a = 'c:\\' # b", "a·=·'···'····")]
    [DataRow("html", "<a href=\"//x\">It's</a><!-- b -->", "<a·href=\"···\">It's</a>··········")]
    [DataRow("razor", "@* a *@<p class=\"x\">Don't</p>", "·······<p·class=\"·\">Don't</p>")]
    [DataRow("scss", "a: url(http://b); // c", "a:·url(http://b);·····")]
    [DataRow("css", "content: '{'; /* a */", "content:·'·';········")]
    [DataRow("hcl", "a = \"b-${c.d}-{\" # e", "a·=·\"···{c.d}··\"····")]
    [DataRow("json", "{ \"a{\": 1 } // b", "{·\"··\":·1·}·····")]
    [DataRow("haskell", "x' = {- a {- b -} -} 'c' -- d", "x'·=·················'·'·····")]
    [DataRow("vb", "a = \"b \"\" c\" ' d", "a·=·\"······\"····")]
    [DataRow("fsharp", "let a' = (* b *) 'c' // d", "let·a'·=·········'·'·····")]
    public void Only_code_remains(string language, string line, string code) =>
        Lexer.Lex(line, language).Code.Single().Replace(' ', '·').Should().Be(code);

    [TestMethod]
    [DataRow("shell", "cat <<'EOF' | tee x\ndon't {\nEOF\nls", "cat <<'EOF' | tee x|       |EOF|ls")]
    [DataRow("php", "$a = <<<SQL\n  it's {\n  SQL;\nb()", "$a = <<<SQL|        |  SQL;|b()")]
    [DataRow("hcl", "a = <<-EOT\n  it's {\n  EOT\nb = 1", "a = <<-EOT|        |  EOT|b = 1")]
    [DataRow("ruby", "a = <<~SQL\n  it's {\nSQL\nclass << self", "a = <<~SQL|        |SQL|class << self")]
    [DataRow("sql", "AS $$\nBEGIN; 'x\n$$;", "AS $$|         |$$;")]
    [DataRow("csharp", "a = \"\"\"\n  { \"\n  \"\"\";", "a = \"\"\"|     |  \"\"\";")]
    [DataRow("yaml", "run: |\n  echo \"it's\nname: \"a\"", "run: ||  echo \"it's|name: \" \"")]
    [DataRow("vue", "<template>It's</template>\n<script>\nconst a = 'b' // c\n</script>", "<template>It's</template>|<script>|const a = ' '     |</script>")]
    [DataRow("razor", "<p>It's</p>\n@code {\n  var a = \"}\";\n}\n<p>'", "<p>It's</p>|@code {|  var a = \" \";|}|<p>'")]
    public void Texts_over_several_lines_are_blank(string language, string text, string code) =>
        string.Join('|', Lexer.Lex(text, language).Code).Should().Be(code);

    [TestMethod]
    public void A_run_of_line_comments_is_one_comment_without_its_markers()
    {
        var source = Lexer.Lex("// Header\n\nvar a = 1; // trailing\n// one\n//   two {{Name}}\n/// <summary>doc</summary>\nvoid F() {}\n", "csharp");

        source.Comments.Select(c => $"{c.Span} {c.Text.Replace('\n', '|')} {c.IsDocumentation} {c.IsTrailing}").Should().Equal(
            "1 Header True False", "3 trailing False True", "4-5 one|two {{Name}} False False", "6 <summary>doc</summary> True False");
    }

    [TestMethod]
    public void Block_comments_and_docstrings_lose_their_frame()
    {
        Lexer.Lex("x\n/**\n * One.\n * Two.\n */\ny", "typescript").Comments.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Text = "One.\nTwo.", IsDocumentation = true, IsTrailing = false });
        Lexer.Lex("def f():\n    \"\"\"One.\n\n    Two.\n    \"\"\"\n    return \"\"\"x\"\"\"", "python").Comments.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Text = "One.\n\nTwo.", IsDocumentation = true, IsTrailing = false });
        Lexer.Lex("@moduledoc \"\"\"\nOne.\n\"\"\"", "elixir").Comments.Should().ContainSingle().Which.Text.Should().Be("One.");
    }

    [TestMethod]
    public void Strings_are_listed_with_their_place_and_placeholders()
    {
        Lexer.Lex("get(\"/{{path}}\", 'b', `c\nd`)", "typescript").Strings.Select(s => $"{s.Line}:{s.Column} {s.Value}")
            .Should().Equal("1:5 /{{path}}", "1:18 b", "1:23 c");
    }

    [TestMethod]
    public void An_element_that_never_ends_does_not_swallow_the_code_below()
    {
        var source = Lexer.Lex("const A = () => (\n  <div>\n    Don't\n);\n\nexport const b = 'c';", "tsx");

        source.Code[^1].Should().Be("export const b = ' ';");
    }
}
